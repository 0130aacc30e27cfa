"""Lay out what stands where: the running order of the brief, the cards of the poster."""

from __future__ import annotations

from dataclasses import dataclass

from press.brief import lay_out_brief
from press.edition import Edition
from press.poster import Measure, lay_out_poster
from press.sheets import BriefSheet, PosterSheet


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
) -> Sheets:
    """The sheets of the publications `names`.

    `measure` gives the height in mm that each card takes at its width; layout itself knows no
    HTML. Raises `Refusal` when the cards do not fit the sheet.
    """
    return Sheets(
        brief=lay_out_brief(edition, fingerprint) if "brief" in names else None,
        poster=lay_out_poster(edition, fingerprint, measure) if "poster" in names else None,
    )
