"""Shown text: which codes a page shows in which font and where, as its operators say it.

Two pages that show the same have the same letters at the same places, in whatever colours, and the
second need not be read glyph by glyph.
"""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Dictionary, Name

from press.pdf.objects import held
from press.pdf.operations import INLINE_IMAGE, name_of, operations, text_of
from press.pdf.page_keys import hash_of
from press.pdf.pages import Page, read_pages

# What sets how text stands (ISO 32000-1, 9.3); `Tf` is told with the font itself.
_STATE = frozenset((b"Tc", b"Tw", b"Tz", b"Tr", b"Ts"))
# Text that stands by what was shown before it, and images of the content itself are not followed.
_NOT_TOLD = frozenset((b"Td", b"TD", b"T*", b"TL", b"'", b'"', INLINE_IMAGE))
# Names of subsets say nothing of how a font looks.
_NAMES = frozenset({"/Parent", "/BaseFont", "/FontName"})
_TEXT = re.compile(rb"(?<=\s)BT(?=\s).*?(?<=\s)ET(?=\s)", re.DOTALL)


class _Standing(NamedTuple):
    """What `q` keeps and `Q` brings back: matrices, font with its size, and how text stands."""

    matrices: tuple[bytes, ...] = ()
    font: tuple[bytes, bytes] = (b"", b"")
    text: tuple[tuple[bytes, bytes], ...] = ()


def shown_text(
    page: pikepdf.Page, known: dict[tuple[int, int], bytes], *, aside: str = ""
) -> list[tuple[Any, ...]] | None:
    """What a page shows, in the order of showing; None where that cannot be told so simply.

    `known` keeps the hashes of the fonts of one file. Forms whose names begin with `aside` are left
    out; a page that draws others is not told.
    """
    resources = page.obj.get("/Resources", Dictionary())
    faces = {
        name: hash_of(font, known, _NAMES)
        for name, font in (held(resources, "/Font") or {}).items()
    }
    found: list[tuple[Any, ...]] = []
    state, kept = _Standing(), list[_Standing]()
    place = b""
    for operator, operands in operations(page):
        if operator in (b"TJ", b"Tj"):
            if not place:
                return None
            found.append((place, *state, *(one for one in operands if one not in b"[]")))
            place = b"beside"
        elif operator == b"Tm":
            place = b" ".join(operands)
        elif operator == b"BT":
            place = b""
        elif operator == b"Tf":
            state = state._replace(font=(faces.get(name_of(operands[0]), b""), operands[1]))
        elif operator in _STATE:
            others = tuple(one for one in state.text if one[0] != operator)
            state = state._replace(text=tuple(sorted((*others, (operator, operands[-1])))))
        elif operator == b"cm":
            state = state._replace(matrices=(*state.matrices, b" ".join(operands)))
        elif operator == b"q":
            kept.append(state)
        elif operator == b"Q":
            state = kept.pop() if kept else state
        elif operator in _NOT_TOLD or (
            operator == b"Do" and _is_form(resources, operands[-1], aside)
        ):
            return None
    return found


# The rules for a press file ask for those of the same file.
@lru_cache(maxsize=1)
def read_forms(pdf: bytes) -> tuple[Page, ...]:
    """The pages of a finished PDF as `read_pages` has them, but for the text of their contents:
    what stands in the forms that they draw.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            page.obj.Contents = opened.make_stream(_TEXT.sub(b"", text_of(page) + b"\n"))
        out = io.BytesIO()
        opened.save(out, compress_streams=False)
    return read_pages(out.getvalue())


def _is_form(resources: Any, name: bytes, aside: str) -> bool:
    """Whether a form of that name shows what is not told here."""
    said = name_of(name)
    drawn = held(resources, "/XObject", said)
    left_out = aside and said.startswith(aside)
    return drawn is None or (drawn.get("/Subtype") == Name.Form and not left_out)
