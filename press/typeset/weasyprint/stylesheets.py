"""Dress: a project's style sheets, parsed once in a process for all that it typesets.

To read the dozen sheets of a publication and to find its fonts takes longer than to set a page. A
process sets many gatherings in the same sheets: while these stay as they are, what WeasyPrint made
of them is used again.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import weasyprint.css
from weasyprint import CSS
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration

from press.project import Project


@dataclass(slots=True)
class _Dress:
    """What was made of the sheets that `key` stands for: fonts, and parsed sheets by address."""

    key: str
    fonts: Any
    sheets: dict[tuple[str, str], tuple[Any, list[Any]]] = field(default_factory=dict)


# That of the last project that was typeset in this process.
_worn: _Dress | None = None


@contextmanager
def dressed(project: Project) -> Iterator[Any]:
    """While the block runs, WeasyPrint takes style sheets that it parsed before as they are.

    Gives the font configuration that belongs to them. A sheet that WeasyPrint complained of is
    parsed again each time, so that each document complains of it.
    """
    global _worn
    key = _key(project)
    if _worn is None or _worn.key != key:
        _worn = _Dress(key, FontConfiguration())
    worn = _worn

    def parse(**said: Any) -> Any:
        if "url" not in said or "matcher" in said or said.get("font_config") is not worn.fonts:
            return CSS(**said)
        name = said["url"], said["media_type"]
        if name not in worn.sheets:
            rules: list[Any] = []
            layers: list[Any] = []
            counters: dict[str, Any] = {}
            with _counting() as complaints:
                sheet = CSS(**{**said, "page_rules": rules, "layers": layers,
                               "counter_style": counters})  # fmt: skip
            if complaints or layers or counters:
                return CSS(**said)
            worn.sheets[name] = sheet, rules
        sheet, rules = worn.sheets[name]
        said["page_rules"].extend(rules)
        return sheet

    weasyprint.css.CSS = parse
    try:
        yield worn.fonts
    finally:
        weasyprint.css.CSS = CSS


@contextmanager
def _counting() -> Iterator[list[str]]:
    """What WeasyPrint complains of while the block runs."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    listener = Listener(logging.WARNING)
    LOGGER.addHandler(listener)
    try:
        yield heard
    finally:
        LOGGER.removeHandler(listener)


def _key(project: Project) -> str:
    """A hash of all style sheets of a project and of ours."""
    held = hashlib.sha256()
    for folder in project.folders("styles"):
        for path in sorted(folder.rglob("*.css")):
            held.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return held.hexdigest()
