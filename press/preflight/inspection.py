"""Inspected: a finished PDF as a checker sees it: tags, marked content and glyphs, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from press.pdf.content_streams import NOTHING, DrawnContent, Known, contents_of, draw
from press.pdf.structure import Element, read_structure
from press.pdf.syntax import Written, read_written
from press.preflight.finding import Finding


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


def judge_file(
    pdf: pikepdf.Pdf,
    data: bytes,
    rules: Sequence[Rule],
    known: Known = NOTHING,
    learn: dict[bytes, DrawnContent] | None = None,
    tree: Element | None = None,
) -> list[tuple[Rule, Finding]]:
    """What `rules` find in a PDF that was opened from `data`, each with its rule.

    `known` is what contents draw that were looked at before, `learn` is told of all; `tree` are its
    tags where they were read. A rule cannot
    go on where something is of another kind than a PDF has there: it finds that.
    """
    found: list[tuple[Rule, Finding]] = []
    rule = rules[0]
    try:
        seen = inspect(pdf, data, known, learn, tree)
        for rule in rules:
            found += [(rule, finding) for finding in rule(seen)]
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, LookupError) as error:
        found.append((rule, Finding(0, {"said": str(error)}, case="foreign")))
    return found


def inspect(
    pdf: pikepdf.Pdf,
    data: bytes,
    known: Known = NOTHING,
    learn: dict[bytes, DrawnContent] | None = None,
    tree: Element | None = None,
) -> Inspected:
    """Read the tags of a PDF, what its pages draw, and `data`, the bytes of its file."""
    pages: list[DrawnContent] = []
    inner: list[DrawnContent] = []
    for number, content, resources in contents_of(pdf):
        drawn = pages if isinstance(content, pikepdf.Page) else inner
        drawn.append(draw(content, number, resources, known, learn))
    tree = tree or read_structure(pdf)
    tags = tuple(tree.elements())[1:]
    return Inspected(pdf, tree, tags, tuple(pages), tuple(inner), read_written(data))


def known_of(pdf: pikepdf.Pdf, known: Known = NOTHING) -> Known:
    """What all contents of a PDF draw, to be known when they are met in another; `known` is what
    others drew.
    """
    found: dict[bytes, DrawnContent] = {}
    for number, content, resources in contents_of(pdf):
        draw(content, number, resources, known, found)
    return found
