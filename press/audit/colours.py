"""Colours: whether those of a publication can be read, and told apart without their hue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from press.audit.audited import Audited
from press.codes.row import Part, Value
from press.colour.scheme import OURS, colours
from press.colour.shades import contrast, grey, read_rgb
from press.content.icons import initial
from press.content.nodes import Text
from press.diagnostics import Diagnostic

# The least contrast of text and of marks (WCAG 2.2, 1.4.3 and 1.4.11).
OF_TEXT, OF_MARKS = 4.5, 3.0
# Two greys are told apart from so many steps of lightness on (CIELAB).
APART = 12.0
# Marks of two actors in one drawing, which has no icons, are one grey with fewer steps than these.
NEAR = 4.0


def faint_colour(audited: Audited) -> Iterator[Diagnostic]:
    """Text of a colour of the palette or of an actor is read where it stands."""
    palette = audited.edition.masthead.palette
    held = {name: read_rgb(palette.get(name, ours)) for name, ours in OURS.items()}
    asked = [("ink", "paper", OF_TEXT), ("ink", "ground", OF_TEXT), ("accent", "paper", OF_TEXT)]
    asked.append(("accent", "ground", OF_MARKS))
    typed = dict(audited.records.publication.palette)
    for name, behind, least in asked:
        found = contrast(held[name], held[behind])
        at = typed.get(name) or typed.get(behind)
        if found < least and at is not None:
            yield _faint(at, name, behind, found, least)
    for id, colour in colours(audited.edition.actors.values()).items():
        at = audited.records.actors[id].colour
        for behind, least in (("paper", OF_TEXT), ("ground", OF_MARKS)):
            found = contrast(colour, held[behind])
            if found < least and at is not None:
                yield _faint(at, id, behind, found, least)
                break


def _faint(at: Text, name: str, behind: str, found: float, least: float) -> Diagnostic:
    values: dict[str, Value] = {"name": name, "behind": behind, "found": f"{found:.1f}"}
    return Diagnostic("audit/faint-colour", at.place, {**values, "least": least})


def same_grey(audited: Audited) -> Iterator[Diagnostic]:
    """Two actors that look alike in grey have other icons; those nearest are named besides."""
    shades = {id: grey(colour) for id, colour in colours(audited.edition.actors.values()).items()}
    icons = {
        id: actor.icon.path or actor.icon.letter if actor.icon else initial(actor.short)
        for id, actor in audited.edition.actors.items()
    }
    near = []
    for one, other in combinations(audited.edition.actors, 2):
        if icons[one] == icons[other] and abs(shades[one] - shades[other]) < APART:
            record = audited.records.actors[other]
            at = record.icon or record.colour or record.name
            yield Diagnostic("audit/same-grey", at.place, {"one": one, "other": other})
        elif abs(shades[one] - shades[other]) < NEAR:
            near.append((one, other))
    if near and audited.edition.brief:
        record = audited.records.actors[near[0][1]]
        at = record.colour or record.name
        pairs = tuple(Part("pair", {"one": one, "other": other}) for one, other in near)
        yield Diagnostic(
            "audit/same-grey", at.place, {"pairs": pairs}, case="near", severity="advice"
        )
