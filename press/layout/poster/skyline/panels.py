"""What stands in the sky of a skyline beside the title, with the heights that it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from press.content.edition import Edition, PosterWords, Saying
from press.content.prose import Prose
from press.content.resolved import Entry
from press.content.values import House
from press.layout.poster.blocks import FigureCell, Foot, Header, Measure, Panel, Pillar, Trial
from press.layout.poster.composition import Paper, inner_width
from press.layout.poster.event_texts import figure_cell, stamp
from press.layout.poster.legibility import PASSED, SEEN, least_ink_mm, medial_ink
from press.layout.poster.skyline.sky import Sizes

# The widths that words in the sky may have by what they are, in design mm.
WIDTHS = {
    "lead": (110.0, 150.0, 200.0, 270.0, 360.0, 480.0, 640.0),
    "promise": (86.0, 110.0, 140.0, 180.0, 240.0, 320.0),
    "introduction": (86.0, 110.0, 140.0, 180.0, 240.0, 320.0),
    "pillars": (86.0, 130.0, 190.0, 260.0),
    "headline": (86.0, 120.0, 170.0),
    "filler": (80.0, 110.0, 150.0),
    "figure": (70.0, 90.0, 120.0),
}
# The face of the title, the most and the steps of its measure, in em.
TITLE_FACE, TITLE_STYLE = "Noto Kufi Arabic", "Bold"
MOST_TITLE = 80.0
NARROWEST, STEP, MEASURES = 2.4, 1.07, 44
# The em in design mm at which a title is measured: the largest, for a line may stand out of its box
# by a rounding, which would grow with the title.
MEASURED = MOST_TITLE


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on a skyline beside its events, measured, in design mm.

    `shapes`: how high the title is at each width, in em of it; `far` and `near`: its least em;
    `must` are the panels that are printed in any case, `may` those that fill free room; `sizes` are
    those of each by its id where panels and what stands under the title are set `swell` times their
    designed size.
    """

    title: Header
    shapes: Mapping[float, float]
    far: float
    near: float
    lead: Panel | None
    must: tuple[Panel, ...]
    may: tuple[Panel, ...]
    sizes: Mapping[str, Sizes]
    foot: Foot
    foot_height: float
    swell: float = 1.0

    @property
    def panels(self) -> tuple[Panel, ...]:
        """All that is measured of the sky."""
        return (*((self.lead,) if self.lead else ()), *self.must, *self.may)

    def lead_sizes(self) -> Sizes:
        """How high what stands under the title is at each width; nothing of none."""
        return self.sizes[self.lead.id] if self.lead else {0.0: 0.0}


def furnish(
    edition: Edition,
    words: PosterWords,
    sheet: Paper,
    entries: Sequence[Entry],
    figures: Sequence[tuple[str, FigureCell]],
    signs: tuple[tuple[str, str], ...],
    measure: Measure,
) -> Furniture:
    """What stands beside `entries`; `figures` are those that none of them carries, by facts.

    `signs` are those on the axis.
    """
    title = Header("sky", sheet.orientation, words.title, words.subtitle, Prose(), ())
    lead = _panel("lead", words.subtitle) if words.subtitle else None
    must = [_panel(*said) for said in (_sentence(words),) if said[1]]
    pillars = tuple(Pillar(number, text) for number, text in enumerate(words.pillars, 1))
    if words.headline:
        must.append(_saying("headline", words.headline, edition, sheet))
    if pillars:
        must.append(Panel("pillars", "pillars", Prose(), None, "", pillars))
    must += [
        Panel(f"figure-{n}", "figure", cell.label, cell, fact, ())
        for n, (fact, cell) in enumerate(figures)
    ]
    may = tuple(
        _saying("filler", saying, edition, sheet, n) for n, saying in enumerate(words.fillers)
    )
    acting = {actor for entry in entries for actor in entry.actors}
    foot = Foot(
        "foot",
        tuple(actor for actor in edition.actors.values() if actor in acting),
        signs,
        words.sources_line,
        stamp(edition, words),
        bool(edition.masthead.address),
    )
    measured = _measured(title, foot, sheet, measure)
    found = Furniture(
        title,
        {
            wide: measured[f"title.{n}"] / sheet.scale / MEASURED
            for n, wide in enumerate(_measures())
            if measured[f"title.{n}"] < float("inf")
        },
        _title_em(words, sheet, PASSED, title_face(edition.masthead.house)),
        _title_em(words, sheet, SEEN, title_face(edition.masthead.house)),
        lead,
        tuple(must),
        may,
        {},
        foot,
        measured["foot"] / sheet.scale,
    )
    return swollen(found, sheet, measure, 1.0)


