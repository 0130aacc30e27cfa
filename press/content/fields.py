"""Fields: what an editor may type as one value, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from press.content.nodes import Entries, Items, Text
from press.diagnostics import Place, Unfit
from press.language.dates import Date
from press.language.hijri import HijriDate

COLOUR = re.compile("#?[0-9a-fA-F]{6}")
# A language tag (BCP 47, RFC 5646 2.1): language, script, region and variants.
LANGUAGE = re.compile(
    "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)
# What one text holds: some fifteen pages of a brief, which has a line or a page for each.
MOST_WORDS = 5_000
# The names of treaties are the longest that people print: one of 1997 has 127 signs in English.
LONGEST_TITLE = 160
ADDRESS = re.compile(r"https?://[!-~]+\.[!-~]+")


def _text(raw: object) -> Text:
    if not isinstance(raw, Text):
        raise Unfit("text")
    if not raw.strip():
        raise Unfit("empty-text")
    if len(raw) > MOST_WORDS and (words := len(raw.split())) > MOST_WORDS:
        raise Unfit("wordy", words=words, most=MOST_WORDS)
    return raw


def _title(raw: object) -> Text:
    text = _text(raw)
    if (signs := len(" ".join(text.split()))) > LONGEST_TITLE:
        raise Unfit("long-title", signs=signs, most=LONGEST_TITLE)
    return text


def _date(raw: object) -> Date:
    if isinstance(raw, Items):
        return Date.parse([str(item) for item in raw])
    return Date.parse(str(_text(raw)))


def _hijri(raw: object) -> HijriDate:
    return HijriDate.parse(str(_text(raw)))


def _like(pattern: re.Pattern[str], case: str) -> Callable[[object], Text]:
    """Reads a text that `pattern` fits; `case` says of another what is wrong with it."""

    def read(raw: object) -> Text:
        text = _text(raw)
        if not pattern.fullmatch(text):
            raise Unfit(case, text=text)
        return text

    return read


def _pattern(raw: object) -> Text:
    text = _text(raw)
    try:
        re.compile(text)
    except re.error as error:
        raise Unfit("pattern", text=text, detail=str(error)) from error
    return Text.placed(text.strip(), text.place)


def between(least: float, most: float, unit: str) -> Callable[[object], float]:
    """Reads a number of `unit` that is neither below `least` nor above `most`."""

    def read(raw: object) -> float:
        text = _text(raw)
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            ends = {"least": f"{least:g}", "most": f"{most:g}"}
            raise Unfit("between", text=text, unit=unit, **ends)
        return value

    return read


def _beside(raw: object) -> Text:
    path = PurePosixPath(text := _text(raw))
    if path.is_absolute() or ".." in path.parts:
        raise Unfit("elsewhere", text=text)
    return text


def many_or_none(raw: object) -> tuple[Any, ...] | None:
    """A list, or one value in place of a list of one; None for nothing."""
    return None if raw is None else many(raw)


def many(raw: object) -> tuple[Any, ...]:
    """A list, or one value in place of a list of one."""
    return tuple(raw) if isinstance(raw, Items) else (raw,)


def by_source(raw: object) -> object:
    """Sources by their ids, each with its word in full; one or a list of ids, or id: reading."""
    if isinstance(raw, Text):
        raw = Items.placed([raw], raw.place)
    if isinstance(raw, Items):
        if not all(isinstance(id, Text) for id in raw):
            raise Unfit("source-list")
        return {id: {} for id in raw}
    if not isinstance(raw, Entries):
        return raw
    return {id: _word(word) for id, word in raw.items()}


def _word(word: object) -> object:
    """What a source `says` and `where`; a reading typed alone is what it says."""
    if isinstance(word, Entries) and word.keys() & {"says", "where"}:
        return word
    return {"says": word} if word else {}


def numbers(count: int) -> dict[str, Any]:
    """A list of so many numbers, as JSON Schema says it."""
    return {"type": "array", "items": {"type": "number"}, "minItems": count, "maxItems": count}


def _raw_value(raw: object) -> object:
    if isinstance(raw, Entries) and not raw:
        raise Unfit("empty-map")
    return raw


TEXT: dict[str, Any] = {"type": "string"}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
Typed = Annotated[Text, PlainValidator(_text), WithJsonSchema(TEXT)]
Title = Annotated[Text, PlainValidator(_title), WithJsonSchema(TEXT)]
Hijri = Annotated[HijriDate, PlainValidator(_hijri), WithJsonSchema(TEXT)]
_DATE = {"description": "2006-08-31, 2007-12, 2005 or a list of days", "anyOf": [TEXT, TEXTS]}
When = Annotated[Date, PlainValidator(_date), WithJsonSchema(_DATE)]
Symbol = Typed
_HEX = {**TEXT, "pattern": "^#?[0-9a-fA-F]{6}$"}
Colour = Annotated[Text, PlainValidator(_like(COLOUR, "colour")), WithJsonSchema(_HEX)]
LanguageTag = Annotated[
    Text,
    PlainValidator(_like(LANGUAGE, "language-tag")),
    WithJsonSchema({**TEXT, "description": "BCP 47"}),
]
Pattern = Annotated[Text, PlainValidator(_pattern), WithJsonSchema({**TEXT, "format": "regex"})]
Address = Annotated[Text, PlainValidator(_like(ADDRESS, "address")), WithJsonSchema(TEXT)]
Beside = Annotated[Text, PlainValidator(_beside), WithJsonSchema(TEXT)]
Several = Annotated[tuple[Typed, ...], BeforeValidator(many)]
Whole = Annotated[int, BeforeValidator(lambda raw: int(raw) if str(raw).isdecimal() else raw)]
AsTyped = Annotated[
    Any,
    PlainValidator(_raw_value),
    WithJsonSchema({"anyOf": [TEXT, TEXTS, {"type": "object"}]}),
]
Where = Annotated[Place, Field(exclude=True, repr=False), WithJsonSchema({})]
# A key stays the text that was typed, with its place.
Key = Annotated[str, PlainValidator(lambda key: key), WithJsonSchema(TEXT)]
