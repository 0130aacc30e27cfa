"""Attest: read the facts of every record, with the sources that speak for and against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from press.content.fact_records import FactRecord, SaidRecord
from press.content.facts import Attestation, Fact
from press.content.nodes import Entries, Items, Raw, Text
from press.content.passages import Holder, Voice, texts_of
from press.content.references import References, line
from press.content.validate import Records
from press.content.values import CLAIMS, Value, read_value
from press.diagnostics import Place, unfit


def attest(references: References) -> None:
    """Put every fact of every record into `references.facts`, its problems beside them."""
    for holder, facts in holders(references.records):
        for key, record in facts.items():
            place = key.place if isinstance(key, Text) else record.about.place
            _read_fact(references, holder, str(key), record, place)


def holders(records: Records) -> Iterator[tuple[Holder, Mapping[str, FactRecord]]]:
    """Every record that may hold facts, with its facts by id."""
    yield ("publication", "publication"), records.publication.facts
    for id, event in records.events.items():
        yield ("event", id), event.facts
    for id, person in records.people.items():
        yield ("person", id), person.facts
    for stem, brief in records.briefs.items():
        yield ("brief", stem), brief.facts
        for id, chapter in brief.chapters.items():
            yield ("chapter", str(id)), chapter.facts
    for stem, poster in records.posters.items():
        yield ("poster", stem), poster.facts


def _read_fact(
    references: References, holder: Holder, id: str, record: FactRecord, place: Place
) -> None:
    taken = references.facts.get(id)
    if taken and taken.place == place:  # a product has it from another: it is the same fact
        return
    if taken or id in references.fields:
        first = taken.place if taken else references.records.events[id].place
        references.complain(
            "resolve/duplicate-fact", place, id=id, first=str(first), example=f"{holder[1]}-{id}"
        )
        return
    values = (
        _field_values(references, holder[1], record)
        if record.of
        else record.values(references.house.symbols)
    )
    _note_texts(references, holder, id, record, values)
    said = []
    strict = references.records.publication.audit != "double"
    for by, word in record.said.items():
        source = cast(Text, by)
        references.one(source, references.records.sources, "source")
        says = _says(references, record, values, word)
        assumed = {part for part, v in values.items() if strict or v.kind in CLAIMS} - says.keys()
        said.append(
            Attestation(
                str(source),
                line(word.where) if word.where else "",
                says,
                source.place,
                frozenset(assumed),
            )
        )
    for noun in texts_of(record.counts):
        references.noun(str(noun), noun.place)
    references.facts[id] = Fact(
        id, holder[1], line(record.about), values, record.counted(),
        tuple(str(f) for f in record.of), tuple(said),
        line(record.note) if record.note else "",
        line(record.doubt) if record.doubt else "",
        replace(record.typed_at, place=place),
        str(record.follows or ""),
    )  # fmt: skip


def _note_texts(
    references: References,
    holder: Holder,
    id: str,
    record: FactRecord,
    values: Mapping[str, Value],
) -> None:
    """Note what a fact says: of itself, of its value, and where and what its sources say."""
    references.lines(holder, "line", record.about, record.note, record.doubt, fact=id)
    typed = record.value.items() if isinstance(record.value, Entries) else [("", record.value)]
    for part, value in typed:
        held = values.get(str(part))
        voice: Voice = "claim" if held and held.kind in CLAIMS else "label"
        references.lines(holder, voice, *texts_of(value), fact=id)
    for said in record.said.values():
        references.lines(holder, "locator", said.where, fact=id)
        references.lines(holder, "quoted", *texts_of(said.says), fact=id)


def _field_values(references: References, holder: str, record: FactRecord) -> dict[str, Value]:
    have = references.fields.get(holder, {})
    values = {}
    for field in record.of:
        if field in have:
            values["" if len(record.of) == 1 else str(field)] = have[field]
        else:
            cure = ("hijri" if field == "hijri" else "") if have else "none"
            references.complain(
                "resolve/unknown-field", field.place, "", cure, field=str(field), fields=tuple(have)
            )
    return values


def _says(
    references: References, record: FactRecord, values: Mapping[str, Value], word: SaidRecord
) -> dict[str, Value]:
    if word.says is None:
        return {}
    if not record.of:
        return record.read(word.says, references.house.symbols, values)
    raw = cast(Raw, word.says)
    parts: Iterable[tuple[str, Raw]] = (
        [(str(k), v) for k, v in raw.items()] if isinstance(raw, Entries) else [("", raw)]
    )
    says = {}
    for part, typed in parts:
        if part not in values:
            case = "this" if part else "this-several"
            cure = "whole" if "" in values else ""
            references.complain(
                "resolve/unknown-part", typed.place, case, cure, part=part, parts=tuple(values)
            )
            continue
        texts = tuple(str(t) for t in typed) if isinstance(typed, Items) else str(typed)
        try:
            says[part] = read_value(
                texts, values[part].kind, counted=False, symbols=references.house.symbols
            )
        except ValueError as error:
            references.problems.append(unfit("resolve/wrong-value", typed.place, error))
    return says
