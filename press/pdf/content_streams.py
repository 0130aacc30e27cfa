"""Content streams: what a page draws, with the forms and patterns that it draws by name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Stream

from press.pdf.operations import (
    INLINE_IMAGE,
    name_of,
    operations,
    rewritten,
    string_of,
    text_of,
    unparsed,
)
from press.pdf.syntax import STRING

# Marked content ties what is drawn to the structure tree (ISO 32000-1, 14.6).
MARKS = frozenset((b"BMC", b"BDC", b"EMC", b"MP", b"DP"))
# What paints, and what says in which mark, font and form: the rest of a page is not looked at.
_PAINTS = frozenset(b"Tj TJ ' \" Do sh f F f* B B* b b* S s".split())
_SHOWS = frozenset(b"Tj TJ ' \"".split())
# What is not worth keeping of a page: names, and numbers that any reader can hold.
_PLAIN = re.compile(rb"/[^\s<>\[\]()]*|[\[\]]*[+-]?(?!0?\.0{30})\d{0,9}(\.\d*)?[\[\]]*")
# Nothing here is possessive (`*+`): Python 3.11.2, Debian 12's, matches such patterns wrongly.
_DIGITS = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]+)>")
# A name that an operator takes from the resources, or a word for how colours are turned.
_USE = re.compile(rb"/([^\s/<>\[\]()]+)(?:\s+[\d.]+)?\s+(gs|cs|CS|scn|SCN|sh|Do|Tf|ri)\s")


@dataclass(slots=True)
class DrawnContent:
    """What a page (from 1) draws, or a form or pattern on it, with its own `resources`.

    `marks` are the numbers of its marked content in order; `loose` the operators that paint
    outside of any mark; `crossed` the failure conditions of marks inside each other; `glyphs`
    the codes shown by font, named as the page names it; `forms` the forms drawn, by name;
    `images` how many images stand in the content itself; `deep` how many states are kept at once;
    `uneven` whether others are given back; `odd` whether a string has an odd number of digits;
    `words` what is neither string, name nor plain number; `uses` names and their operators.
    """

    page: int
    resources: Any
    marks: list[int] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    crossed: list[str] = field(default_factory=list)
    glyphs: dict[str, set[bytes]] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)
    images: int = 0
    deep: int = 0
    uneven: bool = False
    odd: bool = False
    words: frozenset[bytes] = frozenset()
    uses: frozenset[tuple[bytes, bytes]] = frozenset()


# What contents draw, by the hash of their text: of whatever page and with whatever resources.
Known = Mapping[bytes, DrawnContent]
NOTHING: Known = MappingProxyType({})


def as_form(page: pikepdf.Page) -> pikepdf.Object:
    """The page as a form, in its own space and cut at its trim box, without marks."""
    form = page.as_form_xobject()
    for stream in (form, *drawn(form)):
        stream.write(unparsed(rewritten(stream, without=MARKS)))
        for key in ("/StructParent", "/StructParents"):
            if key in stream:
                del stream[key]
    return form


def drawn(content: pikepdf.Object, seen: set[tuple[int, int]] | None = None) -> Iterator[Stream]:
    """The forms and tiling patterns in the resources of `content`, and in theirs, once each."""
    seen = set() if seen is None else seen
    resources = content.get("/Resources", Dictionary())
    for kind in ("/XObject", "/Pattern"):
        for _, stream in resources.get(kind, Dictionary()).items():
            if not isinstance(stream, Stream) or stream.objgen in seen:
                continue
            seen.add(stream.objgen)
            if stream.get("/Subtype") == Name.Form or stream.get("/PatternType") == 1:
                yield stream
                yield from drawn(stream, seen)


def contents_of(pdf: pikepdf.Pdf) -> Iterator[tuple[int, Any, Any]]:
    """The contents of all pages, each form and pattern once, with its first page, from 1."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, start=1):
        yield number, page, page.obj.get("/Resources")
        for stream in drawn(page.obj, seen):
            yield number, stream, stream.get("/Resources")


def contents(page: pikepdf.Page) -> Iterator[tuple[Any, Any]]:
    """The content of a page, and of the forms and patterns that it draws, with their resources."""
    yield page, page.resources
    for stream in drawn(page.obj):
        yield stream, stream.get("/Resources")


def draw(
    content: pikepdf.Page | pikepdf.Object,
    number: int,
    resources: Any = None,
    known: Known = NOTHING,
    learn: dict[bytes, DrawnContent] | None = None,
) -> DrawnContent:
    """What a page or a form draws; `number` is its page. `learn` is told of it."""
    resources = pikepdf.Dictionary() if resources is None else resources
    data = text_of(content)
    key = hashlib.sha256(data).digest()
    held = known.get(key)
    if held is None:
        held = _drawn(content, data)
    if learn is not None:
        learn[key] = held
    return replace(held, page=number, resources=resources)


def _drawn(content: pikepdf.Page | pikepdf.Object, data: bytes) -> DrawnContent:
    """What the content `data` draws, on whatever page."""
    found = DrawnContent(0, None)
    found.odd = any(len(b"".join(held.split())) % 2 for held in _DIGITS.findall(data))
    text = STRING.sub(b" ", data)
    words = frozenset(text.split())
    found.words = frozenset(word for word in words if not _PLAIN.fullmatch(word))
    found.uses = frozenset(_USE.findall(text + b"\n"))
    # Each open mark: its number, "Artifact", or nothing for one that says neither.
    marks: list[int | str] = []
    font = ""
    kept: list[str] = []
    for name, operands in operations(content):
        if name in (b"BMC", b"BDC"):
            mark = _mark(operands)
            if mark == "Artifact" and any(isinstance(m, int) for m in marks):
                found.crossed.append("01-003")
            elif isinstance(mark, int):
                found.marks.append(mark)
                if "Artifact" in marks:
                    found.crossed.append("01-004")
            marks.append(mark)
        elif name == b"EMC":
            marks.pop()
        elif name == b"Tf":
            font = name_of(operands[0])
        elif name == b"q":
            kept.append(font)
            found.deep = max(found.deep, len(kept))
        elif name == b"Q":
            found.uneven |= not kept
            font = kept.pop() if kept else font
        elif name in _PAINTS or name == INLINE_IMAGE:
            if not any(mark != "" for mark in marks):
                found.loose.append(name.decode())
            if name in _SHOWS:
                found.glyphs.setdefault(font, set()).update(_codes(operands))
            elif name == b"Do":
                form = name_of(operands[0])
                found.forms[form] = found.forms.get(form, 0) + 1
            elif name == INLINE_IMAGE:
                found.images += 1
    found.uneven |= bool(kept)
    return found


def _mark(operands: Sequence[bytes]) -> int | str:
    """The number that a dictionary gives, "Artifact", or nothing."""
    if operands[0] == b"/Artifact":
        return "Artifact"
    deep = 0
    for token, after in pairwise(operands):
        deep += (token == b"<<") - (token == b">>")
        if token == b"/MCID" and deep == 1:
            return int(after)
    return ""


def _codes(shown: Sequence[bytes]) -> Iterator[bytes]:
    """The two-byte codes of what is shown."""
    codes = b"".join([string_of(part) for part in shown if part[:1] in (b"<", b"(")])
    return (codes[at : at + 2] for at in range(0, len(codes), 2))
