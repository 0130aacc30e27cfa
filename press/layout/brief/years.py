"""Stack the years of a brief on its cover, and name those of its strips."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from textwrap import wrap

from press.content.edition import Edition, Masthead
from press.language.dates import Date, Moment
from press.language.phrases import Phrase
from press.layout.brief.exhibits import StripYear
from press.layout.brief.page import OURS, BriefPage
from press.layout.brief.sheet import YearStack, YearStacks
from press.layout.timescale import TimeScale

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
NAMED_MM = 11.0
# The dots of the cover: so many stacks at most, as wide together and as high on A4; a dot and its
# pitch.
STACKS, DOTS_MM, HIGHEST_MM = 12, 164.4, 160.0
DOT_MM, PITCH_MM = 11.0, 15.6
# A dot of the back with its space on A4, and the share of a page's lines that they fill at most:
# the rest is for what stands above and below.
WRITTEN_MM, WRITTEN = 5.1, 1 / 3
# What a sign of the label of a stack takes, and what is left between two labels, in mm.
SIGN_MM, APART_MM = 2.1, 1.0
# The cover in lines of reading text: what stands over its title, a line of the title, the second
# line with its space, and what stands under the dots with their year. A letter of the title, in mm.
OVER, TITLE_LINE, SECOND, UNDER = 4.5, 3.25, 2.0, 9.0
LETTER_MM = 8.0


def stack_years(edition: Edition, scale: TimeScale, page: BriefPage) -> YearStacks:
    """Who acted in each year of the period, in time order; in each few years of a long one."""
    told = sorted(edition.told(), key=lambda e: e.when.begin)
    years = [year for year, _, _ in scale.years()]
    stacked = min(STACKS, int(page.dots_mm / (SIGN_MM * _longest(years, edition) + APART_MM)))
    step = next((s for s in STEPS if years[-1] // s - years[0] // s < stacked), STEPS[-1])
    stacks = tuple(
        YearStack(
            _say_year(max(begin, years[0]) or 1, edition),
            tuple(e.dress for e in told if _bin(e.when.year, step) == begin),
        )
        for begin in dict.fromkeys(_bin(year, step) for year in years)
    )
    column = page.dots_mm / len(stacks)
    highest = max(len(stack.actor_ids) for stack in stacks) * PITCH_MM
    # A title of many lines takes more of a small cover than of a large one.
    most = min(HIGHEST_MM * (page.height_mm / OURS[1]) ** 2, _under_title(edition.masthead, page))
    fit = min(page.dots_mm / DOTS_MM, column * 8 / DOTS_MM, most / max(highest, 1.0))
    dots = sum(len(stack.actor_ids) for stack in stacks)
    lines = ceil(dots / max(1, int(page.column_mm / (WRITTEN_MM * page.scale))))
    return YearStacks(
        stacks,
        round(column, 3),
        round(DOT_MM * fit, 3),
        round(PITCH_MM * fit, 3),
        lines <= WRITTEN * page.lines,
    )


def _under_title(masthead: Masthead, page: BriefPage) -> float:
    """The room between the title of a cover and the years of its dots, in mm."""
    lines = wrap(masthead.title, max(1, int(page.measure_mm / LETTER_MM / page.display)))
    title = OVER + TITLE_LINE * len(lines) + (SECOND if masthead.subtitle else 0.0)
    return max(page.height_mm - (title + UNDER) * page.grid_mm, PITCH_MM)


def _bin(year: int, step: int) -> int:
    """The first of so many years that go together; before our era they are counted backwards."""
    return year // step * step if year > 0 else (year - 1) // step * step + 1


def _say_year(year: int, edition: Edition) -> Phrase:
    house = edition.masthead.house
    date = Date("year", (Moment("year", year),))
    return house.language.say_date(date, digits=house.digits, months=house.months, style="label")


def _longest(years: Sequence[int], edition: Edition) -> int:
    """How many signs the longer label of the first and of the last year has."""
    return max(len(_say_year(year, edition).text) for year in (years[0] or 1, years[-1] or 1))


def strip_years(scale: TimeScale, edition: Edition) -> tuple[StripYear, ...]:
    """The years that a strip names: all, or each of a round number when they are too many."""
    years = list(scale.years())
    # 2005 takes 11 mm; the era of «280 BC» asks for more.
    room = NAMED_MM * max(1.0, _longest([year for year, _, _ in years], edition) / 4)
    step = next((s for s in STEPS if s * 365.25 * scale.mm_per_day >= room), STEPS[-1])
    last = scale.end_mm - room + 0.01  # what is named further on would stand out of the strip
    return tuple(
        StripYear(_say_year(year, edition), x)
        for year, x, _ in years
        if (year if year > 0 else 1 - year) % step == 0 and x <= last
    )


def strip_scale(edition: Edition, width_mm: float) -> TimeScale:
    """The years of the publication's period on a strip, from its start edge."""
    years = [e.when.year for e in edition.told()] or [edition.masthead.edition.year]
    first, last = min(years), max(years)
    if edition.masthead.years:
        first, last = edition.masthead.years
    return TimeScale.of_years(first, last, 0.0, width_mm)
