"""Lay records out as the rows of five sheets: events, facts, attestations, sources, actors."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from press.commands.sheets.columns import MODELS, NOT_TYPED, columns_of, holds
from press.content.fact_records import FactRecord
from press.content.load import Content
from press.content.nodes import Entries, Items, Raw, Text
from press.content.record_files import EVENT_FILE
from press.content.records import Event

# The sheets in the order in which they stand, and what names a row in each.
NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "Events": ("id",),
    "Facts": ("record", "fact"),
    "Attestations": ("record", "fact", "source"),
    "Sources": ("id",),
    "Actors": ("id",),
}
# The head of the last column, which tells what a row said when it was exported.
SEAL = "warraq"
# The keys that every sheet has columns for, besides what names its rows.
FIRST_KEYS: Mapping[str, tuple[str, ...]] = {
    "Attestations": ("says", "where"),
    **{name: columns_of(model) for name, model in MODELS.items()},
}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record, fact or attestation as cells: where it stands below content/, and what it says."""

    file: str
    route: tuple[str, ...]
    cells: Mapping[str, str]
    raw: Mapping[str, Raw] = field(default_factory=dict)


# Rows by what names them.
Rows = dict[tuple[str, ...], RecordRow]


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """One of the sheets: the keys of its columns, and its rows by what names them."""

    name: str
    keys: tuple[str, ...]
    rows: Mapping[tuple[str, ...], RecordRow]


def record_sheets(content: Content) -> dict[str, RecordSheet]:
    """The five sheets of what was typed, by their names."""
    return {sheet.name: sheet for sheet in _sheets(content)}


def seal(cells: Mapping[str, str]) -> str:
    """What is told of a row's cells, by which a change is found when the sheet comes back."""
    return " ".join(f"{key}={digest(text)}" for key, text in cells.items())


def digest(cell: str) -> str:
    """A cell in eight letters."""
    return hashlib.sha256(plain_cell(cell).encode()).hexdigest()[:8]


def plain_cell(cell: str) -> str:
    """A cell as it is compared: programs change the ends of lines and white space around them."""
    lines = cell.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def cell_of(raw: Raw | None) -> str:
    """What was typed as one cell: a list in one line, a map a line a key."""
    if isinstance(raw, Entries):
        return "\n".join(f"{key}: {cell_of(value)}" for key, value in raw.items())
    if isinstance(raw, Items):
        cells = [cell_of(one) for one in raw]
        return ("\n" if any(";" in one or "؛" in one for one in cells) else "; ").join(cells)
    return unwrapped(raw or "")


def unwrapped(text: str) -> str:
    """A text with a line a paragraph, however it was broken into lines."""
    paragraphs = re.split(r"\n[ \t]*\n", plain_cell(text))
    return "\n\n".join(" ".join(one.split()) for one in paragraphs if one.strip())


def event_files(content: Content) -> dict[str, str]:
    """The files of events by id."""
    return {match["id"]: name for name in content.files if (match := EVENT_FILE.fullmatch(name))}


def holders(content: Content) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What may have facts: its name in the sheets, its file and the way to it.

    An event is named by its id, all else by its file: `people.yaml/annan`.
    """
    for name, raw in content.files.items():
        match = EVENT_FILE.fullmatch(name)
        for route in _with_facts(raw, ()):
            told = match["id"] if match and not route else "/".join((name, *route))
            yield told, name, route


def _sheets(content: Content) -> Iterator[RecordSheet]:
    files = event_files(content)
    raws = {id: content.files[name] for id, name in files.items()}
    order = sorted(raws, key=lambda id: (cell_of(raws[id].get("date")), id))
    rows: Rows = {(id,): _row(files[id], (), {"id": id}, raws[id], Event) for id in order}
    yield RecordSheet("Events", ("id", *_keys(Event, rows)), rows)
    facts: Rows = {}
    said: Rows = {}
    for told, file, route in holders(content):
        held = _at(content.files[file], (*route, "facts"))
        for id, fact in held.items():
            if not isinstance(fact, Entries):
                continue
            names = {"record": told, "fact": str(id)}
            here = (*route, "facts", str(id))
            facts[told, str(id)] = _row(file, here, names, fact, FactRecord)
            for source, word in attestations(fact.get("said")).items():
                cells = {**names, "source": source, **{k: cell_of(v) for k, v in word.items()}}
                said[told, str(id), source] = RecordRow(file, (*here, "said", source), cells, word)
    yield RecordSheet("Facts", ("record", "fact", *columns_of(FactRecord)), facts)
    yield RecordSheet("Attestations", ("record", "fact", "source", "says", "where"), said)
    for name in ("Sources", "Actors"):
        file, model = f"{name.lower()}.yaml", MODELS[name]
        held = content.files.get(file, Entries())
        rows = {
            (str(id),): _row(file, (str(id),), {"id": str(id)}, record, model)
            for id, record in held.items()
            if isinstance(record, Entries)
        }
        yield RecordSheet(name, ("id", *_keys(model, rows)), rows)


def attestations(said: Raw | None) -> dict[str, dict[str, Raw]]:
    """What each source says and where, of all that may be typed for `said`."""
    if isinstance(said, Text):
        return {str(said): {}}
    if isinstance(said, Items):
        return {str(source): {} for source in said}
    words: dict[str, dict[str, Raw]] = {}
    for source, word in (said or {}).items():
        if isinstance(word, Entries) and word.keys() & {"says", "where"}:
            words[str(source)] = {str(key): value for key, value in word.items()}
        else:
            words[str(source)] = {"says": word} if word else {}
    return words


def _row(
    file: str,
    route: tuple[str, ...],
    names: Mapping[str, str],
    raw: Entries,
    model: type[BaseModel],
) -> RecordRow:
    flat = dict(_flat(raw, model))
    cells = {**names, **{key: cell_of(value) for key, value in flat.items()}}
    return RecordRow(file, route, cells, flat)


def _flat(raw: Entries, model: type[BaseModel]) -> Iterator[tuple[str, Raw]]:
    """The values of a record by their columns; what is no text or list of texts has none."""
    maps = {key.partition(".")[0] for key in columns_of(model) if "." in key}
    maps |= {i.alias or n for n, i in model.model_fields.items() if holds(i.annotation, dict)}
    for key, value in raw.items():
        if key in NOT_TYPED:
            continue
        if key in maps and isinstance(value, Entries):
            for inner, one in value.items():
                if _fits(one):
                    yield f"{key}.{inner}", one
        elif key not in maps and (_fits(value) or model is FactRecord):
            yield str(key), value


def _fits(value: Raw) -> bool:
    return isinstance(value, Text) or (
        isinstance(value, Items) and all(isinstance(one, Text) for one in value)
    )


def _keys(model: type[BaseModel], rows: Rows) -> tuple[str, ...]:
    """The columns of a model, and those that only some rows have."""
    found = dict.fromkeys(columns_of(model))
    for row in rows.values():
        found |= dict.fromkeys(key for key in row.cells if key != "id")
    return tuple(found)


def _with_facts(raw: Raw, route: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if not isinstance(raw, Entries):
        return
    for key, value in raw.items():
        if key == "facts":
            yield route
        else:
            yield from _with_facts(value, (*route, str(key)))


def _at(raw: Raw, route: tuple[str, ...]) -> Entries:
    for step in route:
        raw = raw.get(step, Entries()) if isinstance(raw, Entries) else Entries()
    return raw if isinstance(raw, Entries) else Entries()
