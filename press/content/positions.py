"""Places: where in the content files each record and each of its keys was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from press.content.nodes import Entries, place_of
from press.content.validate import Records
from press.diagnostics import Place

# Files of one record, and what their records are called; files of one record a key, and what
# stands before its id in the ids of pages' elements.
WHOLE = {"publication.yaml": "publication"}
KEYED = {
    "people.yaml": "person-",
    "actors.yaml": "",
    "sources.yaml": "source-",
    "glossary.yaml": "term-",
    "omitted.yaml": "note-",
}


def places_of(records: Records) -> Mapping[str, Place]:
    """The places by `name` and `name.key`.

    Records are named as the elements of pages are: events and actors by their ids, others by
    `person-`, `source-`, `term-`, `chapter-`, `page-` and theirs; actors by `actor-` and theirs
    too; a fact by its id, its note by `note-` and that, as an omission's.
    """
    found: dict[str, Place] = {}
    for file, prefix in KEYED.items():
        for id, raw in records.raw.get(file, Entries()).items():
            found |= _record(f"{prefix}{id}", records.raw[file].key_place(id), raw)
            if file == "actors.yaml":
                found |= _record(f"actor-{id}", records.raw[file].key_place(id), raw)
    products = {f"{stem}.yaml": stem for stem in (*records.briefs, *records.posters)}
    for file, name in (WHOLE | products).items():
        if file in records.raw:
            found |= _record(name, records.raw[file].place, records.raw[file])
    for file in reversed(products):
        for key, prefix in (("chapters", "chapter-"), ("pages", "page-")):
            held = records.raw.get(file, Entries()).get(key)
            if isinstance(held, Entries):
                for id, raw in held.items():
                    found |= _record(f"{prefix}{id}", held.key_place(id), raw)
    for id, event in records.events.items():
        found |= _record(id, event.place, records.raw[id])
    return found


def _record(name: str, place: Place, raw: object) -> dict[str, Place]:
    """The places of a record, of its keys, and of its facts and their keys."""
    return dict(_places(name, place, raw))


def _places(name: str, place: Place, raw: object) -> Iterator[tuple[str, Place]]:
    yield name, place
    if not isinstance(raw, Entries):
        return
    for key in raw:
        yield f"{name}.{key}", place_of(raw, (key,))
    facts = raw.get("facts")
    if isinstance(facts, Entries):
        for id, fact in facts.items():
            for called in (str(id), f"note-{id}"):
                yield from _places(called, facts.key_place(id), fact)
