"""statements: nothing that the source sheet says is lost without a word."""

from pathlib import Path

import pytest

from press.content.edition import Edition
from press.content.ledger import uses_of
from tests.support.projects import project_in, resolved

ROOT = Path(__file__).resolve().parents[1]
SHEET = "icrtop-2012"


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The first publication."""
    return resolved(project_in(ROOT, day="2026-11-23"))


def statements() -> list[tuple[str, str]]:
    """Where each statement leads, and the statement."""
    lines = (ROOT / "tests" / "statements.txt").read_text("utf-8").splitlines()
    pairs = [line.partition(": ") for line in lines if not line.startswith("#")]
    return [(place, said) for place, _, said in pairs]


def test_every_statement_of_the_sheet_is_led_somewhere():
    listed = statements()
    assert len(listed) > 250
    assert all(place and said for place, said in listed)
    assert len(set(listed)) >= len(listed) - 3  # «بالإجماع» of three resolutions


def test_every_statement_is_printed_or_listed_as_left_out(edition):
    printed, omitted = uses_of(edition), {omission.id for omission in edition.omissions}
    lost = [
        f"{place}: {said}"
        for place, said in statements()
        if place not in omitted and not in_the_brief(printed.get(place, set()))
    ]
    assert lost == []


def test_a_statement_that_leads_nowhere_is_noticed(edition):
    printed = uses_of(edition)
    assert not in_the_brief(printed.get("no-such-fact", set()))
    assert not in_the_brief({"resolution-1674/poster"})


def test_what_a_statement_leads_to_has_the_sheet_for_a_witness(edition):
    facts = edition.facts
    led = {place for place, _ in statements()} & set(facts)
    assert [id for id in led if SHEET not in {a.source for a in facts[id].said}] == []


def test_every_fact_of_the_sheet_is_a_statement(edition):
    led = {place for place, _ in statements()}
    told = {f.id for f in edition.facts.values() if f.said[0].source == SHEET}
    assert told - led == set()


def test_a_card_of_the_poster_has_eighteen_words_at_most_and_says_more_than_its_title(edition):
    for entry in edition.entries.values():
        words = entry.poster.plain().split()
        assert len(words) <= 18, entry.id
        assert not entry.title.plain().startswith(" ".join(words[:5])), entry.id


def in_the_brief(uses: set[str]) -> bool:
    """Whether a text of the brief prints it, not the poster alone."""
    return any(not use.endswith("/poster") and not use.startswith("poster/") for use in uses)
