"""Plans: what an editor asks a page to show beside its text: large figures, charts, tables."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, Field, model_validator

from press.typed import Several, Typed, many

# A cell typed so is the one before it, which reaches over this column too.
JOINED = "<"


class FigureRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A figure shown large or drawn: the fact, or a part of one, and what it is."""

    fact: Typed
    label: Typed


class PointRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A point of a pull-out; without a `head` of its own it is headed by its number."""

    head: Typed | None = None
    text: Typed


class ChartRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """Counts as bars or votes as seats; `aloud` says to who cannot see it what is drawn."""

    aloud: Typed
    figures: Annotated[tuple[FigureRecord, ...], BeforeValidator(many), Field(min_length=1)]


class TableRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A table; the first cell of a row names it, and `<` joins a cell to the one before."""

    columns: Several
    rows: Annotated[tuple[Several, ...], BeforeValidator(many), Field(min_length=1)]

    @model_validator(mode="after")
    def _even(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns) or row[0] == JOINED:
                raise ValueError(
                    f"row {number} has {len(row)} cells, the table {len(self.columns)} columns; "
                    f"type {JOINED} for a cell that is one with the cell before it"
                )
        return self


class ExhibitRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A pull-out, chart or table of a chapter, at its head or `after` one of its entries."""

    title: Typed
    text: Typed | None = None
    points: Annotated[tuple[PointRecord, ...], BeforeValidator(many)] = ()
    chart: ChartRecord | None = None
    table: TableRecord | None = None
    after: Typed | None = None


class SummaryRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The summary: what happened in one paragraph, and the figures to remember."""

    text: Typed
    figures: Annotated[tuple[FigureRecord, ...], BeforeValidator(many)] = ()
