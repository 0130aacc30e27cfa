"""A hash says whether a value, or all that a build depends on, is as it was."""

import subprocess
import sys
import tracemalloc
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from press import fingerprint
from press.content.edition import Edition
from press.content.nodes import Text
from press.content.prose import Prose, Words
from press.content.selection import edition_of
from press.diagnostics import Place
from press.fingerprint import (
    content_fingerprint,
    digest,
)
from tests.support.projects import project_in

ROOT = Path(__file__).resolve().parent.parent


def test_a_text_that_moved_down_a_line_is_the_same():
    one = Prose(((Words("كلمة", Place("a.yaml", 3, 2)),),))
    other = Prose(((Words("كلمة", Place("a.yaml", 9, 2), Text("كلمة"), 4),),))
    assert digest(one) == digest(other)
    assert digest(one) != digest(Prose(((Words("كلمات", Place("a.yaml", 3, 2)),),)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")), ((("a",), "b"), (("a", "b"),)), ((1,), ("1",)), ((True,), (1,)),
        ((None,), ()), (({"a": "b"},), (("a", "b"),)),
    ],
)  # fmt: skip
def test_values_that_say_different_things_differ(one, other):
    assert digest(*one) != digest(*other)


def test_what_stands_in_several_places_is_told_from_what_differs_there():
    one, other = (Prose(((Words(text, Place("")),),)) for text in ("كلمة", "كلمات"))
    pairs = [(one, one), (one, other), (other, one), (other, other)]
    assert len({digest(*pair, shared=True) for pair in pairs}) == 4
    assert digest(one, one, shared=True) == digest(one, one, shared=True) != digest(one, one)


def test_what_is_digested_is_held_nowhere():
    values = tuple(map(str, range(50_000)))
    tracemalloc.start()
    digest(values)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100_000


def test_what_cannot_be_told_apart_is_not_digested():
    with pytest.raises(TypeError):
        digest(object())


def test_the_poster_knows_nothing_of_what_only_the_brief_says(run):
    edition = run.built.edition
    entry = next(iter(edition.entries.values()))
    reworded = replace(entry, brief=Prose(()))

    def with_entry(changed: object) -> Edition:
        return replace(edition, entries={**edition.entries, entry.id: changed})

    assert digest(with_entry(reworded)) != digest(edition)
    assert digest(edition_of(with_entry(reworded), "poster")) == digest(
        edition_of(edition, "poster")
    )
    renamed = replace(entry, title=Prose(()))
    assert digest(edition_of(with_entry(renamed), "poster")) != digest(
        edition_of(edition, "poster")
    )


def test_the_content_fingerprint_changes_with_a_letter(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "brief.yaml").write_text("x: 1\n")
    project = project_in(tmp_path, day="2026-01-01")
    before = content_fingerprint(project)
    (tmp_path / "content" / "brief.yaml").write_text("x: 3\n")
    assert content_fingerprint(project) != before


def test_the_process_that_binds_and_judges_does_not_wait_for_weasyprint():
    code = "import sys, press.pipeline\nsys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_a_set_has_one_hash_whatever_its_order():
    names = [f"name-{n}" for n in range(50)]
    assert fingerprint.digest(frozenset(names)) == fingerprint.digest(frozenset(reversed(names)))
    assert fingerprint.digest(frozenset(names)) != fingerprint.digest(frozenset(names[1:]))


def test_a_digest_tells_decimal_figures_apart():
    assert fingerprint.digest(Decimal("12.4")) != fingerprint.digest(Decimal("12.1"))
