"""The finished press file as ghostscript separates it: what each plate of a press would print.

Ghostscript knows nothing of how we write inks: it renders the file as a print shop's machine does.
"""

import io
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from press.content.product_records import INK_LIMIT
from press.geometry import MM_PER_PT
from tests.support.built import Run

PX_PER_MM = 5
# Text below these sizes, in pt, is printed in black alone (press/typeset/black_plate.py).
SMALL_PT, SMALL_BOLD_PT = 24.0, 17.0
# Of 255: what rounding may do to one plate.
ROUNDED = 3

Edges = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sheet:
    """A press sheet: its four plates, 255 where ink is full, and its boxes in mm of the media.

    Boxes are left, top, right, bottom, from the upper left corner of the media.
    """

    plates: tuple[Image.Image, ...]
    bleed: Edges
    trim: Edges

    def total(self) -> Image.Image:
        """A quarter of what all plates lay down together."""
        cyan, magenta, yellow, black = self.plates
        one, other = (ImageChops.add(*pair, scale=2) for pair in ((cyan, magenta), (yellow, black)))
        return ImageChops.add(one, other, scale=2)

    def inks(self, x: float, y: float) -> tuple[int, ...]:
        """The inks of a point in mm from the upper left corner of the trim."""
        at = int((self.trim[0] + x) * PX_PER_MM), int((self.trim[1] + y) * PX_PER_MM)
        return tuple(plate.getpixel(at) for plate in self.plates)


def pixels(edges: Edges) -> tuple[int, int, int, int]:
    """The pixels that lie wholly inside edges in mm."""
    left, top, right, bottom = (edge * PX_PER_MM for edge in edges)
    return int(left) + 1, int(top) + 1, int(right), int(bottom)


@pytest.fixture(scope="module")
def sheet(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """The publication's press file, rendered by ghostscript."""
    if shutil.which("gs") is None:
        pytest.skip("no ghostscript: install the package ghostscript")
    file = run.output / "poster-press.pdf"
    rendered: Path = tmp_path_factory.mktemp("plates") / "sheet.tif"
    device = ["-sDEVICE=tiff32nc", f"-r{PX_PER_MM * 25.4:g}", f"-sOutputFile={rendered}"]
    subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", *device, str(file)], check=True)
    plates = Image.open(rendered).split()
    with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
        page = pdf.pages[0].obj
        media, bleed, trim = (
            [float(v) * MM_PER_PT for v in page[key]]
            for key in ("/MediaBox", "/BleedBox", "/TrimBox")
        )

    def seen(box: list[float]) -> Edges:
        return (box[0] - media[0], media[3] - box[3], box[2] - media[0], media[3] - box[1])

    return Sheet(plates, seen(bleed), seen(trim))


def test_no_place_of_the_sheet_has_more_ink_than_paper_takes(sheet):
    inside = sheet.total().crop(pixels(sheet.bleed))
    highest = inside.getextrema()[1] * 4 / 255
    assert 2.0 < highest <= INK_LIMIT / 100 + 4 * 4 / 255


def test_no_small_letter_adds_coloured_ink_to_the_ground_it_stands_on(sheet, run):
    """Dark letters stand on the black plate alone, white ones are left out of all plates."""
    small = [
        g
        for row in run.poster.rows
        for g in row.glyphs
        if g.size < (SMALL_BOLD_PT if "Bold" in g.font else SMALL_PT) - 0.01
        and not g.character.isspace()
    ]
    assert len(small) > 2000
    seen_black = 0
    for glyph in small:
        box = (
            sheet.trim[0] + glyph.left,
            sheet.trim[1] + glyph.baseline - glyph.em / 3,
            sheet.trim[0] + glyph.right,
            sheet.trim[1] + glyph.baseline,
        )
        at = pixels(box)
        if at[2] <= at[0] or at[3] <= at[1]:
            continue
        em = glyph.em * PX_PER_MM / 2
        around = (at[0] - int(em), at[1] - int(em), at[2] + int(em), at[3] + int(em / 2))
        for plate in sheet.plates[:3]:
            ground = plate.crop(around).histogram()
            ink = ground.index(max(ground))
            assert plate.crop(at).getextrema()[1] <= ink + ROUNDED, glyph
        seen_black += sheet.plates[3].crop(at).getextrema()[1] == 255
    assert seen_black > 1000


def test_the_ground_runs_to_the_end_of_the_bleed_on_all_four_sides(sheet):
    left, top, right, bottom = sheet.bleed
    width, height = right - left, bottom - top
    off = sheet.trim[0] - left
    assert off == pytest.approx(5, abs=0.01)
    within = 0.4  # of the outer edge, and of the trim from inside
    edges = {
        "upper": ((0, within), (0, off + within), width, "x"),
        "lower": ((0, height - within), (0, height - off - within), width, "x"),
        "left": ((within, 0), (off + within, 0), height, "y"),
        "right": ((width - within, 0), (width - off - within, 0), height, "y"),
    }
    for name, (outer, inner, length, along) in edges.items():
        inked = 0
        for step in range(int(off) + 1, int(length - off) - 1):
            points = [
                sheet.inks(
                    *(
                        v - off + (step if axis == along else 0)
                        for v, axis in zip(point, "xy", strict=True)
                    )
                )
                for point in (outer, inner)
            ]
            assert points[0] == pytest.approx(points[1], abs=ROUNDED), (name, step)
            inked += any(points[0])
        # The foot is white: there is no ink in it, and none in its bleed.
        assert inked > length / 2 or name == "lower", name


def test_crop_marks_stand_on_every_plate_and_outside_the_bleed(sheet):
    width, height = sheet.plates[0].size
    # The slug, in black alone, stands below the bleed between the marks.
    bare = [plate.copy() for plate in sheet.plates]
    slug = pixels((sheet.trim[0] + 8, sheet.bleed[3] + 0.5, sheet.trim[2] - 8, sheet.bleed[3] + 8))
    assert sheet.plates[3].crop(slug).getextrema()[1] == 255
    for plate in bare:
        plate.paste(0, slug)
    sheet = replace(sheet, plates=tuple(bare))
    outside = ImageChops.darker(*sheet.plates[:2])
    for plate in sheet.plates[2:]:
        outside = ImageChops.darker(outside, plate)
    left, top, right, bottom = pixels(sheet.bleed)
    outside.paste(0, (left - 1, top - 1, right + 1, bottom + 1))
    for plate in sheet.plates:
        other = plate.copy()
        other.paste(0, (left - 1, top - 1, right + 1, bottom + 1))
        # What stands beyond the bleed stands on all plates alike.
        assert ImageChops.difference(other, outside).getextrema() == (0, 0)
    bounds = outside.getbbox()
    assert bounds
    assert bounds[0] > 0 and bounds[1] > 0 and bounds[2] < width and bounds[3] < height
    for x in (sheet.trim[0], sheet.trim[2]):
        for y, away in ((sheet.bleed[1], -1), (sheet.bleed[3], 1)):
            column, start = int(x * PX_PER_MM), int((y + away * 3) * PX_PER_MM)
            assert outside.crop((column - 1, start, column + 2, start + 1)).getextrema()[1] == 255
    for y in (sheet.trim[1], sheet.trim[3]):
        for x, away in ((sheet.bleed[0], -1), (sheet.bleed[2], 1)):
            row = int(y * PX_PER_MM)
            start = int((x + away * 3) * PX_PER_MM)
            assert outside.crop((start, row - 1, start + 1, row + 2)).getextrema()[1] == 255
