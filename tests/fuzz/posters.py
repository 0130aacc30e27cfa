"""Posters of any events: placed with no overlap, or refused with a setting that is then placed.

`python -m tests.fuzz.posters [SEED]` lays out 1, 8, 28 and 80 events over a day to 3,000 years on
five papers in Arabic and English, with estimated heights, and every ninth in earnest, judged by
every rule of a finished poster; it prints how many were tried and how many failed.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise, product, zip_longest
from pathlib import Path

from press.bind.bind import bind
from press.content.edition import Edition
from press.diagnostics import Refusal
from press.geometry import Box
from press.layout.layout import Sheets
from press.layout.poster.blocks import Trial
from press.layout.poster.poster import lay_out_poster
from press.layout.poster.sheet import PosterSheet
from press.preflight.preflight import preflight
from press.render.render import render, render_trials
from press.typeset.gather import gather
from press.typeset.typeset import measure
from press.workers import alone
from tests.support.projects import OURS
from tests.support.spans import SPANS, drawn, estimated

ROOT = Path(__file__).resolve().parents[2]
# One case of so many is set in earnest.
SET = 9
COUNTS = (1, 8, 28, 80)
PAPERS = (
    ("A4", "landscape"),
    ("A4", "portrait"),
    ("A1", "landscape"),
    ("A1", "portrait"),
    ("850 x 2000 mm", "portrait"),
)
LANGUAGES = ("ar", "en")
Case = tuple[int, str, tuple[str, str], str]


def cases() -> Iterator[Case]:
    """Every count, span, paper and language."""
    yield from product(COUNTS, SPANS, PAPERS, LANGUAGES)


def edition_of_case(case: Case, seed: int = 1) -> Edition:
    """The edition of a case."""
    count, span, (paper, orientation), language = case
    return drawn(count, SPANS[span], language, seed, paper=paper, orientation=orientation)


def faults(case: Case, seed: int = 1) -> list[str]:
    """What is wrong with the poster of a case, or with the settings that its refusal offers."""
    edition = edition_of_case(case, seed)
    try:
        sheet = lay_out_poster(edition, estimated)
    except Refusal as refusal:
        return offered(edition, refusal)
    assert sheet
    return list(wrong(sheet, edition))


def finished_faults(case: Case, seed: int = 1) -> list[str]:
    """What is wrong with the PDF of a case, set in earnest; nothing of a case that is refused."""
    return set_faults(edition_of_case(case, seed))


def set_faults(edition: Edition) -> list[str]:
    """The same of an edition."""
    project, house = OURS, edition.masthead.house

    def heights(trials: tuple[Trial, ...]) -> dict[str, float]:
        return measure(render_trials(trials, house, project), project)

    try:
        sheet = lay_out_poster(edition, heights)
    except Refusal as refusal:
        return [d.code for d in refusal.diagnostics if d.code != "layout/too-many-cards"]
    assert sheet
    sheets = Sheets(None, sheet)
    try:
        (htmls,) = render(sheets, project).values()
        gathered = gather(htmls, project, alone())
    except Refusal as refusal:
        return [f"{d.code}: {d.message}" for d in refusal.diagnostics]
    document = bind(gathered, edition.masthead, "poster", "poster")
    found = preflight(document, sheets, edition)
    return [
        *wrong(sheet, edition),
        *(f"{d.code}: {d.message}" for d in found if d.severity == "error"),
    ]


def offered(edition: Edition, refusal: Refusal) -> list[str]:
    """What is wrong with a refusal: each setting that it names is typed."""
    (complaint,) = refusal.diagnostics
    if complaint.code != "layout/too-many-cards":
        return [f"refused with {complaint.code}"]
    tried = 0
    for remedy in complaint.hint.partition(": ")[2].split("; "):
        typed: dict[str, object] = {}
        for setting in re.findall(r"`([^`]+)`", remedy):
            key, colon, value = setting.partition(": ")
            if key == "reading":
                typed["distance"] = float(value.strip("{}").partition(": ")[2])
            elif colon:
                typed[key] = value
        if not typed:
            continue
        tried += 1
        changed = replace(edition, poster=replace(edition.poster, **typed))
        try:
            sheet = lay_out_poster(changed, estimated)
        except Refusal:
            return [f"{remedy}: is refused too"]
        assert sheet
        if found := list(wrong(sheet, changed)):
            return found
    return [] if tried else ["refused without a setting that holds"]


def wrong(sheet: PosterSheet, edition: Edition) -> Iterator[str]:
    """What is wrong with a skyline: overlaps, what leaves the sheet, events in another period."""
    boxes = {card.id: card.box for card in sheet.cards}
    boxes |= {placed.panel.id: placed.box for placed in sheet.panels}
    boxes |= {"title": sheet.header_box, "foot": sheet.foot_box}
    inner = Box(10.0 * min(1, sheet.scale), 0.0, 9999.0, 9999.0)
    if set(sheet.axis.parts[0].cards).union(*(p.cards for p in sheet.axis.parts)) != {
        card.id for card in sheet.cards
    } or len(sheet.cards) != len(edition.entries):
        yield "an event is missing"
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        if a.overlaps(b, -0.02):
            yield f"{one} and {other} overlap"
    for id, box in boxes.items():
        whole = Box(0.0, 0.0, sheet.sheet.width_mm, sheet.sheet.height_mm)
        if not box.within(whole) or box.x_mm < inner.x_mm:
            yield f"{id} leaves the sheet"
    for gap in sheet.axis.breaks:
        if any(p.x_mm < gap < p.x_mm + p.width_mm for p in sheet.axis.parts):
            yield "a break lies in a period"
    rightwards = sheet.axis.x_end_mm > sheet.axis.x_start_mm
    if sheet.axis.down:
        yield from _wrong_beside(sheet)
        return
    for part, later in zip_longest(sheet.axis.parts, sheet.axis.parts[1:]):
        # Half of a later period in which nothing begins may be lent to this one.
        lent = later.width_mm / 2 if later and not later.cards else 0.0
        left = part.x_mm - (0.0 if rightwards else lent)
        right = part.x_mm + part.width_mm + (lent if rightwards else 0.0)
        for card in sheet.cards:
            if card.id in part.cards and not (
                left - 0.05 <= card.box.x_mm and card.box.right_mm <= right + 0.05
            ):
                yield f"{card.id} stands over another period"


def _wrong_beside(sheet: PosterSheet) -> Iterator[str]:
    """What is wrong with events beside an axis that runs down: each period's stand apart."""
    axis = sheet.axis
    beside = Box(axis.y_mm, axis.x_start_mm, axis.height_mm, axis.x_end_mm - axis.x_start_mm)
    boxes = {card.id: card.box for card in sheet.cards}
    if any(box.overlaps(beside, -0.02) for box in (*boxes.values(), sheet.foot_box)):
        yield "something stands on the axis"
    bands = [[boxes[id] for id in part.cards] for part in axis.parts if part.cards]
    for one, later in pairwise(bands):
        if max(box.bottom_mm for box in one) > min(box.y_mm for box in later):
            yield "events of two periods stand beside each other"


def main() -> int:
    """Try every case with a seed; print what failed, and how many were tried and failed."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    tried = failed = 0
    for number, case in enumerate(cases()):
        tried += 1
        found = faults(case, seed)
        if not found and number % SET == SET // 2:
            found = finished_faults(case, seed)
        if found:
            failed += 1
            print(*case, found[0], sep=" · ", flush=True)
    print(f"posters: {tried} tried, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
