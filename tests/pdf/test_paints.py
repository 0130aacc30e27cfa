"""paints: where each fill covers a box or misses it, one colour lies under all of it."""

from hypothesis import given
from hypothesis import strategies as st

from press.pdf.paints import Fill, Paints

EDGE = st.integers(0, 9)


@st.composite
def fills(draw: st.DrawFn) -> Fill:
    (left, right), (top, bottom) = (sorted(draw(st.tuples(EDGE, EDGE))) for _ in "xy")
    colour = draw(st.sampled_from(((0, 0, 0), (9, 9, 9))))
    return Fill(left, top, right, bottom, colour, draw(st.integers(0, 5)))


@given(st.lists(fills(), max_size=4), st.integers(0, 5), EDGE, EDGE, st.integers(0, 3))
def test_one_colour_lies_under_a_box_that_no_fill_cuts(held, printed, x, y, size):
    ordered = tuple(sorted(held, key=lambda fill: fill.order))
    paints = Paints({1: ordered}, {}, {(1, 7): printed})
    inside = [(x + a * size / 2, y + b * size / 2) for a in range(3) for b in range(3)]
    if paints.even(1, x, y, x + size, y + size):
        assert len({paints.under(1, 7, *point) for point in inside}) == 1
