"""Carried: what stands in the output folder beside the files of a build, and what was told of it.

A build of one publication leaves the files of the others; its report and proof tell of all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from press.report.report import NAME
from press.report.report import file_order as order
from press.report.schema import VERSION, Report


@dataclass(frozen=True, slots=True)
class Carried:
    """Files that an earlier build made and that are as it left them, and its report."""

    files: Mapping[str, bytes]
    told: Report | None


def carried(output: Path, made: Mapping[str, bytes]) -> Carried:
    """What the folder `output` holds beside the files `made`; nothing where its report is not."""
    try:
        told = TypeAdapter(Report).validate_json((output / NAME).read_bytes())
        if told.version != VERSION:
            return Carried({}, None)
        beside = {one.file: one.sha256 for one in told.outputs if one.file not in made}
        held = {file: output / file for file in beside if (output / file).is_file()}
        files = {file: path.read_bytes() for file, path in held.items()}
    except (OSError, ValueError):
        return Carried({}, None)
    sound = {f: data for f, data in files.items() if sha256(data).hexdigest() == beside[f]}
    return Carried(sound, told)


def told_with(told: Report, beside: Carried) -> Report:
    """The report `told` with what the earlier one says of the files that are carried.

    A fact that has another value now is not printed by them any more.
    """
    earlier, files = beside.told, beside.files
    if earlier is None or not files:
        return told
    same = earlier.edition.content == told.edition.content
    outputs = [
        *told.outputs,
        *(replace(o, current=o.current and same) for o in earlier.outputs if o.file in files),
    ]
    places = {c.code: tuple(p for p in c.places if p.path in files) for c in earlier.checks}
    checks = [replace(c, places=c.places + places.get(c.code, ())) for c in told.checks]
    printed = {(f.id, f.value): f.printed for f in earlier.facts}
    facts = []
    for fact in told.facts:
        also = tuple(p for p in printed.get((fact.id, fact.value), ()) if p.file in files)
        facts.append(
            replace(fact, printed=tuple(sorted(fact.printed + also, key=lambda p: p.file)))
        )
    copied = {**told.copied, **{f: c for f, c in earlier.copied.items() if f in files}}
    return replace(
        told,
        outputs=tuple(sorted(outputs, key=lambda o: order(o.file))),
        checks=tuple(replace(c, status="advice" if c.places else "passed") for c in checks),
        facts=tuple(facts),
        gatherings=(*told.gatherings, *(g for g in earlier.gatherings if g.file in files)),
        copied=dict(sorted(copied.items())),
    )
