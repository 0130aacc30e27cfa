"""Writes the glyphs of a line without empty strings between their places.

WeasyPrint 70 writes `<0003>0<>-62<0554>-59`, of which pdfium, and so Chrome, loses the last number:
it counts the empty string. What follows in another font then stands too near, in justified lines by
half of what each space was widened. Moves by nothing are left out too, which makes files smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.pdf.stream import Stream

from press.typeset.weasyprint.exchange import replaced


@contextmanager
def without_empty_strings() -> Iterator[None]:
    """While the block runs, WeasyPrint writes no empty strings among glyphs."""
    show = Stream.show_text

    def show_glyphs(stream: Any, text: str) -> Any:
        return show(stream, text.replace(">0<", "").replace("<>", " "))

    with replaced(Stream, "show_text", show_glyphs):
        yield
