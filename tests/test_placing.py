"""placing: columns, rows and leader lines, on numbers alone."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.placing import HEIGHT_PRICE, Field, Item, Leader, Place, lead, place, row_height, row_top
from press.sheets import Box

FIELD = Field(left=20, right=820, top=20, foot=430, sky_left=412, sky_foot=181)
ROWS = 5
RANKS = st.sampled_from(["turning-point", "major", "minor"])


@st.composite
def timelines(draw: st.DrawFn) -> tuple[list[Item], dict[str, float]]:
    """Up to 16 events in time order, points and intervals, with the widths of their cards."""
    count = draw(st.integers(1, 16))
    begins = sorted(
        draw(st.lists(st.floats(20, 820), min_size=count, max_size=count)), reverse=True
    )
    items = []
    for index, begin in enumerate(begins):
        length = draw(st.sampled_from([0.0, 0.0, 0.0, 8.0, 90.0]))
        items.append(Item(f"e{index}", draw(RANKS), begin, max(20.0, begin - length)))
    widths = {item.id: draw(st.floats(60, 110)) for item in items}
    return items, widths


def boxes(places: tuple[Place, ...]) -> list[Box]:
    """The boxes of the cards, as high as their rows."""
    height = row_height(FIELD, ROWS)
    return [Box(p.right - p.width, row_top(FIELD, ROWS, p.row), p.width, height) for p in places]


def stretches(p: Place, line: Leader) -> list[tuple[float, float, float, float]]:
    """The leader line as stretches (x0, y0, x1, y1), levels above an axis at 0, 2 mm apart."""
    top = 1000.0 - row_top(FIELD, ROWS, p.row)
    level = line.level * 2.0
    if not line.level:
        return [(p.upright, 0.0, p.upright, top)]
    return [
        (line.start, 0.0, line.start, level),
        (min(line.start, p.upright), level, max(line.start, p.upright), level),
        (p.upright, level, p.upright, top),
    ]


def cross(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether a level stretch and an upright one cross in their insides."""
    for level, upright in ((one, other), (other, one)):
        if level[1] == level[3] and upright[0] == upright[2]:
            x, y = upright[0], level[1]
            if level[0] + 0.1 < x < level[2] - 0.1 and upright[1] + 0.1 < y < upright[3] - 0.1:
                return True
    return False


def overlapping(places: tuple[Place, ...]) -> list[Box]:
    """Cards that overlap another or leave the field."""
    cards = boxes(places)
    field = Box(FIELD.left, FIELD.top, FIELD.right - FIELD.left, FIELD.foot - FIELD.top)
    pairs = [(a, b) for i, a in enumerate(cards) for b in cards[i + 1 :]]
    return [a for a, b in pairs if a.overlaps(b)] + [c for c in cards if not c.within(field)]


def in_the_sky(places: tuple[Place, ...]) -> list[Box]:
    """Cards that reach into the title block."""
    return [
        c
        for c in boxes(places)
        if c.right_mm > FIELD.sky_left + 0.01 and c.y_mm < FIELD.sky_foot - 0.01
    ]


def out_of_order(places: tuple[Place, ...]) -> list[Place]:
    """Cards that stand before an earlier event, reading down the columns from right to left."""
    pairs = pairwise(places)
    return [
        later
        for earlier, later in pairs
        if not (
            later.row < earlier.row if later.right == earlier.right else later.right < earlier.right
        )
    ]


def struck_through(places: tuple[Place, ...]) -> list[Place]:
    """Cards whose own upright, or another's, runs through a card on its way down."""
    cards = boxes(places)
    return [
        p
        for p in places
        for card in cards
        if card.x_mm < p.upright < card.right_mm and card.y_mm >= row_top(FIELD, ROWS, p.row)
    ]


def crossing(places: tuple[Place, ...]) -> list[tuple[Place, Place]]:
    """Pairs of lines that turn the same way and cross."""
    lines = lead(places)
    turned = [(p, line) for p, line in zip(places, lines, strict=True) if line.level]
    return [
        (p, q)
        for index, (p, line) in enumerate(turned)
        for q, other in turned[index + 1 :]
        if (p.upright > line.start) == (q.upright > other.start)
        and any(cross(a, b) for a in stretches(p, line) for b in stretches(q, other))
    ]


def fits_when_filled_greedily(items: list[Item], widths: dict[str, float]) -> bool:
    """Whether columns filled to the top from the right would hold all items."""
    under_sky = sum(row_top(FIELD, ROWS, row) >= FIELD.sky_foot for row in range(ROWS))
    outer, rest = FIELD.right, list(items)
    while rest:
        count = under_sky if outer > FIELD.sky_left else ROWS
        column, rest = rest[:count], rest[count:]
        right = outer - (len(column) - 1) * FIELD.line - FIELD.pad
        left = right - max(widths[item.id] for item in column)
        if left < FIELD.left:
            return False
        outer = left - FIELD.air - 1.0  # a grid step, for rounding
    return True


@settings(max_examples=40, deadline=None)
@given(timelines())
def test_every_placement_keeps_every_rule(timeline: tuple[list[Item], dict[str, float]]) -> None:
    """Random dates, widths and ranks: all placed cards and lines, or an honest None."""
    places = place(*timeline, ROWS, FIELD)
    if places is None:
        assert not fits_when_filled_greedily(*timeline)
        return
    assert [p.item for p in places] == timeline[0]
    assert not overlapping(places)
    assert not in_the_sky(places)
    assert not out_of_order(places)
    assert not struck_through(places)
    assert not crossing(places)
    assert place(*timeline, ROWS, FIELD) == places


def test_a_lone_event_stands_at_its_mark() -> None:
    (only,) = place([Item("a", "major", 500.0, 500.0)], {"a": 80.0}, ROWS, FIELD) or ()
    assert only.upright == pytest.approx(500.0, abs=0.5)
    assert lead([only])[0].level == 0 or abs(only.upright - 500.0) < 1


def test_what_does_not_fit_has_no_places() -> None:
    items = [Item(f"e{i}", "minor", 800.0 - i, 800.0 - i) for i in range(60)]
    assert place(items, dict.fromkeys((i.id for i in items), 110.0), ROWS, FIELD) is None


def test_the_cheapest_of_all_cuts_is_taken() -> None:
    """Brute force over every cut of three events and every slot of every column agrees."""
    items = [Item(f"e{x}", "minor", float(x), float(x)) for x in (700, 690, 640)]
    width = 70.0
    step = width + FIELD.pad + FIELD.air

    def cheapest(rest: list[Item], outer: int) -> float:
        if not rest:
            return 0.0
        best = float("inf")
        for count in range(1, len(rest) + 1):
            for slot in range(outer, 500, -1):
                price = HEIGHT_PRICE * count * (count - 1) / 2 + sum(
                    item.off(slot - index * FIELD.line) ** 2
                    for index, item in enumerate(rest[:count])
                )
                if price < best:
                    after = slot - (count - 1) * FIELD.line - step
                    best = min(best, price + cheapest(rest[count:], int(after)))
                if slot < min(item.end for item in rest[:count]):
                    break
        return best

    places = place(items, dict.fromkeys((i.id for i in items), width), ROWS, FIELD) or ()
    columns = [list(group) for _, group in groupby(places, key=lambda p: p.right)]
    cost = sum(p.item.off(p.upright) ** 2 for p in places)
    cost += sum(HEIGHT_PRICE * len(c) * (len(c) - 1) / 2 for c in columns)
    assert cost == pytest.approx(cheapest(items, 820), abs=1.0)
