"""Turn what WeasyPrint logs or raises, and the fonts that are missing, into complaints."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from weasyprint.logger import LOGGER

from press.bounds import bounded
from press.diagnostics import Diagnostic, Place, Refusal
from press.files import below
from press.project import Project
from press.render.render import Html
from press.typeset.files import BASE
from press.typeset.fonts import PACKAGES, installed_fonts, wanted_fonts

# A gathering of some twenty pages takes a few seconds of the processor, a poster of hundreds of
# events a minute.
SET_S = 180


@contextmanager
def answering(html: Html) -> Iterator[None]:
    """Turns whatever WeasyPrint raises while the block runs into a `Refusal`."""
    try:
        with bounded(SET_S):
            yield
    except Refusal:
        raise
    except Exception as error:
        values = {
            "part": html.part,
            "record": next(iter(re.findall(r'\sid="([^"]+)"', html.text)), html.name),
            "kind": type(error).__name__,
            "said": str(error)[:200],
        }
        raise Refusal([Diagnostic("typeset/failed", Place(html.name), values)]) from error


@contextmanager
def listening(name: str, project: Project) -> Iterator[list[Diagnostic]]:
    """Collects WeasyPrint's log as diagnostics while the block runs."""
    heard: dict[str, Diagnostic] = {}

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said = record.getMessage()
            heard.setdefault(said, _complaint(name, said, project))

    listener = Listener(logging.WARNING)
    found: list[Diagnostic] = []
    LOGGER.addHandler(listener)
    propagate, LOGGER.propagate = LOGGER.propagate, False
    try:
        yield found
    finally:
        LOGGER.removeHandler(listener)
        LOGGER.propagate = propagate
        found += heard.values()


def _complaint(name: str, said: str, project: Project) -> Diagnostic:
    """One line of WeasyPrint's log as a diagnostic."""
    place = Place(name)
    if match := re.search(r'notdef glyph .*"(.)" \((U\+\w+)\)', said):
        values = {"character": match[1], "code": match[2]}
        return Diagnostic("typeset/missing-glyph", place, values)
    if match := re.search(rf"Failed to load (image|stylesheet) at '?({BASE})?([^' :]+)", said):
        code = {"image": "typeset/missing-image", "stylesheet": "typeset/missing-stylesheet"}
        return Diagnostic(code[match[1]], place, {"file": unquote(match[3])})
    if "Font-face" in said:
        return Diagnostic("typeset/missing-font", place, {"said": said}, case="unloaded")
    if match := re.search(r"No anchor #(\S+)", said):
        return Diagnostic("typeset/missing-anchor", place, {"id": match[1]})
    if match := re.search(r"Ignored `([\w-]+):.*` at (\d+):(\d+)", said, re.DOTALL):
        place = _declared(project, match[1], int(match[2]), int(match[3])) or place
    return Diagnostic("typeset/ignored-style", place, {"said": said})


def _declared(project: Project, name: str, line: int, column: int) -> Place | None:
    """The one style sheet that declares `name` on that line; WeasyPrint does not say which."""
    found = []
    for folder in project.folders("styles"):
        for sheet in below(folder, ".css"):
            lines = sheet.read_text("utf-8").splitlines()
            if line <= len(lines) and name in lines[line - 1]:
                found.append(Place(project.shown(sheet), line, column))
    return found[0] if found else None


def check_fonts(project: Project) -> None:
    """Raise `Refusal` when a font named by `local()` or a `--font-…` token is not installed."""
    installed = installed_fonts()
    problems = [
        Diagnostic(
            "typeset/missing-font",
            wanted.place,
            {"font": wanted.family, "package": PACKAGES.get(wanted.family, "")},
            case="absent",
            cure="package" if wanted.family in PACKAGES else "",
        )
        for wanted in wanted_fonts(project)
        if wanted.family not in installed
    ]
    if problems:
        raise Refusal(problems)
