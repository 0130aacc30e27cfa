"""Holds what a corrigendum prints: its sections, each with what is to be changed where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.content.edition import Masthead
from press.content.prose import Prose
from press.language.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing to change: for `before` read `after`; either may be wanting.

    `verb` and `link` are the words before each. A long `after` is set as paragraphs of its own.
    """

    verb: str
    before: Prose
    link: str
    after: Prose
    long: bool


@dataclass(frozen=True, slots=True)
class Amendment:
    """The changes at one place: where it is, and what is to be changed there."""

    number: str
    place: Prose
    instructions: tuple[Instruction, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one output."""

    id: str
    title: Prose
    items: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its value before and after, and who attests it."""

    about: str
    before: str
    after: str
    sources: str


@dataclass(frozen=True, slots=True)
class CorrigendumSheet:
    """A corrigendum, finished values only."""

    publication: Masthead
    headings: Mapping[str, str]
    title: str
    lead: Prose
    sections: tuple[Section, ...]
    facts: tuple[FactRow, ...]
    reprint: tuple[tuple[Prose, str], ...]
    release: Phrase
    fingerprints: tuple[str, str]
