"""stacks: events shared out between the columns of a period, held against every way to do so."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.layout.poster.skyline.stacks import ColumnGrid, Standing, stack

WIDTH = 120.0


@st.composite
def stands(draw: st.DrawFn) -> tuple[list[Standing], ColumnGrid]:
    """Up to seven events in one period of one to four columns, in time order."""
    count = draw(st.integers(1, 7))
    marks = sorted(draw(st.lists(st.floats(0, WIDTH), min_size=count, max_size=count)))
    heights = draw(st.lists(st.integers(5, 60), min_size=count, max_size=count))
    events = [
        Standing(f"e{n}", 0, x, float(height))
        for n, (x, height) in enumerate(zip(reversed(marks), heights, strict=True))
    ]
    depth = float(draw(st.integers(60, 200)))
    columns = draw(st.integers(1, 4))
    return events, ColumnGrid(((0.0, WIDTH),), columns, 20.0, 500.0, depth, 4.0)


def price_of(columns: tuple[int, ...], events: list[Standing], grid: ColumnGrid) -> float | None:
    """The sum of squares of columns that events are off, or None where one is too high."""
    total = 0
    for column in range(grid.columns):
        high = [e.height for e, at in zip(events, columns, strict=True) if at == column]
        if high and sum(high) + grid.gap * (len(high) - 1) > grid.depth:
            return None
    for event, at in zip(events, columns, strict=True):
        share = (WIDTH - event.x_mm) / WIDTH * grid.columns
        own = min(int(share), grid.columns - 1)
        total += (own - at) ** 2
    return total


@settings(max_examples=150, deadline=None)
@given(stands())
def test_no_other_way_to_share_events_out_brings_them_nearer_to_their_time(drawn):
    events, grid = drawn
    every = combinations_with_replacement(range(grid.columns), len(events))
    prices = [p for way in every if (p := price_of(way, events, grid)) is not None]
    boxes = stack(events, grid)
    if boxes is None:
        assert not prices
        return
    rights = [grid.right(0, column) for column in range(grid.columns)]
    taken = tuple(
        min(range(grid.columns), key=lambda c: abs(rights[c] - boxes[e.id].right_mm))
        for e in events
    )
    assert price_of(taken, events, grid) == pytest.approx(min(prices))
