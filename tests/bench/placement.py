"""Compares the poster's placement with a solver, and with labella.js on the same marks and widths.

Prints two Markdown tables. The first says in how many CPU seconds cards were placed, at what price,
and what no placement of the same sides at the same type size can cost less than, on any grid or
none, whatever cards make a column and however wide they are: SciPy's HiGHS proves it, see bound.py.
On a grid the price is the least there is, so the difference is what the grid costs. In the second,
a set of events and a side of the axis are a row; for each maker, in design mm, how far lines lead
from their marks (total, mean, most), how far marks lie from under or over their cards, and from the
middles of these (totals); crossings of lines, cards in a column. labella.js leads every line to the
middle of a card. It knows widths only, so its cards may be of any height and its layers are as many
as it likes.
Usage: python tests/bench/placement.py; what is missing is named. SciPy: pip install '.[bench]';
labella is looked for in tests/bench/node_modules: npm install --prefix tests/bench labella@1.1.4
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import combinations, pairwise
from pathlib import Path
from statistics import mean

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from press.content.edition import Edition  # noqa: E402 (the root must be on the path first)
from press.layout.poster.blocks import Trial  # noqa: E402
from press.layout.poster.cards.arrangement import (  # noqa: E402 (the root must be on the path first)
    Arrangement,
    PosterEvent,
    Room,
    arrange,
    sized,
)
from press.layout.poster.cards.placement import turned  # noqa: E402
from press.layout.poster.poster import lay_out_poster  # noqa: E402
from press.layout.poster.sheet import Card, PosterSheet  # noqa: E402
from press.project import open_project  # noqa: E402
from press.render.render import render_trials  # noqa: E402
from press.typeset.typeset import measure  # noqa: E402
from tests.bench.bound import least  # noqa: E402
from tests.support.crowds import ROOT, crowd, real_edition  # noqa: E402

# Ideal places are the marks; a width is the card's with the air that our columns keep.
SCRIPT = """
const labella = require(process.argv[1]);
const {nodes, min, max} = JSON.parse(require('fs').readFileSync(0, 'utf-8'));
const made = nodes.map(([at, width]) => new labella.Node(at, width));
new labella.Force({minPos: min, maxPos: max}).nodes(made).compute();
console.log(JSON.stringify(made.map(node => node.getPathFromRoot().map(n => n.currentPos))));
"""
AIR = 4.0


@dataclass(frozen=True)
class Score:
    """How far cards stand from their marks, how often lines cross, how many cards are stacked."""

    off: tuple[float, ...]
    beside: float
    middle: float
    crossings: int
    layers: int

    def cells(self) -> str:
        """The cells of a row."""
        figures = f"{sum(self.off):.0f} | {mean(self.off):.1f} | {max(self.off):.0f}"
        figures += f" | {self.beside:.0f} | {self.middle:.0f}"
        return f"{figures} | {self.crossings} | {self.layers}"


def ours(cards: list[Card]) -> Score:
    """A side of our poster."""
    off = tuple(abs(c.leader[0][0] - c.leader[-1][0]) for c in cards)
    ways = [list(pairwise(c.leader)) for c in cards]
    crossed = sum(
        any(_cross(s, t) or _cross(t, s) for s in one for t in other)
        for one, other in combinations(ways, 2)
    )
    columns: dict[float, int] = {}
    for card in cards:
        columns[card.box.right_mm] = columns.get(card.box.right_mm, 0) + 1
    middles = [card.box.x_mm + card.box.width_mm / 2 for card in cards]
    return Score(off, *_beside(cards, middles), crossed, max(columns.values()))


def _beside(cards: list[Card], middles: list[float]) -> tuple[float, float]:
    """How far marks lie beside cards with these middles in all, and how far from the middles."""
    apart = [abs(card.leader[0][0] - middle) for card, middle in zip(cards, middles, strict=True)]
    beside = sum(max(0.0, a - c.box.width_mm / 2) for a, c in zip(apart, cards, strict=True))
    return beside, sum(apart)


def _cross(
    level: tuple[tuple[float, float], tuple[float, float]],
    upright: tuple[tuple[float, float], tuple[float, float]],
) -> bool:
    """Whether a level stretch and an upright one cross inside both."""
    if level[0][1] != level[1][1] or upright[0][0] != upright[1][0]:
        return False
    x, y = upright[0][0], level[0][1]
    across, along = sorted((level[0][0], level[1][0])), sorted((upright[0][1], upright[1][1]))
    return across[0] + 0.1 < x < across[1] - 0.1 and along[0] + 0.1 < y < along[1] - 0.1


def labella(cards: list[Card], sheet: PosterSheet) -> Score:
    """The same marks and widths placed by labella.js."""
    asked = {
        "nodes": [[c.leader[0][0], c.box.width_mm + AIR] for c in cards],
        "min": sheet.axis.x_end_mm,
        "max": sheet.axis.x_start_mm,
    }
    said = subprocess.run(
        ["node", "-e", SCRIPT, str(HERE / "node_modules" / "labella")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = [
        [mark, *path] for (mark, _), path in zip(asked["nodes"], json.loads(said), strict=True)
    ]
    # Lines of two cards cross between two layers where their order there turns round.
    crossed = sum(
        any(
            (one[i] - other[i]) * (one[i + 1] - other[i + 1]) < 0
            for i in range(min(len(one), len(other)) - 1)
        )
        for one, other in combinations(paths, 2)
    )
    off = tuple(abs(path[-1] - path[0]) for path in paths)
    beside = _beside(cards, [path[-1] for path in paths])
    return Score(off, *beside, crossed, max(len(path) for path in paths) - 1)


@dataclass(frozen=True)
class Laid:
    """A poster, and how its cards were arranged: out of which events, in CPU seconds."""

    sheet: PosterSheet
    events: Sequence[PosterEvent]
    found: Arrangement
    seconds: float


def in_cards(edition: Edition) -> Edition:
    """The publication with its poster in cards, whatever it asks for."""
    return replace(edition, poster=replace(edition.poster, composition="cards"))


def laid(edition: Edition) -> Laid:
    """The poster of `edition`, its cards measured."""
    project = open_project(ROOT)
    house = edition.masthead.house
    kept: list[tuple[Sequence[PosterEvent], Arrangement, float]] = []

    def heights(trials: tuple[Trial, ...]) -> dict[str, float]:
        return measure(render_trials(trials, house, project), project)

    def timed(events: Sequence[PosterEvent], room: Room) -> Arrangement | None:
        start = time.process_time()
        found = arrange(events, room)
        if found:
            kept.append((events, found, time.process_time() - start))
        return found

    sheet = lay_out_poster(edition, heights, timed)
    assert sheet
    events, found, _ = kept[-1]
    return Laid(sheet, events, found, sum(spent for _, _, spent in kept))


def proved(made: Laid) -> str:
    """Seconds and price of the arrangement, the least that its sides can cost, and seconds."""
    found, heights = made.found, sized(made.events, made.found.fit)
    up = {place.item.id for place in found.above.places}
    above = [e.item for e in made.events if e.item.id in up]
    below = [e.item for e in made.events if e.item.id not in up]
    price = found.above.price + found.below.price
    start = time.process_time()
    field = found.composition.below
    floor = least(above, heights, found.composition.above)
    floor += least(turned(below, field), heights, field)
    spent = time.process_time() - start
    share = f"{price / floor - 1:.1%}"
    return f"{made.seconds:.1f} | {price / 1000:.1f} | {floor / 1000:.1f} | {share} | {spent:.0f}"


def main() -> None:
    """Print the tables, or a line that says what is not installed."""
    sets = {"the publication, 28 events": in_cards(real_edition())}
    sets |= {
        f"{count} drawn by seed": crowd(count, **words)
        for count, words in (
            (8, {}),
            (16, {}),
            (50, {"texts": "major"}),
            (80, {"texts": "major", "distance": 1.0}),
        )
    }
    made = {name: laid(edition) for name, edition in sets.items()}
    if find_spec("scipy"):
        print("| events | placed in s | price | never less than | more by | proved in s |")
        print("| --- | --- | --- | --- | --- | --- |")
        for name, one in made.items():
            print(f"| {name} | {proved(one)} |", flush=True)
        print()
    else:
        print("placement: no bound; scipy is not installed (see tests/bench/placement.py)")
    if not shutil.which("node") or not (HERE / "node_modules" / "labella").is_dir():
        print("placement: skipped; node or labella is not installed (see tests/bench/placement.py)")
        return
    print("| events | side | by | lines | mean | most | beside | middles | crossings | layers |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, one in made.items():
        sides = {mark.id: mark.side for mark in one.sheet.marks}
        for side in ("above", "below"):
            cards = [card for card in one.sheet.cards if sides[card.id] == side]
            print(f"| {name} | {side} | Warraq | {ours(cards).cells()} |")
            print(f"| {name} | {side} | labella.js | {labella(cards, one.sheet).cells()} |")


if __name__ == "__main__":
    main()
