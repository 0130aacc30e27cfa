"""Finished PDFs for tests: small pages set on the spot, a small edition built once a session."""

import io
import random
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name
from PIL import Image
from weasyprint import HTML

from press.bind.bind import Document, bind
from press.bind.derive import Derived, derive_brief, derive_poster
from press.colour.profiles import open_press
from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.layout.layout import Sheets, layout
from press.preflight.preflight import preflight
from press.products import Kind, forms_of
from press.project import Project
from press.render.render import render, render_trials
from press.typeset.for_press import gather_for_press
from press.typeset.gather import gather
from press.typeset.gathering import Gathering
from press.typeset.typeset import measure
from press.workers import alone
from tests.support.damages import Damage, rewritten
from tests.support.projects import project_in, resolved

ROOT = Path(__file__).resolve().parents[2]
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


def picture(pdf: bytes, page: int, scale: float, mode: str = "RGB") -> Image.Image:
    """A page, counted from 0, as a reader shows it, at so many pixels a point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=scale).to_pil().convert(mode)
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished publication and all that preflight compares it with."""

    document: Document
    sheets: Sheets
    edition: Edition
    gathered: tuple[Gathering, ...] = ()

    def damaged(self, damage: Damage) -> Document:
        """The document after `damage` was done to its PDF."""
        return damaged(self.document, damage)


def damaged(document: Document, damage: Damage, *, pages: int | None = None) -> Document:
    """A document after `damage`; `pages`: the number of pages that is told of it."""
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        damage(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return replace(document, pdf=out.getvalue(), pages=pages or document.pages)


def caught(one: Finished, damage: Damage, *, pages: int | None = None) -> list[Diagnostic]:
    """What preflight says of a publication after `damage`."""
    return preflight(damaged(one.document, damage, pages=pages), one.sheets, one.edition)


def codes(found: Iterable[Diagnostic]) -> set[str]:
    """The rules that found something."""
    return {diagnostic.code.removeprefix("preflight/") for diagnostic in found}


@contextmanager
def _base_project() -> Iterator[Project]:
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        shutil.copytree(BASE, folder / "content")
        yield project_in(folder)


@cache
def finished(name: Kind) -> Finished:
    """The brief or the poster of the golden cases' base project, through our own templates."""
    with _base_project() as project:
        edition = resolved(project)
        house = edition.masthead.house
        sheets = layout(
            edition,
            "0123456789ab",
            (name,),
            lambda trials: measure(render_trials(trials, house, project), project),
        )
        (htmls,) = render(sheets, project).values()
        run = gather(htmls, project, alone())
        return Finished(bind(run, edition.masthead, name, name), sheets, edition, run)


@cache
def derived(name: Kind = "poster") -> Derived:
    """The other forms of that project's poster or brief."""
    one = finished(name)
    laid, masthead = one.sheets.of(name), one.edition.masthead
    with _base_project() as project:
        (htmls,) = render(one.sheets, project).values()
        press = open_press(project, laid.press)
        pressed = gather_for_press(htmls, project, press, alone(), None, one.gathered)()
        derive = derive_poster if name == "poster" else derive_brief
        return derive(one.document, pressed, press, laid, masthead, project, forms_of(name))


def with_image(page: int, space: str, pixels: int, at: tuple[float, float]) -> Damage:
    """A damage that prints an image of an inch on a page, `at` its lower left corner in pt."""
    parts = {"Gray": 1, "RGB": 3, "CMYK": 4}[space]

    def damage(pdf: pikepdf.Pdf) -> None:
        image = pdf.make_stream(bytes(pixels * pixels * parts), ColorSpace=Name(f"/Device{space}"))
        image.Type, image.Subtype, image.BitsPerComponent = Name.XObject, Name.Image, 8
        image.Width = image.Height = pixels
        resources = pdf.pages[page - 1].obj.Resources
        held = dict(resources.XObject.items()) if "/XObject" in resources else {}
        resources.XObject = Dictionary({**held, "/Im": image})
        x, y = at
        drawn = f"\n/Artifact BMC q 72 0 0 72 {x} {y} cm /Im Do Q EMC".encode()
        rewritten(f"{page - 1}/Contents", lambda content: b"q " + content + b" Q" + drawn)(pdf)

    return damage


def carry_too_much(pdf: pikepdf.Pdf) -> None:
    """A damage that makes a file too large for mail."""
    pdf.Root.PieceInfo = Dictionary(X=pdf.make_stream(random.Random(1).randbytes(10_200_000)))
