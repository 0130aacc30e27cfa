"""The proof as finished values: what its template dresses and its script looks up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from press.language.phrases import Direction, Phrase
from press.report.fonts_and_colours import Material
from press.report.page_diff import ChangedFact, Changes
from press.report.page_images import View
from press.report.print_verdict import PrintVerdict
from press.report.schema import Check, CheckPlace, FactEntry, GatheringEntry, Output, Report


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs from an earlier form, with the views of its changed pages by file and number.

    `release` is the name of a release, or empty for the last build.
    """

    release: str
    changes: Changes
    before: Mapping[tuple[str, int], View]


@dataclass(frozen=True, slots=True)
class PageMark:
    """A box on a picture, in percent of its width and height, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pin:
    """Advice with its number on the proof; with the address of its page where it has one."""

    number: int
    check: Check
    place: CheckPlace
    address: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of an output: `file/number` is its address on the proof; pictures in base64.

    `left_mm` and `top_mm` are where its trim begins in the pictures.
    """

    address: str
    number: int
    width: int
    height: int
    large: str
    small: str
    advice: int
    changed: bool
    left_mm: float = 0.0
    top_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class ProofOutput:
    """An output and its pages; a picture has none. `derived`: it is made from another output."""

    output: Output
    leaves: tuple[Leaf, ...]
    derived: bool = False

    @property
    def spreads(self) -> tuple[tuple[Leaf | None, Leaf | None], ...]:
        """Its pages two and two as a reader sees them: the first alone, on the far side."""
        held = (None, *self.leaves, None)[: len(self.leaves) + 1 + (len(self.leaves) + 1) % 2]
        return tuple((held[n], held[n + 1]) for n in range(0, len(held), 2))


@dataclass(frozen=True, slots=True)
class Side:
    """A page before or after: its number, the key of its picture, its proportions."""

    number: int
    picture: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A page that differs; without `before` it is new, without `after` gone.

    `shown` is false where so many differ that their pictures are left out.
    """

    file: str
    address: str
    before: Side | None
    after: Side | None
    marks: tuple[PageMark, ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class ProofChanges:
    """What differs from an earlier form of the publication."""

    release: str
    since: str
    differences: tuple[Difference, ...]
    facts: tuple[ChangedFact, ...]
    old_pictures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A page that prints a fact: its address with the fact, its file and number."""

    address: str
    file: str
    number: int


@dataclass(frozen=True, slots=True)
class ProofFact:
    """A fact of the table: `said` has each source's id, title and what it says otherwise."""

    fact: FactEntry
    said: tuple[tuple[str, str, str], ...]
    stops: tuple[Stop, ...]
    files: str
    search: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A stage or gathering and its seconds; `share` is that of the longest, in percent."""

    name: str
    seconds: float | None
    share: float


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """The proof, finished values only; style, script and data stand in the page as they are."""

    report: Report
    verdict: PrintVerdict
    direction: Direction
    date: Phrase
    style: Markup
    script: Markup
    data: Markup
    pages: int
    shown: tuple[ProofOutput, ...]
    pins: tuple[Pin, ...]
    rules: tuple[tuple[str, int], ...]
    comparisons: tuple[ProofChanges, ...]
    rows: tuple[ProofFact, ...]
    statuses: tuple[tuple[str, int], ...]
    fonts: tuple[Material, ...]
    colours: tuple[Material, ...]
    gatherings: tuple[tuple[GatheringEntry, Timed], ...]
    stages: tuple[Timed, ...]
    seconds: float
