"""Proof: all that a publisher signs, on one page that opens from disk and asks nobody anything."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from typing import Any

from markupsafe import Markup

from press.content.values import House
from press.geometry import Box
from press.language.dates import Date
from press.language.vowel_signs import SIGNS
from press.preflight.screen_reader import Heard
from press.products import order
from press.project import Project
from press.render.render import render_proof
from press.report.fonts_and_colours import colours_together, fonts_together
from press.report.page_diff import ChangedPage
from press.report.page_images import View
from press.report.print_verdict import judge
from press.report.proof_sheet import (
    Compared,
    Difference,
    Leaf,
    PageMark,
    Pin,
    ProofChanges,
    ProofFact,
    ProofOutput,
    ProofSheet,
    Side,
    Stop,
    Timed,
)
from press.report.schema import FactEntry, Report

NAME = "proof.html"
# Of how many changed pages of a comparison pictures are shown; the others are named.
SHOWN = 8
# What is marked on a picture stands so far outside its letters, in mm: hamzas and tanween.
MARGIN_MM = 0.8

Views = Mapping[str, Sequence[View]]
Aloud = Mapping[str, Mapping[int, Sequence[Heard]]]


def proof(
    told: Report,
    pages: Views,
    compared: Sequence[Compared],
    house: House,
    project: Project,
    aloud: Aloud | None = None,
) -> bytes:
    """`output/proof.html`: pages, checks, facts, changes, times, fonts and colours; sign-off.

    `pages` are the views of every PDF by file name, `aloud` what a screen reader says of some, page
    by page. Raises `Refusal` for a fault in the template.
    """
    pins = tuple(_pins(told))
    comparisons = tuple(_comparison(one, pages, told) for one in compared)
    rows = tuple(_rows(told))
    sheet = ProofSheet(
        told,
        judge(told),
        house.language.direction,
        house.language.say_date(
            Date.parse(*told.edition.date.split(", ")), digits=house.digits, months=house.months
        ),
        _style(project),
        Markup(_text(project, "templates/proof.js") + _text(project, "templates/proof/remarks.js")),
        _data(told, pages, pins, comparisons, aloud or {}),
        sum(map(len, pages.values())),
        tuple(_sorted(_shown(told, pages, pins, comparisons))),
        pins,
        tuple(Counter(check.code.partition("/")[0] for check in told.checks).items()),
        comparisons,
        rows,
        tuple(Counter(row.fact.status for row in rows).items()),
        fonts_together(told.outputs),
        colours_together(told.outputs),
        tuple(zip(told.gatherings, _timed(_gathered(told)), strict=True)),
        tuple(_timed(told.stages.items())),
        round(sum(told.stages.values()), 1),
    )
    return render_proof(sheet, house, project)


def _text(project: Project, name: str) -> str:
    path = project.find(name)
    return path.read_text("utf-8") if path else ""


def _style(project: Project) -> Markup:
    """The tokens and the proof's own sheet, as one."""
    return Markup(_text(project, "styles/shared/tokens.css") + _text(project, "styles/proof.css"))


def _pins(told: Report) -> Iterator[Pin]:
    places = [(check, place) for check in told.checks for place in check.places]
    for number, (check, place) in enumerate(places, start=1):
        address = f"{place.path}/{place.page}" if place.page else ""
        yield Pin(number, check, place, address)


def _shown(
    told: Report, pages: Views, pins: Sequence[Pin], comparisons: Sequence[ProofChanges]
) -> Iterator[ProofOutput]:
    advice = Counter(pin.address for pin in pins)
    changed = {d.address for c in comparisons for d in c.differences}
    for output in told.outputs:
        leaves = []
        for view in pages.get(output.file, ()):
            address = f"{output.file}/{view.number}"
            size = round(10 * view.width_mm), round(10 * view.height_mm)
            pictures = _base64(view.large), _base64(view.small)
            marks = advice[address], address in changed
            trim = view.left_mm, view.top_mm
            leaves.append(Leaf(address, view.number, *size, *pictures, *marks, *trim))
        yield ProofOutput(output, tuple(leaves), bool(order(output.file)[0]))


def _sorted(shown: Iterable[ProofOutput]) -> list[ProofOutput]:
    """What others are made from comes first, and pictures after pages."""
    return sorted(shown, key=lambda one: (one.derived, not one.leaves))


def _comparison(compared: Compared, pages: Views, told: Report) -> ProofChanges:
    changes = compared.changes
    where = {
        fact.id: {(p.file, page) for p in fact.printed for page in p.pages} for fact in told.facts
    }
    # A new fact that no page prints yet is advice of its own, and no change in print.
    facts = tuple(fact for fact in changes.facts if fact.before or where.get(fact.id))
    telling = set().union(*(where.get(fact.id, set()) for fact in facts))

    def weight(number: int) -> tuple[bool, int]:
        """Pages that are new or gone or print another value come before those that moved."""
        page = changes.pages[number]
        moved = page.before and page.after and (page.file, page.after) not in telling
        return bool(moved), number

    shown = set(sorted(range(len(changes.pages)), key=weight)[:SHOWN])
    differences = [
        _difference(page, number in shown, pages, compared)
        for number, page in enumerate(changes.pages)
    ]
    old = {
        d.before.picture: _base64(compared.before[d.file, d.before.number].large)
        for d in differences
        if d.before and d.shown
    }
    pictures = tuple(old.items())
    return ProofChanges(compared.release, changes.since, tuple(differences), facts, pictures)


