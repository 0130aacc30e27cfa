"""Name the cause where YAML reads a file otherwise than it was meant, or cannot read it.

What YAML's own reader says is often the place where it gave up, far from the fault; and some faults
it passes over: a comment that ends a sentence, a list that parts a grouped figure.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

import yaml

from press.diagnostics import Diagnostic, Place

# Signs without ink that only steer a text, or join and part words; and spaces that are no space.
_MARK = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_KEY = r"^[ ]*(?:- +)*"
_INVISIBLE = {
    # No text has these; YAML's reader gives up at the first, and names no line.
    "control": re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]"),
    # YAML ends a line at each, where an editor shows none.
    "line-end": re.compile("[\u0085\u2028\u2029]"),
    "space": re.compile(
        rf"^[ \t-]*(?P<at>[{_SPACE}])|{_KEY}[\w-]+:(?P<at2>[{_SPACE}])", re.MULTILINE
    ),
    "mark": re.compile(
        rf"{_KEY}[\w-]*(?P<at>[{_MARK}{_SPACE}])[\w{_MARK}-]*:(?=\s|$)"
        rf"|{_KEY}(?:[\w-]+: +)?[!-~٠-٩]*(?P<at2>[{_MARK}{_SPACE}])[!-~٠-٩{_MARK}]*$",
        re.MULTILINE,
    ),
    "hyphen": re.compile(
        rf"{_KEY}[\w-]+: +\d+(?P<at>[\u2010-\u2015\u2212])\d+[^\n]*$", re.MULTILINE
    ),
}
# A line that can be read by itself: a key or an item, and the whole of its value.
_LINE = re.compile(r"^(?P<before> *(?:- +)*(?:[\w-]+|\"[^\"]*\"):[ ]+|[ ]*- +)(?P<value>\S.*)$")
_SIGNS = "{[%@`&*!|>,-?]}"
_KEY_LINE = re.compile(r"^(?P<before> *(?:- +)*)(?:[\w-]+|\"[^\"]*\") *:(?:[ ]+(?P<value>\S.*))?$")
# Texts that are printed or read by people, whose one word would be cut off as well.
_PROSE = {
    "title", "subtitle", "label", "caption", "note", "about", "brief", "poster", "text", "lead",
    "role", "name", "short", "introduction", "colophon", "blurb", "head", "credit", "alt", "shown",
    "publisher", "subject", "headline", "promise", "term", "definition",
}  # fmt: skip


def line_ends(source: str) -> str:
    """`source` with the line ends of one system, and with letters and their marks as one."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    return _PARTED.sub(lambda match: unicodedata.normalize("NFC", match[0]), source)


# A letter that was typed apart from its hamza, madda or accent (Unicode, normal form D).
_PARTED = re.compile(
    "[\u0621-\u064a\u06c1\u06d2\u06d5]\u064b?[\u0653-\u0655]|[A-Za-z][\u0300-\u036f]+"
)


def invisible(source: str, shown: str) -> Iterator[Diagnostic]:
    """What nobody sees and YAML takes for a part of a key, a value or the order of lines."""
    told: set[int] = set()
    for case, pattern in _INVISIBLE.items():
        for match in pattern.finditer(source):
            at = next(
                (match.start(name) for name in match.groupdict() if match[name]), match.start()
            )
            if at in told:
                continue
            told.add(at)
            sign = source[at]
            values = {"code": f"U+{ord(sign):04X}", "name": _name(sign)}
            yield Diagnostic("load/invisible", place_at(source, at, shown), values, case=case)


def _name(sign: str) -> str:
    names = {"\u0085": "next line", "\u200b": "zero width space", "\ufeff": "byte order mark"}
    return names.get(sign) or unicodedata.name(sign, "control character").lower()


def place_at(source: str, at: int, shown: str) -> Place:
    """The line and column of a sign of `source`, lines as an editor shows them."""
    starts = _line_starts(source)
    line = bisect_right(starts, at)
    return Place(shown, line, at - starts[line - 1] + 1)


@lru_cache(2)
def _line_starts(source: str) -> list[int]:
    """Where the lines of a file begin: it may have as many complaints as lines."""
    return [0, *(match.end() for match in re.finditer("\n", source))]