def swollen(found: Furniture, sheet: Paper, measure: Measure, swell: float) -> Furniture:
    """The same with panels and what stands under the title set `swell` times their size."""
    k = round(sheet.scale, 5)
    widths = {panel.id: _widths(panel, sheet, swell) for panel in found.panels}
    trials = tuple(
        Trial(f"{panel.id}.{width:g}", panel, round(width * k, 3), k, swell)
        for panel in found.panels
        for width in widths[panel.id]
    )
    measured = measure(trials) if trials else {}
    sizes: dict[str, Sizes] = {}
    for panel in found.panels:
        held = {
            width: height / sheet.scale
            for width in widths[panel.id]
            if (height := measured[f"{panel.id}.{width:g}"]) < float("inf")
        }
        # Lines that are too long to be read are set only where no shorter ones hold a word.
        most = WIDTHS[panel.kind][-1] * swell
        sizes[panel.id] = {w: h for w, h in held.items() if w <= most} or held
    return replace(found, sizes=sizes, swell=swell)


def _measured(title: Header, foot: Foot, sheet: Paper, measure: Measure) -> dict[str, float]:
    k = round(sheet.scale, 5)
    trials = [
        Trial(f"title.{n}", title, round(wide * MEASURED * k, 3), k, MEASURED)
        for n, wide in enumerate(_measures())
    ]
    trials.append(Trial("foot", foot, round(inner_width(sheet) * k, 3), k, 1.0))
    return measure(tuple(trials))


def _measures() -> tuple[float, ...]:
    return tuple(round(NARROWEST * STEP**n, 3) for n in range(MEASURES))


def _widths(panel: Panel, sheet: Paper, swell: float) -> tuple[float, ...]:
    """The widths of a panel that the sheet has room for, the whole sheet the last."""
    inner = round(inner_width(sheet), 3)
    wide = (round(width * swell, 3) for width in WIDTHS[panel.kind])
    return (*(width for width in wide if width < inner), inner)


def title_face(house: House) -> str:
    """The face of Arabic titles: a family, or the boldest file of a project's own."""
    face = next((face for face in house.faces if face.slot == "display"), None)
    if face is None or house.language.direction != "rtl":
        return TITLE_FACE
    return max(face.files, key=lambda file: file.weight).path if face.files else face.family


def _title_em(words: PosterWords, sheet: Paper, times: float, face: str) -> float:
    """The least em of a title that is read from so many times as far as text, in design mm."""
    distance = min(words.distance or sheet.read_from_m, sheet.read_from_m) * times
    ink = least_ink_mm(words.letter, distance) / sheet.scale
    return ink / medial_ink(face, TITLE_STYLE) * 1.005


def _sentence(words: PosterWords) -> tuple[str, Prose]:
    """The promise; where there is none, the introduction."""
    return ("promise", words.promise) if words.promise else ("introduction", words.introduction)


def _panel(kind: str, text: Prose) -> Panel:
    return Panel(kind, kind, text, None, "", ())


def _saying(kind: str, saying: Saying, edition: Edition, sheet: Paper, number: int = 0) -> Panel:
    """A sentence, or a figure with what it counts."""
    house = edition.masthead.house
    cell = figure_cell(saying.value, saying.text, house, sheet) if saying.value else None
    return Panel(f"{kind}-{number}", kind, saying.text, cell, saying.fact, ())
