"""Worker: what a process has laid out and keeps until it is painted."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from press.colour.inks import Press
from press.diagnostics import Refusal
from press.processes import lighten
from press.project import Project
from press.render.folios import with_folios
from press.render.render import Html
from press.typeset.gathering import Gathering, Layout, Numbers, place_of
from press.typeset.laid import Laid
from press.typeset.overflow import overflowing
from press.typeset.tagging.mend import mend, with_letters
from press.typeset.typeset import inked, lay_out, number, paint

# After so many pages memory is swept, which takes some 0.2 s: when nothing else is to be done, or
# before more is set.
SWEEP_PAGES = 60
_unswept = 0


@dataclass(slots=True)
class _Kept:
    """A gathering laid out, in so many `seconds`; what became of it when it was `painted` last."""

    laid: Laid
    seconds: float = 0.0
    painted: str = ""


# How this process laid out each gathering last, by project, name and part: to be painted, painted
# again for a press, or gone on from after an edit. So many pages, some 1 MB each, twice that
# until memory is swept.
_kept: dict[tuple[str, str, int], _Kept] = {}
HELD_PAGES = 48


def lay(html: Html, project: Project, first: int, running: Mapping[str, str]) -> Layout:
    """Lay out a gathering and keep it for `press`, likely to begin as it is told."""
    start = time.perf_counter()
    sweep()
    laid = _lay(html, project, Numbers(first, running, {}), _take(html, project))
    _keep(_Kept(laid, time.perf_counter() - start), project)
    told = _told(laid)
    _count(told.pages)
    return told


@contextmanager
def looking(html: Html, project: Project, numbers: Numbers) -> Iterator[Laid]:
    """A gathering laid out and numbered, from how this process did so before its last edit.

    Where the block fails, in which it is drawn, the next edit begins from nothing.
    """
    laid = _lay(html, project, numbers, _take(html, project))
    number(laid, numbers)
    yield laid
    _keep(_Kept(laid), project)


def look_first(html: Html, project: Project, numbers: Numbers) -> None:
    """Lay out a gathering as it is printed, for the first edit of it to go on from."""
    if place_of(html, project) not in _kept:
        with looking(html, project, numbers):
            pass


def press(
    html: Html, project: Project, numbers: Numbers, away: frozenset[str]
) -> tuple[Layout, Gathering]:
    """Number and paint a gathering; a process that has not laid it out does so first."""
    start = time.perf_counter()
    sweep()
    kept = _take(html, project)
    known = kept and kept.laid.html == html and kept.laid.is_of(project)
    if not (kept and known and number(kept.laid, numbers)):
        kept = _Kept(_lay_again(html, project, numbers, kept), kept.seconds if kept else 0.0)
    laid, spent = kept.laid, kept.seconds
    told = _told(laid)
    made = paint(laid, project, away=away)
    if left := list(overflowing(laid.document, html.name, made.first)):
        raise Refusal(left)
    made = mend(made)
    _keep(_Kept(laid, painted=_digest(made)), project)
    _count(made.pages)
    seconds = round(time.perf_counter() - start + spent, 3)
    return told, replace(made, seconds=seconds, numbers=numbers)


def set_for_press(html: Html, project: Project, press: Press, as_is: Gathering) -> Gathering:
    """A gathering painted for a press, with the numbers of the one `as_is` for readers."""
    sweep()
    kept, painted = _take(html, project), _digest(as_is)
    if not (kept and kept.painted == painted and kept.laid.is_of(project)):
        numbers = as_is.numbers or Numbers(as_is.first, {}, {})
        kept = _Kept(_lay_again(html, project, numbers, kept), painted=painted)
    with inked(kept.laid, project, press) as laid:
        made = with_letters(paint(laid, project, away=as_is.away))
    _keep(kept, project)
    _count(made.pages)
    return made


def _lay(html: Html, project: Project, numbers: Numbers, last: _Kept | None) -> Laid:
    """Lay out a gathering, from how it was before where that may be."""
    first, running = numbers.first, numbers.running
    before = last.laid if last else None
    return lay_out(html, project, first=first, running=running, last=before)


def _lay_again(html: Html, project: Project, numbers: Numbers, last: _Kept | None) -> Laid:
    """Lay out a gathering with its numbers in it."""
    numbered = replace(html, text=with_folios(html.text, numbers.folios))
    laid = _lay(numbered, project, numbers, last)
    number(laid, numbers)
    return laid


def _take(html: Html, project: Project) -> _Kept | None:
    return _kept.pop(place_of(html, project), None)


def _keep(made: _Kept, project: Project) -> None:
    """Keep what is laid out, and let the oldest go where it is too much."""
    pages = sum(len(kept.laid.document.pages) for kept in (made, *_kept.values()))
    while _kept and pages > HELD_PAGES:
        pages -= len(_kept.pop(next(iter(_kept))).laid.document.pages)
    _kept[place_of(made.laid.html, project)] = made


def _digest(made: Gathering) -> str:
    return hashlib.sha256(made.pdf).hexdigest()


def sweep() -> None:
    """Free what was left of pages, if it is much.

    Boxes refer to each other, and Python looks for such cycles rarely.
    """
    global _unswept
    if _unswept >= SWEEP_PAGES:
        lighten()
        _unswept = 0


def _count(pages: int) -> None:
    global _unswept
    _unswept += pages


def _told(laid: Laid) -> Layout:
    asked = frozenset(address.removeprefix("#") for address in laid.foliation.asked)
    kept = laid.foliation
    pages = len(laid.document.pages)
    return Layout(pages, laid.anchors(), asked, kept.running(), frozenset(kept.leans))
