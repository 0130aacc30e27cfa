"""Every damage to the press file is caught by the rule for it, and by no other, as a shop would."""

from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from press.bind.bind import Document
from press.cache import Store
from press.diagnostics import Diagnostic
from press.pdf.pages import read_pages
from press.preflight.preflight import judge_picture, judge_press
from tests.support.damages import (
    Damage,
    add_a_page,
    at,
    drop_the_language,
    embed_a_file,
    keep_elsewhere,
    loose_the_fonts,
    put,
    retyped,
    rewritten,
    turn_the_direction,
    unsaid,
    with_state,
    without,
)
from tests.support.derived import judge
from tests.support.pdfs import carry_too_much, codes, damaged, derived, finished, with_image

PT_MM = 72 / 25.4


def said(damage: Damage, store: Store | None = None) -> list[Diagnostic]:
    """What is said of the press file after `damage`; `store` knows what was sound before."""
    one = finished("poster")
    return judge_press(damaged(derived().documents[0], damage), one.sheets, one.edition, store)


def test_the_other_files_of_a_sound_poster_have_no_fault():
    one = finished("poster")
    (page,) = read_pages(one.document.pdf)
    for other in derived().documents:
        assert judge((page,), one.document, other, one.sheets, one.edition) == []
    assert judge_picture("poster.png", derived().picture, one.document, one.edition) == []


def take_a_profile_of_a_screen(data: bytes) -> bytes:
    return data[:12] + b"mntrRGB " + data[20:]


def take_a_later_profile(data: bytes) -> bytes:
    return data[:8] + b"\x05" + data[9:]


def link_somewhere(pdf: pikepdf.Pdf) -> Array:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    return Array([pdf.make_indirect(link)])