def _difference(page: ChangedPage, shown: bool, pages: Views, compared: Compared) -> Difference:
    before = compared.before.get((page.file, page.before))
    after = pages[page.file][page.after - 1] if page.after else None
    address = f"{page.file}/{page.after}" if after else ""
    old = f"{compared.release}/before/{page.file}/{page.before}"
    return Difference(
        page.file,
        address,
        _side(before, old) if before else None,
        _side(after, address) if after else None,
        tuple(_mark(box, after, trim=False) for box in page.regions) if after else (),
        shown and bool(before or not page.before),
    )


def _side(view: View, picture: str) -> Side:
    return Side(view.number, picture, round(10 * view.width_mm), round(10 * view.height_mm))


def _mark(box: Box, view: View, *, trim: bool) -> PageMark:
    """A box, from the trim's corner or from the picture's, with the margin that letters want."""
    left = box.x_mm + (view.left_mm if trim else 0) - MARGIN_MM
    top = box.y_mm + (view.top_mm if trim else 0) - MARGIN_MM
    return PageMark(
        round(100 * left / view.width_mm, 2),
        round(100 * top / view.height_mm, 2),
        round(100 * (box.width_mm + 2 * MARGIN_MM) / view.width_mm, 2),
        round(100 * (box.height_mm + 2 * MARGIN_MM) / view.height_mm, 2),
    )


def _rows(told: Report) -> Iterator[ProofFact]:
    titles = {source.id: source.title for source in told.sources}
    for fact in told.facts:
        said = tuple((a.source, titles.get(a.source, a.source), a.says) for a in fact.said)
        stops = tuple(
            Stop(f"{printed.file}/{page}/{fact.id}", printed.file, page)
            for printed in fact.printed
            for page in printed.pages
        )
        files = " ".join(dict.fromkeys(stop.file for stop in stops))
        words = (fact.id, fact.record, fact.about, fact.value, *(t for one in said for t in one))
        yield ProofFact(fact, said, stops, files, searchable(" ".join(words)))


def searchable(text: str) -> str:
    """A text as it is searched: marks off, alifs, final yas and figures of one form, small."""
    text = re.sub(f"[{SIGNS}\u2066-\u2069]", "", text.lower())
    return text.translate(_ONE_FORM)


_ONE_FORM = str.maketrans("أإآٱىة٠١٢٣٤٥٦٧٨٩", "اااايه0123456789")


def _data(
    told: Report,
    pages: Views,
    pins: Sequence[Pin],
    comparisons: Sequence[ProofChanges],
    aloud: Aloud,
) -> Markup:
    """What the script shows of a page by its address: facts, advice, changes, what is heard."""
    facts: dict[str, list[Any]] = {}
    for fact in told.facts:
        for address, marks in _fact_marks(fact, pages).items():
            facts.setdefault(address, []).append([fact.id, fact.about, fact.value, marks])
    advice: dict[str, list[Any]] = {}
    for pin in pins:
        if pin.address and (view := _view(pages, pin.place.path, pin.place.page)):
            at = pin.place.at
            mark = astuple(_mark(at, view, trim=True)) if at else None
            advice.setdefault(pin.address, []).append(
                [
                    pin.number,
                    {"ar": pin.place.message_ar, "en": pin.place.message},
                    {"ar": pin.place.hint_ar, "en": pin.place.hint},
                    mark,
                ]
            )
    changes: dict[str, list[Any]] = {}
    for comparison in comparisons:
        for difference in comparison.differences:
            if difference.address:
                marked = changes.setdefault(difference.address, [])
                marked += [astuple(mark) for mark in difference.marks]
    heard = {
        f"{file}/{page}": [[one.type, one.text] for one in said]
        for file, by_page in aloud.items()
        for page, said in by_page.items()
    }
    held = {"facts": facts, "advice": advice, "changes": changes, "heard": heard}
    text = json.dumps(held, ensure_ascii=False)
    # Inside a script element only this could end it.
    return Markup(text.replace("<", "\\u003c"))


def _fact_marks(fact: FactEntry, pages: Views) -> dict[str, list[tuple[float, ...]]]:
    found: dict[str, list[tuple[float, ...]]] = {}
    for printed in fact.printed:
        for spot in printed.spots:
            if view := _view(pages, printed.file, spot.page):
                marks = found.setdefault(f"{printed.file}/{spot.page}", [])
                marks.append(astuple(_mark(spot.box, view, trim=True)))
    return found


def _view(pages: Views, file: str, number: int) -> View | None:
    held = pages.get(file, ())
    return held[number - 1] if 0 < number <= len(held) else None


def _gathered(told: Report) -> list[tuple[str, float | None]]:
    return [(gathering.name, gathering.seconds) for gathering in told.gatherings]


def _timed(times: Any) -> Iterator[Timed]:
    held = list(times)
    longest = max((seconds or 0.0 for _, seconds in held), default=0.0) or 1.0
    for name, seconds in held:
        yield Timed(name, seconds, round(100 * (seconds or 0.0) / longest, 1))


def _base64(data: bytes) -> Markup:
    return Markup(base64.b64encode(data).decode())
