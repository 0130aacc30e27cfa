"""The report: what a build made, checked and printed, as JSON for programs."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf

from press.copying import Share, copied_share, copied_text
from press.diagnostics import CODES, Diagnostic
from press.edition import Edition
from press.ledger import ledger
from press.opened import Reading
from press.pages import MM_PER_PT
from press.printed import printed_facts
from press.wording import words_of

NAME = "report.json"


def report(
    edition: Edition,
    fingerprint: str,
    files: Mapping[str, bytes],
    readings: Mapping[str, Reading],
    advice: Sequence[Diagnostic],
    seconds: Mapping[str, float],
) -> bytes:
    """`output/report.json`: outputs, checks, facts, copying, stages; keys are stable.

    `readings` are the documents that were read back, by file name. A build that is reported has
    no errors: every check passed, or gave the advice that is listed. Paths are file names.
    """
    where = {name: printed_facts(reading) for name, reading in readings.items()}
    given: dict[str, list[Diagnostic]] = {}
    for found in advice:
        given.setdefault(found.code, []).append(found)
    told = {
        "edition": {
            "number": edition.masthead.number,
            "date": str(edition.masthead.edition),
            "content": fingerprint,
        },
        "outputs": [_output(name, data) for name, data in sorted(files.items())],
        "checks": [
            {
                "code": code,
                "rule": rule,
                "status": "advice" if code in given else "passed",
                "places": [
                    {"path": d.place.path, "line": d.place.line, "message": d.message}
                    for d in given.get(code, ())
                ],
            }
            for code, rule in CODES.items()
        ],
        "facts": [
            {
                "id": row.id,
                "value": row.value,
                "status": row.status,
                "printed": [
                    {"file": name, "pages": list(pages[row.id])}
                    for name, pages in where.items()
                    if row.id in pages
                ],
            }
            for row in ledger(edition)
        ],
        "copied": {name: _copied(files[name], reading) for name, reading in readings.items()},
        "stages": {stage: round(taken, 3) for stage, taken in seconds.items()},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _output(name: str, data: bytes) -> dict[str, Any]:
    held: dict[str, Any] = {"file": name, "sha256": hashlib.sha256(data).hexdigest()}
    if name.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            left, bottom, right, top = (float(v) * MM_PER_PT for v in pdf.pages[0].trimbox)
            held["pages"] = len(pdf.pages)
            held["trim_mm"] = [round(right - left, 1), round(top - bottom, 1)]
    return held


def _copied(pdf: bytes, reading: Reading) -> dict[str, Any]:
    """What each reader at hand copies whole of the document's texts."""
    texts = [words_of(expected.text) for expected, _ in reading.texts]
    readers = {"pdfium": _share(copied_share(copied_text(pdf), texts))}
    if tool := shutil.which("pdftotext"):
        done = subprocess.run([tool, "-", "-"], input=pdf, capture_output=True)
        if done.returncode == 0:
            copied = done.stdout.decode("utf-8", "replace")
            readers["poppler"] = _share(copied_share(copied, texts))
    return readers


def _share(share: Share) -> dict[str, float]:
    return {
        "words": round(share.words_copied / max(share.words, 1), 3),
        "symbols": round(share.symbols_copied / max(share.symbols, 1), 3),
    }


def printed_in(told: bytes, fingerprint: str) -> dict[str, str]:
    """Where each fact is printed, as «brief.pdf 5, 28», by its id; empty for other content."""
    try:
        known = json.loads(told)
        if known["edition"]["content"] != fingerprint:
            return {}
        return {
            fact["id"]: "; ".join(
                f"{p['file']} {', '.join(map(str, p['pages']))}" for p in fact["printed"]
            )
            for fact in known["facts"]
        }
    except (ValueError, KeyError, TypeError):
        return {}
