"""Every damage to a finished PDF is caught by the rule for it, and by no other."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from press.bind.bind import Document
from press.codes.codes import CODES
from press.pdf.structure import read_structure
from press.preflight.document import open_document
from press.preflight.preflight import named_families, preflight
from press.preflight.rules import table as stage
from press.preflight.rules.file import syntax
from tests.bind.test_booklet import DAMAGES as BOOKLET_DAMAGES
from tests.preflight.rules.test_damaged_copies import LIGHT_DAMAGES, PICTURE_DAMAGES, SHEET_DAMAGES
from tests.preflight.rules.test_damaged_pages import OTHER_DAMAGES, PAGE_DAMAGES
from tests.preflight.rules.test_damaged_press import PRESS_DAMAGES
from tests.preflight.rules.test_pdfa import DAMAGES as ARCHIVE_DAMAGES
from tests.preflight.rules.test_pdfua import MATTERHORN_DAMAGES
from tests.preflight.rules.test_pdfua import RULES as CHECKPOINTS
from tests.preflight.rules.test_social import SOCIAL_DAMAGES
from tests.preflight.rules.test_web import WEB_DAMAGES
from tests.preflight.test_lines import BAD
from tests.support.damages import (
    Damage,
    add_a_page,
    drop_the_language,
    loose_the_fonts,
    put,
    turn_the_direction,
    turned,
    unsaid,
    without,
)
from tests.support.pdfs import carry_too_much, caught, codes, damaged, finished, with_image

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["brief", "poster"])
def test_a_sound_publication_has_no_fault(name):
    one = finished(name)
    assert preflight(one.document, one.sheets, one.edition) == []


TABLES = {
    name: table
    for name, table in vars(stage).items()
    if isinstance(table, tuple) and table and all(callable(rule) for rule in table)
}
RULES = {rule.__name__: rule for table in TABLES.values() for rule in table}


def test_every_rule_is_named_as_its_code():
    named = {f"preflight/{name.replace('_', '-')}" for name in RULES}
    assert len(named) > 80
    assert named == {code for code in CODES if code.startswith("preflight/")}


def test_no_two_rules_have_one_name():
    assert len(RULES) == len({id(rule) for table in TABLES.values() for rule in table})


def test_every_rule_says_what_it_asks():
    assert all(rule.__doc__ for rule in RULES.values())


def damages_to_files() -> list[dict[str, tuple[Damage, str]]]:
    """The tables of what is done to a finished file, each with the rule that is to catch it."""
    pages = [FILE_DAMAGES, PAGE_DAMAGES, OTHER_DAMAGES]
    return [*pages, PRESS_DAMAGES, SHEET_DAMAGES, LIGHT_DAMAGES, BOOKLET_DAMAGES]


def test_every_rule_has_a_damage_that_it_catches():
    """A rule without one fails here: a rule that was never seen to fail may be one that cannot."""
    shown = {code for table in damages_to_files() for _, code in table.values()}
    of_screens = (PICTURE_DAMAGES, WEB_DAMAGES, SOCIAL_DAMAGES)
    shown |= {code for table in of_screens for _, code in table.values()}
    shown |= {rule for _, rule in ARCHIVE_DAMAGES.values()} | set(BAD)
    shown |= {f"matterhorn_{CHECKPOINTS.get(c, c[:2])}" for c in (*MATTERHORN_DAMAGES, "26-002")}
    # Each of these has a test of its own.
    shown |= {"syntax", "page-bounds", "sheet-count", "archive-syntax"}
    assert {name.replace("-", "_") for name in shown} == set(RULES)


def damages() -> dict[str, set[str]]:
    """The rules that are to catch each damage, by its name; some are done to several files."""
    found: dict[str, set[str]] = {rule: {rule} for rule in BAD}
    for condition in MATTERHORN_DAMAGES:
        found[condition] = {f"matterhorn_{CHECKPOINTS.get(condition, condition[:2])}"}
    for table in (*damages_to_files(), PICTURE_DAMAGES, WEB_DAMAGES, SOCIAL_DAMAGES):
        for what, (_, code) in table.items():
            found.setdefault(what, set()).add(code)
    return {what: {c.replace("_", "-") for c in codes} for what, codes in found.items()}


GUIDE = (ROOT / "docs" / "preflight.md").read_text("utf-8")
SUBJECTS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in GUIDE.splitlines()
    if line.startswith("| ") and "preflight/" in line
]


@pytest.mark.parametrize("row", SUBJECTS, ids=lambda row: row[0][:40])
def test_the_guide_names_rules_damages_and_cases_that_are_there(row):
    """And each damage that it names is caught by a rule of the same row, each rule by one."""
    _, rules, shown, cases = row
    named = set(re.findall(r"`preflight/([a-z0-9-]+)`", rules))
    assert named and {f"preflight/{rule}" for rule in named} <= set(CODES)
    known = damages()
    for what in re.findall(r'"([^"]+)"', shown):
        assert known[what] & named, what
    for case in re.findall(r"`([^`]+)`", cases):
        assert (ROOT / "tests" / "cases" / case).is_dir(), case


def test_the_guides_name_every_rule():
    """Each in one of the three, those of good setting by the name alone."""
    others = [(ROOT / "docs" / f"{n}.md").read_text("utf-8") for n in ("matterhorn", "typesetting")]
    told = "\n".join([GUIDE, *others])
    missing = [c for c in CODES if c.startswith("preflight/") and f"`{c}`" not in told]
    assert [c for c in missing if f"`{c.removeprefix('preflight/')}`" not in told] == []


# -- damages to the file ---------------------------------------------------------------------


def take_a_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3]


def trim_elsewhere(pdf: pikepdf.Pdf) -> None:
    box = pdf.pages[0].mediabox
    pdf.pages[0].mediabox = Array([float(edge) + 9 for edge in box])


def embed_a_font_whole(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[1].resources.Font
    font = fonts[next(iter(fonts.keys()))]
    font.BaseFont = Name(f"/{str(font.BaseFont).split('+')[1]}")


def drop_a_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        chapter = next(item for item in outline.root if item.children)
        del chapter.children[0]


def exchange_two_bookmarks(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        chapter = next(item for item in outline.root if len(item.children) > 1)
        chapter.children.reverse()


def first_link(pdf: pikepdf.Pdf, key: str) -> Dictionary:
    links = (link for page in pdf.pages for link in page.obj.get("/Annots", []))
    return next(link for link in links if key in link)


def lead_nowhere(pdf: pikepdf.Pdf) -> None:
    first_link(pdf, "/Dest").Dest = String("nowhere")


def lead_to_a_bad_address(pdf: pikepdf.Pdf) -> None:
    link = first_link(pdf, "/Dest")
    del link["/Dest"]
    link.A = Dictionary(S=Name.URI, URI=String("http:/un org"))


def forget_the_way_back(pdf: pikepdf.Pdf) -> None:
    """The links of notes lead to their sources, and no more to the marks in the text."""
    for page in pdf.pages:
        for link in page.obj.get("/Annots", []):
            if str(link.get("/Dest", "")).startswith("mark-"):
                link.Dest = String("sources")


def lead_a_source_elsewhere(pdf: pikepdf.Pdf) -> None:
    """The last source leads to the contents, where it led to what rests on it."""
    sources = [e for e in read_structure(pdf).elements() if e.id.startswith("source-")]
    for link in sources[-1].annotations():
        if "/Dest" in link.held:
            link.held.Dest = String("contents")


def lead_out_of_the_file(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        other = pikepdf.new()
        other.add_blank_page()
        outline.root[0].destination = Array([pdf.copy_foreign(other.pages[0].obj), Name.Fit])


def downsample_an_image(pdf: pikepdf.Pdf) -> None:
    """An image of 300 pixels an inch, which is fine, keeps every third of them."""
    with_image(2, "Gray", 300, (250, 60))(pdf)
    image = pdf.pages[1].obj.Resources.XObject["/Im"]
    data = image.read_bytes()
    image.write(b"".join(data[300 * row : 300 * (row + 1) : 3] for row in range(0, 300, 3)))
    image.Width = image.Height = 100


FILE_DAMAGES: dict[str, tuple[Damage, str]] = {
    "a page is taken": (take_a_page, "page-count"),
    "a page is added": (add_a_page, "page-count"),
    "the sides of a page change places": (turned(1), "page-size"),
    "the trim lies elsewhere": (trim_elsewhere, "page-size"),
    "fonts are not embedded": (loose_the_fonts, "fonts-embedded"),
    "a font is embedded whole": (embed_a_font_whole, "fonts-embedded"),
    "there are no tags": (without("Root/StructTreeRoot"), "tagged"),
    "the tags are not marked": (put("Root/MarkInfo/Marked", False), "tagged"),
    "a page has no tab order": (without("2/Tabs"), "tagged"),
    "the language is gone": (drop_the_language, "language"),
    "the file name is shown": (put("Root/ViewerPreferences/DisplayDocTitle", False), "title"),
    "the title is gone": (unsaid("<dc:title>.*?</dc:title>"), "title"),
    "pages turn the other way": (turn_the_direction, "direction"),
    "the author is gone": (unsaid("<dc:creator>.*?</dc:creator>"), "metadata"),
    "the subject is gone": (unsaid("<dc:description>.*?</dc:description>"), "metadata"),
    "it is not for everybody": (unsaid("<pdfuaid:part>1</pdfuaid:part>"), "archivable"),
    "it is not for the archive": (unsaid('pdfaid:conformance="A"'), "archivable"),
    "there is no output intent": (without("Root/OutputIntents"), "archivable"),
    "a bookmark is gone": (drop_a_bookmark, "bookmarks"),
    "two bookmarks change places": (exchange_two_bookmarks, "bookmarks"),
    "a link leads nowhere": (lead_nowhere, "dead-link"),
    "an address is malformed": (lead_to_a_bad_address, "dead-link"),
    "a note leads back no more": (forget_the_way_back, "missing-link"),
    "a source leads back no more": (lead_a_source_elsewhere, "missing-link"),
    "a bookmark leads out of the file": (lead_out_of_the_file, "dead-link"),
    "it is too large for mail": (carry_too_much, "file-size"),
    "an image is too coarse": (with_image(2, "Gray", 140, (250, 60)), "coarse-image"),
    "an image is downsampled": (downsample_an_image, "coarse-image"),
    "an image is in inks": (with_image(2, "CMYK", 300, (250, 60)), "colour-space"),
}


@pytest.mark.parametrize("what", FILE_DAMAGES)
def test_a_damaged_file_is_caught_by_its_own_rule(what):
    damage, code = FILE_DAMAGES[what]
    assert codes(caught(finished("brief"), damage)) == {code}


@pytest.mark.parametrize(("pixels", "severity"), [(80, {"error"}), (140, {"advice"}), (220, set())])
def test_an_image_is_refused_below_the_least_and_advised_on_below_what_is_fine(pixels, severity):
    damage = with_image(2, "RGB", pixels, (250, 60))
    found = caught(finished("brief"), damage)
    assert {diagnostic.severity for diagnostic in found} == severity
    for diagnostic in found:
        assert diagnostic.at
        # An inch, 250 pt from the left; its foot stands 60 pt above the lower edge of A4.
        assert diagnostic.at.x_mm == pytest.approx(250 / 72 * 25.4, abs=0.1)
        assert diagnostic.at.bottom_mm == pytest.approx(297 - 60 / 72 * 25.4, abs=0.1)


def run_on(pdf: pikepdf.Pdf) -> None:
    """The brief runs on over a hundred empty pages."""
    for _ in range(100):
        pdf.add_blank_page(page_size=(595.28, 841.89)).obj.Tabs = Name.S


def test_a_brief_of_more_pages_than_its_records_can_fill_is_caught():
    one = finished("brief")
    found = caught(one, run_on, pages=one.document.pages + 100)
    assert codes(found) == {"page-bounds"}


def test_a_file_without_metadata_claims_nothing():
    found = caught(finished("brief"), without("Root/Metadata"))
    assert codes(found) == {"archivable", "title", "metadata"}


def test_what_is_no_pdf_at_all_is_said_once():
    one = finished("brief")
    nothing = Document("brief", "brief", "pdf", b"%PDF-1.7 nothing", 7)
    assert codes(preflight(nothing, one.sheets, one.edition)) == {"syntax"}


def with_content(content: bytes, filter: Name | None) -> Damage:
    """A damage to the third page: its content is this, packed as it says."""
    return put("2/Contents", lambda pdf: pdf.make_stream(content, Filter=filter))


def test_a_broken_stream_is_caught():
    damage = with_content(b"1 0 0 -1 0 841 cm BT (", Name.FlateDecode)
    assert codes(caught(finished("brief"), damage)) == {"syntax"}


@pytest.mark.parametrize(
    ("content", "filter"),
    [
        (b"q 1 0 0 1 0 0 cm Q", None), (b"1 0 0 -1 0 841 cm BT (", Name.FlateDecode),
        (b"BT (never closed Tj", None), (b"q << /A 1 Q", None), (b"BI /W 1 /H 1 ID x", None),
        (b"7 0 R Q ]", None),
    ],
)  # fmt: skip
def test_a_content_is_damaged_when_pikepdf_says_so(content, filter):
    one = finished("brief")
    broken = damaged(one.document, with_content(content, filter))
    with pikepdf.open(io.BytesIO(broken.pdf)) as pdf:
        theirs = pdf.check_pdf_syntax()
    opened = open_document(broken, one.sheets, one.edition, frozenset())
    assert bool(list(syntax(opened))) == bool(theirs)


# -- fonts that the styles name --------------------------------------------------------------


def test_families_are_read_from_the_styles(tmp_path):
    (tmp_path / "a.css").write_text(
        '@font-face { font-family: "Latin Text"; src: local("Noto Sans") }\n'
        ":root { --font-text: 'Noto Naskh Arabic', Amiri; }\np { font-family: serif }"
    )
    families = named_families([tmp_path])
    assert families == {"Latin Text", "Noto Naskh Arabic", "Amiri", "serif"}
