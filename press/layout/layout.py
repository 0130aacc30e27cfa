"""Lay out what stands where: the running order of the brief, the cards of the poster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from press.content.edition import Edition
from press.layout.brief.brief import lay_out_brief
from press.layout.brief.sheet import BriefSheet
from press.layout.poster.blocks import Measure
from press.layout.poster.cards.arrangement import arrange
from press.layout.poster.cards.card_sheet import Arrange
from press.layout.poster.poster import lay_out_poster
from press.layout.poster.sheet import PosterSheet
from press.products import Kind


@dataclass(frozen=True, slots=True)
class Sheets:
    """What will be printed; None for a publication that was not asked for."""

    brief: BriefSheet | None
    poster: PosterSheet | None

    def of(self, kind: Kind) -> Any:
        """The sheet of a kind of product. Raises ValueError when it was not asked for."""
        laid = self.poster if kind == "poster" else self.brief
        if laid is None:
            raise ValueError(f"no {kind} was laid out")
        return laid


def layout(
    edition: Edition,
    fingerprint: str,
    names: tuple[str, ...],
    measure: Measure,
    arrange: Arrange = arrange,
) -> Sheets:
    """The sheets of the publications `names`; the brief prints `fingerprint`.

    `measure` gives the height in mm that each card takes at its width; layout itself knows no
    HTML; `arrange` finds the cards their places. Raises `Refusal` when they do not fit the sheet.
    """
    return Sheets(
        brief=lay_out_brief(edition, fingerprint) if "brief" in names else None,
        poster=lay_out_poster(edition, measure, arrange) if "poster" in names else None,
    )
