"""digest: what a value says, wherever it was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from press.content.edition import Edition
from press.content.nodes import Text
from press.content.prose import Prose, Words
from press.diagnostics import Place
from press.fingerprint import digest
from tests.support.built import Run


def test_a_text_that_moved_down_a_line_is_the_same() -> None:
    one = Prose(((Words("كلمة", Place("a.yaml", 3, 2)),),))
    other = Prose(((Words("كلمة", Place("a.yaml", 9, 2), Text("كلمة"), 4),),))
    assert digest(one) == digest(other)
    assert digest(one) != digest(Prose(((Words("كلمات", Place("a.yaml", 3, 2)),),)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), (("a", "b"),)),
        ((1,), ("1",)),
        ((True,), (1,)),
        ((None,), ()),
        (({"a": "b"},), (("a", "b"),)),
    ],
)
def test_values_that_say_different_things_differ(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    assert digest(*one) != digest(*other)


def test_what_cannot_be_told_apart_is_not_digested() -> None:
    with pytest.raises(TypeError):
        digest(object())


def test_the_poster_knows_nothing_of_what_only_the_brief_says(run: Run) -> None:
    edition = run.built.edition
    entry = next(iter(edition.entries.values()))
    reworded = replace(entry, brief=Prose(()))

    def with_entry(changed: object) -> Edition:
        return replace(edition, entries={**edition.entries, entry.id: changed})

    assert digest(with_entry(reworded)) != digest(edition)
    assert digest(with_entry(reworded).without_brief()) == digest(edition.without_brief())
    renamed = replace(entry, title=Prose(()))
    assert digest(with_entry(renamed).without_brief()) != digest(edition.without_brief())
