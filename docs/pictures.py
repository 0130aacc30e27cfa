"""Makes the pictures of the README and of docs/: `make pictures`.

Brief, poster and proof are taken from output/; other posters are set here, of the publication with
other settings and of events drawn by a seed. The three compositions that were tried, poster-a to
poster-c, are kept as they were: the poster is no longer made so.
"""

from __future__ import annotations

import datetime
import io
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from press.content.edition import Edition, Era  # noqa: E402 (the root must be on the path first)
from press.content.prose import Prose, Words  # noqa: E402
from press.content.selection import edition_of  # noqa: E402
from press.diagnostics import Place  # noqa: E402
from press.language.dates import Date  # noqa: E402
from press.layout.layout import Sheets  # noqa: E402
from press.layout.poster.blocks import Trial  # noqa: E402
from press.layout.poster.poster import lay_out_poster  # noqa: E402
from press.pipeline import Watch, build  # noqa: E402
from press.project import Project, open_project  # noqa: E402
from press.render.render import render, render_trials  # noqa: E402
from press.typeset.typeset import measure, typeset  # noqa: E402
from tests.support.crowds import crowd, real_edition  # noqa: E402
from tests.support.spans import SPANS, drawn  # noqa: E402

# Which pages of the brief are shown, from right to left, and how high in pixels.
BRIEF_PAGES = (1, 2, 7)
BRIEF_HEIGHT = 620
POSTER_WIDTH = 1300
# The longer side of a poster that is shown small, and of a banner.
SMALL, LONG = 700, 1300
PROOF = {"width": 960, "height": 720}
# The fact that is marked in the picture of the proof, and which of its places.
PROOF_FACT = ("unsc-1706-17300", 1)
# The examples with the pages of their briefs that are shown, the day of their edition where none is
# typed, and how high they are in pixels.
EXAMPLES = (("printing", 1, 6), ("floods", 1, 6), ("minimal",))
EXAMPLE_DAY = datetime.date(2026, 11, 23)
EXAMPLE_HEIGHT = 400
# The width of a thumbnail: A1 at 6 dpi; of a poster to other eyes. What is shown from nearby, as
# shares of the sheet.
THUMB, EYES = 199, 440
NEAR = (0.03, 0.04, 0.28, 0.42)
# How red, green and blue light reach eyes that lack the cones for long, middle or short waves:
# Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color Vision
# Deficiency, 2009, severity 1.0.
Cones = tuple[tuple[float, float, float], ...]
LACKING: dict[str, Cones] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
GAP = 14
GROUND = (226, 229, 233)


def page(document: pypdfium2.PdfDocument, number: int, *, height: float) -> Image.Image:
    """Page `number` of `document` as a picture `height` pixels high."""
    scale = height / document[number - 1].get_size()[1]
    return document[number - 1].render(scale=scale).to_pil().convert("RGB")


def spread(pictures: list[Image.Image]) -> Image.Image:
    """Pictures side by side, the first one on the right, on a grey ground."""
    width = sum(p.width for p in pictures) + GAP * (len(pictures) + 1)
    height = max(p.height for p in pictures) + 2 * GAP
    sheet = Image.new("RGB", (width, height), GROUND)
    x = width
    for picture in pictures:
        x -= picture.width + GAP
        sheet.paste(picture, (x, GAP))
    return sheet


