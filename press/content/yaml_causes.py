"""Name the cause where YAML reads a file otherwise than it was meant, or cannot read it.

What YAML's own reader says is often the place where it gave up, far from the fault; and some faults
it passes over: a comment that ends a sentence, a list that parts a grouped figure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml

from press.diagnostics import Diagnostic, Place

# Signs without ink that only steer a text, or join and part words; and spaces that are no space.
_MARK = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_KEY = r"^[ ]*(?:- +)*"
_INVISIBLE = {
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
_SIGNS = "{[%@`&*!|>"
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
            yield Diagnostic("load/invisible", _place(source, at, shown), values, case=case)


def _name(sign: str) -> str:
    names = {"\u0085": "next line", "\u200b": "zero width space", "\ufeff": "byte order mark"}
    return names.get(sign) or unicodedata.name(sign, "a sign without a name").lower()


def _place(source: str, at: int, shown: str) -> Place:
    # Lines are counted as an editor shows them.
    return Place(shown, source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at))


def not_yaml(source: str, shown: str, last: int) -> Diagnostic | None:
    """The first line up to number `last` that cannot be read by itself, and why."""
    for number, text in enumerate(source.split("\n")[:last], start=1):
        match = _LINE.match(text)
        if match is None or _reads(match["value"]) or match["value"][0] == "#":
            continue
        value, place = match["value"], Place(shown, number, match.start("value") + 1)
        if value[0] in _SIGNS and not _open(value):
            return Diagnostic("load/not-yaml", place, {"sign": value[0]}, case="sign")
        if value[0] in "\"'":
            if value.count(value[0]) > 1:
                return Diagnostic("load/not-yaml", place, {"sign": value[0]}, case="quoted")
        elif (colon := re.search(r":(?=\s|$)", value)) and value[0] not in "[{":
            at = Place(shown, number, match.start("value") + colon.start() + 1)
            return Diagnostic("load/not-yaml", at, {}, case="colon")
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


def lost(source: str, shown: str, key: str, node: yaml.ScalarNode) -> Diagnostic | None:
    """A comment that cuts off a text which is printed; behind a date, a number, an id or a choice a
    comment is one."""
    end = node.end_mark.index
    if node.style or not re.match(r"[ \t]+#|#", source[end:]):
        return None
    words = [w for w in str(node.value).split() if re.fullmatch(r"[^\W\d_]{2,}\W*", w)]
    if key in _PROSE or len(words) > 1:
        at = source.index("#", end)
        return Diagnostic("load/lost-comment", _place(source, at, shown))
    return None


def grouped(source: str, shown: str, node: yaml.SequenceNode) -> Iterator[Diagnostic]:
    """Two neighbours in a list that were typed as one figure with its thousands parted."""
    if not node.flow_style:
        return
    for one, other in zip(node.value, node.value[1:], strict=False):
        if not isinstance(one, yaml.ScalarNode) or not isinstance(other, yaml.ScalarNode):
            continue
        first, rest = str(one.value), str(other.value)
        close = source[one.end_mark.index : other.start_mark.index] == ","
        if close and re.fullmatch(r"[+-]?\d{1,3}", first) and re.match(r"\d{3}(?!\d)", rest):
            place = _place(source, one.start_mark.index, shown)
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
