"""baseline_grid: which lines are the text's, and which stand off its grid."""

from press.preflight.rules.baseline_grid import Stand, astray


def text(page: int, first: float, count: int) -> list[Stand]:
    """So many lines of a paragraph of 12 pt, 6.5 mm apart."""
    return [Stand(page, 1, 12.0, first + 6.5 * n, 50) for n in range(count)]


def test_names_at_the_side_are_no_text_though_they_have_more_lines():
    names = [Stand(1, n // 2 + 2, 8.0, 40 + 5.84 * n, 9) for n in range(24)]
    assert list(astray([*text(1, 30.0, 10), *names])) == []


def test_a_page_whose_lines_stand_between_those_of_the_others_is_told():
    ((grid, off, count),) = astray([*text(1, 30.0, 20), *text(2, 32.0, 6)])
    assert (grid.pitch, len(off), count) == (6.5, 6, 6)
