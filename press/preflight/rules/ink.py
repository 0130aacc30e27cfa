"""Judge how much ink lies on a finished press file, colours, black over colours and pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from press.colour.pictures import most_ink
from press.geometry import MM_PER_PT, Box
from press.pdf.content_streams import contents
from press.pdf.objects import held
from press.preflight.finding import Finding
from press.preflight.rules.separations import Pressed, ends_of, is_black_alone, under

INK_PX_PER_MM = 1.0
# A picture's ink is that of so many pixels across: what is smaller dries.
PICTURE_PX = 400

Inks = tuple[float, float, float, float]


def press_ink(pressed: Pressed) -> Iterator[Finding]:
    """No place of the printed sheet has more ink than its paper takes (see `press_blending`).

    Pictures count, and black text counts with what it prints over.
    """
    pdf, limit = pressed.pdf, pressed.ink_limit
    for number, page in enumerate(pdf.pages, start=1):
        # Six decimals are more than a file holds.
        wet = {inks for inks in _mixed(page) if round(sum(inks), 6) > limit}
        found = _over(pressed, number)
        if wet and (at := _where(pdf, number - 1, wet)):
            found.insert(0, (max(map(sum, wet)), at))
        found += _pictured(page)
        for most, at in found:
            if round(most, 6) > limit:
                yield Finding(number, {"most": most, "limit": limit}, at=at)
                break


def _over(pressed: Pressed, number: int) -> list[tuple[float, Box | None]]:
    """The most ink of text that prints over a ground, and where."""
    found: list[tuple[float, Box | None]] = []
    for order, one in pressed.by_page.get(number, ()):
        if one.over and is_black_alone(one.colour):
            beneath = under(pressed.grounds[number], order, one.box)
            if beneath:
                *coloured, black = beneath.colour.values
                found.append((sum(coloured) + max(black, one.colour.values[3]), one.box))
    return [max(found, key=lambda f: f[0])] if found else []


def _pictured(page: pikepdf.Page) -> list[tuple[float, Box | None]]:
    """The most ink of each picture on a page."""
    found: list[tuple[float, Box | None]] = []
    for _, resources in contents(page):
        for drawn in (held(resources, "/XObject") or {}).values():
            if drawn.get("/Subtype") == "/Image" and drawn.get("/ColorSpace") == "/DeviceCMYK":
                picture = _picture(drawn)
                picture.thumbnail((PICTURE_PX, PICTURE_PX), Image.Resampling.BOX)
                found.append((most_ink(picture), None))
    return found


def _picture(drawn: Any) -> Image.Image:
    """An image in inks as pixels; Pillow turns a JPEG of Adobe's form the right way itself."""
    if drawn.get("/Filter") == "/DCTDecode":
        return Image.open(io.BytesIO(drawn.read_raw_bytes()))
    size = int(drawn.Width), int(drawn.Height)
    return Image.frombytes("CMYK", size, drawn.read_bytes())


def _mixed(page: pikepdf.Page) -> Iterator[Inks]:
    """Every mixture of inks that a page sets, at the ends of its gradients too."""
    for content, resources in contents(page):
        for instruction in pikepdf.parse_content_stream(content, "k K sc scn SC SCN"):
            if len(instruction.operands) == 4:
                yield _inks(instruction.operands)
        for ends in ends_of(resources):
            if len(ends) == 4:
                yield _inks(ends)


def _inks(values: Any) -> Inks:
    cyan, magenta, yellow, black = (float(value) for value in values)
    return cyan, magenta, yellow, black


def _where(pdf: pikepdf.Pdf, index: int, wet: set[Inks]) -> Box | None:
    """Where colours of `wet` can be seen on a page, in mm; None when others cover them all.

    The page is drawn once more with them in black and with all else in white.
    """
    out = io.BytesIO()
    pdf.save(out)
    with pikepdf.open(out) as copy:
        page = copy.pages[index]
        for content, resources in list(contents(page)):
            for ends in ends_of(resources):
                for place, share in enumerate(_told(_inks(ends), wet)):
                    ends[place] = share
            changed = pikepdf.unparse_content_stream(list(_marked(content, wet)))
            if isinstance(content, pikepdf.Page):
                content.obj.Contents = copy.make_stream(changed)
            else:
                content.write(changed)
        left, bottom, right, top = (float(edge) for edge in page.trimbox)
        page.obj.MediaBox = page.obj.CropBox = page.trimbox
        drawn = io.BytesIO()
        copy.save(drawn)
    document = pypdfium2.PdfDocument(drawn.getvalue())
    try:
        picture = document[index].render(scale=INK_PX_PER_MM * MM_PER_PT, grayscale=True).to_pil()
    finally:
        document.close()
    seen = picture.point(lambda level: 255 if level < 128 else 0).getbbox()
    if seen is None:
        return None
    x, y = (
        (right - left) * MM_PER_PT / picture.width,
        (top - bottom) * MM_PER_PT / picture.height,
    )
    return Box(seen[0] * x, seen[1] * y, (seen[2] - seen[0]) * x, (seen[3] - seen[1]) * y)


def _told(inks: Inks, wet: set[Inks]) -> Inks:
    """Black for what is too wet, else white."""
    return (0.0, 0.0, 0.0, 1.0) if inks in wet else (0.0, 0.0, 0.0, 0.0)


def _marked(content: Any, wet: set[Inks]) -> Iterator[Any]:
    for instruction in pikepdf.parse_content_stream(content):
        sets = str(instruction.operator) in ("k", "K", "sc", "scn", "SC", "SCN")
        if sets and len(instruction.operands) == 4:
            inks = list(_told(_inks(instruction.operands), wet))
            yield inks, instruction.operator
        else:
            yield instruction
