"""Product records: what a brief and a poster tell, in order, what is drawn, how it is printed."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from press.content.brief_fields import BriefPaper, PageRecord, named, once
from press.content.fact_records import Facts
from press.content.fields import (
    Beside,
    Key,
    Several,
    Title,
    Typed,
    When,
    Where,
    Whole,
    between,
    many,
    many_or_none,
)
from press.content.nodes import Text
from press.content.picture_fields import ImageRecord
from press.content.poster_fields import (
    EraRecord,
    Paces,
    Paper,
    Saying,
    SayingRecord,
    several_sayings,
)
from press.content.records import Rank
from press.content.typed_at import PlacedRecord
from press.diagnostics import Unfit
from press.geometry import PAPERS_MM
from press.products import BriefForm, PosterForm

# A cell typed so is the one before it, which reaches over this column too.
JOINED = "<"
# The bleed where none is asked for, in mm.
BRIEF_BLEED_MM, POSTER_BLEED_MM = 3.0, 5.0
# What coated paper takes before it stays wet and sets off on the next sheet, in percent.
INK_LIMIT = 300.0


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
    """A table; the first cell of a row names it, and `<` joins a cell to the one before.

    Rows that are `exceptional`, counted from 1, stand out.
    """

    columns: Several
    exceptional: Annotated[tuple[Whole, ...], BeforeValidator(many)] = ()
    rows: Annotated[tuple[Several, ...], BeforeValidator(many), Field(min_length=1)]

    @model_validator(mode="after")
    def _even(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns) or row[0] == JOINED:
                raise Unfit("cells", row=number, cells=len(row), columns=len(self.columns))
        return self


class ExhibitRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A pull-out, chart or table of a chapter, at its head or `after` one of its entries."""

    title: Title
    text: Typed | None = None
    points: Annotated[tuple[PointRecord, ...], BeforeValidator(many)] = ()
    chart: ChartRecord | None = None
    table: TableRecord | None = None
    after: Typed | None = None


class SummaryRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The summary: what happened, in findings and in text, and the figures to remember."""

    findings: Several = ()
    text: Typed | None = None
    figures: Annotated[tuple[FigureRecord, ...], BeforeValidator(many)] = ()


class ReadingPlan(BaseModel, frozen=True, extra="forbid"):
    """How a poster is read: from how many metres, and the least ink of a medial letter.

    `letter` is a share of the distance, in percent. Without a distance the paper decides.
    """

    distance: Annotated[float, BeforeValidator(between(0.2, 20, "m"))] | None = None
    letter: Annotated[float, BeforeValidator(between(0.05, 2, "%"))] = 0.13


class PressPlan(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """What the print shop asks for: its bleed in mm, the profile of its press beside the records.

    No shop takes less than 3 mm; without one it is `BRIEF_BLEED_MM` or `POSTER_BLEED_MM`. Beyond
    20 mm the sheet no longer fits the next larger paper. The limit of ink is the most that the
    paper takes of all inks together, in percent.
    """

    bleed: Annotated[float, BeforeValidator(between(3, 20, "mm"))] | None = None
    profile: Beside | None = None
    ink_limit: Annotated[
        float, BeforeValidator(between(180, 400, "%")), Field(alias="ink-limit")
    ] = INK_LIMIT


class BookletPlan(BaseModel, frozen=True, extra="forbid"):
    """How a stapled brief is folded: how far each sheet moves the next one out, in mm."""

    creep: Annotated[float, BeforeValidator(between(0, 1, "mm"))] = 0.0


class TilesPlan(BaseModel, frozen=True, extra="forbid"):
    """How office sheets are glued: what neighbours share, in mm. A4 holds 40, glue needs 5."""

    overlap: Annotated[float, BeforeValidator(between(5, 40, "mm"))] = 10.0


class ChapterPlan(PlacedRecord, BaseModel):
    """A chapter of the brief: its own words and the events it tells, in order."""

    title: Title
    lead: Typed | None = None
    text: Typed | None = None
    entries: Several = ()
    exhibits: dict[Key, ExhibitRecord] = {}
    facts: Facts = {}


class SelectRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """Which events a product tells: all must hold, any of several do, `rank` is the least."""

    actor: Several = ()
    kind: Several = ()
    rank: Rank | None = None
    tags: Several = ()
    events: Several = ()
    period: When | None = None


class BriefPlan(PlacedRecord, BaseModel):
    """The running order of the brief and the words that only it says."""

    place: Where
    base: Annotated[Typed | None, Field(alias="from")] = None
    select: SelectRecord | None = None
    introduction: Typed | None = None
    summary: SummaryRecord | None = None
    paper: BriefPaper = PAPERS_MM["A4"]
    parts: Annotated[Several, AfterValidator(once)] = ()
    pages: Annotated[dict[Key, PageRecord], AfterValidator(named)] = {}
    image: ImageRecord | None = None
    chapters: dict[str, ChapterPlan] = {}
    press: PressPlan = PressPlan()
    booklet: BookletPlan = BookletPlan()
    outputs: dict[BriefForm, Literal["yes", "no"]] = {}
    headings: dict[str, Typed] = {}
    notes_lead: Annotated[Typed | None, Field(alias="notes-lead")] = None
    sources_lead: Annotated[Typed | None, Field(alias="sources-lead")] = None
    blurb: Typed | None = None
    colophon: Typed | None = None
    lines: Literal["justified", "ragged"] = "justified"
    facts: Facts = {}


class PosterPlan(PlacedRecord, BaseModel):
    """What the poster shows, its paper, and the words that only it says."""

    place: Where
    base: Annotated[Typed | None, Field(alias="from")] = None
    select: SelectRecord | None = None
    title: Title | None = None
    subtitle: Typed | None = None
    introduction: Typed | None = None
    period: Annotated[tuple[When, When] | None, BeforeValidator(many_or_none)] = None
    omit: Several = ()
    paper: Paper = Text("A1")
    orientation: Literal["landscape", "portrait"] = "landscape"
    composition: Literal["auto", "skyline", "cards"] = "auto"
    texts: Literal["auto", "turning-point", "major", "minor"] = "auto"
    pictures: Literal["auto", "none", "turning-point", "major", "minor"] = "auto"
    paces: Paces = "auto"
    eras: Annotated[tuple[EraRecord, ...], BeforeValidator(many)] = ()
    promise: Typed | None = None
    headline: Saying | None = None
    fillers: Annotated[tuple[SayingRecord, ...], BeforeValidator(several_sayings)] = ()
    reading: ReadingPlan = ReadingPlan()
    press: PressPlan = PressPlan()
    tiles: TilesPlan = TilesPlan()
    outputs: dict[PosterForm, Literal["yes", "no"]] = {}
    headings: dict[str, Typed] = {}
    sources_line: Annotated[Typed | None, Field(alias="sources-line")] = None
    pillars: Several = ()
    figures: tuple[FigureRecord, ...] = ()
    facts: Facts = {}
