"""Previews an edit: the pages that it changes are drawn before anything of them is judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from press.cache import Store, kept
from press.content.edition import Edition
from press.content.load import KnownFiles
from press.content.selection import edition_of
from press.content.validate import KnownRecords
from press.layout.layout import layout
from press.layout.poster.cards.arrangement import Arrangement, PosterEvent, Room, arrange
from press.pipeline import Read, Watch, read
from press.products import SITE, Product, file_name, products_of
from press.project import Project
from press.render.folios import room
from press.render.render import Html, dress_of, render
from press.report.page_images import View, scale_for, views
from press.typeset.gather import PAGE_ROOM, foretold
from press.typeset.gathering import Numbers
from press.typeset.measure import heights
from press.typeset.typeset import sketch
from press.typeset.worker import HELD_PAGES, look_first, looking
from press.workers import Crew

# Printed in place of the content's fingerprint, which changes with every edit.
SAME = "0" * 12
# Products of more letters are not laid out before an edit asks for it.
MOST_ROOM = HELD_PAGES * PAGE_ROOM
# The gatherings of each product as they were looked at.
Looked = dict[str, tuple[Html, ...]]
# How many pages a gathering has, and those that an edit changes.
_Changed = tuple[int, "dict[int, Sight]"]


@dataclass(frozen=True, slots=True)
class Sight:
    """A page as an edit leaves it: where it stands in the proof, and its pictures as JPEG."""

    address: str
    large: bytes
    small: bytes


@dataclass(frozen=True, slots=True)
class DrawnGathering:
    """A gathering that was drawn, as it is and with the page numbers that it was told.

    `sights` are its pages that may not be as printed, by number from 0.
    """

    html: Html
    told: Html
    first: int
    sights: dict[int, Sight]


@dataclass(slots=True)
class Preview:
    """What the products of a project look like, edit by edit, beside the last that was printed."""

    project: Project
    crew: Crew
    # What was read before the last edit.
    _files: KnownFiles = field(default_factory=dict)
    _records: KnownRecords = field(default_factory=dict)
    _printed: Looked = field(default_factory=dict)
    _places: dict[str, Arrangement] = field(default_factory=dict)
    # By product and part: what was drawn of a gathering last, and all that is not as printed.
    _drawn: dict[tuple[str, int], DrawnGathering] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether it is known what was printed."""
        return bool(self._printed)

    def look(
        self,
        names: Sequence[str],
        store: Store,
        tell: Callable[[tuple[Sight, ...]], None],
        go_on: Callable[[], None],
        begun: Callable[[Read], None],
    ) -> Looked:
        """Draw what differs from what was printed; `tell` hears all that is drawn, again and again.

        `begun` hears what was read as soon as nothing is left to do but to draw. Nothing is
        audited, nothing judged, no complaint of typesetting heard. `go_on` raises when it is wanted
        no more. Raises `Refusal` for what cannot be read, laid out or rendered at all.
        """
        found = read(self.project, Watch(), known=(self._files, self._records))
        known = products_of(self.project)
        told: list[Sight] = []
        looked = {}
        with ThreadPoolExecutor(1) as hand:
            shown = []
            for name in names:
                if name == SITE:  # is made of the others
                    continue
                go_on()
                looked[name] = self._htmls(known[name], found.edition, store)
                drawing = self._drawing(known[name], looked[name], store)
                shown.append(hand.submit(self._show, name, drawing, told, tell, go_on))
            begun(found)
            for one in shown:
                one.result()
        return looked

    def printed(self, looked: Looked, store: Store) -> None:
        """What was looked at is what is printed now; it is laid out for edits to go on from."""
        for name, htmls in looked.items():
            for html in htmls:
                drawn = self._drawn.get((name, html.part))
                if drawn and drawn.html.text == html.text:
                    self._drawn[name, html.part] = replace(drawn, sights={})
            if name not in self._printed and sum(room(h.text) for h in htmls) < MOST_ROOM:
                for told, numbers, _ in foretold(htmls, range(len(htmls)), store):
                    self.crew.submit(look_first, told, self.project, numbers, last=True)
        self._printed |= looked

    def _htmls(self, product: Product, edition: Edition, store: Store) -> tuple[Html, ...]:
        """The gatherings of a product as they are now."""
        edition = edition_of(edition, product.name)
        house, dress = edition.masthead.house, dress_of(product, self.project)
        sheets = layout(
            edition,
            SAME,
            (product.kind,),
            lambda trials: heights(trials, house, dress, self.project, self.crew, store),
            _Places(product.name, self._places, store),
        )
        (htmls,) = render(sheets, self.project, dress).values()
        return htmls

    def _drawing(
        self, product: Product, htmls: tuple[Html, ...], store: Store
    ) -> list[tuple[DrawnGathering, Future[_Changed] | None]]:
        """Each gathering that is not as printed, those that differ most first, and who draws it.

        Nobody where it was drawn before.
        """
        printed = self._printed.get(product.name)
        if printed is None:
            return []
        old = {html.text for html in printed}
        lines = {line for text in old for line in text.split("\n")}
        new = {
            at: sum(len(line) for line in set(html.text.split("\n")) - lines)
            for at, html in enumerate(htmls)
            if html.text not in old
        }
        asked = zip(new.items(), foretold(htmls, new, store), strict=True)
        drawing: list[tuple[DrawnGathering, Future[_Changed] | None]] = []
        for (at, _), (told, numbers, away) in sorted(asked, key=lambda one: -one[0][1]):
            last = self._drawn.get((product.name, told.part))
            if last and (last.told, last.first) == (told, numbers.first):
                drawing.append((last, None))
                continue
            new_one = DrawnGathering(htmls[at], told, numbers.first, last.sights if last else {})
            work = told, numbers, away, self.project, file_name(product.name, "pdf")
            drawing.append((new_one, self.crew.submit(draw_unjudged, *work)))
        return drawing

    def _show(
        self,
        name: str,
        drawing: Sequence[tuple[DrawnGathering, Future[_Changed] | None]],
        told: list[Sight],
        tell: Callable[[tuple[Sight, ...]], None],
        go_on: Callable[[], None],
    ) -> None:
        """Tell of gatherings of a product as they are drawn, after what was `told` before."""
        try:
            for drawn, task in drawing:
                go_on()
                if task:
                    pages, sights = task.result()
                    kept = {n: sight for n, sight in drawn.sights.items() if n < pages}
                    drawn = replace(drawn, sights=kept | sights)
                    self._drawn[name, drawn.told.part] = drawn
                told += drawn.sights.values()
                tell(tuple(told))
        finally:
            for _, task in drawing:
                if task:
                    task.cancel()


