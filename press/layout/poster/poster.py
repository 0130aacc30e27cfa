"""The poster: its composition, and what stands on the sheet in any of them, in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from press.colour.scheme import scheme
from press.content.edition import Edition, PosterWords
from press.content.resolved import Entry
from press.fingerprint import PRINTED, digest
from press.geometry import Box
from press.layout.pictures import picture_across
from press.layout.poster.blocks import Measure
from press.layout.poster.cards.arrangement import arrange
from press.layout.poster.cards.card_sheet import Arrange, compose_cards
from press.layout.poster.composition import paper
from press.layout.poster.event_texts import stamp
from press.layout.poster.mirror import mirror
from press.layout.poster.qr import code_of
from press.layout.poster.sheet import Card, Composed, PosterSheet
from press.layout.poster.skyline.skyline import compose_skyline


def lay_out_poster(
    edition: Edition, measure: Measure, arrange: Arrange = arrange
) -> PosterSheet | None:
    """The poster of `edition`, or None when the project has none.

    It prints a fingerprint of itself, so that words of the brief alone do not make another poster.
    `measure` gives the height in mm of each trial by its id. Raises `Refusal` when the events of
    the period do not fit at legible size.
    """
    words = edition.poster
    if words is None:
        return None
    sheet = paper(words.paper, words.orientation)
    entries = shown(edition, words)
    if composition_of(edition, words) == "cards":
        found = compose_cards(edition, words, sheet, entries, measure, arrange)
    else:
        found = compose_skyline(edition, words, sheet, entries, measure)
    acting = {actor for entry in entries for actor in entry.actors}
    masthead = edition.masthead
    laid = PosterSheet(
        **{field.name: getattr(found, field.name) for field in fields(Composed)},
        sheet=Box(0.0, 0.0, sheet.width_mm, sheet.height_mm),
        orientation=sheet.orientation,
        scale=round(sheet.scale, 5),
        margin_mm=round(sheet.margin * sheet.scale, 3),
        publication=masthead,
        headings=words.headings,
        scheme=scheme(masthead.palette, edition.actors.values()),
        sources_line=words.sources_line,
        edition=stamp(edition, words),
        fingerprint="",
        legend=tuple(a for a in edition.actors.values() if a in acting),
        code=code_of(masthead.address) if masthead.address else None,
        press=words.press,
        overlap_mm=words.overlap_mm,
    )
    laid = replace(laid, cards=tuple(_illustrated(card) for card in laid.cards))
    if masthead.house.language.direction == "ltr":
        laid = mirror(laid)
    return replace(laid, fingerprint=digest(laid)[:PRINTED])


def _illustrated(card: Card) -> Card:
    """A card with its picture, which is no wider than the card."""
    return replace(card, picture=picture_across(card.face.picture, card.box.width_mm))


def shown(edition: Edition, words: PosterWords) -> Sequence[Entry]:
    """The events of the period that are not left out, in time order."""
    first, after = words.period
    return [
        entry
        for entry in edition.entries.values()
        if first <= entry.when.begin and entry.when.end <= after and entry.id not in words.omit
    ]


def composition_of(edition: Edition, words: PosterWords) -> str:
    """The composition that is asked for; unless one is, cards where an actor has a side."""
    if words.composition != "auto":
        return words.composition
    return "cards" if any(actor.side for actor in edition.actors.values()) else "skyline"
