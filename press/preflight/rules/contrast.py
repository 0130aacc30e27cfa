"""Contrast: rules on colours as printed: of letters on what lies under them, and of links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from press.colour.shades import contrast
from press.pdf.pages import RAISED, Glyph
from press.pdf.paints import Rgb
from press.preflight.finding import Finding
from press.preflight.lines import Block, SetLine, Setting, box_of
from press.preflight.rules.letters import is_body, linked

# Web Content Accessibility Guidelines 2.2: 1.4.3 for all text, 1.4.6 for what is read.
LEAST, READING = 4.5, 7.0
# WCAG technique G183: a link that nothing but its colour tells differs from its text this much.
LINK = 3.0


def low_contrast(setting: Setting) -> Iterator[Finding]:
    """Letters differ from what lies under them: 4.5 to 1 at least, 7 to 1 in what is read."""
    told: set[tuple[Rgb, Rgb]] = set()
    for block, lines in _runs(setting):
        least = READING if block and is_body(block) else LEAST
        for line in lines:
            even = setting.paints.even(line.page, line.left, line.top, line.right, line.bottom)
            by_mark: dict[int, Rgb] = {}
            for glyph in line.glyphs:
                wanted = LEAST if glyph.character in RAISED else least
                if not even or glyph.mark not in by_mark:
                    by_mark[glyph.mark] = _under(setting, line, glyph)
                under = by_mark[glyph.mark]
                ratio = contrast(glyph.colour, under)
                if ratio < wanted and (glyph.colour, under) not in told:
                    told.add((glyph.colour, under))
                    yield Finding(
                        line.page,
                        {
                            "text": line.said(),
                            "colour": _hex(glyph.colour),
                            "ground": _hex(under),
                            "ratio": ratio,
                            "wanted": wanted,
                        },
                        at=box_of(line),
                        record=block.record if block else "",
                    )


def _runs(setting: Setting) -> Iterator[tuple[Block | None, Iterable[SetLine]]]:
    """The lines of every block, then those of heads and feet of pages."""
    for block in setting.blocks:
        yield block, block.lines
    for lines in setting.loose.values():
        yield None, lines


def _under(setting: Setting, line: SetLine, glyph: Glyph) -> Rgb:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return setting.paints.under(line.page, glyph.mark, x, y)


def _hex(colour: Rgb) -> str:
    return "#" + bytes(colour).hex()


def colour_alone(setting: Setting) -> Iterator[Finding]:
    """No link is told by a colour that some readers cannot tell."""
    for block in setting.blocks:
        marks = linked(block)
        for line in block.lines:
            led = [g for g in line.glyphs if (line.page, g.mark) in marks]
            plain = [g for g in line.glyphs if (line.page, g.mark) not in marks]
            alone = [g for g in led if _told_by_colour(g, plain)]
            if alone and not _underlined(setting, line, alone):
                yield Finding(
                    line.page,
                    {"text": line.said(), "contrast": contrast(alone[0].colour, plain[0].colour)},
                    at=box_of(line),
                    record=block.record,
                )


def _told_by_colour(glyph: Glyph, plain: list[Glyph]) -> bool:
    """Whether a letter of a link has a like beside it in all but its colour."""
    if glyph.character in RAISED or not plain:
        return False
    if any(g.colour == glyph.colour for g in plain):
        return False
    like = [g for g in plain if (g.font, g.size, g.baseline) == _face(glyph)]
    return bool(like) and all(contrast(g.colour, glyph.colour) < LINK for g in like)


def _face(glyph: Glyph) -> tuple[str, float, float]:
    return glyph.font, glyph.size, glyph.baseline


def _underlined(setting: Setting, line: SetLine, glyphs: list[Glyph]) -> bool:
    """Whether a rule is drawn under letters, within half an em of their baseline."""
    left, right = min(g.left for g in glyphs), max(g.right for g in glyphs)
    return any(
        rule.left <= left + 0.5 and right - 0.5 <= rule.right
        for rule in setting.paints.rules.get(line.page, ())
        if 0 < rule.top - line.baseline < 0.5 * glyphs[0].em
    )
