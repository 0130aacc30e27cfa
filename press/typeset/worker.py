"""Worker: what a process has laid out and keeps until it is painted."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace

from press.colour.inks import Press
from press.diagnostics import Refusal
from press.processes import lighten
from press.project import Project
from press.render.folios import with_folios
from press.render.render import Html
from press.typeset.gathering import Gathering, Layout, Numbers
from press.typeset.overflow import overflowing
from press.typeset.tagging.mend import mend, with_letters
from press.typeset.typeset import Laid, inked, lay_out, number, paint

# What this process has laid out and may paint, or paint again for a press, by its HTML or by what
# was painted; so many pages, some 0.6 MB each.
_laid: dict[str, tuple[Laid, float]] = {}
HELD_PAGES = 96
# After so many pages memory is swept, which takes some 0.2 s.
SWEEP_PAGES = 36
_swept = 0


def lay(html: Html, project: Project, first: int) -> Layout:
    """Lay out a gathering and keep it for `press`."""
    start = time.perf_counter()
    laid = lay_out(html, project, first=first)
    _hold(_key(html), laid, time.perf_counter() - start)
    return _told(laid)


def press(
    html: Html, project: Project, numbers: Numbers, away: frozenset[str]
) -> tuple[Layout, Gathering]:
    """Number and paint a gathering; a process that has not laid it out does so first."""
    start = time.perf_counter()
    laid, spent = _laid.pop(_key(html), (None, 0.0))
    if laid is None or not number(laid, numbers):
        again = replace(html, text=with_folios(html.text, numbers.folios))
        laid = lay_out(again, project, first=numbers.first)
        number(laid, numbers)
    told = _told(laid)
    made = paint(laid, project, away=away)
    if left := list(overflowing(laid.document, html.name, made.first)):
        raise Refusal(left)
    made = mend(made)
    _hold(_painted(made), laid)
    _sweep(made.pages)
    seconds = round(time.perf_counter() - start + spent, 3)
    return told, replace(made, seconds=seconds, numbers=numbers)


def set_for_press(html: Html, project: Project, press: Press, as_is: Gathering) -> Gathering:
    """A gathering painted for a press, with the numbers of the one `as_is` for readers."""
    laid, _ = _laid.pop(_painted(as_is), (None, 0.0))
    if laid is None:
        numbers = as_is.numbers or Numbers(as_is.first, {}, {})
        again = replace(html, text=with_folios(html.text, numbers.folios))
        laid = lay_out(again, project, first=numbers.first)
        number(laid, numbers)
    made = with_letters(paint(inked(laid, project, press), project, away=as_is.away))
    _sweep(made.pages)
    return made


def _hold(key: str, laid: Laid, seconds: float = 0.0) -> None:
    """Keep what is laid out, and let the oldest go where it is too much."""
    pages = len(laid.document.pages)
    while _laid and pages + sum(len(h.document.pages) for h, _ in _laid.values()) > HELD_PAGES:
        del _laid[next(iter(_laid))]
    _laid[key] = laid, seconds


def _painted(made: Gathering) -> str:
    return hashlib.sha256(made.pdf).hexdigest()


def _sweep(pages: int) -> None:
    """Free what was painted: boxes refer to each other, and Python looks for such cycles rarely."""
    global _swept
    _swept += pages
    if _swept >= SWEEP_PAGES:
        lighten()
        _swept = 0


def _told(laid: Laid) -> Layout:
    asked = frozenset(address.removeprefix("#") for address in laid.foliation.asked)
    kept = laid.foliation
    pages = len(laid.document.pages)
    return Layout(pages, laid.anchors(), asked, kept.running(), frozenset(kept.leans))


def _key(html: Html) -> str:
    return hashlib.sha256(f"{html.name} {html.part} {html.text}".encode()).hexdigest()
