"""The colour tokens of style sheets, and the inks that print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tinycss2.color5 import parse_color

from press.colour.inks import Press, Rgb, Shares, in_black, mix
from press.project import Project

CMYK = "device-cmyk"
TOKENS = "styles/shared/tokens.css"
# A token with this ending gives the inks of the token without it, in place of those mixed for it.
TWIN = "-cmyk"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"--([\w-]+)(\s*:\s*)([^;{}\"'<]+?)(?=\s*[;}\"'])")


@dataclass(frozen=True, slots=True)
class ColourToken:
    """A colour by its name: red, green, blue from 0 to 255, its opacity, and inks given to it."""

    name: str
    rgb: Rgb
    alpha: float
    given: Shares | None = None

    def inks(self, press: Press) -> Shares:
        """The inks that print it."""
        return self.given or mix(self.rgb, press)


@dataclass(frozen=True, slots=True)
class Palette:
    """The tokens of colours by red, green and blue, and by inks; these with the colour shown."""

    by_rgb: Mapping[Rgb, str]
    by_inks: Mapping[Shares, tuple[str, Rgb]]


def read_tokens(project: Project) -> tuple[ColourToken, ...]:
    """The colour tokens of a project's style sheets; none where it has no such sheet."""
    path = project.find(TOKENS)
    return tuple(tokens_of(path.read_text("utf-8"))) if path else ()


def tokens_of(css: str) -> Iterator[ColourToken]:
    """Every custom property of `css` whose value is a colour of the screen."""
    said = {match[1]: match[3] for match in _TOKEN.finditer(_COMMENT.sub("", css))}
    for name, value in said.items():
        if token := colour_token(name, value, said.get(name + TWIN, "")):
            yield token


def colour_token(name: str, value: str, twin: str = "") -> ColourToken | None:
    """The token that says `value`, with the inks of its `twin`; None if that is no colour."""
    colour = parse_color(value)
    if getattr(colour, "space", "") != "srgb":
        return None
    given = parse_color(twin)
    inks = tuple(given.coordinates) if getattr(given, "space", "") == CMYK else None
    return ColourToken(name, _rgb(colour), float(colour.alpha), inks)


def read_palette(project: Project, press: Press | None) -> Palette:
    """The names of a project's colours on a screen, and in the inks of a press if there is one.

    Small text in black alone has the name of its colour.
    """
    tokens = read_tokens(project)
    by_rgb: dict[Rgb, str] = {}
    by_inks: dict[Shares, ColourToken] = {}
    for token in tokens:
        by_rgb.setdefault(token.rgb, f"--{token.name}")
    if press:
        mixed = [(token.inks(press), token) for token in tokens]
        for inks, token in [*mixed, *((in_black(inks, press), token) for inks, token in mixed)]:
            by_inks.setdefault(inks, token)
    named = {inks: (f"--{token.name}", token.rgb) for inks, token in by_inks.items()}
    return Palette(by_rgb, named)


def _rgb(colour: object) -> Rgb:
    red, green, blue = (round(255 * float(c)) for c in colour.coordinates)  # type: ignore[attr-defined]
    return red, green, blue