def proof(path: Path) -> Image.Image:
    """The proof in a browser: its head beside its viewer."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        window = browser.new_page(viewport=PROOF)
        window.goto(path.as_uri())
        shots = [window.screenshot()]
        fact, place = PROOF_FACT
        window.locator(f"#fact-{fact} .stops a").nth(place).click()
        window.wait_for_timeout(500)
        shots.append(window.screenshot())
        browser.close()
    return spread([Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots])


def poster(edition: Edition, side: int = SMALL) -> Image.Image:
    """The poster of `edition`, laid out and set."""
    project, house = open_project(ROOT), edition.masthead.house

    def heights(trials: tuple[Trial, ...]) -> dict[str, float]:
        return measure(render_trials(trials, house, project), project)

    sheet = lay_out_poster(edition, heights)
    ((html,),) = render(Sheets(None, sheet), project).values()
    return small(pypdfium2.PdfDocument(typeset(html, project).pdf), side)


def small(document: pypdfium2.PdfDocument, side: int = SMALL) -> Image.Image:
    """The first page of `document`, its longer side so many pixels."""
    width, height = document[0].get_size()
    return page(document, 1, height=side * height / max(width, height))


def posters() -> dict[str, Image.Image]:
    """The pictures of docs/poster.md."""
    sheet = pypdfium2.PdfDocument(ROOT / "output" / "poster.pdf")
    cards = poster(publication(composition="cards"))
    return {
        "poster-8": poster(few()),
        "poster-centuries": poster(centuries()),
        "poster-few": spread([poster(upright(n)) for n in (8, 1)]),
        "poster-80": poster(drawn(80, SPANS["8 years"], "ar")),
        "poster-cards": cards,
        "poster-portrait": poster(publication(orientation="portrait")),
        "poster-roll-up": poster(publication(paper="850 x 2000 mm")),
        "poster-down": spread([poster(banner(), side=LONG), poster(read_from_afar())]),
        "poster-thumbs": thumbs(cards, small(sheet)),
        "poster-eyes": eyes(small(sheet)),
        "poster-far": at_dpi(sheet, 8),
        "poster-near": near(sheet),
    }


def examples() -> dict[str, Image.Image]:
    """The examples: the poster of each, beside a cover and a page of its brief where it has one."""
    return {f"example-{name}": example(name, *pages) for name, *pages in EXAMPLES}


def example(name: str, *pages: int) -> Image.Image:
    """The poster of an example and these pages of its brief, in the direction in which it runs."""
    with TemporaryDirectory() as folder:
        project = Project(ROOT / "examples" / name, Path(folder), EXAMPLE_DAY)
        built = build(project, ("brief", "poster") if pages else ("poster",), Watch())
        shown = []
        for stem, numbers in (("brief", pages), ("poster", (1,))):
            file = Path(folder) / f"{stem}.pdf"
            document = pypdfium2.PdfDocument(file.read_bytes()) if numbers else None
            shown += [page(document, number, height=EXAMPLE_HEIGHT) for number in numbers]
    leftwards = built.edition.masthead.house.language.direction == "rtl"
    return spread(shown if leftwards else shown[::-1])


def publication(**words: Any) -> Edition:
    """The publication with other settings of its poster."""
    edition = edition_of(real_edition(), "poster")
    assert edition.poster
    return replace(edition, poster=replace(edition.poster, **words))


def few() -> Edition:
    """Eight events drawn by a seed, under the publication's title."""
    return crowd(8, composition="skyline", figures=(), pillars=())


def centuries() -> Edition:
    """Twenty-eight events of five centuries in two paces, with two eras."""
    edition = drawn(28, SPANS["500 years"], "en")
    assert edition.poster
    first, after = edition.poster.period
    cut = Date.parse("1800").begin
    eras = tuple(
        Era(Prose(((Words(name, Place("")),),)), Date.parse(one).begin, Date.parse(other).end)
        for name, one, other in (("First era", "1600", "1713"), ("Second era", "1914", "1945"))
    )
    poster = replace(edition.poster, eras=eras, paces=((first, cut), (cut, after)))
    return replace(edition, poster=poster)


def upright(count: int) -> Edition:
    """So many events of some years, drawn by a seed, on A1 upright."""
    return drawn(count, SPANS["8 years"], "ar", paper="A1", orientation="portrait")


def banner() -> Edition:
    """The publication on a banner, on which time runs down."""
    return publication(paper="300 x 1500 mm", orientation="portrait")