def exchange_two_boxes(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.TrimBox, page.BleedBox = page.BleedBox, page.TrimBox


def with_box(name: str, of: str) -> Damage:
    return put(f"0/{name}", lambda pdf: at(pdf, f"0/{of}"))


def a_font(pdf: pikepdf.Pdf) -> Any:
    return next(iter(pdf.pages[0].obj.Resources.Font.values())).DescendantFonts[0]


def widen_a_font(pdf: pikepdf.Pdf) -> None:
    widths = a_font(pdf).W
    widths[1] = Array([float(width) + 9 for width in widths[1]])


def repainted(old: bytes, new: bytes, *, count: int = 1) -> Damage:
    """A damage to the content of the sheet."""
    return retyped("0/Contents", old, new, count=count)


def add(content: str) -> Damage:
    """A damage that paints something more on the sheet."""
    return rewritten("0/Contents", lambda held: held + f"\n{content}".encode())


def print_in_every_ink(pdf: pikepdf.Pdf) -> None:
    """A square of 20 mm, 100 mm from the left and 50 mm from the top of the trim, in all inks."""
    trim = pdf.pages[0].trimbox
    left, top, side = float(trim[0]) + 100 * PT_MM, float(trim[3]) - 50 * PT_MM, 20 * PT_MM
    add(f"q 1 1 1 0.1 k {left} {top - side} {side} {side} re f Q")(pdf)


def write_small_in(inks: str, ground: str) -> Damage:
    """A damage that writes in 9 pt, in the inks `inks` on a ground of others."""

    def damage(pdf: pikepdf.Pdf) -> None:
        name, font = next(iter(pdf.pages[0].obj.Resources.Font.items()))
        glyph = int(font.DescendantFonts[0].W[0])  # one that the subset holds
        written = f"BT {name} 9 Tf 1 0 0 1 310 310 Tm {inks} k <{glyph:04x}> Tj ET"
        add(f"q {ground} k 300 300 90 50 re f {written} Q")(pdf)

    return damage


def paint_over_the_bleed(pdf: pikepdf.Pdf) -> None:
    """White from the left end of the bleed to 1 mm before the trim, all the way down."""
    page = pdf.pages[0]
    left, low, _, high = (float(edge) for edge in page.obj.BleedBox)
    width = float(page.trimbox[0]) - left - PT_MM
    add(f"q 0 0 0 0 k {left} {low} {width} {high - low} re f Q")(pdf)


INTENT, PROFILE = "Root/OutputIntents/0", "Root/OutputIntents/0/DestOutputProfile"
PRESS_DAMAGES: dict[str, tuple[Damage, str]] = {
    "a page is added": (add_a_page, "page-count"),
    "trim and bleed change places": (exchange_two_boxes, "press-boxes"),
    "there is no bleed box": (without("0/BleedBox"), "press-boxes"),
    "the bleed ends at the trim": (with_box("BleedBox", "TrimBox"), "press-boxes"),
    "marks have no room": (with_box("MediaBox", "BleedBox"), "press-boxes"),
    "the sheet is cropped": (with_box("CropBox", "TrimBox"), "press-boxes"),
    "fonts are not embedded": (loose_the_fonts, "fonts-embedded"),
    "a link is left": (put("0/Annots", link_somewhere), "press-bare"),
    "a script runs": (
        put("Root/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
        "press-bare",
    ),
    "there is no output intent": (without("Root/OutputIntents"), "press-intent"),
    "the profile is removed": (without(PROFILE), "press-intent"),
    "the profile is that of a screen": (
        rewritten(PROFILE, take_a_profile_of_a_screen), "press-intent",
    ),
    "no condition of printing is named": (
        put(f"{INTENT}/OutputConditionIdentifier", String("")), "press-intent",
    ),
    "the condition is a name alone": (without(f"{INTENT}/Info"), "press-intent"),
    "the profile is of a later kind": (rewritten(PROFILE, take_a_later_profile), "press-intent"),
    "a file is embedded": (embed_a_file, "press-bare"),
    "a viewer is to clip it": (put("Root/ViewerPreferences/ViewClip", Name.TrimBox), "press-bare"),
    "a state has a transfer function": (with_state(0, TR=Name.Identity), "press-bare"),
    "it was made on two days": (
        put("Info/CreationDate", String("D:19990101000000Z")), "archive-metadata",
    ),
    "a font is wider than it says": (widen_a_font, "matterhorn-31"),
    "a font does not say that it is one": (
        lambda pdf: setattr(a_font(pdf), "Type", Name.Face), "archive-fonts",
    ),
    "an operator is unknown": (repainted(rb" k\n", b" k odd\n"), "archive-content"),
    "a stream is in another file": (keep_elsewhere, "archive-file"),
    "a name is too long": (
        put("Root/PieceInfo", Dictionary(X=Name("/" + "a" * 128))), "archive-limits",
    ),
    "it does not say PDF/X-4": (unsaid("<pdfxid:.*?</pdfxid:GTS_PDFXVersion>"), "press-keys"),
    "it has no id": (unsaid("<xmpMM:DocumentID>.*?</xmpMM:DocumentID>"), "press-keys"),
    "trapping is left open": (put("Info/Trapped", Name.Unknown), "press-keys"),
    "a colour is in RGB": (repainted(rb" k\n", b" k 1 0 0 rg\n"), "press-colours"),
    "a colour is a grey": (repainted(rb" k\n", b" k 0.5 g\n"), "press-colours"),
    "an image is in RGB": (with_image(1, "RGB", 200, (200, 200)), "press-colours"),
    "an image is too coarse": (with_image(1, "Gray", 60, (200, 200)), "coarse-image"),
    "colours are multiplied": (with_state(0, BM=Name.Multiply), "press-blending"),
    "inks print over others": (
        add("q /Over gs 0 0.3 0 0 k 300 300 50 50 re f Q"), "press-overprint",
    ),
    "black text knocks out": (repainted(rb"/Over gs", b"/Knock gs", count=0), "press-overprint"),
    "small text is of several inks": (
        write_small_in("1 0.5 0 0", "0 0 0 0.05"), "press-small-type",
    ),
    "small text is white in four inks": (
        write_small_in("0 0 0 0", "0.6 0.5 0.4 0.8"), "press-reversed-type",
    ),
    "a large solid is black alone": (add("q 0 0 0 1 k 300 300 56.7 56.7 re f Q"), "press-solids"),
    "there is too much ink": (print_in_every_ink, "press-ink"),
    "the bleed is painted over": (paint_over_the_bleed, "press-bleed"),
    "crop marks are gone": (repainted(rb"/All CS.*?Q", b"Q"), "press-marks"),
    "no slug names the build": (repainted(rb"/Slug1 Do", b""), "press-slug"),
    "it is too large for mail": (carry_too_much, "file-size"),
    "pages turn the other way": (turn_the_direction, "direction"),
    "the language is gone": (drop_the_language, "language"),
}  # fmt: skip


class Read(Store):
    """A store in which nothing more is put."""

    def put(self, key: str, held: Any) -> None:
        pass


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """What a build keeps that has judged the sound file."""
    folder = tmp_path_factory.mktemp("kept") / "work"
    assert said(lambda pdf: None, Store(folder, "engine")) == []
    return Read(folder, "engine")


@pytest.mark.parametrize("what", PRESS_DAMAGES)
def test_a_damaged_press_file_is_caught_by_its_own_rule(what, known):
    damage, code = PRESS_DAMAGES[what]
    found = said(damage)
    assert codes(found) == {code}
    assert said(damage, known) == found


def test_a_press_file_that_is_no_pdf_is_said_once():
    one = finished("poster")
    broken = Document("poster", "poster", "press", b"%PDF-1.6 nothing", 1)
    found = judge_press(broken, one.sheets, one.edition)
    assert [(d.code, d.place.path) for d in found] == [("preflight/syntax", "poster-press.pdf")]


def test_too_much_ink_is_found_at_its_place_on_the_sheet():
    (found,) = said(print_in_every_ink)
    assert "310%" in found.message
    assert found.at
    assert (found.at.x_mm, found.at.y_mm) == pytest.approx((100, 50), abs=1.5)
    assert (found.at.width_mm, found.at.height_mm) == pytest.approx((20, 20), abs=1.5)


def test_ink_that_another_colour_covers_is_never_printed():
    def covered(pdf: pikepdf.Pdf) -> None:
        print_in_every_ink(pdf)
        lid = at(pdf, "0/Contents").read_bytes().rsplit(b"\nq 1 1 1 0.1 k", 1)[1]
        add(f"q 0 0 0 0 k{lid.decode()}")(pdf)

    assert said(covered) == []


def test_ink_at_the_end_of_a_gradient_counts():
    def graded(pdf: pikepdf.Pdf) -> None:
        ends = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 0.2], N=1)
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 900, 0], Function=ends
        )
        put("0/Resources/Shading", Dictionary(Fade=shading))(pdf)
        add("q 90 90 700 400 re W n /Fade sh Q")(pdf)

    assert codes(said(graded)) == {"press-ink"}


def test_one_lost_crop_mark_is_found_at_its_corner():
    # The first mark, beside the upper or lower left corner.
    (found,) = said(repainted(rb"/All CS 1 SCN\n[^\n]*\n", b"/All CS 1 SCN\n"))
    assert found.code == "preflight/press-marks"
    assert found.at
    assert found.at.x_mm == 0


def test_a_shop_that_takes_less_ink_refuses_what_another_prints():
    one = finished("poster")
    laid = one.sheets.poster
    thirsty = replace(laid, press=replace(laid.press, ink_limit=1.9))
    press = derived().documents[0]
    assert judge_press(press, one.sheets, one.edition) == []
    found = judge_press(press, replace(one.sheets, poster=thirsty), one.edition)
    assert codes(found) == {"press-ink"}
