"""snapshot: what an edition says in print, to be compared with another."""

from dataclasses import replace

from press.content.edition import Selection
from press.release.snapshot import as_json, from_json, snapshot
from tests.support.pdfs import finished


def test_a_fact_that_no_text_prints_is_no_part_of_what_is_said():
    edition = finished("brief").edition
    said = snapshot(edition, "0123456789ab")
    printed = [fact.id for fact in said.facts]
    fact = edition.facts[printed[0]]
    idle = replace(fact, id="idle", record="nowhere", of=())
    more = replace(edition, facts={**edition.facts, "idle": idle})
    assert snapshot(more, "0123456789ab") == said
    assert from_json(as_json(said)) == said


ID = "resolution-1706"


def test_every_product_says_what_it_selects():
    edition = finished("brief").edition
    short = replace(edition.products["brief"], select=Selection((), (), "", (), (ID,), None))
    more = replace(edition, products={**edition.products, "brief-short": short})
    said = snapshot(more, "0123456789ab")
    whole = {r.id for r in said.records if (r.output, r.kind) == ("brief", "entry")}
    chosen = {r.id for r in said.records if (r.output, r.kind) == ("brief-short", "entry")}
    assert chosen == {ID} < whole
    assert {r.output for r in said.records} == {"brief", "poster", "brief-short"}
