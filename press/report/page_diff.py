"""Page differences: the pages that differ between two forms of one file, and where on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from press.geometry import MM_PER_PT, Box
from press.pdf.page_keys import bleed_keys

# Pages are compared in greys at so many pixels a mm: the dot of a letter is two of them high.
PX_PER_MM = 3.0
# Levels of 255 by which a pixel must differ; the same page drawn twice differs by none.
LEVELS = 24
# Pixels that differ within so many mm of each other are one region.
NEAR_MM = 3.0
# Pages that share less than this of their words are not the same page in another form.
ALIKE = 0.35


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page that is not as it was: its number from 1 before and after, 0 where there is none.

    `regions` are what differs, in mm from the upper left corner of the page's media box as it is
    now; none for a page that is new or gone.
    """

    file: str
    before: int
    after: int
    regions: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact whose printed value is not what it was; empty for what is new or gone."""

    id: str
    about: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from `since`: the name of a release, or the edition of an earlier build."""

    since: str
    pages: tuple[ChangedPage, ...]
    facts: tuple[ChangedFact, ...]

    def __bool__(self) -> bool:
        return bool(self.pages or self.facts)


def changed_pages(file: str, before: bytes, after: bytes) -> tuple[ChangedPage, ...]:
    """The pages that differ between two PDFs, in the order of the second, those gone in between.

    Pages are paired by their words, so that one page more does not make all that follow differ,
    but for the number that is printed on them. What stands outside the bleed is not compared: the
    slug of a press file says the fingerprint of its build.
    """
    if before == after:
        return ()
    old_keys, new_keys = bleed_keys(before), bleed_keys(after)
    found = []
    with pypdfium2.PdfDocument(before) as old, pypdfium2.PdfDocument(after) as new:
        for here, there in _pairs(old, new, old_keys, new_keys):
            if here and there:
                if old_keys[here - 1] == new_keys[there - 1]:
                    continue
                regions = differing(_grey(old[here - 1]), _grey(new[there - 1]))
                if regions:
                    found.append(ChangedPage(file, here, there, regions))
            else:
                found.append(ChangedPage(file, here, there))
    return tuple(found)


def differing(before: Image.Image, after: Image.Image) -> tuple[Box, ...]:
    """Where two grey pictures of `PX_PER_MM` differ, in mm, each place once, from top to bottom."""
    width, height = (max(sizes) for sizes in zip(before.size, after.size, strict=True))
    sheets = []
    for picture in (before, after):
        sheet = Image.new("L", (width, height), 255)
        sheet.paste(picture, (0, 0))
        sheets.append(sheet)
    marks = ImageChops.difference(*sheets).point(lambda level: 255 * (level > LEVELS))
    if marks.getbbox() is None:
        return ()
    step = int(NEAR_MM * PX_PER_MM / 2)
    cells = marks.reduce(step).point(lambda level: 255 * (level > 0))
    found = []
    for left, top, right, bottom in _clusters(cells):
        edges = (left * step, top * step, right * step, bottom * step)
        inner = marks.crop(edges).getbbox()
        assert inner  # a cell is marked for a pixel in it
        x0, y0 = edges[0] + inner[0], edges[1] + inner[1]
        x1, y1 = edges[0] + inner[2], edges[1] + inner[3]
        corner = (x0 / PX_PER_MM, y0 / PX_PER_MM)
        size = ((x1 - x0) / PX_PER_MM, (y1 - y0) / PX_PER_MM)
        found.append(Box(*(round(mm, 1) for mm in (*corner, *size))))
    return tuple(sorted(found, key=lambda box: (box.y_mm, -box.right_mm)))


def _clusters(cells: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """The bounds of marked cells that touch each other, corners and a cell apart included."""
    width, height = cells.size
    data = cells.tobytes()
    left = {i for i, level in enumerate(data) if level}
    while left:
        waiting = [left.pop()]
        held = []
        while waiting:
            x, y = (here := waiting.pop()) % width, here // width
            held.append((x, y))
            for j in range(max(0, y - 2), min(height, y + 3)):
                for i in range(max(0, x - 2), min(width, x + 3)):
                    if (near := j * width + i) in left:
                        left.remove(near)
                        waiting.append(near)
        xs, ys = zip(*held, strict=True)
        yield min(xs), min(ys), max(xs) + 1, max(ys) + 1


def _pairs(
    old: Any, new: Any, old_keys: Sequence[str], new_keys: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """The numbers of each page before and after, 0 where there is none."""
    if len(old_keys) == len(new_keys) == 1:
        yield 1, 1
        return
    for same, a0, a1, b0, b1 in _runs(old_keys, new_keys):
        if same:
            yield from zip(range(a0 + 1, a1 + 1), range(b0 + 1, b1 + 1), strict=True)
        else:
            before = [_words(old[i]) for i in range(a0, a1)]
            after = [_words(new[i]) for i in range(b0, b1)]
            for a, b in _paired(before, after):
                yield (a0 + a if a else 0), (b0 + b if b else 0)


def _paired(before: list[Counter[str]], after: list[Counter[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers from 1 of pages that are compared by their words.

    Figures are left out of them, since folios move.
    """
    names: dict[frozenset[tuple[str, int]], int] = {}
    was, now = (
        [names.setdefault(frozenset(w.items()), len(names)) for w in words]
        for words in (before, after)
    )
    for same, a0, a1, b0, b1 in _runs(was, now):
        if same:
            yield from zip(range(a0 + 1, a1 + 1), range(b0 + 1, b1 + 1), strict=True)
        else:
            for a, b in _aligned(before[a0:a1], after[b0:b1]):
                yield (a0 + a if a else 0), (b0 + b if b else 0)


def _runs(
    before: Sequence[Hashable], after: Sequence[Hashable]
) -> Iterator[tuple[bool, int, int, int, int]]:
    """Stretches of two sequences, as slices of both, and whether they are the same."""
    for kind, *slices in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        a0, a1, b0, b1 = slices
        yield kind == "equal", a0, a1, b0, b1


def _aligned(before: list[Counter[str]], after: list[Counter[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers from 1, in order, such that the pages of pairs are most alike."""
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    alike = [[_alike(b, a) for a in after] for b in before]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(before) or j < len(after):
        if i < len(before) and j < len(after) and alike[i][j] >= ALIKE and (
            best[i][j] == alike[i][j] + best[i + 1][j + 1]
        ):  # fmt: skip
            i, j = i + 1, j + 1
            yield i, j
        elif i < len(before) and best[i][j] == best[i + 1][j]:
            i += 1
            yield i, 0
        else:
            j += 1
            yield 0, j


def _alike(before: Counter[str], after: Counter[str]) -> float:
    """The share of their words that two pages have in common; pages without words are alike."""
    shared, whole = (before & after).total(), max(before.total(), after.total())
    return shared / whole if whole else 1.0


def _words(page: Any) -> Counter[str]:
    said = page.get_textpage().get_text_bounded(*page.get_bleedbox())
    return Counter(re.findall(r"[^\W\d_]+", said))


def _grey(page: Any) -> Image.Image:
    """A page in greys, white outside its bleed."""
    scale = PX_PER_MM * MM_PER_PT
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    x, _, _, y = page.get_cropbox()
    left, low, right, high = page.get_bleedbox()
    if (left, high) == (x, y):
        return picture
    edges = [round(scale * pt) for pt in (left - x, y - high, right - x, y - low)]
    sheet = Image.new("L", picture.size, 255)
    sheet.paste(picture.crop((edges[0], edges[1], edges[2], edges[3])), (edges[0], edges[1]))
    return sheet