def read_from_afar() -> Edition:
    """Eight events on A4 upright, to be read from where four columns have no room."""
    return drawn(8, SPANS["8 years"], "en", paper="A4", orientation="portrait", distance=1.2)


def at_dpi(document: pypdfium2.PdfDocument, dpi: float) -> Image.Image:
    """The first page of `document` with so many pixels an inch: 8 as one passes it."""
    return document[0].render(scale=dpi / 72).to_pil().convert("RGB")


def near(document: pypdfium2.PdfDocument) -> Image.Image:
    """What is seen from nearby, at 90 dpi: a part of the first page over the axis."""
    whole = at_dpi(document, 90)
    sides = zip(NEAR, whole.size * 2, strict=True)
    left, top, right, bottom = (round(share * side) for share, side in sides)
    return whole.crop((left, top, right, bottom))


def thumbs(cards: Image.Image, finished: Image.Image) -> Image.Image:
    """The three compositions that were tried, what came of them, and what stands."""
    tried = [Image.open(ROOT / "docs" / f"poster-{name}.png").convert("RGB") for name in "abc"]
    return spread([
        one.resize((THUMB, one.height * THUMB // one.width), Image.Resampling.LANCZOS)
        for one in (*tried, cards, finished)
    ])  # fmt: skip


def eyes(picture: Image.Image) -> Image.Image:
    """A picture in grey, and to eyes that lack one kind of cones: two above, two below."""
    size = EYES, picture.height * EYES // picture.width
    few = picture.resize(size, Image.Resampling.LANCZOS)
    seen = [few.convert("L").convert("RGB"), *(as_seen(few, c) for c in LACKING.values())]
    rows = [spread(seen[:2]), spread(seen[2:])]
    sheet = Image.new("RGB", (rows[0].width, rows[0].height * 2 - GAP), GROUND)
    for number, row in enumerate(rows):
        sheet.paste(row, (0, number * (row.height - GAP)))
    return sheet


def as_seen(picture: Image.Image, cones: Cones) -> Image.Image:
    """A picture as eyes with such `cones` see it; each of its few colours is reckoned once."""
    reduced = picture.quantize(192, dither=Image.Dither.NONE)
    palette = reduced.getpalette() or []
    colours = (palette[n : n + 3] for n in range(0, len(palette), 3))
    reduced.putpalette([level for colour in colours for level in mix(colour, cones)])
    return reduced.convert("RGB")


def mix(colour: Sequence[int], cones: Cones) -> Iterator[int]:
    """Red, green and blue of sRGB, 0 to 255, as these cones see them, reckoned in linear light."""
    levels = (level / 255 for level in colour)
    light = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in levels]
    for row in cones:
        v = min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True))))
        yield round(255 * (v * 12.92 if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055))


def main(only: str = "") -> None:
    """Write the pictures, as small as a palette makes them: all, or those of the examples only."""
    pictures = examples() if only == "examples" else {**of_the_publication(), **examples()}
    for name, picture in pictures.items():
        reduced = picture.quantize(192, dither=Image.Dither.NONE)
        reduced.save(ROOT / "docs" / f"{name}.png", optimize=True)


def of_the_publication() -> dict[str, Image.Image]:
    """The pictures of the README and of docs/poster.md."""
    brief = pypdfium2.PdfDocument(ROOT / "output" / "brief.pdf")
    sheet = pypdfium2.PdfDocument(ROOT / "output" / "poster.pdf")
    pages = [page(brief, number, height=BRIEF_HEIGHT) for number in BRIEF_PAGES]
    width, height = sheet[0].get_size()
    whole = page(sheet, 1, height=POSTER_WIDTH * height / width)
    return {
        "brief": spread(pages),
        "poster": spread([whole]),
        "proof": proof(ROOT / "output" / "proof.html"),
        **posters(),
    }


if __name__ == "__main__":
    main(*sys.argv[1:2])
