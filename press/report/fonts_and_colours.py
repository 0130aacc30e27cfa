"""Tells the fonts and colours that finished files really hold, a file at a time or of all."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pikepdf
from fontTools.ttLib import TTFont, TTLibError

from press.colour.inks import Rgb
from press.colour.tokens import Palette
from press.pdf.content_streams import contents_of
from press.pdf.fonts import fonts_of
from press.pdf.operations import text_of
from press.report.schema import ColourEntry, FontEntry, Output

# Operators that set a colour (ISO 32000-1, table 74); its shares stand before them.
_SETS = re.compile(rb"\s(rg|RG|sc|SC|scn|SCN|k|K|g|G)(?=\s)")
# No share is written with more characters, its space included.
_LONGEST = 12
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")
# The name of a face with its style (OpenType, table «name»).
_FULL_NAME = 4


def in_use(
    pdf: pikepdf.Pdf, palette: Palette
) -> tuple[tuple[FontEntry, ...], tuple[ColourEntry, ...]]:
    """The fonts of a PDF by name, and the colours of its content by token, then by value."""
    shares: set[tuple[float, ...]] = set()
    for _, content, _ in contents_of(pdf):
        shares |= set(_shares(text_of(content)))
    fonts: set[FontEntry] = set()
    faces: dict[str, str] = {}  # each gathering brings its own subset of a font
    for font in fonts_of(pdf):
        if font.program is not None and not faces.get(font.name):
            faces[font.name] = _face(font.program.read_bytes())
        fonts.add(
            FontEntry(font.name, font.program is not None, font.is_subset, faces.get(font.name, ""))
        )
    by_inks = {_percents(inks): named for inks, named in palette.by_inks.items()}
    colours = {_colour(held, palette.by_rgb, by_inks) for held in shares}
    order = sorted(colours, key=lambda c: (not c.token, c.token, c.value))
    return tuple(sorted(fonts, key=lambda font: font.name)), tuple(order)


def _face(program: bytes) -> str:
    """The full name that an embedded font bears; empty where it bears none."""
    try:
        return str(TTFont(io.BytesIO(program), lazy=True)["name"].getDebugName(_FULL_NAME) or "")
    except (TTLibError, LookupError, AssertionError, struct.error):
        return ""


def _shares(content: bytes) -> Iterator[tuple[float, ...]]:
    """The shares, 0 to 1, of every colour that is set: one is a grey, three RGB, four CMYK."""
    found = {
        (content[max(0, m.start() - 4 * _LONGEST) : m.start()], m[1])
        for m in _SETS.finditer(content)
    }
    for before, operator in found:
        shares: list[float] = []
        for share in reversed(before.split()[-4:]):
            if not _NUMBER.fullmatch(share):
                break
            shares.insert(0, float(share))
        wanted = {b"g": 1, b"rg": 3, b"k": 4}.get(operator.lower(), len(shares))
        if wanted in (1, 3, 4) and len(shares) >= wanted:
            yield tuple(shares[-wanted:])


def _colour(
    shares: tuple[float, ...],
    by_rgb: Mapping[Rgb, str],
    by_inks: Mapping[tuple[float, ...], tuple[str, Rgb]],
) -> ColourEntry:
    if len(shares) == 4:
        percents = _percents(shares)
        token, rgb = by_inks.get(percents, ("", _on_screen(shares)))
        return ColourEntry(f"cmyk({' '.join(f'{p:g}' for p in percents)})", _hex(rgb), token)
    red, green, blue = (round(255 * share) for share in (shares * 3)[:3])
    shown = _hex((red, green, blue))
    value = shown if len(shares) == 3 else f"grey({100 * shares[0]:.4g})"
    return ColourEntry(value, shown, by_rgb.get((red, green, blue), ""))


def _percents(shares: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(100 * share, 1) for share in shares)


def _on_screen(shares: tuple[float, ...]) -> Rgb:
    """Inks as a screen shows them without a profile (ISO 32000-1, 10.3.5)."""
    *colours, black = shares
    red, green, blue = (round(255 * (1 - min(1.0, share + black))) for share in colours)
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)


@dataclass(frozen=True, slots=True)
class Material:
    """A font or a colour by its name, and the files that use it.

    `forms` are the names of a font in the files, the values of a colour; `shown` is #rrggbb, or
    empty for a font.
    """

    name: str
    forms: tuple[str, ...]
    shown: str
    files: tuple[str, ...]


def fonts_together(outputs: Sequence[Output]) -> tuple[Material, ...]:
    """The fonts by the name that each bears itself, in alphabetical order."""
    found: dict[str, tuple[set[str], list[str]]] = {}
    for output in outputs:
        for font in output.fonts:
            names, files = found.setdefault(font.face or font.name, (set(), []))
            names.add(font.name)
            files.append(output.file)
    return tuple(
        Material(face, tuple(sorted(names)), "", tuple(dict.fromkeys(files)))
        for face, (names, files) in sorted(found.items())
    )


def colours_together(outputs: Sequence[Output]) -> tuple[Material, ...]:
    """The colours by their token, those of screens before inks; last, those that are of none."""
    found: dict[tuple[str, str], tuple[list[str], str, list[str]]] = {}
    for output in outputs:
        for colour in output.colours:
            key = colour.token, "" if colour.token else colour.value
            values, _, files = found.setdefault(key, ([], colour.shown, []))
            values.append(colour.value)
            files.append(output.file)
    return tuple(
        Material(
            token.removeprefix("--"),
            tuple(sorted(dict.fromkeys(values), key=_screens_first)),
            shown,
            tuple(dict.fromkeys(files)),
        )
        for (token, _), (values, shown, files) in sorted(
            found.items(), key=lambda item: (not item[0][0], item[0])
        )
    )


def _screens_first(value: str) -> tuple[bool, str]:
    return not value.startswith("#"), value
