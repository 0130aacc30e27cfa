"""Finished PDFs for tests: small pages set on the spot, a small edition built once a session."""

from __future__ import annotations

import datetime
import io
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
from weasyprint import HTML

from press.bind import Document, bind
from press.crew import alone
from press.edition import Edition
from press.gather import gather
from press.layout import Sheets, layout
from press.load import load
from press.project import Project
from press.render import render, render_trials
from press.resolve import resolve
from press.typeset import measure
from press.validate import validate

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "cases" / "base" / "content"
# The faces of styles/shared/arabic.css; a page as wide as the text asks for.
STYLE = """
@font-face { font-family: "Latin Text"; src: local("Noto Sans Regular"), local("Noto Sans") }
@font-face { font-family: "Arabic Signs"; src: local("Noto Sans Regular"), local("Noto Sans") }
@page { size: 210mm 120mm; margin: 20mm }
html { font: 12pt/1.7 "Noto Naskh Arabic", "Arabic Signs" }
body, p { margin: 0 }
.latin { font-family: "Latin Text"; white-space: nowrap }
.note-ref { font-size: 0.74em; line-height: 0; vertical-align: 0.5em }
.note-ref::before { content: "\\200f" }
"""


def set_pages(body: str, style: str = "") -> bytes:
    """The PDF of `body`, right to left, in the fonts of the brief."""
    head = f"<style>{STYLE}{style}</style>"
    return bytes(HTML(string=f'<html lang="ar" dir="rtl">{head}<body>{body}').write_pdf())


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished publication and all that preflight compares it with."""

    document: Document
    sheets: Sheets
    edition: Edition

    def damaged(self, damage: Callable[[pikepdf.Pdf], None]) -> Document:
        """The document after `damage` was done to its PDF."""
        with pikepdf.open(io.BytesIO(self.document.pdf)) as pdf:
            damage(pdf)
            out = io.BytesIO()
            pdf.save(out)
        return Document(self.document.name, out.getvalue(), self.document.pages)


@cache
def finished(name: str) -> Finished:
    """The brief or the poster of the golden cases' base project, through our own templates."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        shutil.copytree(BASE, folder / "content")
        project = Project(folder, folder / "output", datetime.date(2026, 1, 31))
        edition = resolve(validate(load(project)))
        house = edition.masthead.house
        sheets = layout(
            edition,
            "0123456789ab",
            (name,),
            lambda trials: measure(render_trials(trials, house, project), project),
        )
        (htmls,) = render(sheets, project).values()
        run = gather(htmls, project, alone())
        return Finished(bind(run, edition.masthead), sheets, edition)


def retyped(pdf: pikepdf.Pdf, page: int, change: Callable[[bytes], bytes]) -> None:
    """Change the content stream of a page, counted from 1."""
    held = pdf.pages[page - 1]
    held.Contents = pdf.make_stream(change(held.Contents.read_bytes()))
