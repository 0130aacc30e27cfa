"""Review: a gathering's pages are judged and read back on their own, once, wherever there is time.

What is found on a page does not depend on the pages of other gatherings, but for a few things that
are noted and compared when all are bound. So pages that have not changed need not be judged again,
and no process ever holds all of them.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Dictionary

from press.bind.describe import DIRECTIONS
from press.cache import Store
from press.language.phrases import Direction
from press.pdf.content_streams import NOTHING, Known
from press.pdf.page_keys import keys_of
from press.preflight.finding import Finding
from press.preflight.inspection import known_of
from press.preflight.lines import read_setting
from press.preflight.readback.extraction import Share, copied_share
from press.preflight.readback.printed import Spot, spots
from press.preflight.readback.reading import read
from press.preflight.readback.required import Due
from press.preflight.readback.words import words_of
from press.preflight.rules.baseline_grid import Stand, astray, off_grid, stands
from press.preflight.rules.composition import (
    PageEnd,
    feet,
    short_last_line,
    shortness,
    too_short,
    uneven,
    uneven_spread,
)
from press.preflight.rules.figures import tall_figure, tallness, too_tall
from press.preflight.rules.justification import loose_lines, looseness, too_many
from press.preflight.rules.letters import digits
from press.preflight.rules.table import LEGIBLE, WELL_SET
from press.preflight.rules.text import highest_number
from press.preflight.screen_reader import Heard, heard_of
from press.preflight.seen_pages import look, paints_of

# Numbers that no text asks for are folios: how many pages there are is known when all are bound.
_ANY = 10**9
# What these judge may be spread over gatherings.
_OF_ALL = (off_grid, loose_lines, short_last_line, tall_figure, uneven_spread)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the pages of a gathering say, and what was found on them; pages count from 1.

    `keys` are those of the pages that were judged. `sound`: nothing was found that must stop
    the build. `advice` has each finding with the name of its rule. `spots` and `copied` are
    what the report tells, `heard` what the proof tells of each page. `known` is what its
    contents draw, for whoever inspects the bound file. `highest`, `digits`, `stands`, `loose`,
    `short`, `tall` and `feet` are compared with those of other gatherings: the highest number
    printed, the families of digits, the lines of the text, how many of the justified ones are
    loose, how many paragraphs end short, how many lines have figures that are too high, and
    where pages end.
    """

    keys: tuple[str, ...]
    sound: bool
    advice: tuple[tuple[str, Finding], ...]
    spots: dict[str, tuple[Spot, ...]]
    copied: Share
    heard: dict[int, tuple[Heard, ...]]
    known: Known
    highest: int
    digits: frozenset[str]
    stands: tuple[Stand, ...]
    loose: tuple[int, int]
    short: tuple[int, int]
    tall: tuple[int, int]
    feet: tuple[PageEnd, ...]


def review(
    pdf: bytes,
    due: Due,
    families: frozenset[str],
    known: Known = NOTHING,
    store: Store | None = None,
    name: str = "",
) -> Reviewed:
    """Judge the pages of a gathering that is mended, which must say what is `due`.

    `known` is what contents draw that were looked at before; `store` has under `name` what was
    read of its pages before.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        data = _directed(opened, due.base)
        seen = look(opened, data, pdf, store, name)
        pages = tuple(one.page for one in seen)
        reading = read(opened, data, replace(due, highest=_ANY), families, pages)
        setting = read_setting(opened, data, pages, paints_of(seen))
        copied = "\n".join(one.copied for one in seen)
        found = [(rule.__name__, one) for rule in LEGIBLE for one in rule(reading)]
        alone = [rule for rule in WELL_SET if rule not in _OF_ALL]
        found += [(rule.__name__, one) for rule in alone for one in rule(setting)]
        return Reviewed(
            keys_of(opened),
            all(one.severity == "advice" for _, one in found),
            tuple(found),
            spots(reading),
            copied_share(copied, (words_of(text.text, due.base) for text in due.texts)),
            heard_of(setting.blocks),
            known_of(opened, known),
            highest_number(reading),
            digits(setting),
            stands(setting),
            looseness(setting),
            shortness(setting),
            tallness(setting),
            feet(setting),
        )


def _directed(opened: pikepdf.Pdf, direction: Direction) -> bytes:
    """The gathering as a file that says in which direction it is read, as the bound one does:
    pdfium turns brackets by that.
    """
    opened.Root.ViewerPreferences = Dictionary(Direction=DIRECTIONS[direction])
    out = io.BytesIO()
    opened.save(out, compress_streams=False)
    return out.getvalue()


def agree(parts: Sequence[Reviewed], keys: Sequence[str], due: Due) -> bool:
    """Whether what was reviewed is what is bound, page by page, and nothing is wrong with it.

    `keys` are those of the bound pages, `due` is what the whole document must say.
    """
    return (
        all(part.sound for part in parts)
        and [key for part in parts for key in part.keys] == list(keys)
        and max(part.highest for part in parts) <= max(due.highest, len(keys))
        and len(frozenset[str]().union(*(part.digits for part in parts))) < 2
        and not too_many(sum(p.loose[0] for p in parts), sum(p.loose[1] for p in parts))
        and not too_short(sum(p.short[0] for p in parts), sum(p.short[1] for p in parts))
        and not too_tall(sum(p.tall[0] for p in parts), sum(p.tall[1] for p in parts))
        and not any(uneven(foot for part in shifted(parts) for foot in part.feet))
        and not any(astray(stand for part in shifted(parts) for stand in part.stands))
    )


def shifted(parts: Sequence[Reviewed]) -> list[Reviewed]:
    """The same with pages counted from the first of the document."""
    moved = []
    before = 0
    for part in parts:
        moved.append(_shifted(part, before) if before else part)
        before += len(part.keys)
    return moved


def _shifted(part: Reviewed, by: int) -> Reviewed:
    return replace(
        part,
        advice=tuple((rule, replace(one, page=one.page + by)) for rule, one in part.advice),
        spots={
            name: tuple(Spot(spot.page + by, spot.box) for spot in held)
            for name, held in part.spots.items()
        },
        heard={page + by: said for page, said in part.heard.items()},
        stands=tuple(replace(stand, page=stand.page + by) for stand in part.stands),
        feet=tuple(replace(foot, page=foot.page + by) for foot in part.feet),
    )
