"""Fold what is spelt in several ways: digits, hamza, the article, capitals, white space."""

from __future__ import annotations

import re
import unicodedata

from press.content.validate import Records
from press.language.vowel_signs import SIGNS

_HAMZA = str.maketrans("أإآىة", "ااايه")
_MARKS = re.compile(f"[{SIGNS}\u200e\u200f\u061c\ufeff]")


def folded(text: str) -> str:
    """A word or two as they are compared: `Start_Date:` and `start date` are one."""
    bare = _MARKS.sub("", text).translate(_HAMZA).casefold()
    words = re.findall(r"\w+", bare.replace("_", " "))
    return " ".join(re.sub("^ال(?=..)", "", word) for word in words)


def kinds_by_name(records: Records) -> dict[str, str]:
    """The ids of kinds of events by what they may be called, folded."""
    kinds = records.kinds.events
    named = [*((kind.name, id) for id, kind in kinds.items()), *((id, id) for id in kinds)]
    return {folded(str(name)): str(id) for name, id in named}


def actors_by_name(records: Records) -> dict[str, str]:
    """The ids of actors by what they may be called, folded."""
    return {
        folded(str(name)): actor.id
        for actor in records.actors.values()
        for name in (actor.id, actor.name, actor.short, *actor.variants)
        if name
    }


def european(text: str) -> str:
    """`text` with its digits as 0123456789."""
    return "".join(str(unicodedata.digit(c, c)) if c.isdigit() else c for c in text)


def mixed_digits(text: str) -> bool:
    """Whether a text has digits of two families."""
    return bool(re.search("[0-9]", text) and re.search("[٠-٩۰-۹]", text))


def several(cell: str) -> list[str]:
    """The names in a cell that holds several."""
    return [one.strip() for one in re.split("[;؛|\n]", cell) if one.strip()]


def paragraphs(cell: str) -> str:
    """A cell's text with a blank line between its paragraphs, and none but single spaces."""
    lines = [" ".join(line.split()) for line in re.split(r"\r\n|\r|\n", cell)]
    return "\n\n".join(line for line in lines if line)
