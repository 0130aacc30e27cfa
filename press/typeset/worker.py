"""Worker: what a process has laid out and keeps until it is painted."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
# What was laid out to be looked at, by name and part.
_looked: dict[tuple[str, int], Laid] = {}
# After so many pages memory is swept, which takes some 0.2 s.
SWEEP_PAGES = 36
_swept = 0


def lay(html: Html, project: Project, first: int) -> Layout:
    """Lay out a gathering and keep it for `press`."""
    start = time.perf_counter()
    laid = lay_out(html, project, first=first)
    _hold(_key(html), laid, time.perf_counter() - start)
    return _told(laid)


@contextmanager
def looking(html: Html, project: Project, numbers: Numbers) -> Iterator[Laid]:
    """A gathering laid out and numbered, from how this process did so before its last edit.

    Where the block fails, in which it is drawn, the next edit begins from nothing.
    """
    first, running = numbers.first, numbers.running
    last = _looked.pop(_name(html), None)
    laid = lay_out(html, project, first=first, running=running, last=last)
    number(laid, numbers)
    yield laid
    while _looked and _pages(laid, *_looked.values()) > HELD_PAGES:
        del _looked[next(iter(_looked))]
    _looked[_name(html)] = laid


def look_first(html: Html, project: Project, numbers: Numbers) -> None:
    """Lay out a gathering as it is printed, for the first edit of it to go on from."""
    if _name(html) not in _looked:
        with looking(html, project, numbers):
            pass


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
    while _laid and _pages(laid, *(held for held, _ in _laid.values())) > HELD_PAGES:
        del _laid[next(iter(_laid))]
    _laid[key] = laid, seconds


def _name(html: Html) -> tuple[str, int]:
    return html.name, html.part


def _pages(*laid: Laid) -> int:
    return sum(len(one.document.pages) for one in laid)


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
