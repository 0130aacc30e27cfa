"""Every damage to the press file is caught by the rule for it, and by no other, as a shop would."""

import re
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from press.bind.bind import Document
from press.diagnostics import Diagnostic
from press.pdf.pages import read_pages
from press.preflight.derived import judge
from press.preflight.preflight import judge_picture, judge_press
from tests.support.pdfs import Damage, carry_too_much, codes, damaged, derived, finished, with_image


def said(damage: Damage, *, pages: int | None = None) -> list[Diagnostic]:
    """What is said of the press file after `damage`."""
    one = finished("poster")
    return judge_press(
        damaged(derived().documents[0], damage, pages=pages), one.sheets, one.edition
    )


def test_the_other_files_of_a_sound_poster_have_no_fault():
    one = finished("poster")
    (page,) = read_pages(one.document.pdf)
    for other in derived().documents:
        assert judge((page,), one.document, other, one.sheets, one.edition) == []
    assert judge_picture("poster.png", derived().picture, one.document, one.edition) == []


# -- the file --------------------------------------------------------------------------------


def add_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def exchange_two_boxes(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.TrimBox, page.BleedBox = page.BleedBox, page.TrimBox


def with_box(name: str, of: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[name] = pdf.pages[0].obj[of]

    return damage


def without(key: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj[key]

    return damage


def in_root(key: str, value: Dictionary) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = value

    return damage


def link_somewhere(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def drop_the_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def drop_the_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0]["/DestOutputProfile"]


def take_a_profile_of_a_screen(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = profile.read_bytes()
    profile.write(data[:12] + b"mntrRGB " + data[20:])


def leave_the_condition_out(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("")


def take_a_later_profile(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = profile.read_bytes()
    profile.write(data[:8] + b"\x05" + data[9:])


def embed_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"text"


def make_on_another_day(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/CreationDate"] = "D:19990101000000Z"


def a_font(pdf: pikepdf.Pdf) -> Any:
    return next(iter(pdf.pages[0].obj.Resources.Font.values()))


def widen_a_font(pdf: pikepdf.Pdf) -> None:
    widths = a_font(pdf).DescendantFonts[0].W
    widths[1] = Array([float(width) + 9 for width in widths[1]])


def unname_a_font(pdf: pikepdf.Pdf) -> None:
    a_font(pdf).DescendantFonts[0].Type = Name.Face


def keep_elsewhere(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PieceInfo = pdf.make_indirect(pdf.make_stream(b"", F=String("elsewhere.bin")))


def unsaid(element: str) -> Damage:
    """A damage that takes what matches `element` out of the XMP metadata."""

    def damage(pdf: pikepdf.Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        changed = re.sub(element, "", text)
        assert changed != text
        pdf.Root.Metadata = pdf.make_stream(changed.encode(), Type=Name.Metadata, Subtype=Name.XML)

    return damage


def leave_trapping_open(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Trapped = Name.Unknown


def loose_the_fonts(pdf: pikepdf.Pdf) -> None:
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in held:
                    del held[key]


def turn_the_direction(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.Direction = Name.L2R


def drop_the_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


# -- what is painted -------------------------------------------------------------------------


def repainted(old: bytes, new: bytes, *, count: int = 1) -> Damage:
    """A damage to the content of the sheet."""

    def damage(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        before = page.Contents.read_bytes()
        after = re.sub(old, new, before, count=count)
        assert after != before
        page.Contents = pdf.make_stream(after)

    return damage


def with_state(state: Dictionary) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        resources = pdf.pages[0].obj.Resources
        resources.ExtGState = Dictionary({**dict(resources.ExtGState.items()), "/Mixed": state})

    return damage


def print_in_every_ink(pdf: pikepdf.Pdf) -> None:
    """A square of 20 mm, 100 mm from the left and 50 mm from the top of the trim, in all inks."""
    page = pdf.pages[0]
    left, top = float(page.trimbox[0]) + 100 * 72 / 25.4, float(page.trimbox[3]) - 50 * 72 / 25.4
    side = 20 * 72 / 25.4
    square = f"\nq 1 1 1 0.1 k {left} {top - side} {side} {side} re f Q".encode()
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + square)


def add(content: str) -> Damage:
    """A damage that paints something more on the sheet."""

    def damage(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + f"\n{content}".encode())

    return damage


def print_a_ground_over(pdf: pikepdf.Pdf) -> None:
    """A square of magenta that prints over what is beneath it."""
    add("q /Over gs 0 0.3 0 0 k 300 300 50 50 re f Q")(pdf)


def print_a_solid(pdf: pikepdf.Pdf) -> None:
    """A square of 20 mm in black alone."""
    add("q 0 0 0 1 k 300 300 56.7 56.7 re f Q")(pdf)


def write_small_in(inks: str, ground: str) -> Damage:
    """A damage that writes in 9 pt, in the inks `inks` on a ground of others."""

    def damage(pdf: pikepdf.Pdf) -> None:
        name, font = next(iter(pdf.pages[0].obj.Resources.Font.items()))
        glyph = int(font.DescendantFonts[0].W[0])  # one that the subset holds
        written = f"BT {name} 9 Tf 1 0 0 1 310 310 Tm {inks} k <{glyph:04x}> Tj ET"
        add(f"q {ground} k 300 300 90 50 re f {written} Q")(pdf)

    return damage


def draw_no_marks(pdf: pikepdf.Pdf) -> None:
    repainted(rb"(?s)/All CS.*?Q", b"Q")(pdf)


def paint_over_the_bleed(pdf: pikepdf.Pdf) -> None:
    """White from the left end of the bleed to 1 mm before the trim, all the way down."""
    page = pdf.pages[0]
    left, low, _, high = (float(edge) for edge in page.obj.BleedBox)
    width = float(page.trimbox[0]) - left - 72 / 25.4
    strip = f"\nq 0 0 0 0 k {left} {low} {width} {high - low} re f Q".encode()
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + strip)


PRESS_DAMAGES: dict[str, tuple[Damage, str]] = {
    "a page is added": (add_a_page, "page-count"),
    "trim and bleed change places": (exchange_two_boxes, "press-boxes"),
    "there is no bleed box": (without("/BleedBox"), "press-boxes"),
    "the bleed ends at the trim": (with_box("/BleedBox", "/TrimBox"), "press-boxes"),
    "marks have no room": (with_box("/MediaBox", "/BleedBox"), "press-boxes"),
    "the sheet is cropped": (with_box("/CropBox", "/TrimBox"), "press-boxes"),
    "fonts are not embedded": (loose_the_fonts, "fonts-embedded"),
    "a link is left": (link_somewhere, "press-bare"),
    "a script runs": (
        in_root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
        "press-bare",
    ),
    "there is no output intent": (drop_the_intent, "press-intent"),
    "the profile is removed": (drop_the_profile, "press-intent"),
    "the profile is that of a screen": (take_a_profile_of_a_screen, "press-intent"),
    "no condition of printing is named": (leave_the_condition_out, "press-intent"),
    "the condition is a name alone": (
        lambda pdf: pdf.Root.OutputIntents[0].__delitem__("/Info"),
        "press-intent",
    ),
    "the profile is of a later kind": (take_a_later_profile, "press-intent"),
    "a file is embedded": (embed_a_file, "press-bare"),
    "a viewer is to clip it": (
        lambda pdf: setattr(pdf.Root.ViewerPreferences, "ViewClip", Name.TrimBox),
        "press-bare",
    ),
    "a state has a transfer function": (with_state(Dictionary(TR=Name.Identity)), "press-bare"),
    "it was made on two days": (make_on_another_day, "archive-metadata"),
    "a font is wider than it says": (widen_a_font, "matterhorn-31"),
    "a font does not say that it is one": (unname_a_font, "archive-fonts"),
    "an operator is unknown": (repainted(rb" k\n", b" k odd\n"), "archive-content"),
    "a stream is in another file": (keep_elsewhere, "archive-file"),
    "a name is too long": (
        in_root("/PieceInfo", Dictionary(X=Name("/" + "a" * 128))),
        "archive-limits",
    ),
    "it does not say PDF/X-4": (unsaid("<pdfxid:.*?</pdfxid:GTS_PDFXVersion>"), "press-keys"),
    "it has no id": (unsaid("<xmpMM:DocumentID>.*?</xmpMM:DocumentID>"), "press-keys"),
    "trapping is left open": (leave_trapping_open, "press-keys"),
    "a colour is in RGB": (repainted(rb" k\n", b" k 1 0 0 rg\n"), "press-colours"),
    "a colour is a grey": (repainted(rb" k\n", b" k 0.5 g\n"), "press-colours"),
    "an image is in RGB": (
        with_image(1, Name.DeviceRGB, pixels=200, at=(200, 200)),
        "press-colours",
    ),
    "an image is too coarse": (
        with_image(1, Name.DeviceGray, pixels=60, at=(200, 200)),
        "coarse-image",
    ),
    "colours are multiplied": (with_state(Dictionary(BM=Name.Multiply)), "press-blending"),
    "inks print over others": (print_a_ground_over, "press-overprint"),
    "black text knocks out": (repainted(rb"/Over gs", b"/Knock gs", count=0), "press-overprint"),
    "small text is of several inks": (
        write_small_in("1 0.5 0 0", "0 0 0 0.05"),
        "press-small-type",
    ),
    "small text is white in four inks": (
        write_small_in("0 0 0 0", "0.6 0.5 0.4 0.8"),
        "press-reversed-type",
    ),
    "a large solid is black alone": (print_a_solid, "press-solids"),
    "there is too much ink": (print_in_every_ink, "press-ink"),
    "the bleed is painted over": (paint_over_the_bleed, "press-bleed"),
    "crop marks are gone": (draw_no_marks, "press-marks"),
    "no slug names the build": (repainted(rb"/Slug1 Do", b""), "press-slug"),
    "it is too large for mail": (carry_too_much, "file-size"),
    "pages turn the other way": (turn_the_direction, "direction"),
    "the language is gone": (drop_the_language, "language"),
}


@pytest.mark.parametrize("what", PRESS_DAMAGES)
def test_a_damaged_press_file_is_caught_by_its_own_rule(what):
    damage, code = PRESS_DAMAGES[what]
    assert codes(said(damage)) == {code}


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
        page = pdf.pages[0]
        lid = page.Contents.read_bytes().rsplit(b"\nq 1 1 1 0.1 k", 1)[1]
        content = page.Contents.read_bytes() + b"\nq 0 0 0 0 k" + lid
        page.Contents = pdf.make_stream(content)

    assert said(covered) == []


def test_ink_at_the_end_of_a_gradient_counts():
    def graded(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        ends = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 0.2], N=1)
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 900, 0], Function=ends
        )
        page.obj.Resources.Shading = Dictionary(Fade=shading)
        page.Contents = pdf.make_stream(
            page.Contents.read_bytes() + b"\nq 90 90 700 400 re W n /Fade sh Q"
        )

    assert codes(said(graded)) == {"press-ink"}


def test_one_lost_crop_mark_is_found_at_its_corner():
    def damage(pdf: pikepdf.Pdf) -> None:
        """The first mark, beside the upper or lower left corner."""
        repainted(rb"/All CS 1 SCN\n[^\n]*\n", b"/All CS 1 SCN\n")(pdf)

    (found,) = said(damage)
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
