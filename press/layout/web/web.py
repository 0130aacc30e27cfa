"""The web page: the first brief and the first poster of an edition as one text to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import cast

from press.colour.scheme import dark_tokens, scheme
from press.content.edition import Edition, PosterWords
from press.content.prose import Prose
from press.content.resolved import Entry
from press.content.selection import edition_of
from press.content.values import House, Value, say
from press.language.dates import Date, Moment
from press.language.steps import around
from press.layout.brief.brief import lay_out_brief
from press.layout.brief.sheet import Note
from press.layout.poster.composition import paper
from press.layout.poster.skyline.paces import paced
from press.layout.timescale import Paces, TimeScale
from press.layout.web.scale import draw_scale
from press.layout.web.sheet import Download, WebEvent, WebFigure, WebSheet, WebTimeline, WebYear

# A scale is drawn where there are so many events or more.
DRAWN = 2


def lay_out_web(edition: Edition, fingerprint: str, downloads: Iterable[Download]) -> WebSheet:
    """The page of `edition`: what its first brief and its first poster say.

    A publication without a poster has the timeline of what its brief tells; `downloads` are the
    files that will stand beside the page.
    """
    brief = _first(edition, "brief")
    poster = _first(edition, "poster")
    text = lay_out_brief(brief, fingerprint) if brief else None
    told = {entry.id for chapter in (text.chapters if text else ()) for entry in chapter.entries}
    colours = scheme(edition.masthead.palette, edition.actors.values())
    return WebSheet(
        publication=edition.masthead,
        words=edition.web,
        scheme=colours,
        dark=dark_tokens(colours, edition.masthead.palette),
        timeline=_timeline(poster or brief, told),
        brief=text,
        notes=_notes(text.notes if text else ()),
        downloads=tuple(downloads),
        fingerprint=fingerprint,
    )


def _notes(notes: Iterable[Note]) -> dict[str, tuple[Note, ...]]:
    """The notes that are marked in each entry."""
    found: dict[str, tuple[Note, ...]] = {}
    for note in notes:
        if note.marked and note.entry:
            found[note.entry.id] = (*found.get(note.entry.id, ()), note)
    return found


def _first(edition: Edition, kind: str) -> Edition | None:
    """The edition as its first product of a kind tells it."""
    stems = [stem for stem, words in edition.products.items() if words.kind == kind]
    return edition_of(edition, stems[0]) if stems else None


def _timeline(edition: Edition | None, told: set[str]) -> WebTimeline | None:
    if edition is None:
        return None
    words, house = edition.poster, edition.masthead.house
    entries = list(_on_poster(edition, words) if words else edition.told())
    entries.sort(key=lambda entry: entry.when.begin)
    if not entries:
        return None
    events = [_event(entry, told) for entry in entries]
    acting = {actor for entry in entries for actor in entry.actors}
    first, after = min(e.when.begin for e in entries), max(e.when.end for e in entries)
    plain = Paces((TimeScale(*around(first, after), 0.0, 100.0),))
    paces = next(paced(words, paper(words.paper, words.orientation), entries)) if words else plain
    eras = words.eras if words else ()
    drawn = len(events) >= DRAWN
    return WebTimeline(
        promise=words.promise if words else Prose(),
        introduction=words.introduction if words else Prose(),
        pillars=words.pillars if words else (),
        figures=tuple(_figures(words, house)) if words else (),
        # Where the page tells the events with their sources, it needs no word about where they are.
        sources_line=words.sources_line if words and not told else Prose(),
        headings=words.headings if words else {},
        years=tuple(_years(events, house)),
        scale=draw_scale(events, entries, paces, eras, house) if drawn else None,
        legend=tuple(actor for actor in edition.actors.values() if actor in acting),
    )


def _on_poster(edition: Edition, words: PosterWords) -> Iterator[Entry]:
    """The events of the period that the poster shows, but those that it leaves out."""
    begin, after = words.period
    for entry in edition.entries.values():
        shown = begin <= entry.when.begin and entry.when.end <= after
        if shown and entry.id not in words.omit:
            yield entry


def _event(entry: Entry, told: set[str]) -> WebEvent:
    return WebEvent(
        id=entry.id,
        title=entry.title,
        when=entry.when,
        date=entry.date,
        days=machine_date(entry.when),
        actors=entry.actors,
        dress=entry.dress,
        kind=entry.kind,
        rank=entry.rank,
        symbol=entry.symbol,
        text=entry.poster,
        told=entry.id in told,
    )


def machine_date(date: Date) -> str:
    """A date as an element `time` takes it (HTML, 3.5.5), empty for what has no such form."""
    moment = date.moments[0]
    exact = not (date.approximate or date.uncertain) and moment.year > 0
    return str(date) if exact and date.precision in ("minute", "day", "month", "year") else ""


def _years(events: Sequence[WebEvent], house: House) -> Iterator[WebYear]:
    for year, held in groupby(events, key=lambda event: event.when.year):
        date = Date("year", (Moment("year", year),))
        label = house.language.say_date(
            date, digits=house.digits, months=house.months, style="label"
        )
        yield WebYear(label, tuple(held))


def _figures(words: PosterWords, house: House) -> Iterator[WebFigure]:
    """The headline, the figures and what else the poster says in its free fields."""
    sayings = (words.headline, *words.fillers) if words.headline else words.fillers
    for saying in sayings:
        if saying.value:
            yield _figure(saying.fact, saying.value, saying.text, house)
        else:
            yield WebFigure("", None, saying.text, {})
    for figure in words.figures:
        yield _figure(figure.fact, figure.value, figure.label, house)


def _figure(fact: str, value: Value, label: Prose, house: House) -> WebFigure:
    if value.kind == "vote":
        ayes, noes, abstained = (cast(int, n) for n in value.held)
        said = house.language.say_tally(ayes, noes, abstained, digits=house.digits)
        votes = {"for": ayes, "against": noes, "abstained": abstained}
        return WebFigure(fact, said, label, votes)
    return WebFigure(fact, say(value, house), label, {})
