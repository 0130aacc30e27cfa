"""Words a complaint from its row: rule, fault and hint, each in English and in Arabic.

A pattern holds `{names}` of values, as `str.format` has them; `{name:term}` is a value that is a
word of `TERMS`, said in the language of the row. In Arabic a value is isolated, and so
is what stands between `backquotes`: names of keys, commands and files. In English only a value is
isolated that holds other letters than English has.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from press.codes.terms import TERMS

Language = Literal["en", "ar"]
# The same in English and in Arabic: a pair, or a text of two lines where a pair is too long for one.
Both = tuple[str, str] | str
# One wording, or several by the name of the case.
Forms = Both | Mapping[str, Both]


@dataclass(frozen=True, slots=True)
class Part:
    """A value that the row words itself, with values of its own; several stand in a row."""

    name: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)


# One kind of sequence, since what is kept is read back by its type.
Value = str | int | float | Part | tuple["str | Part", ...]

_NEXT: Both = ("; ", "؛ ")


@dataclass(frozen=True, slots=True)
class Row:
    """One code: the rule that it enforces, what is wrong where it is broken, what to do about it.

    A code whose faults differ has a wording for each `case`, and of the hints that differ one for
    each; a case without a hint of its own takes the common one, named "". `parts` are wordings
    that stand in others. `waits`: in a draft it is advice, since its sources are yet to come.
    """

    rule: Both
    fault: Forms
    hint: Forms
    parts: Mapping[str, Both] = field(default_factory=dict)
    waits: bool = False

    def names(self, case: str, cure: str) -> frozenset[str]:
        """The names of the values that a case must bring. Raises KeyError for an unknown case."""
        return _names(_of(self.fault, case)) | _names(self._hint(case, cure))

    def say_rule(self, language: Language) -> str:
        """What must hold."""
        return say(self.rule, {}, language)

    def say_fault(self, values: Mapping[str, Value], case: str, language: Language) -> str:
        """What is wrong, with its values."""
        return say(_of(self.fault, case), values, language, self.parts)

    def say_hint(
        self, values: Mapping[str, Value], case: str, cure: str, language: Language
    ) -> str:
        """What to do about it."""
        return say(self._hint(case, cure), values, language, self.parts)

    def _hint(self, case: str, cure: str) -> Both:
        if cure or not isinstance(self.hint, Mapping):
            return _of(self.hint, cure)
        return self.hint[case if case in self.hint else ""]


def say(
    both: Both,
    values: Mapping[str, Value],
    language: Language,
    parts: Mapping[str, Both] = MappingProxyType({}),
) -> str:
    """A pattern of `both` with its values, of which some may be worded by `parts`."""
    return _Press(language, parts).vformat(_pattern(both, language), (), values)


def pair(both: Both) -> tuple[str, str]:
    """The English and the Arabic. Raises ValueError for a text that is not of two lines."""
    english, arabic = map(str.strip, both.splitlines()) if isinstance(both, str) else both
    return english, arabic


def _of(forms: Forms, case: str) -> Both:
    if isinstance(forms, Mapping):
        return forms[case]
    if case:
        raise KeyError(f"{case} is no case of a row of one wording")
    return forms


@cache
def _pattern(both: Both, language: Language) -> str:
    english, arabic = pair(both)
    return english if language == "en" else re.sub("`([^`]*)`", "\u2068\\1\u2069", arabic)


@cache
def _names(both: Both) -> frozenset[str]:
    parsed = (part for said in pair(both) for part in string.Formatter().parse(said))
    return frozenset(name for _, name, _, _ in parsed if name)


# So much of a value is quoted in a sentence, from its beginning and its end.
QUOTED = 160


def shortened(text: str, most: int) -> str:
    """`text` on one line, and no longer than `most` signs and one for what is left out."""
    line = text.replace("\n", "↵")
    end = most // 4
    return line if len(line) <= most else f"{line[: most - end]}…{line[-end:]}"


class _Press(string.Formatter):
    """Puts values into a pattern of one language."""

    def __init__(self, language: Language, parts: Mapping[str, Both]) -> None:
        self.language = language
        self.parts = parts

    def format_field(self, value: Any, format_spec: str) -> str:
        """A value as its language has it, between U+2068 and U+2069 where it would be moved."""
        arabic = self.language == "ar"
        if isinstance(value, Part):
            return say(self.parts[value.name], value.values, self.language, self.parts)
        if isinstance(value, tuple):
            parts = any(isinstance(one, Part) for one in value)
            mark = _NEXT[arabic] if parts else "، " if arabic else ", "
            return mark.join(self.format_field(one, format_spec) for one in value)
        if format_spec == "term":
            if arabic and value in TERMS:
                return TERMS[value]
            format_spec = ""
        text = shortened(format(value, format_spec), QUOTED)
        bare = not text or (text.replace("↵", "").isascii() and not arabic)
        return text if bare else f"\u2068{text}\u2069"
