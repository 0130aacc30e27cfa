"""Read what a poster alone asks of its sheet: paper, paces, eras, what stands in free fields."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema

from press.content.fields import TEXT, Typed, When, many, numbers
from press.content.nodes import Entries, Items, Text
from press.diagnostics import Unfit
from press.geometry import PAPERS_MM, paper_mm

# No side of a poster is shorter or longer, in mm: a postcard, and what a PDF holds.
LEAST_MM, MOST_MM = 90.0, 5000.0
MOST_PACES = 4


def _paper(raw: object) -> Text:
    """The name of a paper as it is printed, or `W x H mm` of two sides in millimetres."""
    typed = " x ".join(map(str, raw)) if isinstance(raw, Items) else str(raw)
    size = paper_mm(typed)
    if size is None or not all(LEAST_MM <= side <= MOST_MM for side in size):
        raise Unfit("paper", text=typed)
    known = (name for name, held in PAPERS_MM.items() if held == size and "x" not in typed)
    name = next(known, f"{size[0]:g} x {size[1]:g} mm")
    return Text.placed(name, raw.place) if isinstance(raw, Text | Items) else Text(name)


def _paces(raw: object) -> object:
    """`auto`, `linear`, or up to four pairs of dates that follow each other."""
    if isinstance(raw, Items):
        if not 1 <= len(raw) <= MOST_PACES or not all(
            isinstance(pair, Items) and len(pair) == 2 for pair in raw
        ):
            raise Unfit("paces", most=MOST_PACES)
        return tuple(tuple(pair) for pair in raw)
    return raw


def _saying(raw: object) -> object:
    """A sentence alone, in place of a map that has nothing else."""
    return Entries({"text": raw}) if isinstance(raw, Text) else raw


Paper = Annotated[
    Text,
    BeforeValidator(_paper),
    WithJsonSchema(
        {
            "description": "A0, Letter, Arch D … or two sides in millimetres",
            "anyOf": [TEXT, numbers(2)],
        }
    ),
]
Paces = Annotated[
    Literal["auto", "linear"] | tuple[tuple[When, When], ...], BeforeValidator(_paces)
]


class EraRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A stretch of time that has a name, tinted behind the axis."""

    name: Typed
    begin: Annotated[When, Field(alias="from")]
    end: Annotated[When, Field(alias="to")]


class SayingRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A sentence that stands in a free field of the poster, under a figure where there is one."""

    figure: Typed | None = None
    text: Typed


Saying = Annotated[SayingRecord, BeforeValidator(_saying)]


def several_sayings(raw: object) -> tuple[Any, ...]:
    """A list of sentences and figures, or one alone."""
    return tuple(_saying(one) for one in many(raw))
