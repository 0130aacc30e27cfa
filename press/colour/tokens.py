"""Replace the colour tokens of style sheets by the inks that print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tinycss2.color5 import parse_color

from press.colour.inks import Press, Rgb, Shares, as_css, in_black, mix
from press.project import Project

CMYK = "device-cmyk"
TOKENS = "styles/shared/tokens.css"
# A token with this ending gives the inks of the token without it, in place of those mixed for it.
TWIN = "-cmyk"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"--([\w-]+)(\s*:\s*)([^;{}\"'<]+?)(?=\s*[;}\"'])")
# The colours of a drawing, which sees no tokens.
_DRAWN = re.compile(r"\b(fill|stroke|stop-color)=\"(#[0-9a-fA-F]{3,8})\"")


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
        colour = parse_color(value)
        if getattr(colour, "space", "") == "srgb":
            given = parse_color(said.get(name + TWIN, ""))
            inks = tuple(given.coordinates) if getattr(given, "space", "") == CMYK else None
            yield ColourToken(name, _rgb(colour), float(colour.alpha), inks)


def in_inks(text: str, press: Press) -> str:
    """A style sheet, or HTML that holds some, with every colour token replaced by its inks.

    So are the colours that drawings name.
    """
    inks = {token.name: as_css(token.inks(press), token.alpha) for token in tokens_of(text)}

    def token(match: re.Match[str]) -> str:
        value = inks.get(match[1])
        return f"--{match[1]}{match[2]}{value}" if value else match[0]

    def drawn(match: re.Match[str]) -> str:
        colour = parse_color(match[2])
        return f'{match[1]}="{as_css(mix(_rgb(colour), press), float(colour.alpha))}"'

    return _DRAWN.sub(drawn, _TOKEN.sub(token, text))


def press_styles(project: Project, press: Press) -> str:
    """The style sheet that sets a project's tokens in inks, above those of its own sheets."""
    said = (
        f"--{token.name}: {as_css(token.inks(press), token.alpha)} !important"
        for token in read_tokens(project)
    )
    return f":root {{ {'; '.join(said)} }}"


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
