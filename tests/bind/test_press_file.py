"""The press file: a sheet in four inks, with all that a print shop needs and nothing it refuses."""

import io
import shutil
import subprocess
from collections.abc import Iterator

import pikepdf
import pytest
from PIL import Image, ImageCms, ImageStat

from press.bind.bind import Document
from press.bind.press_file import press_file
from press.colour.inks import Press, mix
from press.colour.profiles import DEFAULT_PROFILE, read_profile
from press.content.edition import Masthead
from press.content.prose import Prose
from press.content.values import House
from press.diagnostics import Refusal
from press.language.dates import Date
from press.language.phrases import Phrase
from press.pdf.painting import read_painting
from press.preflight.rules.separations import Pressed
from press.preflight.rules.table import PRESS_PLATES
from press.project import Project
from press.render.render import Html
from press.typeset.gathering import Gathering
from press.typeset.typeset import typeset
from tests.support.damages import retyped
from tests.support.pdfs import damaged
from tests.support.projects import project_in

TITLE = "ملصق للتجربة"
MASTHEAD = Masthead(
    TITLE, Prose(()), "ar", 1, Date.parse("2026"), Phrase("2026", "rtl"), "", "", (), House()
)
PRESS = Press(DEFAULT_PROFILE.read_bytes(), 5.0, 3.0)
INK, PAPER = (0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.0)
NAVY, BRICK = mix((0x12, 0x30, 0x5A), PRESS), mix((0xA2, 0x37, 0x1F), PRESS)
HEAD = f"""<!doctype html><html lang="ar" dir="rtl"><title>{TITLE}</title>
<style>
:root {{ --ink: #18222d; --soft: #55606c; --paper: #fff; --navy: #12305a; --brick: #a2371f }}
body {{ color: var(--ink); font-family: "Noto Kufi Arabic"; font-size: 12pt; margin: 0 }}
div, svg {{ position: absolute }}
"""
# Everything that a poster may hold, on A3: large and small text, a band into the bleed, opacity,
# rounded and dotted boxes, a gradient, a picture, a drawing, a link.
POSTER = (
    HEAD
    + """@page { size: 420mm 297mm; margin: 0; background: var(--paper) }
h1 { color: var(--navy); font-size: 60pt }
h1, p { margin: 0 15mm }
a { color: inherit }
.soft { color: var(--soft) }
.band { background: var(--navy); color: var(--paper); height: 40mm; text-align: center }
.band { left: -5mm; top: 200mm; width: 430mm }
.faint { background: var(--brick); border-radius: 3mm; height: 30mm; opacity: 0.5 }
.faint { left: 20mm; top: 90mm; width: 60mm }
.dots { border: 1mm dotted var(--soft); height: 30mm; left: 100mm; top: 90mm; width: 60mm }
.ramp { background: linear-gradient(var(--brick), var(--paper) 40%, var(--navy)) }
.ramp { height: 30mm; left: 180mm; top: 90mm; width: 60mm }
img { height: 30mm; left: 310mm; position: absolute; top: 90mm; width: 30mm }
svg { height: 30mm; left: 260mm; top: 90mm; width: 30mm }
</style>
<h1>المسؤولية عن الحماية</h1><p>نص صغير <a href="https://example.org">وفيه رابط</a></p>
<p class="soft">نص رمادي</p><div class="band">على الشريط</div><div class="faint">شفاف</div>
<img src="wheel.png" alt="">
<div class="dots"></div><div class="ramp"></div>
<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" fill="#12305a"/>
<path d="M4 4L20 20" fill="none" stroke="#fff"/></svg>
"""
)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a picture, a wheel of colours."""
    root = tmp_path_factory.mktemp("press")
    hues = Image.linear_gradient("L").rotate(90)
    wheel = Image.merge("HSV", (hues, *(Image.new("L", hues.size, 230),) * 2)).convert("RGB")
    wheel.save(root / "wheel.png")
    return project_in(root, day="2026-11-23")


@pytest.fixture(scope="session")
def gathering(project: Project) -> Gathering:
    return typeset(Html("poster", POSTER), project, press=PRESS)


@pytest.fixture(scope="session")
def printed(gathering: Gathering) -> Document:
    return press_file((gathering,), MASTHEAD, PRESS, "poster", "poster")


@pytest.fixture
def pdf(printed: Document) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed.pdf)) as opened:
        yield opened


def set_on_a_page(body: str, project: Project, style: str = "") -> Document:
    """A page of 60 × 60 mm with `body`, as a press file."""
    page = f"{HEAD}@page {{ size: 60mm 60mm; margin: 5mm }}{style}</style>{body}"
    sheet = typeset(Html("poster", page), project, press=PRESS)
    return press_file((sheet,), MASTHEAD, PRESS, "poster", "poster")


def found_in(document: Document) -> dict[str, object]:
    """What the rules on plates find in a press file, by rule."""
    with pikepdf.open(io.BytesIO(document.pdf)) as opened:
        pressed = Pressed(opened, read_painting(opened), 3.0)
        return {rule.__name__: found for rule in PRESS_PLATES if (found := list(rule(pressed)))}


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


def test_no_operator_names_a_colour_of_a_screen(pdf):
    screen = {"rg", "RG", "g", "G", "sc", "SC", "ri"}
    assert {op for op, _ in operations(pdf.pages[0])} & screen == set()


def test_colour_spaces_are_patterns_and_the_marks_on_every_plate(pdf):
    named = {str(v[0]) for op, v in operations(pdf.pages[0]) if op in ("cs", "CS")}
    assert named == {"/Pattern", "/All"}
    spaces = pdf.pages[0].Resources.ColorSpace
    assert list(spaces.keys()) == ["/All"]
    assert [str(part) for part in list(spaces.All)[:3]] == ["/Separation", "/All", "/DeviceCMYK"]


def test_nothing_in_the_file_is_rgb(pdf):
    spaces = {
        str(found[key])
        for found in dictionaries(pdf)
        for key in ("/ColorSpace", "/CS")
        if isinstance(found.get(key), pikepdf.Name)
    }
    assert spaces == {"/DeviceCMYK"}
    assert [o for o in pdf.objects if b"/DeviceRGB" in o.unparse()] == []


def test_a_colour_becomes_the_inks_of_its_token(pdf):
    assert {INK, PAPER, NAVY, BRICK} <= inks_of(pdf.pages[0])


def test_a_gradient_runs_between_the_inks_of_its_tokens(pdf):
    ends = {
        tuple(float(v) for v in found[end])
        for found in dictionaries(pdf)
        if found.get("/FunctionType") == 2
        for end in ("/C0", "/C1")
    }
    assert {BRICK, PAPER, NAVY} <= ends


def test_no_mixture_is_more_than_paper_takes(pdf):
    assert max(sum(inks) for inks in inks_of(pdf.pages[0])) <= PRESS.ink_limit


def test_small_text_is_black_alone_and_as_light(pdf):
    grey = mix((0x55, 0x60, 0x6C), PRESS)
    assert grey[:3] == (0, 0, 0) and grey in inks_of(pdf.pages[0])


def test_boxes_lie_in_each_other_exactly(pdf):
    page = pdf.pages[0]
    mm = 72 / 25.4
    trim, bleed, media = (
        [float(v) / mm for v in page.obj[f"/{name}Box"]] for name in ("Trim", "Bleed", "Media")
    )
    assert trim == pytest.approx([0, 0, 420, 297], abs=1e-4)
    assert bleed == pytest.approx([-5, -5, 425, 302], abs=1e-4)
    assert media == pytest.approx([-13, -13, 433, 310], abs=1e-4)
    assert "/ArtBox" not in page.obj


def test_marks_stand_outside_the_bleed_on_the_lines_of_the_trim(pdf):
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


def test_what_runs_past_the_bleed_is_cut_there(pdf):
    first = pdf.pages[0].Contents.read_bytes().splitlines()[0].split()
    x, y, width, height = (float(v) * 25.4 / 72 for v in first[1:5])
    assert (x, y, width, height) == pytest.approx((-5, -5, 430, 307), abs=1e-3)
    assert first[5:] == [b"re", b"W", b"n"]


def test_the_output_intent_brings_its_profile(pdf):
    (intent,) = list(pdf.Root.OutputIntents)
    assert intent.S == "/GTS_PDFX"
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == PRESS.profile
    assert str(intent.Info) == "Artifex CMYK SWOP Profile"


def test_the_file_says_pdf_x_4_in_both_places(pdf):
    metadata = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in metadata
    assert "<pdf:Trapped>False</pdf:Trapped>" in metadata
    assert "pdfaid" not in metadata
    assert pdf.docinfo["/GTS_PDFXVersion"] == "PDF/X-4"
    assert pdf.docinfo["/Trapped"] == "/False"
    assert pdf.docinfo["/Title"] == TITLE
    assert pdf.docinfo["/CreationDate"] == "D:20260101000000Z"
    assert pdf.pdf_version == "1.6"
    assert "/ID" in pdf.trailer


def test_tags_links_and_outline_are_left_out(pdf):
    assert {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names"} & set(pdf.Root.keys()) == set()
    assert "/Annots" not in pdf.pages[0].obj
    assert {op for op, _ in operations(pdf.pages[0])} & {"BMC", "BDC", "EMC"} == set()


def test_every_font_stands_in_the_file(pdf):
    described = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
                 and o.get("/Type") == "/FontDescriptor"]  # fmt: skip
    assert described
    assert all("/FontFile2" in o or "/FontFile3" in o for o in described)


def test_two_runs_give_the_same_bytes(gathering, printed):
    again = press_file((gathering,), MASTHEAD, PRESS, "poster", "poster")
    assert (again.file, again.pages) == ("poster-press.pdf", 1)
    assert again.pdf == printed.pdf


def test_gradient_opacity_and_picture_keep_every_rule_on_plates(printed):
    assert found_in(printed) == {}


def test_the_picture_is_in_inks(pdf):
    (image,) = (o for o in pdf.objects if isinstance(o, pikepdf.Stream)
                and o.get("/Subtype") == "/Image")  # fmt: skip
    assert image.ColorSpace == "/DeviceCMYK"
    with Image.open(io.BytesIO(image.read_raw_bytes())) as picture:
        reds = picture.convert("RGB").resize((3, 1)).tobytes()
    assert reds[0] != reds[3] != reds[6]  # the hues are still told apart


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("press_colours", '<p style="background: #123456">نص'),
        ("press_ink", '<p style="background: device-cmyk(1 1 0.8 0.4)">نص'),
        (
            "press_small_type",
            '<p style="color: var(--brick); font-size: 30pt; transform: scale(0.5)">نص',
        ),
        (
            "press_reversed_type",
            '<p style="background: device-cmyk(.6 .4 .3 .8); color: var(--paper)">نص',
        ),
        ("press_solids", '<p style="border-top: 12mm solid var(--ink)">نص'),
    ],
)
def test_what_a_style_sheet_does_wrong_is_found_on_the_plates(rule, body, project):
    assert rule in found_in(set_on_a_page(body, project))


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("font-size: 16pt; font-weight: bold", "black"),
        ("font-size: 17pt; font-weight: bold", "brick"),
        ("font-size: 23pt", "black"),
        ("font-size: 24pt", "brick"),
    ],
)
def test_text_keeps_its_colour_from_17_pt_bold_or_24_pt_regular(style, printed, project):
    made = set_on_a_page(f'<p style="color: var(--brick); {style}">نص', project)
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        (text,) = {one.colour.values for one in read_painting(opened) if one.kind == "text"}
    assert (text == BRICK) == (printed == "brick")
    assert not any(text[:3]) or printed == "brick"


def test_a_large_solid_of_black_is_deepened_and_a_rule_is_not(project):
    body = '<p style="height: 20mm"></p><p style="height: 1mm"></p>'
    made = set_on_a_page(body, project, "p { background: var(--ink) }")
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        fills = [one.colour.values for one in read_painting(opened) if one.kind == "fill"]
    assert (0.6, 0.4, 0.3, 1.0) in fills and INK in fills


def test_inks_that_a_style_names_itself_are_kept(project):
    made = set_on_a_page('<p style="background: device-cmyk(0.1 0.2 0.3 0)">نص', project)
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        assert (0.1, 0.2, 0.3, 0.0) in inks_of(opened.pages[0])


@pytest.mark.parametrize(
    "style",
    ["border: 2mm ridge var(--navy)", "background: linear-gradient(var(--navy), transparent)"],
)
def test_shades_that_cannot_be_mixed_of_inks_are_refused(style, project):
    with pytest.raises(Refusal, match="bind/not-in-inks"):
        set_on_a_page(f'<p style="{style}">نص', project)


def test_a_missing_default_profile_names_its_package(project, tmp_path, monkeypatch):
    monkeypatch.setattr("press.colour.profiles.DEFAULT_PROFILE", tmp_path / "default_cmyk.icc")
    with pytest.raises(Refusal, match="bind/missing-profile") as refusal:
        read_profile(project)
    assert "libgs-common" in refusal.value.diagnostics[0].hint


@pytest.mark.parametrize("said", ["mntr RGB", "no ICC profile"])
def test_a_profile_that_is_none_of_a_press_is_refused(gathering, said):
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = screen if said == "mntr RGB" else b"no profile"
    with pytest.raises(Refusal, match=f"{said}.*bind/wrong-profile"):
        press_file((gathering,), MASTHEAD, Press(profile, 5.0, 3.0), "poster", "poster")


@pytest.mark.skipif(shutil.which("gs") is None, reason="no ghostscript: install it")
def test_black_text_prints_over_its_ground_on_the_plates(project, tmp_path):
    """Ghostscript separates the page: where letters are black, the ground is not left out."""
    body = '<p style="color: var(--ink); font-size: 60pt; font-weight: bold">نص</p>'
    ground = "@page { background: device-cmyk(0 0.2 0.6 0) } p { margin: 10mm }"
    made = set_on_a_page(body, project, ground)
    knocked = damaged(made, retyped("0/Contents", b"/Over gs", b"/Knock gs"))
    plates = {}
    for name, pdf in (("over", made.pdf), ("knock", knocked.pdf)):
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
        out = tmp_path / f"{name}.tif"
        asked = ["-sDEVICE=tiff32nc", "-r72", f"-sOutputFile={out}", str(tmp_path / f"{name}.pdf")]
        subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", *asked], check=True)
        _, _, yellow, black = Image.open(out).split()
        letters = black.point(lambda level: 255 if level > 250 else 0)
        middle = (60, 60, letters.width - 60, letters.height - 60)
        mask, ground = (plate.crop(middle) for plate in (letters, yellow))
        assert mask.getbbox()
        (plates[name],) = ImageStat.Stat(ground, mask).mean
    assert plates["over"] == pytest.approx(0.6 * 255, abs=3)
    assert plates["knock"] < 10


def test_a_light_tint_of_black_leaves_its_ground_out(project):
    """On a dark ground it would let the other inks show through."""
    made = set_on_a_page(
        '<p style="background: var(--ink); color: #bbb; font-size: 60pt">نص', project,
        ":root { --light: #bbbbbb } p { color: var(--light) !important }",
    )  # fmt: skip
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        texts = [one for one in read_painting(opened) if one.kind == "text"]
    assert texts
    assert not any(one.over for one in texts)
