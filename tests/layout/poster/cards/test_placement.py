"""placing: columns and leader lines on one side of the axis, on numbers alone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.geometry import Box
from press.layout.poster.cards.columns import (
    CENTRE,
    FARTHEST_MM,
    HEIGHT_PRICE,
    SHAPE,
    SHAPE_PRICE,
    Field,
    stand,
)
from press.layout.poster.cards.item import Item
from press.layout.poster.cards.placement import CardPlace, Placement, place, turned, turned_back

FIELD = Field(left=20, right=820, depth=160)
RANKS = st.sampled_from(["turning-point", "major", "minor"])
Heights = dict[str, dict[float, float]]
CORRIDOR = 60.0
Stretch = tuple[float, float, float, float]


@st.composite
def timelines(draw: st.DrawFn) -> tuple[list[Item], Heights]:
    """Up to 16 events in time order, points and intervals, with heights at two or three widths."""
    count = draw(st.integers(1, 16))
    begins = sorted(
        draw(st.lists(st.floats(20, 820), min_size=count, max_size=count)), reverse=True
    )
    items, heights = [], {}
    for index, begin in enumerate(begins):
        length = draw(st.sampled_from([0.0, 0.0, 0.0, 8.0, 90.0]))
        items.append(Item(f"e{index}", draw(RANKS), begin, max(20.0, begin - length)))
        area = draw(st.floats(2000, 8000))
        wide = {width: round(area / width, 3) for width in (64.0, 80.0, 100.0)}
        heights[f"e{index}"] = dict(list(wide.items())[draw(st.integers(0, 1)) :])
    return items, heights


def boxes(placement: Placement) -> list[Box]:
    """The cards above an axis at y = 0, beyond a corridor that holds all levels."""
    return [
        Box(p.right - p.width, -CORRIDOR - p.near - p.height, p.width, p.height)
        for p in placement.places
    ]


def stretches(placement: Placement) -> Iterator[tuple[int, Stretch]]:
    """Every stretch of every leader line (x0, y0, x1, y1), upwards negative, levels 2 mm apart."""
    for index, (p, line) in enumerate(zip(placement.places, placement.leaders, strict=True)):
        top = -CORRIDOR - p.near - p.height
        turn = -2.0 * line.level
        if line.level:
            yield index, (line.start, turn, line.start, 0.0)
            yield index, (min(line.start, p.upright), turn, max(line.start, p.upright), turn)
        yield index, (p.upright, -CORRIDOR if p.nearest else top, p.upright, turn)


def crossings(placement: Placement) -> list[tuple[int, int]]:
    """Pairs of lines of which one crosses the other in its inside."""
    drawn = list(stretches(placement))
    found = []
    for i, level in drawn:
        for j, upright in drawn:
            if i == j or level[1] != level[3] or upright[0] != upright[2]:
                continue
            x, y = upright[0], level[1]
            if level[0] + 0.1 < x < level[2] - 0.1 and upright[1] + 0.1 < y < upright[3] - 0.1:
                found.append((i, j))
    return found


def struck(placement: Placement) -> list[tuple[int, Box]]:
    """Lines that run through a card."""
    return [
        (index, card)
        for index, (x0, y0, x1, y1) in stretches(placement)
        for card in boxes(placement)
        if x0 < card.right_mm - 0.01
        and x1 > card.x_mm + 0.01
        and y0 < card.bottom_mm - 0.01
        and y1 > card.y_mm + 0.01
    ]


def out_of_order(placement: Placement) -> list[CardPlace]:
    """Cards that stand before an earlier event, reading down the columns from right to left."""
    return [
        later
        for earlier, later in pairwise(placement.places)
        if not (
            later.near < earlier.near
            if later.right == earlier.right
            else later.right < earlier.right
        )
    ]


def fits_when_filled_greedily(items: list[Item], heights: Heights) -> bool:
    """Whether columns of the widest cards, filled from each mark on, hold all items."""
    outer, rest = FIELD.right, list(items)
    while rest:
        column: list[Item] = []
        while rest and sum(heights[i.id][100.0] + FIELD.gap for i in [*column, rest[0]]) <= (
            FIELD.depth + FIELD.gap
        ):
            column.append(rest.pop(0))
        if not column:
            return False
        outer = FIELD.right - -(-(FIELD.right - outer) // FIELD.grid) * FIELD.grid
        right = outer - FIELD.room(len(column))
        uprights = [outer - FIELD.line * index for index in range(len(column) - 1)]
        uprights.append(column[-1].meet(right, 100.0))
        if any(i.off(x) > FARTHEST_MM for i, x in zip(column, uprights, strict=True)):
            return False
        if right - 100.0 < FIELD.left:
            return False
        outer = right - 100.0 - FIELD.air
    return True


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_every_placement_keeps_every_rule(timeline):
    """Random dates, sizes and ranks: all cards and lines as they must be, or an honest None."""
    placement = place(*timeline, FIELD)
    if placement is None:
        assert not fits_when_filled_greedily(*timeline)
        return
    cards = boxes(placement)
    field = Box(FIELD.left, -CORRIDOR - FIELD.depth, FIELD.right - FIELD.left, FIELD.depth)
    assert [p.item for p in placement.places] == timeline[0]
    assert not [1 for i, a in enumerate(cards) for b in cards[i + 1 :] if a.overlaps(b)]
    assert all(card.within(field) for card in cards)
    assert all(p.upright <= FIELD.right for p in placement.places)
    assert all(p.height == timeline[1][p.item.id][p.width] for p in placement.places)
    assert not out_of_order(placement)
    assert not struck(placement)
    assert not crossings(placement)
    assert place(*timeline, FIELD) == placement


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_what_can_stand_is_known_before_anything_is_priced(timeline):
    assert stand(*timeline, FIELD) == (place(*timeline, FIELD) is not None)


@given(timelines())
@settings(max_examples=20, deadline=None)
def test_below_the_axis_all_is_turned_and_time_still_runs_to_the_left(timeline):
    items, heights = timeline
    found = place(turned(items, FIELD), heights, FIELD)
    if found is None:
        return
    below = turned_back(found, FIELD)
    for p, item in zip(below.places, items, strict=True):
        assert (p.item.id, p.item.rank) == (item.id, item.rank)
        assert (p.item.begin, p.item.end) == pytest.approx((item.begin, item.end))
        if p.nearest:
            assert p.right - p.width < p.upright < p.right
        else:
            assert p.upright < p.right - p.width
    for earlier, later in pairwise(below.places):
        if later.right == earlier.right:
            assert later.near > earlier.near
        else:
            assert later.right < earlier.right


def test_a_lone_event_stands_at_its_mark():
    found = place([Item("a", "major", 500.0, 500.0)], {"a": {80.0: 50.0}}, FIELD)
    assert found
    assert found.places[0].upright == 500.0
    assert found.places[0].right - 40.0 == pytest.approx(500.0, abs=0.5)
    assert found.leaders[0].level == 0


def test_the_card_nearest_to_the_axis_is_reached_straight_from_it():
    """Three marks under one card: the other lines run in the duct, and none bends much."""
    marks = (530.0, 520.0, 500.0)
    items = [Item(f"e{x}", "minor", x, x) for x in marks]
    found = place(items, {i.id: {90.0: 45.0} for i in items}, FIELD)
    assert found
    nearest = [p for p in found.places if p.nearest]
    assert [p.upright for p in nearest] == [p.item.begin for p in nearest]
    assert all(p.item.off(p.upright) < 60.0 for p in found.places)


def test_nothing_to_place_is_placed_at_once():
    assert place([], {}, FIELD) == Placement((), (), 0.0)


def test_what_does_not_fit_has_no_places():
    items = [Item(f"e{i}", "minor", 800.0 - i, 800.0 - i) for i in range(60)]
    assert place(items, {i.id: {110.0: 70.0} for i in items}, FIELD) is None


def test_a_card_that_is_too_high_at_one_width_stands_at_another():
    heights = {"a": {60.0: FIELD.depth + 1, 90.0: 100.0}}
    found = place([Item("a", "minor", 500.0, 500.0)], heights, FIELD)
    assert found
    assert found.places[0].width == 90.0


@pytest.mark.parametrize("marks", [(700, 690, 640), (700, 699, 698), (820, 500, 30)])
def test_the_cheapest_of_all_ways_is_taken(marks):
    """Brute force over every cut, width and slot of every column agrees."""
    items = [Item(f"e{x}", "minor", float(x), float(x)) for x in marks]
    sizes = {70.0: 66.0, 95.0: 49.0}
    narrow = replace(FIELD, depth=140)

    def cheapest(rest: list[Item], outer: float) -> float:
        if not rest:
            return 0.0
        best = float("inf")
        for count in range(1, len(rest) + 1):
            for width, height in sizes.items():
                if count * height + (count - 1) * narrow.gap > narrow.depth:
                    continue
                extra = narrow.room(count) + width
                fixed = HEIGHT_PRICE * count * (count - 1) / 2
                fixed += count * SHAPE_PRICE * max(0.0, height / width - SHAPE)
                edge = outer
                while edge - extra >= narrow.left and edge >= min(i.end for i in rest[:count]) - 60:
                    right = edge - narrow.room(count)
                    last = rest[count - 1]
                    off = sum(
                        item.off(edge - index * narrow.line) ** 2
                        for index, item in enumerate(rest[: count - 1])
                    )
                    off += last.off(last.meet(right, width)) ** 2
                    off += CENTRE * last.off(right - width / 2) ** 2
                    if fixed + off < best:
                        steps = -(-(narrow.right - edge + extra + narrow.air) // FIELD.grid)
                        after = narrow.right - steps * FIELD.grid
                        best = min(best, fixed + off + cheapest(rest[count:], after))
                    edge -= FIELD.grid
        return best

    found = place(items, {i.id: sizes for i in items}, narrow)
    assert found
    assert found.price == pytest.approx(cheapest(items, narrow.right))
    columns = [list(group) for _, group in groupby(found.places, key=lambda p: p.right)]
    cost = sum(p.item.off(p.upright) ** 2 for p in found.places)
    cost += sum(CENTRE * p.item.off(p.right - p.width / 2) ** 2 for p in found.places if p.nearest)
    cost += sum(HEIGHT_PRICE * len(c) * (len(c) - 1) / 2 for c in columns)
    cost += sum(SHAPE_PRICE * max(0.0, p.height / p.width - SHAPE) for p in found.places)
    assert cost == pytest.approx(found.price)


@given(timelines(), st.integers(1, 8))
@settings(max_examples=40, deadline=None)
def test_cards_held_to_periods_stand_in_them_or_not_at_all(timeline, many):
    items, heights = timeline
    cuts = [820.0 - 800.0 * n / many for n in range(many + 1)]

    def held(item: Item) -> Item:
        after = next((cut for cut in cuts[1:] if cut <= item.end), cuts[-1])
        before = next(cut for cut in cuts[-2::-1] if cut >= item.begin)
        return replace(item, own=(before, after), clear=(before + 30.0, after))

    kept = [held(item) for item in items]
    found = place(kept, heights, FIELD)
    assert stand(kept, heights, FIELD) == (found is not None)
    if found:
        assert place(items, heights, FIELD)
        for p in found.places:
            assert p.item.own[1] - 1e-6 <= p.right - p.width / 2 <= p.item.own[0] + 1e-6
            assert p.item.clear[1] - 1e-6 <= p.right - p.width
            assert p.right <= p.item.clear[0] + 1e-6
        below = turned_back(place(turned(kept, FIELD), heights, FIELD) or found, FIELD)
        assert len(below.places) == len(kept)
