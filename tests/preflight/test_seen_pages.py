"""seen pages: a gathering that is reviewed with what is kept of it is reviewed as from nothing."""

import io
import re
from collections.abc import Sequence

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from press.cache import Store
from press.preflight import seen_pages
from press.preflight.readback.required import Due
from press.preflight.review import review
from tests.support.pdfs import finished

FAMILIES: frozenset[str] = frozenset()


def gathering() -> bytes:
    """The longest gathering of the brief of the base project."""
    return max(finished("brief").gathered, key=lambda one: one.pages).pdf


def edited(edits: Sequence[tuple[int, str]]) -> bytes:
    """That gathering after edits of its pages: each a page and what is done to it."""
    with pikepdf.open(io.BytesIO(gathering())) as pdf:
        for number, what in edits:
            page = pdf.pages[number % len(pdf.pages)]
            page.contents_coalesce()
            said = page.obj.Contents.read_bytes()
            if what == "a letter less":
                said = re.sub(rb"<[0-9a-f]{4}([0-9a-f]+)>", rb"<\1>", said, count=1)
            elif what == "a ground":
                said = b"q 1 0 0 rg 90 90 200 200 re f Q\n" + said
            elif what == "moved":
                said = b"1 0 0 1 0 3 cm\n" + said
            else:
                page.obj.TrimBox = pikepdf.Array([0, 0, 500, 700])
            page.obj.Contents = pdf.make_stream(said)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, deterministic_id=True)
        return out.getvalue()


EDITS = st.tuples(
    st.integers(0, 9), st.sampled_from(("a letter less", "a ground", "moved", "a trim"))
)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.lists(EDITS, max_size=2), min_size=2, max_size=3))
def test_a_review_with_pages_that_are_kept_is_that_from_nothing(tmp_path_factory, rounds):
    store = Store(tmp_path_factory.mktemp("kept") / "work", "engine")
    for edits in rounds:
        pdf = edited(edits)
        kept = review(pdf, Due(), FAMILIES, store=store, name="seen")
        assert kept == review(pdf, Due(), FAMILIES)


def test_only_a_page_that_changed_is_read(tmp_path, monkeypatch):
    store = Store(tmp_path / "work", "engine")
    first = review(edited([]), Due(), FAMILIES, store=store, name="seen")
    read: list[list[int]] = []
    read_some = seen_pages.read_some

    def note(pdf: bytes, numbers: list[int]) -> object:
        read.append(numbers)
        return read_some(pdf, numbers)

    monkeypatch.setattr(seen_pages, "read_some", note)
    assert review(edited([]), Due(), FAMILIES, store=store, name="seen") == first
    assert read == []
    review(edited([(1, "a ground")]), Due(), FAMILIES, store=store, name="seen")
    assert read == [[2]]
