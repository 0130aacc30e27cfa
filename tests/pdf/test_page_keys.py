"""A page's key tells what is drawn on it, and an object's hash all that it leads to."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.pdf.page_keys import hash_of, page_keys


def pages(*contents: bytes, font: str = "/ABCDEF+Amiri") -> bytes:
    """A PDF with a page for each of `contents`, which share a font."""
    pdf = pikepdf.new()
    held = pdf.make_indirect(Dictionary(Type=Name.Font, BaseFont=Name(font)))
    for content in contents:
        page = pdf.add_blank_page(page_size=(100, 100))
        page.Contents = pdf.make_stream(content)
        page.Resources = Dictionary(Font=Dictionary(F1=held))
    held_bytes = io.BytesIO()
    pdf.save(held_bytes, deterministic_id=True)
    return held_bytes.getvalue()


def test_pages_with_the_same_content_have_the_same_key_and_others_another():
    first, second, third = page_keys(pages(b"0 0 m", b"1 1 m", b"0 0 m"))
    assert first == third != second


def test_the_name_of_a_subset_is_not_seen_on_a_page():
    assert page_keys(pages(b"0 0 m")) == page_keys(pages(b"0 0 m", font="/GHIJKL+Amiri"))


def test_a_page_that_is_turned_is_another():
    with pikepdf.open(io.BytesIO(pages(b"0 0 m"))) as pdf:
        pdf.pages[0].rotate(90, relative=False)
        turned = io.BytesIO()
        pdf.save(turned)
    assert page_keys(turned.getvalue()) != page_keys(pages(b"0 0 m"))


def test_the_hash_of_an_object_covers_what_it_leads_to():
    pdf = pikepdf.new()
    one, same, other = (
        Dictionary(Kids=Array([pdf.make_indirect(Dictionary(Text=text))])) for text in "aab"
    )
    assert hash_of(one, {}) == hash_of(same, {}) != hash_of(other, {})
    assert hash_of(one, {}, frozenset({"/Text"})) == hash_of(other, {}, frozenset({"/Text"}))
