"""Seen pages: what pdfium reads of a gathering, kept for its pages that an edit does not change."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import pikepdf

from press.cache import Store
from press.pdf.page_keys import sheet_keys
from press.pdf.pages import Page, read_some
from press.pdf.paints import Fill, Paints, read_paints
from press.preflight.readback.extraction import copied_pages


@dataclass(frozen=True, slots=True)
class Seen:
    """What is read of a page: its glyphs, its fills and thin rules, when each marked content was
    printed, by its number, and its text as a reader's program copies it.
    """

    page: Page
    fills: tuple[Fill, ...]
    rules: tuple[Fill, ...]
    orders: dict[int, int]
    copied: str


def look(
    opened: pikepdf.Pdf, directed: bytes, pdf: bytes, store: Store | None, name: str
) -> tuple[Seen, ...]:
    """The pages of a gathering: opened, as bytes that say their direction, and as it was set.

    `store` has under `name`, which stands for the direction, those that were read before.
    """
    keys = sheet_keys(opened)
    known: dict[str, Seen] = (store.get(name, dict[str, Seen]) or {}) if store else {}
    lacking = [number for number, key in enumerate(keys, start=1) if key not in known]
    new = dict(zip(lacking, _read(directed, pdf, lacking), strict=True))
    seen = tuple(
        new[number] if number in new else _moved(known[key], number)
        for number, key in enumerate(keys, start=1)
    )
    if store and lacking:
        store.put(name, dict(zip(keys, seen, strict=True)))
    return seen


def paints_of(seen: Sequence[Seen]) -> Paints:
    """What is filled on all pages, as `read_paints` has it."""
    return Paints(
        {one.page.number: one.fills for one in seen},
        {one.page.number: one.rules for one in seen},
        {(one.page.number, mark): at for one in seen for mark, at in one.orders.items()},
    )


def _read(directed: bytes, pdf: bytes, numbers: Collection[int]) -> Iterator[Seen]:
    if not numbers:
        return
    paints = read_paints(directed, numbers)
    orders: dict[int, dict[int, int]] = {number: {} for number in numbers}
    for (number, mark), at in paints.orders.items():
        orders[number][mark] = at
    copied = copied_pages(pdf, numbers)
    for page, text in zip(read_some(directed, numbers), copied, strict=True):
        at = page.number
        yield Seen(page, paints.fills[at], paints.rules[at], orders[at], text)


def _moved(seen: Seen, number: int) -> Seen:
    return replace(seen, page=replace(seen.page, number=number))
