"""Mix the inks of a press for a colour of the screen, through the profile of that press.

A colour is mixed of two inks and black at most. Black in place of the third ink keeps a colour
steady from sheet to sheet, saves ink, and leaves white letters standing in fewer plates that can
slip against each other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from itertools import product

from press.colour.transforms import Lab, on_screen, printed, separated

Rgb = tuple[int, int, int]
# Shares of cyan, magenta, yellow and black, each from 0 to 1.
Shares = tuple[float, float, float, float]

# A screen dot of fewer percent does not hold on every plate.
LEAST_DOT = 3
# What has less chroma (CIELAB) is a neutral and needs no ink but black; what is lighter is a tint
# of the paper, whose warmth or coolness is seen over a large area.
NEUTRAL_CHROMA, TINT_LIGHTNESS = 10.0, 85.0
# Cyan, magenta and yellow that deepen a solid of black, in percent.
DEEPENING = (60, 40, 30)


@dataclass(frozen=True, slots=True)
class Press:
    """What a press file is made for: an ICC profile, the most ink in shares (3 is 300 %), a bleed.

    `bleed_mm` is left around the trim.
    """

    profile: bytes
    bleed_mm: float
    ink_limit: float


@cache
def mix(colour: Rgb, press: Press) -> Shares:
    """The inks whose print comes nearest to a colour of 0 to 255 a channel, in whole percents.

    A neutral comes from black alone; anything else of two inks and black, the nearest in CIELAB by
    the profile (relative colorimetric, ICC.1), within the limit of ink and without dots that are
    too small to hold.
    """
    wanted = on_screen(colour)
    lightness, a, b = wanted
    if math.hypot(a, b) < NEUTRAL_CHROMA and lightness < TINT_LIGHTNESS:
        return _black(lightness, press.profile)
    coloured = separated(colour, press.profile)[:3]
    left_out = min(range(3), key=lambda ink: coloured[ink])
    used = [ink for ink in range(4) if ink != left_out]
    best, step = [0, 0, 0, 0], 16
    for ink in used:
        best[ink] = 50
    while True:
        mixes = list(_around(best, used, step, round(press.ink_limit * 100)))
        seen = printed([tuple(mixed) for mixed in mixes], press.profile)
        nearest = min(range(len(mixes)), key=lambda i: _squared(seen[i], wanted))
        best = mixes[nearest]
        if step == 1:
            cyan, magenta, yellow, black = (share / 100 for share in best)
            return cyan, magenta, yellow, black
        step = max(1, step // 3)


@cache
def in_black(inks: Shares, press: Press) -> Shares:
    """The same lightness from the black plate alone, in whole percents."""
    if not any(inks[:3]):
        return inks
    percents = tuple(round(share * 100) for share in inks)
    ((lightness, _, _),) = printed([percents], press.profile)
    return _black(lightness, press.profile)


def rich_black(press: Press) -> Shares:
    """Black for large solids, deepened by the other inks as far as the limit of ink allows."""
    room = min(1.0, (press.ink_limit * 100 - 100) / sum(DEEPENING))
    cyan, magenta, yellow = (math.floor(share * room) / 100 for share in DEEPENING)
    return cyan, magenta, yellow, 1.0


def as_css(inks: Shares, alpha: float = 1.0) -> str:
    """The inks as a style sheet says them (CSS Color 5, device-cmyk)."""
    shares = " ".join(f"{share:g}" for share in inks)
    return f"device-cmyk({shares}{'' if alpha == 1 else f' / {alpha:g}'})"


def _around(best: list[int], used: list[int], step: int, limit: int) -> list[list[int]]:
    """The mixtures, in percent, at most three steps from `best` in each ink that is used."""
    axes = []
    for ink in range(4):
        near = [best[ink] + n * step for n in range(-3, 4)] if ink in used else []
        axis = [share for share in near if share == 0 or LEAST_DOT <= share <= 100]
        axes.append(axis if 0 in axis else [*axis, 0])
    return [list(mixed) for mixed in product(*axes) if sum(mixed) <= limit]


def _black(lightness: float, profile: bytes) -> Shares:
    """The share of black that prints a lightness (CIELAB)."""
    ramp = _ramp(profile)
    percent = min(range(101), key=lambda share: abs(ramp[share] - lightness))
    return 0.0, 0.0, 0.0, percent / 100


@cache
def _ramp(profile: bytes) -> list[float]:
    """The lightness of every whole percent of black."""
    return [lightness for lightness, _, _ in printed([(0, 0, 0, k) for k in range(101)], profile)]


def _squared(one: Lab, other: Lab) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
