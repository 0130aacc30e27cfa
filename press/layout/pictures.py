"""Size pictures on the grid of a page: whole lines high, no wider than their column."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from press.content.picture_files import Picture
from press.geometry import MM_PER_INCH

# What a file holds of a picture, in pixels an inch of its size in print: more is not seen.
EMBEDDED_PPI = 300
# A logo is at most so many times as wide as a square one is high.
WIDEST_LOGO = 4.0
# The most lines of the grid that a picture is high, by where it stands.
OF_ENTRY, OF_PERSON, OF_PAGE, OF_SIGNATURE, OF_COVER = 16, 7, 22, 3, 18


@dataclass(frozen=True, slots=True)
class SizedPicture:
    """A picture as large as it is printed, in mm, and the address that typesetting asks it by."""

    picture: Picture
    width_mm: float
    height_mm: float
    address: str


def size_picture(
    picture: Picture | None, *, width_mm: float, grid_mm: float, lines: int, ppi: int = EMBEDDED_PPI
) -> SizedPicture | None:
    """A picture in a column `width_mm` wide, at most so many `lines` high; None for none.

    It keeps its proportions: it is as high as whole lines allow, and as wide as that asks.
    """
    if picture is None:
        return None
    ratio = picture.height / picture.width
    high = max(1, min(lines, int(width_mm * ratio / grid_mm + 0.02))) * grid_mm
    width = min(width_mm, high / ratio)
    return SizedPicture(picture, width, high, _address(picture, width, ppi))


def picture_across(picture: Picture | None, most_mm: float) -> SizedPicture | None:
    """A picture no wider than `most_mm`, which keeps its proportions; None for none."""
    if picture is None:
        return None
    high = most_mm * picture.height / picture.width
    return SizedPicture(picture, most_mm, high, _address(picture, most_mm, EMBEDDED_PPI))


def sized_logo(logo: Picture, line_mm: float, lines: float) -> SizedPicture:
    """A logo so many lines of `line_mm` high, or lower where it would be wider than four times."""
    most = line_mm * lines
    high = min(most, WIDEST_LOGO * most * logo.height / logo.width)
    width = high * logo.width / logo.height
    return SizedPicture(logo, width, high, _address(logo, width, EMBEDDED_PPI))


def _address(picture: Picture, width_mm: float, ppi: int) -> str:
    """Its file, what is cut out of it, and how many pixels wide that is needed at most.

    The digest makes another picture another address, since what was typeset is kept by it.
    """
    asked = [f"of={picture.digest}"]
    if picture.pixels:
        asked.append(f"px={round(width_mm / MM_PER_INCH * ppi)}")
    if picture.crop:
        asked.append("crop=" + ",".join(f"{side:g}" for side in picture.crop))
    return f"{quote(picture.file)}?{'&'.join(asked)}"
