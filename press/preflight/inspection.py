"""Inspected: a finished PDF as a checker sees it: tags, marked content and glyphs, read once."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import pikepdf

from press.pdf.structure import Element, read_structure
from press.pdf.syntax import STRING, Written, read_written
from press.preflight.finding import Finding

# What paints, and what says in which mark, font and form: the rest of a page is not looked at.
_PAINTS = frozenset(
    ("Tj", "TJ", "'", '"', "Do", "sh", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s")
)
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_OPERATORS = " ".join((*sorted(_PAINTS), "BMC", "BDC", "EMC", "Tf", "q", "Q", "BI", "ID", "EI"))
# What is not worth keeping of a page: names, and numbers that any reader can hold.
_PLAIN = re.compile(rb"/[^\s<>\[\]()]*|[\[\]]*[+-]?(?!0?\.0{30})\d{0,9}(\.\d*)?[\[\]]*")
_ODD = re.compile(rb"(?<!<)<(?:\s*+[0-9A-Fa-f]\s*+[0-9A-Fa-f])*+\s*+[0-9A-Fa-f]\s*+>")
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


@dataclass(frozen=True, slots=True)
class Inspected:
    """A finished PDF with its tags, its bytes, what each page draws, and each form and pattern.

    `tags` are those in the tree, in reading order.
    """

    pdf: pikepdf.Pdf
    tree: Element
    tags: tuple[Element, ...]
    drawn: tuple[DrawnContent, ...]
    inner: tuple[DrawnContent, ...]
    written: Written

    def fonts(self) -> Iterator[tuple[int, Any, set[bytes]]]:
        """Every font once, with a page that uses it, and the codes of all glyphs shown in it."""
        pages: dict[tuple[int, int], int] = {}
        fonts: dict[tuple[int, int], Any] = {}
        shown: dict[tuple[int, int], set[bytes]] = defaultdict(set)
        for drawn in (*self.drawn, *self.inner):
            for name, font in drawn.resources.get("/Font", pikepdf.Dictionary()).items():
                fonts.setdefault(font.objgen, font)
                pages.setdefault(font.objgen, drawn.page)
                shown[font.objgen] |= drawn.glyphs.get(name, set())
        for key, font in fonts.items():
            yield pages[key], font, shown[key]

    def annotations(self) -> Iterator[tuple[int, Any]]:
        """Every annotation with its page."""
        for number, page in enumerate(self.pdf.pages, start=1):
            for annotation in page.obj.get("/Annots", ()):
                yield number, annotation

    def xobjects(self) -> Iterator[tuple[int, str, Any]]:
        """Every external object that may be drawn: page, name, object."""
        for drawn in (*self.drawn, *self.inner):
            for name, held in drawn.resources.get("/XObject", pikepdf.Dictionary()).items():
                yield drawn.page, name, held


Rule = Callable[[Inspected], Iterable[Finding]]
# What contents draw, by the hash of their text: of whatever page and with whatever resources.
Known = Mapping[bytes, DrawnContent]
NOTHING: Known = MappingProxyType({})


def judge_file(
    pdf: pikepdf.Pdf, data: bytes, rules: Sequence[Rule], known: Known = NOTHING
) -> list[tuple[Rule, Finding]]:
    """What `rules` find in a PDF that was opened from `data`, each with its rule.

    `known` is what contents draw that were looked at before. A rule cannot go on where something is
    of another kind than a PDF has there: it finds that.
    """
    found: list[tuple[Rule, Finding]] = []
    rule = rules[0]
    hint = "build it again with --force; else a stage from press/bind/bind.py on is at fault"
    try:
        seen = inspect(pdf, data, known)
        for rule in rules:
            found += [(rule, finding) for finding in rule(seen)]
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, LookupError) as error:
        said = f"7.3: the file holds what no PDF has there: {error}"
        found.append((rule, Finding(0, said, hint)))
    return found


def inspect(pdf: pikepdf.Pdf, data: bytes, known: Known = NOTHING) -> Inspected:
    """Read the tags of a PDF, what its pages draw, and `data`, the bytes of its file."""
    drawn = _of_pages(pdf, known)
    tree = read_structure(pdf)
    tags = tuple(tree.elements())[1:]
    return Inspected(pdf, tree, tags, drawn, _inner(drawn, known), read_written(data))


def known_of(pdf: pikepdf.Pdf) -> Known:
    """What all contents of a PDF draw, to be known when they are met in another."""
    known: dict[bytes, DrawnContent] = {}
    drawn = _of_pages(pdf, known, learn=known)
    _inner(drawn, known, learn=known)
    return known


def _of_pages(
    pdf: pikepdf.Pdf, known: Known, learn: dict[bytes, DrawnContent] | None = None
) -> tuple[DrawnContent, ...]:
    return tuple(
        draw(page, number, page.obj.get("/Resources"), known, learn)
        for number, page in enumerate(pdf.pages, start=1)
    )


def _inner(
    drawn: tuple[DrawnContent, ...], known: Known, learn: dict[bytes, DrawnContent] | None = None
) -> tuple[DrawnContent, ...]:
    """What the forms and patterns of pages draw, and those in them, each once."""
    met: set[tuple[int, int]] = set()
    found: list[DrawnContent] = []
    waiting = list(reversed(drawn))
    while waiting:
        outer = waiting.pop()
        for kind in ("/XObject", "/Pattern"):
            for held in outer.resources.get(kind, pikepdf.Dictionary()).values():
                paints = held.get("/Subtype") == "/Form" or held.get("/PatternType") == 1
                if paints and held.objgen not in met:
                    met.add(held.objgen)
                    found.append(draw(held, outer.page, held.get("/Resources"), known, learn))
                    waiting.append(found[-1])
    return tuple(found)


def draw(
    content: pikepdf.Page | pikepdf.Object,
    number: int,
    resources: Any = None,
    known: Known = NOTHING,
    learn: dict[bytes, DrawnContent] | None = None,
) -> DrawnContent:
    """What a page or a form draws; `number` is its page. `learn` is told what was not `known`."""
    resources = pikepdf.Dictionary() if resources is None else resources
    data = _text(content)
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
    found.odd = _ODD.search(data) is not None
    text = STRING.sub(b" ", data)
    words = frozenset(text.split())
    found.words = frozenset(word for word in words if not _PLAIN.fullmatch(word))
    found.uses = frozenset(_USE.findall(text + b"\n"))
    # Each open mark: its number, "Artifact", or nothing for one that says neither.
    marks: list[int | str] = []
    font = ""
    kept: list[str] = []
    for instruction in pikepdf.parse_content_stream(content, _OPERATORS):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BMC", "BDC"):
            mark = _mark(operands)
            if mark == "Artifact" and any(isinstance(m, int) for m in marks):
                found.crossed.append("01-003")
            elif isinstance(mark, int):
                found.marks.append(mark)
                if "Artifact" in marks:
                    found.crossed.append("01-004")
            marks.append(mark)
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name == "q":
            kept.append(font)
            found.deep = max(found.deep, len(kept))
        elif name == "Q":
            found.uneven |= not kept
            font = kept.pop() if kept else font
        else:
            if not any(mark != "" for mark in marks):
                found.loose.append(name)
            if name in _SHOWS:
                found.glyphs.setdefault(font, set()).update(_codes(operands[-1]))
            elif name == "Do":
                form = str(operands[0])
                found.forms[form] = found.forms.get(form, 0) + 1
            elif name not in _PAINTS:
                found.images += 1
    found.uneven |= bool(kept)
    return found


def _text(content: pikepdf.Page | pikepdf.Object) -> bytes:
    if isinstance(content, pikepdf.Page):
        held = content.obj.get("/Contents", pikepdf.Array())
        parts = list(held) if isinstance(held, pikepdf.Array) else [held]
        return b"\n".join(part.read_bytes() for part in parts)
    return content.read_bytes()


def _mark(operands: Any) -> int | str:
    if str(operands[0]) == "/Artifact":
        return "Artifact"
    said = operands[1] if len(operands) > 1 else None
    if isinstance(said, pikepdf.Dictionary) and "/MCID" in said:
        return int(said.MCID)
    return ""


def _codes(shown: Any) -> Iterator[bytes]:
    """The two-byte codes of what is shown."""
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    codes = b"".join([bytes(part) for part in parts if isinstance(part, pikepdf.String)])
    return (codes[at : at + 2] for at in range(0, len(codes), 2))
