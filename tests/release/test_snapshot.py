"""snapshot: what an edition says in print, to be compared with another."""

from __future__ import annotations

from dataclasses import replace

from press.release.snapshot import as_json, from_json, snapshot
from tests.support.pdfs import finished


def test_a_fact_that_no_text_prints_is_no_part_of_what_is_said() -> None:
    edition = finished("brief").edition
    said = snapshot(edition, "0123456789ab")
    printed = [fact.id for fact in said.facts]
    fact = edition.facts[printed[0]]
    idle = replace(fact, id="idle", record="nowhere", of=())
    more = replace(edition, facts={**edition.facts, "idle": idle})
    assert snapshot(more, "0123456789ab") == said
    assert from_json(as_json(said)) == said