class _Places:
    """Finds the cards of a poster their places: the old ones first, where events are the same."""

    def __init__(self, name: str, known: dict[str, Arrangement], store: Store) -> None:
        self.name, self.known, self.store = name, known, store
        self.tried = False

    def __call__(self, events: Sequence[PosterEvent], room: Room) -> Arrangement | None:
        """Where cards stand; cards that have become too high for their places get new ones."""
        last = self.known.get(self.name)
        if last and not self.tried:
            self.tried = True
            placed = {p.item.id for side in (last.above, last.below) for p in side.places}
            if placed == {event.item.id for event in events}:
                return last
        found = kept(self.store, arrange, events, room)
        if found:
            self.known[self.name] = found
        return found


def draw_unjudged(
    html: Html, numbers: Numbers, away: frozenset[str], project: Project, file: str
) -> _Changed:
    """How many pages a gathering has, and those that an edit changes, in the process that takes it.

    All of them where that has not laid it out before.
    """
    with looking(html, project, numbers) as laid:
        pages, changed = len(laid.document.pages), laid.held.changed()
        drawn: tuple[View, ...] = ()
        if changed:
            pdf = sketch(laid, project, away, changed)
            drawn = views(pdf, project.output, None, scale_for(file, pages))
        sights = {
            at: Sight(f"{file}/{numbers.first + at}", view.large, view.small)
            for at, view in zip(changed, drawn, strict=True)
        }
    return pages, sights
