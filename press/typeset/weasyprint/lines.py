"""Sets the lines of a paragraph as they were chosen together, where a style asks for it.

WeasyPrint 70 fills each line with what fits and never looks further. A style sheet asks for more
with `--lines`, which is inherited: `fit` justifies the best lines, or sets all of them ragged where
one would have spaces that are too wide; `rag` sets lines alike and ragged; `level` makes the lines
of a heading equally long; anything else leaves them to WeasyPrint. Word spaces in an element with
`--spaces: fixed` stay as they are, a line pays `--break-cost` that ends inside an element, and
`--last-line` is how long the last one is at least.

Lines are planned from the places where they may end; then WeasyPrint is given so much room that
just what was planned fits. A plan is looked up by the place where a line begins, so pages, columns
and second layouts of a paragraph meet the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from weasyprint.css.units import LENGTHS_TO_PIXELS
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from press.typeset.total_fit import (
    WIDEST,
    Measure,
    justified,
    level,
    ragged,
)
from press.typeset.weasyprint.breaks import (
    BreakPlace,
    Unplanned,
    places_of,
    space_width,
)
from press.typeset.weasyprint.exchange import exchanged
from press.typeset.weasyprint.word_spaces import spread

_LINES, _LAST = "__lines", "__last_line"
_PLANNED = ("fit", "rag", "level")
# A line that ends where it was planned has so much room more than it needs, in CSS px.
SPARE_PX = 1.5
# What WeasyPrint breaks elsewhere is tried again with so much more or less room, in CSS px.
_TRIES = (SPARE_PX, 4.0, 0.4, 9.0)


@dataclass(slots=True)
class Tally:
    """How many lines were planned and set, how many WeasyPrint broke elsewhere, and how many
    paragraphs were set ragged since a line of them would have been too loose."""

    lines: int = 0
    missed: int = 0
    ragged: int = 0


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The lines chosen from one place on: where each begins, with its end."""

    ends: dict[int, int]
    justify: bool


@dataclass(slots=True)
class _Paragraph:
    """The places of a paragraph with their numbers, and what was chosen by width and start; a word
    space is `space` px wide."""

    places: list[BreakPlace]
    names: list[str]
    mode: str
    space: float
    chosen: dict[tuple[float, int], _Chosen] = field(default_factory=dict)
    # The widths at which a line would be too loose: there all are ragged.
    loose: set[float] = field(default_factory=set)

    def number(self, stack: Any) -> int | None:
        """The place that WeasyPrint calls `stack`."""
        name = repr(stack)
        return self.names.index(name) if name in self.names else None


@contextmanager
def planned_lines() -> Iterator[Tally]:
    """While the block runs, WeasyPrint sets the lines of paragraphs that ask for it as planned."""
    planner = _Planner(inline.split_inline_box)
    align = inline.text_align

    @wraps(inline.split_inline_box)
    def split(context: Any, box: Any, *rest: Any) -> Any:
        if not isinstance(box, boxes.LineBox) or _asked(box) not in _PLANNED:
            return planner.split(context, box, *rest)
        return planner.line(context, box, *rest)

    @wraps(align)
    def align_planned(context: Any, line: Any, available: float, *, last: bool) -> Any:
        if getattr(line, "justified", False):
            extra = available - line.width
            if extra < 0 or not last:
                spread(line, extra)
            return 0
        return align(context, line, available, last=last)

    with exchanged(inline.split_inline_box, split), exchanged(align, align_planned):
        yield planner.tally


