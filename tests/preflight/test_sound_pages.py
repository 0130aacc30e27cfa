"""sound pages: what an earlier build judged is not judged again, and nothing less is found."""

import io
from typing import Any

import pikepdf
import pytest

from press.cache import Store
from press.pdf.page_keys import sheet_keys
from press.preflight import derived as copies
from press.preflight import preflight
from press.preflight.sound_pages import Sound, slugs_alone
from tests.support.damages import Damage, retyped, rewritten
from tests.support.derived import judge
from tests.support.pdfs import codes, damaged, derived, finished


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "work", "engine")


def judged(damage: Damage, store: Store | None = None) -> list[Any]:
    """What is said of the press file of the brief after `damage`."""
    one = finished("brief")
    press = damaged(derived("brief").documents[0], damage)
    return judge((), one.document, press, one.sheets, one.edition, store)


def nothing(pdf: pikepdf.Pdf) -> None:
    pass


def add(page: int, content: str) -> Damage:
    """Something more that a page paints, before its marks and its slug."""
    return rewritten(f"{page}/Contents", lambda held: held.replace(b"re W n", content.encode(), 1))


RED = "re W n q 1 0 0 rg 90 90 9 9 re f Q"


def test_only_the_page_that_changed_is_judged_again(store, monkeypatch):
    assert judged(nothing, store) == []
    painted: list[Any] = []
    read = preflight.read_pressed

    def note(opened: Any) -> Any:
        painted.append(read(opened))
        return painted[-1]

    monkeypatch.setattr(preflight, "read_pressed", note)
    monkeypatch.setattr(copies, "_shows_the_same", lambda *asked: pytest.fail("looked at"))
    assert judged(nothing, store) == []
    (all_known,) = painted
    # Crop marks and a line of text are all that is left of a page.
    assert all(
        {p.kind for _, p in held} == {"text", "stroke"} for held in all_known.by_page.values()
    )
    monkeypatch.undo()
    monkeypatch.setattr(preflight, "read_pressed", note)
    found = judged(add(1, RED), store)
    assert codes(found) == {"press-colours"}
    assert [one.place.line for one in found] == [2]
    filled = {
        page for page, held in painted[1].by_page.items() if "fill" in {p.kind for _, p in held}
    }
    assert filled == {2}
    assert judged(add(1, RED)) == found
    # What was faulty is judged again, and once it is mended all is known.
    assert judged(add(1, RED), store) == found
    assert judged(nothing, store) == []


SLUG = "1/Resources/XObject/Slug2"


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        pytest.param(
            retyped(f"{SLUG}/Resources/XObject/Line", rb" k\n", b" k 1 0 0 rg\n"),
            "press-colours",
            id="red",
        ),
        pytest.param(
            retyped(f"{SLUG}/Resources/XObject/Number", rb"<[0-9a-f]+>", b"<>"),
            "press-slug",
            id="empty",
        ),
        pytest.param(
            retyped(SLUG, rb" 0 cm", b" 99 cm"),
            "press-slug",
            id="in the page",
        ),
    ],
)
def test_a_slug_is_judged_every_time(damage, code, store):
    judged(nothing, store)
    found = judged(damage, store)
    assert code in codes(found)
    assert found == judged(damage)


def test_a_page_that_leaves_something_set_is_judged_whole(store):
    press = derived("brief").documents[0]
    for tail in (b" 1 0 0 0 k", b" Q", b" q"):
        loose = damaged(
            press,
            rewritten(
                "0/Contents", lambda held, t=tail: held.replace(b"\nq 0.25 w", t + b"\nq 0.25 w")
            ),
        )
        with pikepdf.open(io.BytesIO(loose.pdf)) as pdf:
            keys = sheet_keys(pdf)
            sound = Sound(store, "name")
            sound.keep(keys, pdf, {3})
            assert sound.among(keys) == frozenset(range(1, len(keys) + 1)) - {1, 3}


def test_what_is_left_of_a_sound_page_looks_as_it_did_outside_its_bleed():
    press = derived("brief").documents[0]
    left = slugs_alone(press.pdf, range(1, press.pages + 1))
    assert len(left) < len(press.pdf)
    with pikepdf.open(io.BytesIO(press.pdf)) as whole, pikepdf.open(io.BytesIO(left)) as bare:
        for one, other in zip(whole.pages, bare.pages, strict=True):
            assert one.obj.Contents.read_bytes().endswith(other.obj.Contents.read_bytes())
