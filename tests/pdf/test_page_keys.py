"""A page's key tells what is drawn on it, and an object's hash all that it leads to."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.pdf import page_keys as module
from press.pdf.page_keys import bleed_keys, hash_of, page_keys


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


def with_slugs(said: bytes, *contents: bytes) -> bytes:
    """A press file of these pages, with a slug below each that says its number after `said`."""
    pdf = pikepdf.open(io.BytesIO(pages(*contents)))
    shared = pdf.pages[0].Resources
    for number, page in enumerate(pdf.pages, start=1):
        page.Resources = shared
        slug = pikepdf.Page(pdf.add_blank_page()).as_form_xobject()
        slug.write(said + b"%d" % number)
        name = page.add_resource(slug, Name.XObject, Name(f"/Slug{number}"))
        page.contents_add(f"q 1 0 0 1 0.5 -{number} cm {name} Do Q".encode())
        page.contents_coalesce()
        del pdf.pages[-1]
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_what_a_slug_says_is_outside_the_bleed_of_its_page():
    before, after = with_slugs(b"a", b"0 0 m", b"1 1 m"), with_slugs(b"b", b"0 0 m", b"1 1 m")
    assert not set(page_keys(before)) & set(page_keys(after))
    assert bleed_keys(before) == bleed_keys(after)
    assert len(set(bleed_keys(before))) == 2
    more = with_slugs(b"b", b"2 2 m", b"0 0 m", b"1 1 m")
    assert bleed_keys(more)[1:] == bleed_keys(before)
    plain = pages(b"0 0 m", b"1 1 m")
    assert bleed_keys(plain) == page_keys(plain)


def test_keys_of_files_are_held_without_the_files_and_of_the_last_ones(monkeypatch):
    monkeypatch.setattr(module, "_FOUND", {})
    monkeypatch.setattr(module, "MOST", 2)
    files = [pages(b"%d 0 m" % n) for n in range(3)]
    told = [(page_keys(file), bleed_keys(file)) for file in files]
    assert len(module._FOUND) == 2
    assert [(page_keys(file), bleed_keys(file)) for file in files] == told
    asked = []
    monkeypatch.setattr(module, "keys_of", lambda *held, **others: asked.append(held))
    assert page_keys(files[-1]) == told[-1][0]
    assert not asked
