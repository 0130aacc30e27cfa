"""Typeset HTML with WeasyPrint; whatever it would only log becomes a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from copy import copy
from dataclasses import replace
from typing import Any

from weasyprint import HTML

from press.colour.inks import Press
from press.diagnostics import Diagnostic, Place, Refusal
from press.geometry import MM_PER_PX, PT_PER_PX
from press.project import Project
from press.render.render import Html
from press.typeset.black_plate import settle_blacks
from press.typeset.complaints import answering, listening
from press.typeset.files import BASE, Files
from press.typeset.gathering import Bookmark, Gathering, Numbers
from press.typeset.inked import in_inks
from press.typeset.laid import Laid, dressed
from press.typeset.overflow import too_narrow
from press.typeset.weasyprint.array_types import unsized_arrays
from press.typeset.weasyprint.baseline_grid import on_grid
from press.typeset.weasyprint.even_lines import even_lines
from press.typeset.weasyprint.glyph_strings import without_empty_strings
from press.typeset.weasyprint.gradients import running_in_inks
from press.typeset.weasyprint.initial_values import knowing_initial_values
from press.typeset.weasyprint.known_lengths import knowing_lengths
from press.typeset.weasyprint.known_lines import knowing_lines
from press.typeset.weasyprint.known_styles import knowing_flow, knowing_struts
from press.typeset.weasyprint.late_styles import styling_late
from press.typeset.weasyprint.left_behind import nothing_left_behind
from press.typeset.weasyprint.level_feet import levelled_feet
from press.typeset.weasyprint.lines import Tally, planned_lines
from press.typeset.weasyprint.origins import keeping_origins, note_areas
from press.typeset.weasyprint.page_floats import floating_down
from press.typeset.weasyprint.page_head import reaching_the_head
from press.typeset.weasyprint.page_numbers import (
    ask_for_lists,
    foliate,
    foliating,
    renumber,
    unnumber,
)
from press.typeset.weasyprint.resuming import resuming
from press.typeset.weasyprint.set_lines import setting_lines_once
from press.typeset.weasyprint.stylesheets import said_of_sheets, take_sheets
from press.typeset.weasyprint.tags import reading_tags
from press.typeset.weasyprint.text_indent import mended_text_indent
from press.typeset.weasyprint.trailing_space import mended_trailing_space
from press.typeset.weasyprint.whole_columns import whole_columns


def typeset(html: Html, project: Project, *, press: Press | None = None) -> Gathering:
    """The pages of `html`. Raises `Refusal` with everything that WeasyPrint complained of.

    For a press they have its bleed and are in its inks, untagged and without links.
    """
    laid = lay_out(html, project)
    if press is None:
        return paint(laid, project)
    with inked(laid, project, press) as in_its_inks:
        return paint(in_its_inks, project)


def lay_out(
    html: Html,
    project: Project,
    *,
    first: int = 1,
    running: Mapping[str, str] | None = None,
    last: Laid | None = None,
) -> Laid:
    """The pages of `html` laid out, as if its first folio were `first`.

    `running` are the running strings in force before it, as far as they are known. What is the same
    is taken from `last`, how it was before an edit, which is not to be used any more.
    """
    dress, files = dressed(project), Files(project)
    with reading_tags():
        source = HTML(string=html.text, base_url=BASE, url_fetcher=files)
    asked = html.name, html.part, first, said_of_sheets(source)
    if last and not (last.asked == asked and last.may_go_on(project)):
        last = None
    if last:
        unnumber(last.foliation)
    pictures: dict[str, Any] = last.pictures if last else {}
    told = first, dict(running or {})
    headed = last is not None and (last.foliation.first, last.foliation.before) == told
    with (
        answering(html),
        listening(html.name, project) as heard,
        foliating(first, running) as foliation,
        on_grid(),
        nothing_left_behind(),
        whole_columns(),
        reaching_the_head(),
        levelled_feet(),
        floating_down(),
        _setting_lines() as tally,
        resuming(last.held if last else None, headed=headed) as held,
    ):
        document = source.render(
            stylesheets=take_sheets(source, dress), font_config=dress.fonts, cache=pictures
        )
    ask_for_lists(foliation, source)
    foliation.leans |= last.foliation.leans if last and headed else set()
    read = files.states(pictures)
    return Laid(html, source, document, foliation, heard, tally, pictures, read, asked, dress, held)


@contextmanager
def _setting_lines() -> Iterator[Tally]:
    """While the block runs, WeasyPrint sets lines as we ask for them, on pages and in trials, and
    remembers what it has worked out."""
    with (
        mended_trailing_space(),
        even_lines(),
        planned_lines() as tally,
        mended_text_indent(),
        setting_lines_once(),
        knowing_lines(),
        knowing_lengths(),
        knowing_initial_values(),
        knowing_struts(),
        knowing_flow(),
        styling_late(),
    ):
        yield tally


@contextmanager
def inked(laid: Laid, project: Project, press: Press) -> Iterator[Laid]:
    """What was laid out and numbered, in the inks of a press: of colours, drawings and pictures.

    While the block runs, in which it is painted, `laid` is not to be used.
    """
    with ExitStack() as turned:
        with answering(laid.html), listening(laid.html.name, project) as heard:
            told = laid.document, laid.pictures, project, press
            document = turned.enter_context(in_inks(*told))
            settle_blacks(document, press)
        yield replace(laid, document=document, heard=[*laid.heard, *heard], press=press)


def number(laid: Laid, numbers: Numbers) -> bool:
    """Number the pages of what was laid out; False when it must be laid out again for that."""
    folios = renumber(laid.foliation, laid.source, numbers.folios)
    return folios and foliate(laid.foliation, laid.source, numbers.first, numbers.running)


def paint(
    laid: Laid,
    project: Project,
    *,
    away: frozenset[str] = frozenset(),
) -> Gathering:
    """The pages of what was laid out.

    `away` are ids in other gatherings: links to them are kept, any other without a goal is
    complained of. Raises `Refusal` with everything that WeasyPrint complained of.
    """
    html, document = laid.html, laid.document
    away = away - laid.anchors().keys()
    pdf, heard = _drawn(laid, project, away)
    if complaints := list(dict.fromkeys([*laid.heard, *heard])):
        raise Refusal(complaints)
    bookmarks = tuple(
        Bookmark(
            level, label, number, x * PT_PER_PX, (page.height - y) * PT_PER_PX, state == "open"
        )
        for number, page in enumerate(document.pages)
        for level, label, (x, y), state in page.bookmarks
    )
    return Gathering(
        html.name, pdf, len(document.pages), html.part, laid.foliation.first, away, bookmarks
    )


def sketch(
    laid: Laid, project: Project, away: frozenset[str], numbers: Sequence[int] | None = None
) -> bytes:
    """The PDF of what was laid out, to be looked at: whatever WeasyPrint complains of.

    Of its pages those of `numbers`, from 0, all unless given.
    """
    if numbers is not None:
        pages = [laid.document.pages[at] for at in numbers]
        laid = replace(laid, document=laid.document.copy(pages))
    return _drawn(laid, project, away - laid.anchors().keys())[0]


def _drawn(laid: Laid, project: Project, away: frozenset[str]) -> tuple[bytes, list[Diagnostic]]:
    """The PDF of what was laid out, and what WeasyPrint complained of meanwhile."""
    html, document = laid.html, laid.document
    # A link out of the gathering needs a goal in it, or WeasyPrint drops the link.
    last = copy(document.pages[-1])
    last.anchors = last.anchors | dict.fromkeys(away, (0, 0, 0, 0))
    document = document.copy([*document.pages[:-1], last])  # it knows no fonts of other paintings
    with (
        answering(html),
        listening(html.name, project) as heard,
        keeping_origins(f"{html.name} {html.part}"),
        unsized_arrays(),
        without_empty_strings(),
    ):
        pdf = _painted(document) if laid.press is None else _painted_in_inks(document, html.name)
    return pdf, heard


def _painted(document: Any) -> bytes:
    """The PDF of a document for readers.

    PDF/A-2a brings tags, an sRGB output intent and no surprises; bind adds PDF/UA-1. Whoever saves
    the finished file gives it its identifier: for one, WeasyPrint writes all twice.
    """
    pdf: bytes = document.write_pdf(
        pdf_variant="pdf/a-2a", pdf_identifier=False, finisher=note_areas
    )
    return pdf


def _painted_in_inks(document: Any, name: str) -> bytes:
    """The PDF of a document for a press; bind makes PDF/X-4 of it."""
    try:
        with running_in_inks():
            pdf: bytes = document.write_pdf(pdf_identifier=False)
    except NotImplementedError as error:  # tinycss2 turns no inks into another space
        raise Refusal([Diagnostic("bind/not-in-inks", Place(name))]) from error
    return pdf


def measure(html: Html, project: Project) -> dict[str, float]:
    """The height in mm of every box of `html` that has an id, by that id.

    An article whose text leaves its box cannot be so narrow: its height is infinite.
    """
    with reading_tags():
        source = HTML(string=html.text, base_url=BASE, url_fetcher=Files(project))
    dress = dressed(project)
    with (
        answering(html),
        listening(html.name, project) as heard,
        _setting_lines(),
    ):
        document = source.render(stylesheets=take_sheets(source, dress), font_config=dress.fonts)
    if heard:
        raise Refusal(heard)
    heights = {
        name: (bottom - top) * MM_PER_PX
        for page in document.pages
        for name, (_, top, _, bottom) in page.anchors.items()
    }
    return heights | dict.fromkeys(too_narrow(document, "article"), float("inf"))
