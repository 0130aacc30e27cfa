"""Page images: the pages of a PDF as pictures in two sizes, drawn anew only where they changed."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from press.files import is_ours, own_bytes
from press.geometry import MM_PER_PT
from press.pdf.page_keys import page_keys
from press.products import order

# Where pictures are kept from one build to the next, below the output folder.
KEPT = Path(".kept") / "views"
# Counted up when pictures are made in another way, so that older ones are drawn again.
MAKE = b"7"
# Large pictures: on a sheet of A4 every note can be read, on a poster every card.
PX_PER_MM = 2.75
LARGE_PX = (800, 2300)
SMALL_SHARE = 0.2
# Up to how many pages pictures are so large: each step halves their area. 120 pages of A4 at full
# size make some 20 MB.
SCALES = ((120, 1.0), (240, 0.71), (480, 0.5), (960, 0.36))
# How large pages are shown of what is made from another file: the press file, sheets to be cut.
MADE_FROM = 0.34
# JPEG is packed ten times as fast as WebP and takes a third more room; at this quality letters are
# clean, and a proof of two publications with all their forms can be sent by mail.
QUALITY = 40

# Pictures kept beside those of the last build: those of a build of one publication, of an undo.
SPARE = 200

Pictures = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class View:
    """A page as JPEG pictures, large and small, of its media box; lengths in mm.

    `left_mm` and `top_mm` are where its trim begins. `key` stands for all that is drawn on it.
    """

    number: int
    width_mm: float
    height_mm: float
    left_mm: float
    top_mm: float
    key: str
    large: bytes
    small: bytes


def scale_for(file: str, pages: int) -> float:
    """How large the pictures of a file of so many pages are, so that its proof can still be sent.

    By steps, so that a page more does not draw all the others again. What is made from another file
    shows the same text: its pages are shown smaller.
    """
    scale = next((scale for most, scale in SCALES if pages <= most), SCALES[-1][1])
    return scale if order(file)[0] == 0 else round(scale * MADE_FROM, 3)


def views(
    pdf: bytes, output: Path, numbers: Collection[int] | None = None, scale: float = 1.0
) -> tuple[View, ...]:
    """The views of every page, or of those of `numbers`, from 1, at `scale` of the full size.

    Pictures of pages drawn before come from below `output`. They depend on nothing but the page:
    without the kept ones they are the same.
    """
    folder = output / KEPT
    keys = [view_key(key, scale) for key in page_keys(pdf)]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        frames = [_frame(page) for page in opened.pages]
    wanted = [n for n in range(1, len(keys) + 1) if numbers is None or n in numbers]
    with pypdfium2.PdfDocument(pdf) as document, ThreadPoolExecutor(os.cpu_count()) as threads:
        # pdfium draws on one thread alone; pictures are packed beside it, for longer.
        waiting: list[Pictures | Future[Pictures]] = [
            kept_pictures(folder, keys[n - 1])
            or threads.submit(_pack, _draw(document[n - 1], scale), scale)
            for n in wanted
        ]
        made = []
        for number, held in zip(wanted, waiting, strict=True):
            frame, key = frames[number - 1], keys[number - 1]
            pictures = held.result() if isinstance(held, Future) else held
            if isinstance(held, Future):
                _keep(folder, key, pictures)
            made.append(View(number, *frame, key, *pictures))
    return tuple(made)


def draw(pdf: bytes, output: Path, scale: float) -> None:
    """Draw all pages where no earlier build has, for `views` to find."""
    views(pdf, output, None, scale)


def view_key(page_key: str, scale: float) -> str:
    """The name under which the pictures of a page are kept."""
    return hashlib.sha256(MAKE + f"{scale} {page_key}".encode()).hexdigest()[:32]


def kept_pictures(folder: Path, key: str) -> Pictures | None:
    """The pictures kept under `key`, large and small; None when there are none, or damaged ones."""
    try:
        held = own_bytes(folder / key, folder)
    except OSError:
        return None
    digest, length, pictures = held[:32], int.from_bytes(held[32:36]), held[36:]
    if hashlib.sha256(pictures).digest() != digest:
        return None
    return pictures[:length], pictures[length:]


def forget(output: Path, wanted: Collection[str]) -> None:
    """Remove what has long not been drawn: all but the keys `wanted` and the `SPARE` newest."""
    if not is_ours(output / KEPT):
        return
    with suppress(OSError):
        others = [path for path in (output / KEPT).iterdir() if path.name not in wanted]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in others[SPARE:]:
            path.unlink(missing_ok=True)


def _frame(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Width and height of the media box, and the corner of the trim in it, in mm."""
    left, bottom, right, top = (float(edge) for edge in list(page.mediabox))
    trim_left, _, _, trim_top = (float(edge) for edge in list(page.trimbox))
    lengths = (right - left, top - bottom, trim_left - left, top - trim_top)
    width, height, trim_x, trim_y = (round(pt * MM_PER_PT, 2) for pt in lengths)
    return width, height, trim_x, trim_y


def _draw(page: Any, scale: float) -> Image.Image:
    width_pt, height_pt = page.get_size()
    longest = max(width_pt, height_pt)
    least, most = LARGE_PX
    px = min(most, max(least * longest / width_pt, PX_PER_MM * MM_PER_PT * longest))
    picture: Image.Image = page.render(scale=scale * px / longest, rev_byteorder=True).to_pil()
    return picture.convert("RGB")


def _pack(picture: Image.Image, scale: float) -> Pictures:
    share = SMALL_SHARE / max(scale, 0.5)  # small ones stay large enough to know a page by
    size = (round(picture.width * share), round(picture.height * share))
    small = picture.resize(size, Image.Resampling.BOX)
    packed = []
    for one in (picture, small):
        out = io.BytesIO()
        one.save(out, "JPEG", quality=QUALITY, subsampling="4:2:0")
        packed.append(out.getvalue())
    return packed[0], packed[1]


def _keep(folder: Path, key: str, pictures: Pictures) -> None:
    """Keep pictures, whole or not at all; where that cannot be, they are drawn again next time."""
    joined = b"".join(pictures)
    data = hashlib.sha256(joined).digest() + len(pictures[0]).to_bytes(4) + joined
    if not is_ours(folder):
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(folder / key)
