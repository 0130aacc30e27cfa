"""Previews an edit: the pages that it changes are drawn before anything of them is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from press.cache import Store, kept
from press.content.edition import Edition
from press.content.load import KnownFiles, load
from press.content.resolve import resolve
from press.content.selection import edition_of
from press.content.validate import KnownRecords, validate
from press.layout.layout import layout
from press.layout.poster.cards.arrangement import Arrangement, PosterEvent, Room, arrange
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
    ) -> Looked:
        """Draw what differs from what was printed; `tell` hears all that is drawn, again and again.

        Nothing is audited, nothing judged, no complaint of typesetting heard. `go_on` raises when
        it is wanted no more. Raises `Refusal` for what cannot be read, laid out or rendered at all.
        """
        edition = resolve(validate(load(self.project, self._files), self._records))
        known = products_of(self.project)
        told: list[Sight] = []
        looked = {}
        for name in names:
            if name == SITE:  # is made of the others
                continue
            go_on()
            looked[name] = self._htmls(known[name], edition, store)
            for sights in self._changed(known[name], looked[name], store, go_on):
                told += sights
                tell(tuple(told))
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

    def _changed(
        self,
        product: Product,
        htmls: tuple[Html, ...],
        store: Store,
        go_on: Callable[[], None],
    ) -> Iterator[tuple[Sight, ...]]:
        """The pages of each gathering that is not as printed, those that differ most first."""
        printed = self._printed.get(product.name)
        if printed is None:
            return
        old = {html.text for html in printed}
        lines = {line for text in old for line in text.split("\n")}
        new = {
            at: sum(len(line) for line in set(html.text.split("\n")) - lines)
            for at, html in enumerate(htmls)
            if html.text not in old
        }
        asked = zip(new.items(), foretold(htmls, new, store), strict=True)
        for (at, _), (told, numbers, away) in sorted(asked, key=lambda one: -one[0][1]):
            go_on()
            key = product.name, told.part
            last = self._drawn.get(key)
            if last is None or (last.told, last.first) != (told, numbers.first):
                file = file_name(product.name, "pdf")
                task = self.crew.submit(draw_unjudged, told, numbers, away, self.project, file)
                pages, sights = task.result()
                before = last.sights if last else {}
                sights = {n: sight for n, sight in before.items() if n < pages} | sights
                last = self._drawn[key] = DrawnGathering(htmls[at], told, numbers.first, sights)
            yield tuple(last.sights.values())


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
) -> tuple[int, dict[int, Sight]]:
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
