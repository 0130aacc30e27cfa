"""total_fit: lines chosen all together, held against every other choice."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from press.typeset.total_fit import Break, Measure, Plan, justified, level, ragged

SPACE = 2.5
MEASURE = Measure(width=100, indent=0, em=10, space=0.25, last=20)


def paragraph(*words: float, hyphens: tuple[int, ...] = ()) -> list[Break]:
    """The breaks between words of these widths, those before the words `hyphens` inside a word."""
    found = [Break(0, 0, 0, 0)]
    x, spaces = 0.0, 0
    for number, word in enumerate(words, start=1):
        x += word
        if number == len(words):
            found.append(Break(x, x, spaces, spaces))
        elif number in hyphens:
            found.append(Break(x + 2, x, spaces, spaces, 50, True))
        else:
            found.append(Break(x, x + SPACE, spaces, spaces + 1))
            x, spaces = x + SPACE, spaces + 1
    return found


def spaces_of(breaks: list[Break], plan: Plan, measure: Measure = MEASURE) -> list[float]:
    """The word space of each line but the last, in em."""
    found = []
    start = 0
    for end in plan.ends[:-1]:
        held = breaks[end].end - breaks[start].begin
        count = breaks[end].spaces - breaks[start].skipped
        found.append(measure.space + (measure.of(start) - held) / count / measure.em)
        start = end
    return found


def widths_of(breaks: list[Break], plan: Plan) -> list[float]:
    starts = (0, *plan.ends[:-1])
    return [
        breaks[end].end - breaks[start].begin for start, end in zip(starts, plan.ends, strict=True)
    ]


WORDS = st.lists(st.floats(4, 30), min_size=6, max_size=14)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_no_other_choice_of_breaks_has_a_narrower_widest_space_by_much(words):
    """The sum of what lines pay grows so fast that the worst line decides."""
    breaks = paragraph(*words)
    plan = justified(breaks, MEASURE)
    count = len(plan.ends) - 1
    best = plan.widest
    for inner in combinations(range(1, len(breaks) - 1), count):
        other = Plan((*inner, len(breaks) - 1), 0)
        widths = widths_of(breaks, other)
        if widths[-1] > 100 or any(breaks[b].spaces == breaks[a].skipped for a, b in
                                   zip((0, *inner), inner, strict=False)):  # fmt: skip
            continue
        spaces = spaces_of(breaks, other)
        if all(space >= 0.17 for space in spaces) and widths[-1] >= 20:
            best = min(best, max(spaces, default=0))
    assert plan.widest <= max(best * 1.35, 0.45)


@given(WORDS)
def test_no_line_is_longer_than_the_measure_but_by_narrow_spaces(words):
    breaks = paragraph(*words)
    for space in spaces_of(breaks, justified(breaks, MEASURE)):
        assert space >= 0.17
    assert max(widths_of(breaks, ragged(breaks, MEASURE))) <= 100


def test_a_greedy_first_line_gives_way_to_those_after_it():
    # Greedy: 8 words, then a line of two with a hole; together: 7 and 3.
    breaks = paragraph(*[10] * 8, 45, 10, 35, 30, 30)
    assert justified(breaks, MEASURE).widest < 0.6


def test_the_first_line_is_shorter_by_the_indent():
    measure = Measure(100, 20, 10, 0.25, 20)
    breaks = paragraph(*[10] * 20)
    first, *_ = widths_of(breaks, justified(breaks, measure))
    assert first <= 81


def test_the_last_line_is_no_single_short_word_where_it_can_be_longer():
    breaks = paragraph(*[8.8] * 18, 8)
    *_, last = widths_of(breaks, justified(breaks, MEASURE))
    assert last >= 20
    *_, last = widths_of(breaks, ragged(breaks, MEASURE))
    assert last >= 20


def test_a_break_that_costs_is_taken_only_for_want_of_a_better():
    breaks = paragraph(*[8.8] * 18)
    free = justified(breaks, MEASURE).ends[0]
    dear = [
        Break(b.end, b.begin, b.spaces, b.skipped, 5000 if at == free else 0)
        for at, b in enumerate(breaks)
    ]
    assert free not in justified(dear, MEASURE).ends


def test_words_are_hyphenated_only_where_lines_are_loose_without():
    tight = paragraph(*[10.2] * 4, 5, 5.2, *[10.2] * 12, hyphens=(5,))
    assert not any(tight[end].hyphen for end in justified(tight, MEASURE).ends)
    loose = paragraph(20, 20, 20, 26, 26, 22, 22, 22, 30, 30, hyphens=(4,))
    plan = justified(loose, MEASURE)
    assert any(loose[end].hyphen for end in plan.ends)
    assert plan.widest < 0.6


def test_lines_of_a_heading_are_as_few_and_as_long_as_each_other():
    breaks = paragraph(*[10] * 9)
    first, second = widths_of(breaks, level(breaks, MEASURE))
    assert abs(first - second) < 15
    assert len(level(paragraph(*[10] * 7), MEASURE).ends) == 1


def test_a_word_longer_than_the_measure_stands_alone():
    breaks = paragraph(10, 10, 130, 10, 10)
    assert 130 in widths_of(breaks, justified(breaks, MEASURE))


def test_a_plan_from_the_middle_is_the_end_of_the_whole():
    breaks = paragraph(*[7, 12, 9, 15, 11, 8] * 8)
    whole = justified(breaks, MEASURE)
    rest = justified(breaks, MEASURE, start=whole.ends[1])
    assert rest.ends[-1] == whole.ends[-1]
