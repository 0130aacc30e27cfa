"""Compose a skyline: each period's events over its stretch of a thin axis, the title in the sky."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from press.content.edition import Edition, PosterWords
from press.content.prose import Prose
from press.content.resolved import Entry
from press.diagnostics import Diagnostic, Refusal
from press.fingerprint import digest
from press.geometry import Box
from press.layout.poster.blocks import Face, FigureCell, Measure, Trial
from press.layout.poster.composition import Paper, inner_width, paper, scaled
from press.layout.poster.event_texts import (
    face_of,
    figure_cell,
    least_fit,
    text_face,
    too_wide,
    tried_pictures,
)
from press.layout.poster.ranks import RANKS
from press.layout.poster.sheet import Card, Composed, Mark, Seated, TermBar, signs_of
from press.layout.poster.skyline.downward import NAMES as BESIDE
from press.layout.poster.skyline.downward import Downward, line_of, runs_down
from press.layout.poster.skyline.paces import paced
from press.layout.poster.skyline.panels import Furniture, furnish
from press.layout.poster.skyline.periods import NAME_LINE, Partition, partitions
from press.layout.poster.skyline.skyline_axis import axis_of, eras_of, marks_of
from press.layout.poster.skyline.skyline_down import stood
from press.layout.poster.skyline.skyline_plan import BARE, LEAST, WELL, Key, Occasion, Says, Skyline
from press.layout.poster.skyline.skyline_refusal import too_many_for
from press.layout.poster.skyline.skyline_search import WORTH, Search
from press.layout.poster.terms import terms
from press.layout.timescale import Paces

# Below the axis, in design mm: the names of the periods, terms of office line by line, then the
# foot; marks reach so far below the line, on which ticks stand.
MARKS, NAMES, TERM_ROW, FOOT_GAP = 9.0, NAME_LINE, 9.0, 7.0
ERA_ROW = 9.0
# The line of a mark's count ends so far below the axis; capitals begin by so much of their size
# below the top of a name.
COUNTS, RISE = 14.0, 0.36


def compose_skyline(
    edition: Edition,
    words: PosterWords,
    sheet: Paper,
    entries: Sequence[Entry],
    measure: Measure,
) -> Composed:
    """A skyline of `entries`, which are in time order.

    `measure` gives the height in mm of each trial by its id. Raises `Refusal` when the events do
    not fit at legible size.
    """
    tried = tuple(prepare(edition, words, sheet, entries, measure))
    found = _find(tried, words)
    for rank in tried_pictures(entries, words) if found else ():
        more = replace(words, pictures=rank)
        pictured = _find(tuple(prepare(edition, more, sheet, entries, measure)), more)
        if found and pictured and _hardly_worse(pictured[1], found[1]):
            found = pictured
            break
    if found:
        ready, skyline = found
        return _composed(edition, words, entries, ready, ready.search.swelled(skyline))
    if wide := tried[0].search.too_wide(tried[0].ways):
        raise Refusal([too_wide(edition, id) for id in wide])
    raise Refusal([_too_many(edition, words, entries, measure)])


def _find(tried: Sequence[Ready], words: PosterWords) -> tuple[Ready, Skyline] | None:
    """The first way to pace the axis on which a skyline is found, and that."""
    for least in (WELL, LEAST):
        for ready in tried:
            if found := ready.search.find(ready.ways, levels(words), least):
                return ready, found
    return None


def _hardly_worse(pictured: Skyline, bare: Skyline) -> bool:
    """Whether as many texts stand with pictures as without, in type hardly smaller."""
    return pictured.shape.texts == bare.shape.texts and pictured.fit >= bare.fit * WORTH


@dataclass(frozen=True, slots=True)
class Ready:
    """A skyline to be searched for: time on the axis, the ways to divide it, terms of office."""

    paces: Paces
    ways: tuple[Partition, ...]
    bars: tuple[TermBar, ...]
    search: Search

    @property
    def floor(self) -> float:
        """Where the axis stands, in design mm."""
        return self.search.floor


def prepare(
    edition: Edition,
    words: PosterWords,
    sheet: Paper,
    entries: Sequence[Entry],
    measure: Measure,
) -> Iterator[Ready]:
    """What a skyline is searched with, for each way to pace its axis."""
    carried, free = _figures(edition, words, sheet, entries)
    furniture: Furniture | None = None
    known: dict[Key, float] = {}
    house, eras = edition.masthead.house, bool(words.eras)
    least = least_fit(sheet, words, text_face(house))
    down = runs_down(sheet, least)
    search_by = partial(Downward, eras=eras) if down else Search
    for paces in paced(words, sheet, entries, line_of(sheet) if down else None):
        # Beside an axis that runs down, names of who was in office find no room.
        bars = () if down else terms(edition, paces)
        marks = marks_of(paces, entries, 1.0)
        signs = signs_of(marks, bars, words.headings)
        if furniture is None or signs != furniture.foot.signs:
            furniture = furnish(edition, words, sheet, entries, free, signs, measure)
        ways = tuple(partitions(paces, house, BESIDE * inner_width(sheet) if down else 0.0))
        below = 0.0 if down else _below(bars, ways, marks, eras=eras)
        search = search_by(
            sheet,
            sheet.height - sheet.margin - furniture.foot_height - FOOT_GAP - below,
            [Occasion(e.id, e.rank, e.when.begin, paces.at(e.when.begin)) for e in entries],
            _faces(edition, words, entries, carried),
            furniture,
            least,
            measure,
            known,
        )
        yield Ready(paces, ways, bars, search)


def levels(words: PosterWords) -> Sequence[str]:
    """The ranks down to which events may carry their text, from all of them."""
    return (*RANKS[::-1], BARE) if words.texts == "auto" else (words.texts,)


def _figures(
    edition: Edition, words: PosterWords, sheet: Paper, entries: Sequence[Entry]
) -> tuple[dict[str, tuple[FigureCell, ...]], list[tuple[str, FigureCell]]]:
    """The figures by the event that says them, and those of no event on the poster.

    A vote that stands with its event needs no label.
    """
    here = {entry.id for entry in entries}
    carried: dict[str, tuple[FigureCell, ...]] = {}
    free: list[tuple[str, FigureCell]] = []
    for figure in words.figures:
        cell = figure_cell(figure.value, figure.label, edition.masthead.house, sheet)
        fact = edition.facts.get(figure.fact)
        if fact and fact.record in here:
            own = replace(cell, fact=fact.id, label=Prose() if cell.votes else cell.label)
            carried[fact.record] = (*carried.get(fact.record, ()), own)
        else:
            free.append((figure.fact, cell))
    return carried, free


def _faces(
    edition: Edition,
    words: PosterWords,
    entries: Sequence[Entry],
    carried: Mapping[str, tuple[FigureCell, ...]],
) -> Callable[[str, Says, bool], Face]:
    """What an event says, by its id, how much, and whether in a narrow column.

    In a narrow column the dot has no icon: there who acted is named in any case.
    """
    known = {entry.id: entry for entry in entries}
    told = replace(words, texts=RANKS[-1])

    def face(id: str, says: Says, narrow: bool) -> Face:
        made = face_of(known[id], told, edition.masthead.house)
        return replace(
            made,
            form="sky narrow" if narrow else "sky bare" if says == "bare" else "sky",
            date=known[id].date,
            year=None,
            symbol=None,
            text=made.text if says == "text" else Prose(),
            figures=carried.get(id, ()),
        )

    return face


def _below(
    bars: Sequence[TermBar], ways: Sequence[Partition], marks: Sequence[Mark], *, eras: bool
) -> float:
    """The height of what stands below the axis: names of periods, eras, terms of office."""
    names = max(_above_names(way, marks) + way.size * NAMES for way in ways)
    return names + ERA_ROW * eras + len({bar.y_mm for bar in bars}) * TERM_ROW


def _above_names(way: Partition, marks: Sequence[Mark]) -> float:
    """How far below the line the names of periods begin: below the marks, and clear of counts."""
    counted = any(mark.count > 1 for mark in marks)
    return max(MARKS, COUNTS - RISE * way.size) if counted else MARKS


def _composed(
    edition: Edition,
    words: PosterWords,
    entries: Sequence[Entry],
    ready: Ready,
    found: Skyline,
) -> Composed:
    """What was found as it stands on the sheet, in mm."""
    search, k = ready.search, ready.search.sheet.scale
    furniture, part = search.furniture, found.shape.partition
    faces = {
        e.id: search.faces(e.id, found.shape.says(e.rank), found.shape.narrow(found.fit))
        for e in entries
    }
    sheet = search.sheet
    foot = Box(
        sheet.margin,
        sheet.height - sheet.margin - furniture.foot_height,
        sheet.width - 2 * sheet.margin,
        furniture.foot_height,
    )
    seats = list(found.seats)
    marks = marks_of(ready.paces, entries, k)
    above = _above_names(part, marks)
    names = ready.floor + above + part.size * NAMES
    top = names + ERA_ROW * bool(words.eras)
    lines = sorted({bar.y_mm for bar in ready.bars})
    composed = Composed(
        "skyline",
        fit=found.fit,
        header=furniture.title,
        header_box=scaled(found.title.box, k),
        foot_box=scaled(foot, k),
        axis=axis_of(
            ready.paces,
            part,
            entries,
            k,
            y_mm=ready.floor,
            height_mm=names - ready.floor,
            names_mm=above,
        ),
        marks=marks,
        cards=tuple(Card(faces[e.id], scaled(found.boxes[e.id], k), (), ()) for e in entries),
        terms=tuple(
            replace(
                bar,
                x_mm=round(bar.x_mm * k, 2),
                y_mm=round((top + lines.index(bar.y_mm) * TERM_ROW) * k, 2),
                width_mm=round(bar.width_mm * k, 2),
            )
            for bar in ready.bars
        ),
        figures=(),
        title_mm=round(found.title.em * k, 3),
        seen_from_afar=found.title.em >= furniture.far,
        label_mm=round(part.size * k, 3),
        swell=found.swell,
        eras=eras_of(ready.paces, words.eras, k),
        panels=tuple(Seated(panel, scaled(box, k)) for panel, box in seats),
    )
    if isinstance(search, Downward):
        return stood(composed, words, entries, ready.paces, search, found)
    return composed


def _too_many(
    edition: Edition,
    words: PosterWords,
    entries: Sequence[Entry],
    measure: Measure,
) -> Diagnostic:
    """Says how many events there are, how many fit, and what was tried and holds them all."""

    known: dict[str, float] = {}

    def once(trials: tuple[Trial, ...]) -> dict[str, float]:
        """What is measured once is not measured again."""
        keys = {trial.id: digest(replace(trial, id="")) for trial in trials}
        new = tuple(trial for trial in trials if keys[trial.id] not in known)
        found = measure(new) if new else {}
        known.update({keys[id]: height for id, height in found.items()})
        return {id: known[key] for id, key in keys.items()}

    def holds(changed: PosterWords, kept: Sequence[Entry]) -> bool:
        on = paper(changed.paper, changed.orientation)
        ready = prepare(edition, changed, on, kept, once)
        return any(one.search.holds(one.ways, levels(changed)) for one in ready)

    return too_many_for(words, paper(words.paper, words.orientation), entries, holds)