def not_yaml(source: str, shown: str, error: yaml.YAMLError) -> Diagnostic | None:
    """Why YAML's reader gave up with `error`, at the place of the cause; None when it is not known.

    The cause is a line that cannot be read by itself, or one in the wrong place among the others.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    begun = getattr(error, "context_mark", None) or mark
    last = mark.line + 1 if mark else source.count("\n") + 1
    lines = list(_lines(source, last))
    for number, text in lines:
        if found := _by_itself(text):
            case, column, values = found
            return Diagnostic("load/not-yaml", Place(shown, number, column), values, case=case)
    said = str(getattr(error, "problem", None) or "")
    if mark and ("tab" in said or source[mark.index : mark.index + 1] == "\t"):
        place = Place(shown, mark.line + 1, mark.column + 1)
        return Diagnostic("load/not-yaml", place, {}, case="tab")
    if begun and "quoted scalar" in str(getattr(error, "context", "")):
        values = {"sign": source[begun.index : begun.index + 1]}
        place = Place(shown, begun.line + 1, begun.column + 1)
        return Diagnostic("load/not-yaml", place, values, case="unclosed")
    if astray := _astray(lines):
        number, column, case = astray
        return Diagnostic("load/not-yaml", Place(shown, number, column), {}, case=case)
    if begun and "expected ':'" in said:
        place = Place(shown, begun.line + 1, begun.column + 1)
        return Diagnostic("load/not-yaml", place, {}, case="no-key")
    return None


def _lines(source: str, last: int) -> Iterator[tuple[int, str]]:
    """The lines up to number `last` with their numbers, without those of texts below a `|` or `>`.

    What a text holds is read by nobody as keys and values.
    """
    below: int | None = None
    for number, text in enumerate(source.split("\n")[:last], start=1):
        indent = len(text) - len(text.lstrip(" "))
        if below is not None and (indent > below or not text.strip()):
            continue
        below = indent if re.search(r":[ ]+[|>][-+0-9]*[ ]*(?:#.*)?$", text) else None
        yield number, text


def _by_itself(text: str) -> tuple[str, int, dict[str, str]] | None:
    """What is wrong with a line whatever stands around it: the case, the column, its values."""
    if re.match(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)", text):
        return "merge", 1, {"sign": text[:7]}
    if joined := re.match(r" *(?:- +)*[A-Za-z][\w-]*(?:\uff1a|:(?=[^\s:/\\]))", text):
        return "no-space", joined.end(), {}
    match = _LINE.match(text)
    if match is None or _reads(match["value"]) or match["value"][0] == "#":
        return None
    value, start = match["value"], match.start("value") + 1
    if value[0] in _SIGNS and not _open(value):
        return "sign", start, {"sign": value[0]}
    if value[0] in "\"'":
        return ("quoted", start, {"sign": value[0]}) if value.count(value[0]) > 1 else None
    if (colon := re.search(r":(?=\s|$)", value)) and value[0] not in "[{":
        return "colon", start + colon.start(), {}
    return None


def _astray(lines: Sequence[tuple[int, str]]) -> tuple[int, int, str] | None:
    """The first line that begins where no line may: its number, its column, the case."""
    begun = [0]
    open_above, known = True, False
    for number, text in lines:
        if known and re.match(r"---(?:\s|$)", text):
            return number, 1, "document"
        key = _KEY_LINE.match(text)
        if key is None:
            continue
        column, known = key.end("before"), True
        if key["before"].strip():  # an item, which may stand below its list's own key
            item = len(key["before"]) - len(key["before"].lstrip(" "))
            begun = [one for one in begun if one < item] + [item, column]
        elif column > begun[-1]:
            if not open_above:
                return number, column + 1, "deeper"
            begun.append(column)
        else:
            begun = [one for one in begun if one <= column]
            if begun[-1] != column:
                return number, column + 1, "between"
        open_above = not key["value"] or key["value"][0] in "&!#"
    return None


def _open(value: str) -> bool:
    """Whether a list or map goes on below, or text below a sign for it."""
    if value[0] in "[{":
        return value.count("[") + value.count("{") > value.count("]") + value.count("}")
    return value in ("|", ">", "|-", ">-", "|+", ">+")


def _reads(value: str) -> bool:
    if value[0] in "|>" and _open(value):
        return True
    try:
        yaml.compose(f"k: {value}", yaml.CBaseLoader)
    except yaml.YAMLError:
        return False
    return True


_COMMENT = re.compile(r"[ \t]*#")


def lost(source: str, shown: str, key: str, node: yaml.ScalarNode) -> Diagnostic | None:
    """A comment that cuts off a text which is printed; behind a date, a number, an id or a choice a
    comment is one."""
    end = node.end_mark.index
    if node.style or not _COMMENT.match(source, end):
        return None
    words = [w for w in str(node.value).split() if re.fullmatch(r"[^\W\d_]{2,}\W*", w)]
    if key in _PROSE or len(words) > 1:
        at = source.index("#", end)
        return Diagnostic("load/lost-comment", place_at(source, at, shown))
    return None


def grouped(source: str, shown: str, node: yaml.SequenceNode) -> Iterator[Diagnostic]:
    """Two neighbours in a list that were typed as one figure with its thousands parted.

    And what was typed as several, with the commas of Arabic, and is one.
    """
    if not node.flow_style:
        return
    for one in node.value:
        if isinstance(one, yaml.ScalarNode) and not one.style and "،" in str(one.value):
            at = source.index("،", one.start_mark.index)
            yield Diagnostic("load/arabic-comma", place_at(source, at, shown))
            return
    for one, other in zip(node.value, node.value[1:], strict=False):
        if not isinstance(one, yaml.ScalarNode) or not isinstance(other, yaml.ScalarNode):
            continue
        first, rest = str(one.value), str(other.value)
        close = source[one.end_mark.index : other.start_mark.index] == ","
        if close and re.fullmatch(r"[+-]?\d{1,3}", first) and re.match(r"\d{3}(?!\d)", rest):
            place = place_at(source, one.start_mark.index, shown)
            values = {"typed": f"{first},{rest}", "right": f"{first}{rest}"}
            yield Diagnostic("load/grouped-figure", place, values)


def written(source: str, style: str) -> str:
    """What stands between quotes, so that every letter of the value is one, and where it stands."""
    if style == "'":
        return source.replace("''", "' ")
    if style == '"' and "\\" in source:
        return _ESCAPE.sub(_one_letter, source)
    return source


_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n|.)", re.DOTALL)
_BLANK = frozenset("nrtvfLNP_ \n")


def _one_letter(match: re.Match[str]) -> str:
    typed = match[0]
    blank = typed[1] in _BLANK
    if typed[1] in "xuU":
        blank = chr(int(typed[2:], 16)).isspace()
    if typed[1] == "\n":
        return " \n"
    return (" " if blank else "x") + " " * (len(typed) - 1)
