"""Lay out what stands where: the running order of the brief, the cards of the poster."""

from __future__ import annotations

from dataclasses import dataclass

from press.content.edition import Edition
from press.layout.brief.brief import lay_out_brief
from press.layout.brief.sheet import BriefSheet
from press.layout.poster.arrangement import arrange
from press.layout.poster.poster import Arrange, Measure, lay_out_poster
from press.layout.poster.sheet import PosterSheet


@dataclass(frozen=True, slots=True)
class Sheets:
    """What will be printed; None for a publication that was not asked for."""

    brief: BriefSheet | None
    poster: PosterSheet | None


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
