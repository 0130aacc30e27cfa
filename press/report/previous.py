"""Reads what the output folder holds of earlier builds, and says what differs from it now.

A build of one publication leaves the files of the others; its report and proof tell of all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from press.files import is_own, own_bytes, own_json
from press.report.page_diff import ChangedFact, Changes, changed_pages
from press.report.report import NAME as REPORT
from press.report.report import file_order as order
from press.report.schema import VERSION, Report

# Where the files that the last change replaced are kept, below the output folder.
BEFORE = Path(".kept") / "before"
HERE = Path()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier form of the publication: its PDFs by file name, its facts by id.

    `name` is that of a release, else empty; `content` is the fingerprint of what it says; a fact
    is what it is about and its printed value.
    """

    name: str
    number: int
    content: str
    files: Mapping[str, bytes]
    facts: Mapping[str, tuple[str, str]]


def read_earlier(output: Path, inner: Path = HERE, name: str = "") -> Earlier | None:
    """What the folder `inner` of `output` holds of a build: its report and the PDFs as it wrote
    them; None without.
    """
    folder = output / inner
    try:
        told = own_json(folder / REPORT, output)
        edition = told["edition"]
        facts = {f["id"]: (f.get("about", ""), f["value"]) for f in told["facts"]}
        made = {one["file"]: one["sha256"] for one in told["outputs"]}
        paths = [folder / file for file in made if file.endswith(".pdf") and "/" not in file]
        found = {path.name: path.read_bytes() for path in paths if is_own(path, output)}
        held = {n: data for n, data in found.items() if sha256(data).hexdigest() == made[n]}
        return Earlier(name, int(edition["number"]), str(edition["content"]), held, facts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def last_build(output: Path, files: Mapping[str, bytes], told: Report) -> Earlier | None:
    """The last build that differs from this one: that in `output`, else the one before it."""
    last = read_earlier(output)
    if last is None or _differs(last, files, told):
        return last
    return read_earlier(output, BEFORE)


def set_aside(output: Path, earlier: Earlier | None) -> dict[Path, bytes]:
    """The files to be kept of the build that this one replaces, as `write` takes them.

    None when it is kept already.
    """
    kept = read_earlier(output, BEFORE)
    if earlier is None or earlier == kept:
        return {}
    try:
        told = own_bytes(output / REPORT, output)
    except OSError:
        return {}
    files = {**earlier.files, REPORT: told}
    return {output / BEFORE / name: data for name, data in files.items()}


def changes_since(earlier: Earlier, files: Mapping[str, bytes], told: Report) -> Changes:
    """What differs from `earlier`, in files that both have, and in facts."""
    pages = [
        page
        for name, data in sorted(files.items())
        if name in earlier.files
        for page in changed_pages(name, earlier.files[name], data)
    ]
    now = {fact.id: (fact.about, fact.value) for fact in told.facts}
    facts = [
        ChangedFact(
            id,
            now.get(id, earlier.facts.get(id, ("", "")))[0],
            earlier.facts.get(id, ("", ""))[1],
            now.get(id, ("", ""))[1],
        )
        for id in {**now, **earlier.facts}
        if now.get(id, ("", ""))[1] != earlier.facts.get(id, ("", ""))[1]
    ]
    return Changes(earlier.name or earlier.content, tuple(pages), tuple(facts))


def _differs(earlier: Earlier, files: Mapping[str, bytes], told: Report) -> bool:
    """Whether a file or a fact of `earlier` is another now; one that was not made again is not."""
    return earlier.content != told.edition.content or any(
        earlier.files[name] != data for name, data in files.items() if name in earlier.files
    )


@dataclass(frozen=True, slots=True)
class Carried:
    """Files that an earlier build made and that are as it left them, and its report."""

    files: Mapping[str, bytes]
    told: Report | None


def carried(output: Path, made: Mapping[str, bytes]) -> Carried:
    """What the folder `output` holds beside the files `made`; nothing where its report is not."""
    try:
        told = TypeAdapter(Report).validate_json(own_bytes(output / REPORT, output))
        if told.version != VERSION:
            return Carried({}, None)
        beside = {one.file: one.sha256 for one in told.outputs if one.file not in made}
        held = {file: output / file for file in beside if is_own(output / file, output)}
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
