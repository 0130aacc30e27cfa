"""separate: the poster in four inks, with everything a print shop needs and nothing it refuses."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageCms

from press.bind.bind import Document
from press.bind.colours import INK_LIMIT, Ink, Rgb, read_colours
from press.bind.profiles import DEFAULT_PROFILE, read_profile
from press.bind.separate import bleed_css, separate
from press.content.edition import Masthead
from press.content.facts import House
from press.content.prose import Prose
from press.diagnostics import Refusal
from press.language.dates import Date
from press.language.phrases import Phrase
from press.project import Project
from press.render.render import Html
from press.typeset.gathering import Gathering
from press.typeset.typeset import typeset

TITLE = "ملصق للتجربة"
TODAY = datetime.date(2026, 11, 23)
MASTHEAD = Masthead(
    TITLE, Prose(()), "ar", 1, Date.parse("2026"), Phrase("2026", "rtl"), "", "", (), House()
)
INK, SOFT, PAPER = (
    Ink("--ink", 0, 0, 0, 1),
    Ink("--soft", 0.2, 0.1, 0, 0.7),
    Ink("--paper", *[0] * 4),
)
NAVY, BRICK = Ink("--navy", 1, 0.85, 0.3, 0.5), Ink("--brick", 0.25, 0.95, 1, 0.2)
COLOURS: dict[Rgb, Ink] = {
    (0x18, 0x22, 0x2D): INK,
    (0x55, 0x60, 0x6C): SOFT,
    (0xFF, 0xFF, 0xFF): PAPER,
    (0x12, 0x30, 0x5A): NAVY,
    (0xA2, 0x37, 0x1F): BRICK,
}
HEAD = f"""<!doctype html><html lang="ar" dir="rtl"><title>{TITLE}</title>
<style>
body {{ color: #18222d; font-family: "Noto Kufi Arabic"; font-size: 12pt; margin: 0 }}
div, svg {{ position: absolute }}
"""
# Everything that a poster may hold, on A3: large and small text, a band into the bleed, opacity,
# rounded and dotted boxes, a gradient, a drawing, a link.
POSTER = (
    HEAD
    + """@page { size: 420mm 297mm; margin: 0; background: #fff }
h1 { color: #12305a; font-size: 60pt }
h1, p { margin: 0 15mm }
a { color: inherit }
.soft { color: #55606c }
.band { background: #12305a; color: #fff; height: 40mm; left: -5mm; top: 200mm; width: 430mm }
.band { text-align: center }
.faint { background: #a2371f; height: 30mm; left: 20mm; opacity: 0.5; top: 90mm; width: 60mm }
.faint { border-radius: 3mm }
.dots { border: 1mm dotted #55606c; height: 30mm; left: 100mm; top: 90mm; width: 60mm }
.ramp { background: linear-gradient(#a2371f, #fff 40%, #12305a) }
.ramp { height: 30mm; left: 180mm; top: 90mm; width: 60mm }
svg { height: 30mm; left: 260mm; top: 90mm; width: 30mm }
</style>
<h1>المسؤولية عن الحماية</h1><p>نص صغير <a href="https://example.org">وفيه رابط</a></p>
<p class="soft">نص رمادي</p><div class="band">على الشريط</div><div class="faint">شفاف</div>
<div class="dots"></div><div class="ramp"></div>
<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" fill="#12305a"/>
<path d="M4 4L20 20" fill="none" stroke="#fff"/></svg>
"""
)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("separate")
    return Project(root, root / "output", TODAY)


@pytest.fixture(scope="session")
def gathering(project: Project) -> Gathering:
    return typeset(Html("poster", POSTER), project, styles=bleed_css())


@pytest.fixture(scope="session")
def profile() -> bytes:
    return DEFAULT_PROFILE.read_bytes()


@pytest.fixture(scope="session")
def printed(gathering: Gathering, profile: bytes) -> Document:
    return separate(gathering, MASTHEAD, COLOURS, profile=profile, today=TODAY, trim_mm=(420, 297))


@pytest.fixture
def pdf(printed: Document) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed.pdf)) as opened:
        yield opened


def separated(
    body: str, project: Project, *, style: str = "", bleed: str = "", **changed: object
) -> Document:
    """A page of 60 × 60 mm with `body`, separated."""
    page = f"{HEAD}@page {{ size: 60mm 60mm; margin: 5mm; background: #fff }}{style}</style>{body}"
    sheet = typeset(Html("poster", page), project, styles=bleed or bleed_css())
    settings = {
        "profile": DEFAULT_PROFILE.read_bytes(),
        "today": TODAY,
        "trim_mm": (60, 60),
        **changed,
    }
    return separate(sheet, MASTHEAD, COLOURS, **settings)  # type: ignore[arg-type]


def refused(code: str, body: str, project: Project, **settings: object) -> str:
    """What is said of a page that is refused, for this reason alone."""
    with pytest.raises(Refusal) as refusal:
        separated(body, project, **settings)  # type: ignore[arg-type]
    assert {d.code for d in refusal.value.diagnostics} == {code}
    return str(refusal.value)


Operation = tuple[str, list[object]]


def operations(content: pikepdf.Object | pikepdf.Page) -> Iterator[Operation]:
    """Every operator of a page, its forms and its patterns."""
    owner = content.obj if isinstance(content, pikepdf.Page) else content
    for instruction in pikepdf.parse_content_stream(content):
        yield str(instruction.operator), list(instruction.operands)
    for kind in ("/XObject", "/Pattern"):
        for _, inner in owner.Resources.get(kind, {}).items():
            if isinstance(inner, pikepdf.Stream) and inner.get("/Subtype") != "/Image":
                yield from operations(inner)


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, those of streams and those within others too."""
    todo = list(pdf.objects)
    while todo:
        found = todo.pop()
        if isinstance(found, pikepdf.Array):
            values = list(found)
        elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield found
            values = [value for _, value in found.items()]
        else:
            continue
        todo += [v for v in values if isinstance(v, pikepdf.Object) and not v.is_indirect]


def inks_of(content: pikepdf.Page) -> set[tuple[float, ...]]:
    """Every mixture of inks that is set."""
    return {tuple(float(v) for v in values) for op, values in operations(content) if op in "kK"}


def test_no_operator_names_a_colour_of_a_screen(pdf: pikepdf.Pdf) -> None:
    screen = {"rg", "RG", "g", "G", "sc", "SC", "ri"}
    assert {op for op, _ in operations(pdf.pages[0])} & screen == set()


def test_colour_spaces_are_patterns_and_the_marks_on_every_plate(pdf: pikepdf.Pdf) -> None:
    named = {str(v[0]) for op, v in operations(pdf.pages[0]) if op in ("cs", "CS")}
    assert named == {"/Pattern", "/All"}
    spaces = pdf.pages[0].Resources.ColorSpace
    assert list(spaces.keys()) == ["/All"]
    assert [str(part) for part in list(spaces.All)[:3]] == ["/Separation", "/All", "/DeviceCMYK"]


def test_nothing_in_the_file_is_rgb(pdf: pikepdf.Pdf) -> None:
    spaces = {
        str(found[key])
        for found in dictionaries(pdf)
        for key in ("/ColorSpace", "/CS")
        if isinstance(found.get(key), pikepdf.Name)
    }
    assert spaces == {"/DeviceCMYK"}
    assert [o for o in pdf.objects if b"/DeviceRGB" in o.unparse()] == []


def test_a_colour_becomes_the_inks_of_its_token(pdf: pikepdf.Pdf) -> None:
    assert {INK.inks, PAPER.inks, NAVY.inks, BRICK.inks} <= inks_of(pdf.pages[0])


def test_a_gradient_runs_between_the_inks_of_its_tokens(pdf: pikepdf.Pdf) -> None:
    ends = {
        tuple(float(v) for v in found[end])
        for found in dictionaries(pdf)
        if found.get("/FunctionType") == 2
        for end in ("/C0", "/C1")
    }
    assert {BRICK.inks, PAPER.inks, NAVY.inks} <= ends


def test_no_mixture_is_more_than_paper_takes(pdf: pikepdf.Pdf) -> None:
    assert max(sum(inks) for inks in inks_of(pdf.pages[0])) <= INK_LIMIT


def test_small_grey_text_is_black_alone_and_as_light(pdf: pikepdf.Pdf) -> None:
    # 0.3 × 0.2 + 0.59 × 0.1 + 0.7
    assert (0.0, 0.0, 0.0, 0.819) in inks_of(pdf.pages[0])


def test_what_is_not_text_keeps_its_grey(pdf: pikepdf.Pdf) -> None:
    assert SOFT.inks in inks_of(pdf.pages[0])


def test_boxes_lie_in_each_other_exactly(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    mm = 72 / 25.4
    trim, bleed, media = (
        [float(v) / mm for v in page.obj[f"/{name}Box"]] for name in ("Trim", "Bleed", "Media")
    )
    assert trim == pytest.approx([0, 0, 420, 297], abs=1e-4)
    assert bleed == pytest.approx([-5, -5, 425, 302], abs=1e-4)
    assert media == pytest.approx([-13, -13, 433, 310], abs=1e-4)
    assert "/ArtBox" not in page.obj


def test_marks_stand_outside_the_bleed_on_the_lines_of_the_trim(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].Contents.read_bytes().decode("ascii")
    marks = content[content.index("/All CS") :]
    points = [
        tuple(float(v) * 25.4 / 72 for v in line.split()[i : i + 2])
        for line in marks.splitlines()
        if line.endswith(" S")
        for i in (0, 3)
    ]
    assert len(points) == 16
    for x, y in points:
        outside = not -5 < x < 425 or not -5 < y < 302
        assert outside
        assert min(abs(x), abs(x - 420), abs(y), abs(y - 297)) < 0.001


def test_what_runs_past_the_bleed_is_cut_there(pdf: pikepdf.Pdf) -> None:
    first = pdf.pages[0].Contents.read_bytes().splitlines()[0].split()
    x, y, width, height = (float(v) * 25.4 / 72 for v in first[1:5])
    assert (x, y, width, height) == pytest.approx((-5, -5, 430, 307), abs=1e-3)
    assert first[5:] == [b"re", b"W", b"n"]


def test_the_output_intent_brings_its_profile(pdf: pikepdf.Pdf, profile: bytes) -> None:
    (intent,) = list(pdf.Root.OutputIntents)
    assert intent.S == "/GTS_PDFX"
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == profile
    assert str(intent.Info) == "Artifex CMYK SWOP Profile"


def test_the_file_says_pdf_x_4_in_both_places(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in metadata
    assert "<pdf:Trapped>False</pdf:Trapped>" in metadata
    assert "pdfaid" not in metadata
    assert pdf.docinfo["/GTS_PDFXVersion"] == "PDF/X-4"
    assert pdf.docinfo["/Trapped"] == "/False"
    assert pdf.docinfo["/Title"] == TITLE
    assert pdf.docinfo["/CreationDate"] == "D:20261123000000Z"
    assert pdf.pdf_version == "1.6"
    assert "/ID" in pdf.trailer


def test_tags_links_and_outline_are_left_out(pdf: pikepdf.Pdf) -> None:
    assert {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names"} & set(pdf.Root.keys()) == set()
    assert "/Annots" not in pdf.pages[0].obj
    assert {op for op, _ in operations(pdf.pages[0])} & {"BMC", "BDC", "EMC"} == set()


def test_every_font_stands_in_the_file(pdf: pikepdf.Pdf) -> None:
    described = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
                 and o.get("/Type") == "/FontDescriptor"]  # fmt: skip
    assert described
    assert all("/FontFile2" in o or "/FontFile3" in o for o in described)


def test_two_runs_give_the_same_bytes(
    gathering: Gathering, printed: Document, profile: bytes
) -> None:
    again = separate(gathering, MASTHEAD, COLOURS, profile=profile, today=TODAY, trim_mm=(420, 297))
    assert (again.name, again.pages) == ("poster-press", 1)
    assert again.pdf == printed.pdf


def test_a_colour_that_is_no_token_is_refused_by_name(project: Project) -> None:
    said = refused(
        "separate/unknown-colour", '<p style="font-size: 30pt; color: #123456">نص', project
    )
    assert "#123456" in said


def test_a_colour_that_is_set_and_never_painted_is_no_fault(project: Project) -> None:
    unpainted = '<svg viewBox="0 0 9 9"><path d="M1 1h5v5" fill="none" stroke="#18222d"/></svg>'
    style = "svg { height: 9mm; left: 20mm; top: 20mm; width: 9mm }"
    assert separated(unpainted, project, style=style).pages == 1


def test_small_text_of_several_inks_is_refused_by_name(project: Project) -> None:
    said = refused("separate/coloured-small-text", '<p style="color: #a2371f">مجلس الأمن', project)
    assert "--brick" in said
    assert "\u2068مجلس الأمن\u2069" in said


def test_the_limit_of_small_text_is_a_setting(project: Project) -> None:
    body = '<p style="color: #a2371f">مجلس الأمن'
    assert separated(body, project, small_pt=12.0).pages == 1


def test_text_is_as_small_as_it_is_printed(project: Project) -> None:
    shrunk = '<p style="color: #a2371f; font-size: 30pt; transform: scale(0.5)">نص'
    refused("separate/coloured-small-text", shrunk, project)


def test_too_much_ink_is_refused(project: Project) -> None:
    body = '<p style="background: device-cmyk(1 1 0.8 0.4)">نص'
    assert "320%" in refused("separate/too-much-ink", body, project)


def test_inks_that_a_style_names_itself_are_kept(project: Project) -> None:
    made = separated('<p style="background: device-cmyk(0.1 0.2 0.3 0)">نص', project)
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        assert (0.1, 0.2, 0.3, 0.0) in inks_of(opened.pages[0])


def altered(gathering: Gathering, resource: str, content: str, **entries: object) -> Gathering:
    """The gathering with one more resource, an image or a graphics state, that is used."""
    with pikepdf.open(io.BytesIO(gathering.pdf)) as opened:
        new: pikepdf.Object = pikepdf.Dictionary(**entries)
        if resource == "XObject":
            new = opened.make_stream(b"\xff\0\0", new)
        name = opened.pages[0].add_resource(new, pikepdf.Name(f"/{resource}"))
        opened.pages[0].contents_add(content.format(name).encode())
        out = io.BytesIO()
        opened.save(out)
    return Gathering(gathering.name, out.getvalue(), 1)


@pytest.mark.parametrize("space", ["DeviceRGB", "DeviceCMYK"])
def test_an_image_in_colour_is_refused(space: str, gathering: Gathering, profile: bytes) -> None:
    image = {
        "Subtype": pikepdf.Name.Image,
        "ColorSpace": pikepdf.Name(f"/{space}"),
        "Width": 1,
        "Height": 1,
        "BitsPerComponent": 8,
    }
    sheet = altered(gathering, "XObject", "q 9 0 0 9 0 0 cm {} Do Q", **image)
    with pytest.raises(Refusal, match=r"an image in colour.*separate/not-separable"):
        separate(sheet, MASTHEAD, COLOURS, profile=profile, today=TODAY, trim_mm=(420, 297))


def test_blending_is_refused(gathering: Gathering, profile: bytes) -> None:
    sheet = altered(gathering, "ExtGState", "{} gs", BM=pikepdf.Name.Multiply)
    with pytest.raises(Refusal, match=r"BM mixes inks.*separate/not-separable"):
        separate(sheet, MASTHEAD, COLOURS, profile=profile, today=TODAY, trim_mm=(420, 297))


def test_a_soft_mask_is_refused(project: Project) -> None:
    fading = '<p style="background: linear-gradient(#a2371f, transparent)">نص'
    refused("separate/not-separable", fading, project)


def test_a_band_that_stops_at_the_trim_is_refused_with_its_place(project: Project) -> None:
    band = '<div style="background: #12305a; height: 9mm; left: -5mm; top: 20mm; width: 60mm">'
    said = refused("separate/short-bleed", band, project)
    assert "the left edge ends before the bleed does, 25–34 mm from the top" in said
    assert "right edge" in said


def test_another_size_is_refused(project: Project) -> None:
    said = refused("separate/wrong-size", "<p>نص", project, trim_mm=(59, 60))
    assert "60.0 × 60.0 mm, not 59 × 60 mm" in said


def test_a_sheet_without_its_bleed_is_refused(project: Project) -> None:
    refused("separate/wrong-size", "<p>نص", project, bleed="@page { bleed: 2mm }")


def test_a_font_that_is_not_embedded_is_refused(gathering: Gathering, profile: bytes) -> None:
    with pikepdf.open(io.BytesIO(gathering.pdf)) as opened:
        for found in opened.objects:
            if isinstance(found, pikepdf.Dictionary) and "/FontFile2" in found:
                del found["/FontFile2"]
        out = io.BytesIO()
        opened.save(out)
    bare = Gathering("poster", out.getvalue(), 1)
    with pytest.raises(Refusal, match="separate/font-not-embedded"):
        separate(bare, MASTHEAD, COLOURS, profile=profile, today=TODAY, trim_mm=(420, 297))


def test_a_missing_default_profile_names_its_package(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "default_cmyk.icc"
    monkeypatch.setattr("press.bind.profiles.DEFAULT_PROFILE", gone)
    with pytest.raises(Refusal, match="separate/missing-profile") as refusal:
        read_profile(project)
    assert "libgs-common" in refusal.value.diagnostics[0].hint


def test_a_profile_of_a_screen_is_refused(project: Project) -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    said = refused("separate/wrong-profile", "<p>نص", project, profile=screen)
    assert "mntr RGB" in said
    refused("separate/wrong-profile", "<p>نص", project, profile=b"no profile")


def palette(tmp_path: Path, css: str) -> Project:
    """A project whose tokens are `css`."""
    (tmp_path / "styles" / "shared").mkdir(parents=True)
    (tmp_path / "styles" / "shared" / "tokens.css").write_text(css, "utf-8")
    return Project(tmp_path, tmp_path / "output", TODAY, home=tmp_path)


def test_tokens_are_read_with_their_inks(tmp_path: Path) -> None:
    css = """:root {
      --space: 3mm; /* --old: #000000; */
      --ink: #18222d;   --ink-cmyk: device-cmyk(0 0 0 1);
      --wash: #FfF;     --wash-cmyk: device-cmyk(5% 5% 10% 0%);
    }"""
    assert read_colours(palette(tmp_path, css)) == {
        (0x18, 0x22, 0x2D): Ink("--ink", 0, 0, 0, 1),
        (255, 255, 255): Ink("--wash", 0.05, 0.05, 0.1, 0),
    }


@pytest.mark.parametrize(
    ("css", "said"),
    [
        (":root {\n  --ink: #18222d;\n}", "tokens.css:2:3: error: --ink has no inks"),
        (":root { --ink-cmyk: device-cmyk(0 0 0 1) }", "--ink-cmyk is the twin of no token"),
        (":root { --a: #000; --a-cmyk: device-cmyk(0 0 1) }", "which is no mixture of inks"),
        (":root { --a: #000; --a-cmyk: device-cmyk(0 0 0 2) }", "which is no mixture of inks"),
        (":root { --a: rgb(0 0 0 / 50%) }", "which no ink answers to"),
        (
            ":root { --a: #000; --a-cmyk: device-cmyk(0 0 0 1); --b: #000000;"
            " --b-cmyk: device-cmyk(0 0 0 0.9) }",
            "--b and --a are one colour on screen and two in print",
        ),
    ],
)  # fmt: skip
def test_a_token_without_right_inks_is_refused_at_its_line(
    css: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="separate/wrong-token") as refusal:
        read_colours(palette(tmp_path, css))
    assert said in str(refusal.value)


def test_a_token_of_too_much_ink_is_refused_at_its_line(tmp_path: Path) -> None:
    css = ":root {\n --a: #000;\n --a-cmyk: device-cmyk(1 1 1 0.01)\n}"
    with pytest.raises(Refusal, match=r"tokens.css:3:2: .*separate/too-much-ink"):
        read_colours(palette(tmp_path, css))


def test_every_colour_of_our_palette_has_its_inks(project: Project) -> None:
    colours = read_colours(project)
    assert len(colours) > 12
    assert all(ink.total <= INK_LIMIT for ink in colours.values())
