"""Schema: what output/report.json holds; the one definition of its published JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from press.content.facts import Status
from press.geometry import Box
from press.preflight.readback.printed import Spot
from press.preflight.witness import Copied

# Counted up when a key is taken away or changes its meaning; a key more is no new version.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Imprint:
    """The edition: its number, its date as in the records, the fingerprint of what they say.

    A `draft` rests on records that have no source yet, and may not be printed.
    """

    number: int
    date: str
    content: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """The colour profile of the press that a file brings: what it says of itself, its hash, file.

    It is `default` when the publication names none: then the file was made for no press in
    particular, and `file` is not among the content.
    """

    name: str
    sha256: str
    file: str
    default: bool


@dataclass(frozen=True, slots=True)
class FontEntry:
    """A font by its name in the file, and whether its outlines, all or those used, are there too.

    `face` is the name that the font bears itself; a style sheet may call it otherwise.
    """

    name: str
    embedded: bool
    subset: bool
    face: str = ""


@dataclass(frozen=True, slots=True)
class ColourEntry:
    """A colour as the file sets it, and the token it is of: #rrggbb, or in percent cmyk(c m y k).

    A grey is grey(n). `shown` is #rrggbb in any case: how a screen shows it, for want of the press.
    """

    value: str
    shown: str
    token: str


@dataclass(frozen=True, slots=True)
class Output:
    """A file beside the report: its hash, bytes, pages (0 for a picture) and trim size in mm.

    It is `current` when it was made of the content that the report tells of; a build of one
    publication leaves the files of others as they are. `profile` is null but for a press file.
    """

    file: str
    sha256: str
    bytes: int
    pages: int
    trim_mm: tuple[float, float] | None
    fonts: tuple[FontEntry, ...]
    colours: tuple[ColourEntry, ...]
    current: bool = True
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class CheckPlace:
    """Where a check gave advice: a line of a content file, or a page of an output and a box on it.

    `path` names the file; `line` and `column` count from 1, 0 for none; `page` is 0 where no page
    is meant; `at` is in mm from the trim's upper left corner. `typed` is the line of a content
    file, as `content/brief.yaml:14:11`, from which what stands on the page comes.
    """

    path: str
    line: int
    column: int
    page: int
    at: Box | None
    record: str
    typed: str
    message: str
    hint: str
    message_ar: str
    hint_ar: str


@dataclass(frozen=True, slots=True)
class Check:
    """A rule that was checked; with advice, its places. With an error nothing is written."""

    code: str
    rule: str
    rule_ar: str
    status: Literal["passed", "advice"]
    places: tuple[CheckPlace, ...]


@dataclass(frozen=True, slots=True)
class Attested:
    """A source of a fact, and what it says where that is not what is printed."""

    source: str
    says: str


@dataclass(frozen=True, slots=True)
class PrintedIn:
    """An output that prints a fact: its pages, from 1, and the boxes of the words on them."""

    file: str
    pages: tuple[int, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact with its printed value, its sources, and where it was read back from the pages.

    `untyped` are the sources of which no reading is typed.
    """

    id: str
    record: str
    about: str
    value: str
    status: Status
    said: tuple[Attested, ...]
    printed: tuple[PrintedIn, ...]
    untyped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """How what is printed is vouched for: a verdict counts what was taken without being read twice.

    Facts of which every source's own reading is `typed`, facts with a reading that is `untyped`,
    and events whose date rests on their record alone.
    """

    typed: int
    untyped: int
    own_dates: int


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source of facts by its id, and its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class GatheringEntry:
    """A run of pages typeset on its own; `seconds` is null when it was kept from before."""

    file: str
    name: str
    first: int
    pages: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made, checked and printed.

    `copied` has readers by file; `stages` has seconds. Two builds of the same content give the
    same report but for the seconds of stages and gatherings.
    """

    version: int
    title: str
    edition: Imprint
    outputs: tuple[Output, ...]
    checks: tuple[Check, ...]
    readings: Readings
    facts: tuple[FactEntry, ...]
    sources: tuple[SourceEntry, ...]
    gatherings: tuple[GatheringEntry, ...]
    copied: Mapping[str, Mapping[str, Copied]]
    stages: Mapping[str, float]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the report: every key needed, none more allowed."""
    from pydantic import TypeAdapter  # dear to import, and no build asks for it

    made = TypeAdapter(Report).json_schema(mode="serialization")
    for held in (made, *made.get("$defs", {}).values()):
        if held.get("type") == "object":
            held["additionalProperties"] = False
            held["required"] = list(held["properties"])
            held["description"] = " ".join(held["description"].split())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_text() -> str:
    """The schema as docs/report.schema.json holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
