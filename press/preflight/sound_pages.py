"""Sound pages: those of a press file on which an earlier build found nothing are not judged again.

A slug says something else after every edit. It is drawn last, after the crop marks, and where what
is drawn before leaves nothing set, a page can be judged without that.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Name

from press.cache import Store
from press.geometry import MM_PER_PT
from press.pdf.operations import text_of
from press.pdf.painting import Painted

# What a press file draws last on a page: its crop marks, then its slug.
_LAST = re.compile(
    rb"\n(q [\d.]+ w /All CS 1 SCN\n(?:[-\d.]+ [-\d.]+ m [-\d.]+ [-\d.]+ l S\n)+Q\n"
    rb"q [-\d. ]+ cm (/Slug\d+) Do Q)\s*\Z"
)
_KEEPS = re.compile(rb"(?<!\S)[qQ](?!\S)")


@dataclass(frozen=True, slots=True)
class Sound:
    """The keys of pages that are sound, kept in a store under `name`; `name` stands for all that
    rules were told beside the pages themselves.
    """

    store: Store | None
    name: str = ""

    def among(self, keys: Sequence[str]) -> frozenset[int]:
        """The numbers, from 1, of the pages with `keys` that are known to be sound."""
        held = set(self.store.get(self.name, tuple[str, ...]) or ()) if self.store else set()
        return frozenset(number for number, key in enumerate(keys, start=1) if key in held)

    def keep(self, keys: Sequence[str], pdf: pikepdf.Pdf, faulty: Collection[int]) -> None:
        """Keep those of the pages of a press file on which nothing was found."""
        if self.store is None:
            return
        known = self.among(keys)
        sound = tuple(
            key
            for number, (key, page) in enumerate(zip(keys, pdf.pages, strict=True), start=1)
            if number in known or (number not in faulty and _parted(page))
        )
        if len(sound) != len(known):
            self.store.put(self.name, sound)


def slugs_alone(data: bytes, numbers: Collection[int]) -> bytes:
    """A press file with nothing on the pages `numbers`, all sound, but crop marks and slug."""
    if not numbers:
        return data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number in numbers:
            page = pdf.pages[number - 1].obj
            last = _LAST.search(text_of(pdf.pages[number - 1]))
            assert last  # no other page is kept
            name, spaces = last[2].decode(), page.Resources.ColorSpace
            page.Contents = pdf.make_stream(last[1])
            page.Resources = Dictionary(
                XObject=Dictionary({name: page.Resources.XObject[name]}),
                ColorSpace=Dictionary(All=spaces[Name.All]),
            )
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    return out.getvalue()


def reach_in(painted: Iterable[Painted], pdf: pikepdf.Pdf, numbers: Collection[int]) -> bool:
    """Whether what is painted on the bared pages `numbers` reaches into their bleed: then it may
    lie on what was left out.
    """
    for one in painted:
        if one.page in numbers:
            page = pdf.pages[one.page - 1]
            trim, bleed = (
                [float(edge) * MM_PER_PT for edge in box]
                for box in (page.trimbox, page.obj.get("/BleedBox", page.mediabox))
            )
            left, top = bleed[0] - trim[0], trim[3] - bleed[3]
            right, bottom = bleed[2] - trim[0], trim[3] - bleed[1]
            across = one.box.x_mm < right and one.box.right_mm > left
            if across and one.box.y_mm < bottom and one.box.bottom_mm > top:
                return True
    return False


def _parted(page: pikepdf.Page) -> bool:
    """Whether a page draws crop marks and slug last, and all else between `q` and `Q`."""
    text = text_of(page)
    last = _LAST.search(text)
    deep, end = 0, 0
    for found in _KEEPS.finditer(text, 0, last.start() if last else 0):
        if deep == 0 and text[end : found.start()].strip():
            return False
        deep += 1 if found[0] == b"q" else -1
        end = found.end()
        if deep < 0:
            return False
    return last is not None and deep == 0 and not text[end : last.start()].strip()
