"""Rereading: of a finished PDF, only the pages that no earlier build has read are read."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf

from press.changed import keys_of
from press.crew import Crew
from press.pages import Page, read_pages, read_some
from press.store import Store


def read_through(pdf: bytes, crew: Crew, store: Store | None) -> tuple[Page, ...]:
    """The pages of a finished PDF as `read_pages` reads them, those read before from `store`."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        keys = keys_of(opened)
    if store is None:
        return read_pages(pdf)
    names = [store.key("page", key) for key in keys]
    pages: dict[int, Page] = {
        number: replace(kept, number=number)
        for number, name in enumerate(names, start=1)
        if (kept := store.get(name)) is not None
    }
    unread = [number for number in range(1, len(names) + 1) if number not in pages]
    share = -(-len(unread) // crew.size)
    jobs = [
        crew.submit(read_some, pdf, tuple(unread[at : at + share]), first=True)
        for at in range(0, len(unread), max(share, 1))
    ]
    for job in jobs:
        for page in job.result():
            pages[page.number] = page
            store.put(names[page.number - 1], page)
    return tuple(pages[number] for number in sorted(pages))
