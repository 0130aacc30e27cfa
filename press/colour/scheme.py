"""Choose a publication's colours: those of its palette and actors, and those computed of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from press.colour.shades import Rgb, as_hex, between, contrast, deep, read_rgb, tint
from press.content.resolved import Actor

# The palette where a publication has none of its own; styles/shared/tokens.css says the same.
OURS = {
    "ink": "18222d",
    "paper": "ffffff",
    "ground": "f4f0e8",
    "accent": "a2371f",
    "rule": "c9cfd6",
}
# What the style sheets call a colour of the palette, where that is another word.
CALLED = {"ground": "wash"}
# Colours for actors whose records name none: six steps in grey, and readable on paper.
FREE = ("12305a", "6a2457", "0d554d", "545e1a", "895723", "2171ab", "7a1f2b", "3b4a54")
# Soft ink lies so far from ink to paper, what is not spoken of so far from the ground to ink.
SOFT, AWAY = 0.30, 0.25


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colour tokens by name, as style sheets say them, and the actors that have some."""

    tokens: Mapping[str, str]
    actors: tuple[str, ...]


def scheme(palette: Mapping[str, str], actors: Iterable[Actor]) -> Scheme:
    """The tokens of a publication: of the palette only what it does not leave to us."""
    coloured = colours(actors)
    paper, ground = (read_rgb(palette.get(name, OURS[name])) for name in ("paper", "ground"))
    tokens = dict(_of_palette(palette))
    for id, colour in coloured.items():
        tokens[f"actor-{id}"] = as_hex(colour)
        tokens[f"actor-{id}-deep"] = as_hex(deep(colour, paper, ground))
        tokens[f"actor-{id}-tint"] = as_hex(tint(colour))
    return Scheme(tokens, tuple(coloured))


def colours(actors: Iterable[Actor]) -> dict[str, Rgb]:
    """The colour of each actor: its record's, or one of ours that no record names."""
    held = tuple(actors)
    typed = {actor.colour for actor in held}
    free = [colour for colour in FREE if colour not in typed] or list(FREE)
    found = {}
    for actor in held:
        found[actor.id] = read_rgb(actor.colour or free[0])
        if not actor.colour:
            free.append(free.pop(0))
    return found


def _of_palette(palette: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, colour in palette.items():
        yield CALLED.get(name, name), f"#{colour}"
    ink, paper, ground = (read_rgb(palette.get(n, OURS[n])) for n in ("ink", "paper", "ground"))
    if "ink" in palette or "paper" in palette:
        yield "ink-soft", as_hex(between(ink, paper, SOFT))
        yield "seat", as_hex(ink)
    if "ink" in palette or "ground" in palette:
        yield "away", as_hex(between(ground, ink, AWAY))
    if "accent" in palette:
        yield "chart", as_hex(read_rgb(palette["accent"]))


# A dark screen: its paper and ink, and the contrast (WCAG 2.2) of a colour that is text on it.
NIGHT = {"paper": "14191f", "ink": "ece8df", "wash": "1d242c", "rule": "3a444e"}
READABLE = 5.5
_WHITE: Rgb = (255, 255, 255)


def dark_tokens(day: Scheme, palette: Mapping[str, str]) -> dict[str, str]:
    """The tokens of `day` as a dark screen has them: the same hues, as light as text needs."""
    night = {name: read_rgb(colour) for name, colour in NIGHT.items()}
    wash = night["wash"]
    found = {name: as_hex(colour) for name, colour in night.items()}
    found["ink-soft"] = as_hex(between(night["ink"], night["paper"], SOFT))
    found["accent"] = as_hex(_lit(read_rgb(palette.get("accent", OURS["accent"])), wash))
    found["chart"] = found["accent"] if "accent" in palette else as_hex(_lit((33, 113, 171), wash))
    found["seat"] = as_hex(between(night["ink"], night["paper"], SOFT))
    for name, colour in day.tokens.items():
        if name.startswith("actor-") and not name.endswith(("-deep", "-tint")):
            found[name] = as_hex(_lit(read_rgb(colour), wash))
    return found


def _lit(colour: Rgb, ground: Rgb) -> Rgb:
    """The colour, as light as text on a dark ground needs it."""
    for step in range(50):
        lit = between(colour, _WHITE, step / 50)
        if contrast(lit, ground) >= READABLE:
            return lit
    return _WHITE
