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
            heard.setdefault(record.getMessage(), _complaint(name, record, project))

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


def _complaint(name: str, record: logging.LogRecord, project: Project) -> Diagnostic:
    """One line of WeasyPrint's log as a diagnostic."""
    said, place = record.getMessage(), Place(name)
    if match := re.search(r'notdef glyph .*"(.)" \((U\+\w+)\)', said):
        values = {"character": match[1], "code": match[2]}
        return Diagnostic("typeset/missing-glyph", place, values)
    if (match := re.match("Failed to load (image|stylesheet) at", said)) and record.args:
        code = {"image": "typeset/missing-image", "stylesheet": "typeset/missing-stylesheet"}
        file = unquote(str(next(iter(record.args))).removeprefix(BASE))
        return Diagnostic(code[match[1]], _naming(file, project) or place, {"file": file})
    if "Font-face" in said:
        return Diagnostic("typeset/missing-font", place, {"said": said}, case="unloaded")
    if match := re.search(r"No anchor #(\S+)", said):
        return Diagnostic("typeset/missing-anchor", place, {"id": match[1]})
    if match := re.match(r"(?:Ignored `([\w-]+):.*)?.*at (\d+):(\d+)", said, re.DOTALL):
        place = _styled(project, match[1] or "", int(match[2]), int(match[3])) or place
    return Diagnostic("typeset/ignored-style", place, {"said": said})


def _styled(project: Project, name: str, line: int, column: int) -> Place | None:
    """The style sheet that has a rule, or declares `name`, there; WeasyPrint does not say which.

    None where it may be one of several.
    """
    there = re.compile(rf"(?<![\w-]){name}\s*:" if name else rf"(?<=^.{{{column - 1}}})[@}}]")
    found = [
        Place(shown, line, column)
        for shown, lines in _sources(project, "styles", ".css")
        if line <= len(lines) and there.search(lines[line - 1])
    ]
    return found[0] if len(found) == 1 else None


def _naming(file: str, project: Project) -> Place | None:
    """Where a template or style sheet names a file, by the last part of its address."""
    last = file.rpartition("/")[2]
    for folder, ending in (("templates", ".html"), ("styles", ".css")):
        for shown, lines in _sources(project, folder, ending):
            for number, line in enumerate(lines, start=1):
                if last and last in unquote(line):  # its column only where it is typed as it is
                    return Place(shown, number, line.find(last) + 1)
    return None


def _sources(project: Project, name: str, ending: str) -> Iterator[tuple[str, list[str]]]:
    """Every template or style sheet that is used, as it is named in messages, and its lines."""
    seen = set[str]()
    for folder in project.folders(name):
        for path in below(folder, ending):
            if (inner := path.relative_to(folder).as_posix()) not in seen:
                seen.add(inner)
                yield project.shown(path), path.read_text("utf-8").split("\n")


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