class _Planner:
    """Chooses lines, remembers them while a document is laid out, and has them set."""

    def __init__(self, split: Callable[..., Any]) -> None:
        self.split = split
        self.tally = Tally()
        self._known: dict[int, tuple[Any, _Paragraph | None]] = {}
        self._alike: dict[Any, _Paragraph | None] = {}

    def line(
        self, context: Any, box: Any, x: float, max_x: float, bottom: Any, skip: Any,
        containing_block: Any, absolutes: Any, fixed: Any, placeholders: Any, floats: Any,
        children: Any, first_letter: Any, first_line: Any,
    ) -> Any:  # fmt: skip
        """The next line, as `split_inline_box` gives it."""

        def set_to(edge: float) -> Any:
            return self.split(
                context, box, x, edge, bottom, skip, containing_block, absolutes, fixed,
                placeholders, floats, children, first_letter, first_line,
            )  # fmt: skip

        paragraph = None
        if not (context.excluded_shapes or first_letter or first_line):
            paragraph = self._paragraph(context, box, containing_block)
        start = paragraph.number(skip) if paragraph else None
        if paragraph is None or start is None:
            return set_to(max_x)
        measure = _measure(box, max_x - x, start, paragraph.space)
        chosen = self._chosen(paragraph, measure, start)
        end = chosen.ends[start]
        places = paragraph.places
        natural = places[end].at.end - places[start].at.begin + places[end].room
        self.tally.lines += 1
        last = end == len(places) - 1
        for spare in _TRIES:
            # What stands in a line is new each time; nothing in it is out of the flow.
            del children[:]
            made = set_to(max(x + natural + spare, max_x) if last else x + natural + spare)
            if _name(box, made[1]) == paragraph.names[end]:
                break
        else:
            self.tally.missed += 1
            del children[:]
            made = set_to(max_x)
        made[0].justified = chosen.justify
        return made

    def _paragraph(self, context: Any, box: Any, containing_block: Any) -> _Paragraph | None:
        if id(box) not in self._known:
            # A foot note is copied for every layout: what is alike is looked into once.
            alike = _signature(box)
            if alike not in self._alike:
                self._alike[alike] = _look_into(context, box, containing_block)
            self._known[id(box)] = box, self._alike[alike]
        return self._known[id(box)][1]

    def _chosen(self, paragraph: _Paragraph, measure: Measure, start: int) -> _Chosen:
        """The lines from `start` on; with its start any line of them is found later."""
        width = round(measure.width, 3)
        if (width, start) not in paragraph.chosen:
            breaks = [place.at for place in paragraph.places]
            justify = paragraph.mode == "fit" and width not in paragraph.loose
            plan = (level if paragraph.mode == "level" else ragged)(breaks, measure, start)
            if justify:
                fit = justified(breaks, measure, start)
                if fit.widest > WIDEST:
                    justify = False
                    paragraph.loose.add(width)
                    self.tally.ragged += 1
                else:
                    plan = fit
            starts = (start, *plan.ends[:-1])
            chosen = _Chosen(dict(zip(starts, plan.ends, strict=True)), justify)
            for at in starts:
                paragraph.chosen.setdefault((width, at), chosen)
        return paragraph.chosen[width, start]


def _look_into(context: Any, box: Any, containing_block: Any) -> _Paragraph | None:
    """The places of a paragraph; None for one that is left to WeasyPrint."""
    try:
        places = places_of(box, containing_block, context)
    except Unplanned:
        return None
    first = repr(inline.skip_first_whitespace(box, None))
    names = [first, *(_name(box, place.stack) for place in places[1:])]
    if len(places) == 2:
        return None
    return _Paragraph(places, names, _asked(box), space_width(box.style, context))


def _name(box: Any, stack: Any) -> str:
    """What begins a line, after the spaces that none begins with; that of the end is empty."""
    if stack is None:
        return ""
    begin = inline.skip_first_whitespace(box, stack)
    return "" if begin == "continue" else repr(begin)


def _measure(box: Any, room: float, start: int, space: float) -> Measure:
    indent = 0.0 if start else float(box.text_indent)
    size = box.style["font_size"]
    return Measure(room + indent, indent, size, space / size, _length(box.style[_LAST]))


def _asked(box: Any) -> str:
    return next((str(t.value) for t in box.style[_LINES] or () if t.type == "ident"), "")


def _length(tokens: Any) -> float:
    """A length in CSS px from the tokens of a custom property; 0 without one."""
    held = [token for token in tokens or () if token.type == "dimension"]
    return float(held[0].value * LENGTHS_TO_PIXELS[held[0].unit]) if held else 0.0


def _signature(box: Any) -> Any:
    """What must be the same for the lines of two paragraphs to end in the same places."""
    if isinstance(box, boxes.TextBox):
        return id(box.style), box.text
    if isinstance(box, boxes.ParentBox):
        return id(box.style), *(_signature(child) for child in box.children)
    return id(box.style), id(box)
