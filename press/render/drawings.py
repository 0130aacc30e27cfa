"""Draw a letter as a path, so that an icon is the same wherever it stands, and no text."""

from __future__ import annotations

import subprocess
from functools import cache

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from press.content.icons import Icon, initial
from press.content.resolved import Actor

# The box of an icon, and how much of it the letter fills, in units of the drawing.
BOX, FILLED = 24.0, 12.0


def drawn(actor: Actor) -> Icon:
    """The icon of an actor as a path; of one that has none, the first letter of its name."""
    if actor.icon and actor.icon.path:
        return actor.icon
    return draw_letter(actor.icon.letter if actor.icon else initial(actor.short))


@cache
def draw_letter(letter: str) -> Icon:
    """A letter in the middle of an icon's box, by the bold face that fontconfig has for it."""
    file = subprocess.run(
        ["fc-match", "--format", "%{file}\t%{index}", f"sans:bold:charset={ord(letter):x}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    path, index = file.split("\t")
    with TTFont(path, fontNumber=int(index) & 0xFFFF) as font:
        glyphs = font.getGlyphSet()
        glyph = glyphs[font.getBestCmap().get(ord(letter), ".notdef")]
        bounds = BoundsPen(glyphs)
        glyph.draw(bounds)
        left, low, right, high = bounds.bounds or (0, 0, 1, 1)
        scale = FILLED / max(right - left, high - low)
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.3f}".rstrip("0").rstrip("."))
        shift_x = (BOX - (right + left) * scale) / 2
        shift_y = (BOX + (high + low) * scale) / 2
        glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, shift_x, shift_y)))
        return Icon(path=pen.getCommands())
