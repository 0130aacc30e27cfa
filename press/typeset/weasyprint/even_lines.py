"""Lines are as high as they are said to be, whatever face their letters come from.

WeasyPrint 70 takes the baseline of a piece of text from the faces that draw it. A piece that the
first face of its style has no glyph for, as a bracket before a Latin word in an Arabic line, stands
lower in its line than the rest, and the line grows: 0.7 mm, by which all that follows leaves the
grid. The baseline is that of the style (CSS 2.2, 10.8.1: the strut).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import inline

from press.typeset.weasyprint.exchange import exchanged


@contextmanager
def even_lines() -> Iterator[None]:
    """While the block runs, a face that stands in for another makes no line higher."""
    split = inline.split_text_box

    def splitting(*given: Any, **named: Any) -> Any:
        made, *rest = split(*given, **named)
        if made is not None and made.style["line_height"] != "normal":
            _, made.baseline = inline.strut(made.style)
        return made, *rest

    with exchanged(split, splitting):
        yield
