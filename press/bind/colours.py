"""Colours: each token of the palette as shown on a screen, and the four inks that print it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from press.diagnostics import Diagnostic, Place, Refusal
from press.project import Project

TOKENS = "styles/shared/tokens.css"
# What coated paper takes before it stays wet and sets off on the next sheet; 3 is 300 %.
INK_LIMIT = 3.0

Rgb = tuple[int, int, int]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_INKS = re.compile(r"device-cmyk\(\s*([\d.]+%?)\s+([\d.]+%?)\s+([\d.]+%?)\s+([\d.]+%?)\s*\)")
# Values that are colours too, but of a form that no ink answers to.
_OTHER = re.compile(r"(?:#|rgba?\(|hsla?\(|hwb\(|lab\(|lch\(|oklab\(|oklch\(|color\()")


@dataclass(frozen=True, slots=True)
class Ink:
    """What a colour lays down on paper: shares of cyan, magenta, yellow and black, 0 to 1."""

    name: str
    cyan: float
    magenta: float
    yellow: float
    black: float

    @property
    def inks(self) -> tuple[float, float, float, float]:
        """Cyan, magenta, yellow, black."""
        return self.cyan, self.magenta, self.yellow, self.black

    @property
    def total(self) -> float:
        """The four shares together; 3 is 300 %."""
        return sum(self.inks)

    @property
    def is_black_alone(self) -> bool:
        """Whether it needs the black plate at most, so that nothing can be out of register."""
        return not (self.cyan or self.magenta or self.yellow)

    @property
    def is_grey(self) -> bool:
        """Whether it has no hue to lose: cyan, magenta and yellow lie within a quarter."""
        coloured = (self.cyan, self.magenta, self.yellow)
        return max(coloured) - min(coloured) <= 0.25

    def in_black_alone(self) -> Ink:
        """The same lightness from the black plate alone (ISO 32000-1, 10.3.3)."""
        grey = 0.3 * self.cyan + 0.59 * self.magenta + 0.11 * self.yellow + self.black
        return Ink(self.name, 0.0, 0.0, 0.0, min(1.0, round(grey, 4)))


def read_colours(project: Project) -> dict[Rgb, Ink]:
    """The inks of every colour token, by its red, green and blue from 0 to 255.

    A token `--NAME: #rrggbb` has a twin `--NAME-cmyk: device-cmyk(c m y k)`, shares from 0 to 1 or
    in percent. Raises `Refusal` for a token without its twin or of another form, for two tokens of
    one colour with different inks, and for more than 300 % of ink, each at its line.
    """
    path = project.find(TOKENS)
    if path is None:
        hint = "put the file there, or take it from another project"
        raise Refusal([_wrong_token(Place(TOKENS), "the palette is missing", hint)])
    tokens = dict(_tokens(path.read_text("utf-8"), project.shown(path)))
    colours: dict[Rgb, Ink] = {}
    found: list[Diagnostic] = []
    for name, (value, place) in tokens.items():
        twin = tokens.get(f"{name}-cmyk")
        if name.endswith("-cmyk"):
            if name.removesuffix("-cmyk") not in tokens:
                hint = "name it as its colour, with -cmyk after it, or take it out"
                found.append(_wrong_token(place, f"--{name} is the twin of no token", hint))
            continue
        if not _OTHER.match(value):
            continue
        if not _HEX.fullmatch(value):
            said = f"--{name} is {value}, which no ink answers to"
            found.append(_wrong_token(place, said, "write a colour as #rrggbb"))
        elif twin is None:
            hint = f"add --{name}-cmyk: device-cmyk(c m y k) with shares from 0 to 1"
            found.append(_wrong_token(place, f"--{name} has no inks for the press", hint))
        elif (ink := _ink(name, twin[0])) is None:
            said = f"--{name}-cmyk is {twin[0]}, which is no mixture of inks"
            hint = "write device-cmyk(c m y k) with shares from 0 to 1"
            found.append(_wrong_token(twin[1], said, hint))
        elif complaint := too_much_ink(ink, twin[1]):
            found.append(complaint)
        elif (same := colours.setdefault(_rgb(value), ink)).inks != ink.inks:
            said = f"--{name} and {same.name} are one colour on screen and two in print"
            found.append(_wrong_token(place, said, "give both the same inks"))
    if found:
        raise Refusal(found)
    return colours


def too_much_ink(ink: Ink, place: Place) -> Diagnostic | None:
    """The complaint about an ink that lays down more than paper takes."""
    # Six decimals are more than a file holds; without rounding 0.95 + 0.4 + … could err by 1e-16.
    if round(ink.total, 6) <= INK_LIMIT:
        return None
    return Diagnostic(
        "separate/too-much-ink",
        place,
        f"{ink.name} lays down {ink.total:.0%} of ink; paper takes {INK_LIMIT:.0%}",
        "take back cyan, magenta and yellow together and let black carry the depth",
    )


def _tokens(text: str, shown: str) -> Iterator[tuple[str, tuple[str, Place]]]:
    """Each custom property of `text`: its name, then its value and its place."""
    bare = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    for match in _TOKEN.finditer(bare):
        line = bare.count("\n", 0, match.start()) + 1
        column = match.start() - bare.rfind("\n", 0, match.start())
        yield match[1], (match[2], Place(shown, line, column))


def _rgb(value: str) -> Rgb:
    digits = value[1:] if len(value) == 7 else "".join(2 * digit for digit in value[1:])
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def _ink(name: str, value: str) -> Ink | None:
    """The inks of `device-cmyk(…)`; None for anything else."""
    match = _INKS.fullmatch(value)
    if match is None:
        return None
    try:
        shares = [float(s.rstrip("%")) / (100 if s.endswith("%") else 1) for s in match.groups()]
    except ValueError:
        return None
    return Ink(f"--{name}", *shares) if all(share <= 1 for share in shares) else None


def _wrong_token(place: Place, said: str, hint: str) -> Diagnostic:
    return Diagnostic("separate/wrong-token", place, said, hint)
