"""Gradients: let them run between the inks of a press, which WeasyPrint 70 takes for a screen's.

Its `Gradient.draw` turns every stop to sRGB, which tinycss2 cannot do with `device-cmyk()`, and
takes the fourth share, black, for the opacity. A gradient between opaque inks is drawn here; any
other is left to WeasyPrint.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.images import Gradient

from press.colour.tokens import CMYK
from press.typeset.weasyprint.exchange import replaced

_LINEAR, _RADIAL = 2, 3
_drawn_by_weasyprint = Gradient.draw


@contextmanager
def running_in_inks() -> Iterator[None]:
    """While the block runs, gradients between opaque inks are painted in these inks."""
    with replaced(Gradient, "draw", _draw):
        yield


def _draw(self: Any, stream: Any, width: float, height: float, style: Any) -> None:
    """As `Gradient.draw`: the shading alone, since nothing of it is transparent."""
    if not all(colour.space == CMYK and colour.alpha == 1 for colour in self.colors):
        _drawn_by_weasyprint(self, stream, width, height, style)
        return
    scale_y, kind, points, positions, colours, hints = self.layout(width, height, style)
    if kind == "solid":
        stream.rectangle(0, 0, width, height)
        stream.set_color(colours[0])
        stream.fill()
        return
    parts = [
        stream.create_interpolation_function((0, 1), one.coordinates, other.coordinates, hint)
        for one, other, hint in zip(colours, colours[1:], hints, strict=False)
    ]
    function = stream.create_stitching_function(
        (positions[0], positions[-1]), len(parts) * (0, 1), positions[1:-1], parts
    )
    shading = stream.add_shading(
        _LINEAR if kind == "linear" else _RADIAL,
        (positions[0], positions[-1]),
        points,
        not self.repeating,
        function,
    )
    stream.transform(d=scale_y)
    stream.paint_shading(shading.id)
