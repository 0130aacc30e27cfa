"""Every font of a file is told once, wherever it is at hand, and whether its outlines are there."""

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.pdf.fonts import HeldFont, fonts_of


def pages_with(*fonts: Dictionary, inside: Dictionary | None = None) -> pikepdf.Pdf:
    """A PDF with a page for each font; the last page draws a form that has `inside` at hand."""
    pdf = pikepdf.new()
    for font in fonts:
        page = pdf.add_blank_page(page_size=(100, 100))
        page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    if inside is not None:
        form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form)
        form.Resources = Dictionary(Font=Dictionary(F2=inside))
        page.Resources.XObject = Dictionary(X1=form)
    return pdf


def simple(name: str) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name(name))


def told(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    return [(font.page, font.tagged) for font in fonts_of(pdf)]


def test_a_font_of_two_pages_is_told_once_with_the_first():
    pdf = pages_with(simple("/Amiri"), simple("/Noto"))
    pdf.pages[1].Resources.Font.F2 = pdf.pages[0].Resources.Font.F1
    assert told(pdf) == [(1, "Amiri"), (2, "Noto")]


def test_a_font_of_a_form_is_told_with_the_page_that_draws_it():
    assert told(pages_with(simple("/Amiri"), inside=simple("/Noto"))) == [(1, "Amiri"), (1, "Noto")]


def test_a_composite_font_tells_what_its_descendant_does():
    pdf = pikepdf.new()
    descriptor = Dictionary(FontFamily=pikepdf.String("Amiri"), FontFile2=pdf.make_stream(b"glyf"))
    inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, FontDescriptor=descriptor)
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Amiri-Bold"),
        DescendantFonts=Array([inner]),
    )  # fmt: skip
    page = pdf.add_blank_page(page_size=(100, 100))
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    (found,) = fonts_of(pdf)
    assert isinstance(found, HeldFont)
    assert (found.name, found.family, found.is_subset) == ("Amiri-Bold", "Amiri", True)
    assert found.program.read_bytes() == b"glyf"


def test_a_font_that_is_not_embedded_has_no_program():
    (found,) = fonts_of(pages_with(simple("/Amiri")))
    assert found.program is None
    assert not found.is_subset
