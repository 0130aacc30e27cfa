"""Compute from a colour its tint, its deep tone, its contrast and its lightness in grey."""

from __future__ import annotations

import math
from functools import cache

# A colour: red, green and blue, each from 0 to 255.
Rgb = tuple[int, int, int]
# A tint stands behind text of ink: its lightness (OKLCH), and the share of the colour's chroma.
TINT_LIGHTNESS, TINT_CHROMA = 0.927, 0.25
# The contrast (WCAG 2.2) at which small text of the paper's colour stands on a deep tone, and that
# at which text of the deep tone is read on a ground (1.4.6, with a little to spare).
DEEP_CONTRAST, GROUND_CONTRAST = 8.0, 7.05
STEP = 0.004


def read_rgb(typed: str) -> Rgb:
    """The colour that six hexadecimal digits name."""
    red, green, blue = bytes.fromhex(typed.removeprefix("#"))
    return red, green, blue


def as_hex(colour: Rgb) -> str:
    """A colour as style sheets say it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def tint(colour: Rgb) -> Rgb:
    """The colour as light as to stand behind text."""
    _, chroma, hue = _oklch(colour)
    return _from_oklch(TINT_LIGHTNESS, chroma * TINT_CHROMA, hue)


def deep(colour: Rgb, paper: Rgb, ground: Rgb) -> Rgb:
    """The colour, as dark as text of the paper's colour needs it, and as text on the ground is."""
    lightness, chroma, hue = _oklch(colour)
    found = colour
    while lightness > 0 and (
        contrast(found, paper) < DEEP_CONTRAST or contrast(found, ground) < GROUND_CONTRAST
    ):
        lightness -= STEP
        found = _from_oklch(lightness, chroma * 0.8, hue)
    return found


def between(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """The colour that lies `share` of the way from one to another (OKLab)."""
    mixed = [a + (b - a) * share for a, b in zip(_oklab(colour), _oklab(other), strict=True)]
    return _from_oklab(mixed[0], mixed[1], mixed[2])


@cache
def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grey(colour: Rgb) -> float:
    """The lightness L* (CIELAB, 0 to 100) that is left of a colour without its hue."""
    share = _luminance(colour)
    return 116 * share ** (1 / 3) - 16 if share > 216 / 24389 else share * 24389 / 27


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _luminance(colour: Rgb) -> float:
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(colour: Rgb) -> tuple[float, float, float]:
    """Lightness and two axes of colour (CSS Color 4, 10.5)."""
    red, green, blue = map(_linear, colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> Rgb:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    red, green, blue = (_channel(share) for share in linear)
    return red, green, blue


def _channel(share: float) -> int:
    share = min(max(share, 0.0), 1.0)
    curved = share * 12.92 if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055
    return round(255 * curved)


def _oklch(colour: Rgb) -> tuple[float, float, float]:
    lightness, a, b = _oklab(colour)
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> Rgb:
    return _from_oklab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))
