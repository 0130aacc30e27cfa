"""The report: what a build made, checked and printed, as JSON for programs."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Literal

import pikepdf

from press.codes.codes import CODES
from press.colour.profiles import DEFAULT_PROFILE
from press.colour.tokens import Palette
from press.content.edition import Edition
from press.content.ledger import ledger, own_dates
from press.diagnostics import Diagnostic
from press.files import read_json
from press.geometry import MM_PER_PT
from press.preflight.witness import Witness
from press.products import file_name
from press.report.fonts_and_colours import in_use
from press.report.schema import (
    VERSION,
    Attested,
    Check,
    CheckPlace,
    FactEntry,
    GatheringEntry,
    Imprint,
    Output,
    PrintedIn,
    Profile,
    Readings,
    Report,
    SourceEntry,
)

NAME = "report.json"


def report(
    edition: Edition,
    fingerprint: str,
    files: Mapping[str, bytes],
    witnesses: Mapping[str, Witness],
    advice: Sequence[Diagnostic],
    gatherings: Sequence[GatheringEntry],
    seconds: Mapping[str, float],
    palette: Palette,
) -> Report:
    """What the build made, checked and printed; keys and order are stable.

    `witnesses` are those of the documents that were read back, by file name. A build that is
    reported has no errors: every check passed, or gave the advice that is listed. Paths are those
    of the project, files those of its output folder.
    """
    masthead = edition.masthead
    untyped = sum(bool(fact.untyped()) for fact in edition.facts.values())
    named = {
        file_name(stem, "press"): words.press.profile for stem, words in edition.products.items()
    }
    return Report(
        VERSION,
        masthead.title,
        Imprint(masthead.number, str(masthead.edition), fingerprint, masthead.draft),
        tuple(_outputs(files, palette, named)),
        tuple(_checks(advice, edition)),
        Readings(len(edition.facts) - untyped, untyped, len(own_dates(edition))),
        tuple(_facts(edition, witnesses)),
        tuple(SourceEntry(source.id, source.title) for source in edition.sources.values()),
        tuple(gatherings),
        {name: witness.copied for name, witness in sorted(witnesses.items())},
        {stage: round(taken, 3) for stage, taken in seconds.items()},
    )


def as_json(told: Report) -> bytes:
    """The report as `output/report.json` holds it; its schema is docs/report.schema.json."""
    return (json.dumps(asdict(told), ensure_ascii=False, indent=1) + "\n").encode()


def file_order(name: str) -> tuple[str, str]:
    """What files are sorted by: what is made from a file comes after it."""
    stem, _, ending = name.partition(".")
    return stem, ending


def _outputs(
    files: Mapping[str, bytes], palette: Palette, named: Mapping[str, str | None]
) -> Iterator[Output]:
    """Each file; what is a copy of one, beside the web page, is told as that."""
    told: dict[bytes, Output] = {}
    for name in sorted(files, key=lambda name: ("/" in name, file_order(name))):
        data = files[name]
        if data not in told:
            told[data] = _output(name, data, palette, named.get(name))
        yield replace(told[data], file=name)


def _output(name: str, data: bytes, palette: Palette, named: str | None) -> Output:
    digest = hashlib.sha256(data).hexdigest()
    if not name.endswith(".pdf"):
        return Output(name, digest, len(data), 0, None, (), ())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        left, bottom, right, top = (float(v) * MM_PER_PT for v in pdf.pages[0].trimbox)
        trim = (round(right - left, 1), round(top - bottom, 1))
        used = in_use(pdf, palette)
        profile = _profile(pdf, named)
        return Output(name, digest, len(data), len(pdf.pages), trim, *used, profile=profile)


def _profile(pdf: pikepdf.Pdf, named: str | None) -> Profile | None:
    """The profile in a press file (ISO 15930-7, 6.2.2), `named` below content/ or the default."""
    intents = list(pdf.Root.get("/OutputIntents", []))
    for intent in intents:
        if intent.get("/S") == "/GTS_PDFX":
            digest = hashlib.sha256(intent.DestOutputProfile.read_bytes()).hexdigest()
            file = f"content/{named}" if named else DEFAULT_PROFILE.name
            return Profile(str(intent.Info), digest, file, named is None)
    return None


def _checks(advice: Sequence[Diagnostic], edition: Edition) -> Iterator[Check]:
    given: dict[str, list[CheckPlace]] = {}
    for found in advice:
        given.setdefault(found.code, []).append(_place(found, edition))
    for code, row in CODES.items():
        places = tuple(given.get(code, ()))
        status: Literal["passed", "advice"] = "advice" if places else "passed"
        yield Check(code, row.say_rule("en"), row.say_rule("ar"), status, places)


def _place(found: Diagnostic, edition: Edition) -> CheckPlace:
    """Where a complaint belongs: a page when it names one of a PDF, else a line of a record."""
    at = found.place
    told = (found.message, found.hint, found.said("ar"), found.asked("ar"))
    if at.path.endswith(".pdf"):
        typed = str(found.typed) if found.typed else ""
        return CheckPlace(at.path, 0, 0, at.line, found.at, found.record, typed, *told)
    record = next((e.id for e in edition.entries.values() if e.place.path == at.path), "")
    return CheckPlace(at.path, at.line, at.column, 0, None, record, str(at), *told)


def _facts(edition: Edition, witnesses: Mapping[str, Witness]) -> Iterator[FactEntry]:
    where = {name: witness.facts for name, witness in sorted(witnesses.items())}
    for row in ledger(edition):
        said = tuple(Attested(source, says) for source, says in row.said)
        printed = tuple(
            PrintedIn(
                name, tuple(dict.fromkeys(spot.page for spot in spots[row.id])), spots[row.id]
            )
            for name, spots in where.items()
            if row.id in spots
        )
        told = (row.id, row.record, row.about, row.value, row.status, said, printed)
        yield FactEntry(*told, row.untyped)


def printed_in(told: bytes, fingerprint: str) -> dict[str, str]:
    """Where each fact is printed, as «brief.pdf 5, 28», by its id; empty for other content."""
    try:
        known = read_json(told)
        if known["edition"]["content"] != fingerprint:
            return {}
        return {
            fact["id"]: "; ".join(
                f"{p['file']} {', '.join(map(str, p['pages']))}" for p in fact["printed"]
            )
            for fact in known["facts"]
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
