"""Read the pictures that records name: how large they are, and whether they may be printed."""

from __future__ import annotations

import hashlib
import re
import warnings
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFile

from press.content.picture_fields import Crop, ImageRecord
from press.content.prose import Prose
from press.diagnostics import Unfit

# Kinds of pictures in pixels, by the end of their names and as Pillow calls them.
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
DRAWING = ".svg"
KINDS = ("JPEG", "PNG", "WebP", "SVG")
# A picture of more pixels is larger than any poster asks for.
MOST_PIXELS = 250_000_000
# The tag of EXIF that says how the camera was held; from 5 on, on its side.
ORIENTATION, ON_ITS_SIDE = 0x0112, 5
SVG = "{http://www.w3.org/2000/svg}"
# What a drawing may not do: run, ask for files, set letters in fonts that may be missing.
_FORBIDDEN = frozenset(("script", "foreignObject", "image", "text", "iframe", "audio", "video"))
_AWAY = re.compile(r"url\(\s*['\"]?(?!#)|@import|<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([\d.]+)")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is to be printed: turned and cut, `width` by `height`.

    In pixels where it has `pixels`, else in units of a drawing. `file` is its path from the root
    of the project, `digest` says when it is another.
    """

    file: str
    alt: str
    caption: Prose
    credit: str
    licence: str
    crop: Crop | None
    width: float
    height: float
    pixels: bool
    digest: str


def read_picture(
    typed: ImageRecord, folder: Path, *, alt: str, caption: Prose, credit: str, licence: str
) -> Picture:
    """The picture that a record names, below `folder`. Raises `Unfit` for what cannot be printed.

    A drawing is confined: it runs nothing and asks for no file.
    """
    name = str(typed.file)
    path = folder / name
    suffix = path.suffix.lower()
    if suffix not in (*FORMATS, DRAWING):
        raise Unfit("picture-kind", text=name, kinds=KINDS)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Unfit("elsewhere", text=name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unfit("no-file", text=name) from error
    if suffix == DRAWING:
        if typed.crop:
            raise Unfit("crop-drawing", text=name)
        width, height = _drawing(data, name)
    else:
        width, height = _cut(_pixels(path, FORMATS[suffix], name), typed.crop)
    return Picture(
        f"content/{name}", alt, caption, credit, licence, typed.crop, width, height,
        suffix != DRAWING, hashlib.sha256(data).hexdigest()[:16],
    )  # fmt: skip


@contextmanager
def _whole_files() -> Iterator[None]:
    """While the block runs, a picture that breaks off is broken, which WeasyPrint lets pass."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _pixels(path: Path, kind: str, name: str) -> tuple[float, float]:
    """The size of a picture as it is looked at. Raises `Unfit` for one that is broken."""
    try:
        with _whole_files(), warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=[*{*FORMATS.values()}]) as picture:
                width, height = picture.size
                turned = picture.getexif().get(ORIENTATION, 1) >= ON_ITS_SIDE
                if picture.format != kind:
                    raise Unfit("picture-other-kind", text=name, kind=str(picture.format))
                if width * height > MOST_PIXELS:
                    raise Unfit("picture-large", text=name)
                picture.draft(None, (width // 8, height // 8))  # an eighth tells as well
                picture.load()
    except Unfit:
        raise
    except Exception as error:  # whatever a broken file does to its reader
        raise Unfit("picture-broken", text=name) from error
    return (height, width) if turned else (width, height)


def _cut(size: tuple[float, float], crop: Crop | None) -> tuple[float, float]:
    width, height = size
    left, top, right, bottom = crop or (0.0, 0.0, 1.0, 1.0)
    return max(1.0, width * (right - left)), max(1.0, height * (bottom - top))


def _drawing(data: bytes, name: str) -> tuple[float, float]:
    """The size of a drawing. Raises `Unfit` for one that is broken or is not confined."""
    try:
        text = data.decode("utf-8")
        if _AWAY.search(text):
            raise Unfit("drawing-away", text=name)
        root = ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        raise Unfit("picture-broken", text=name) from error
    for element in root.iter():
        called = str(element.tag).rpartition("}")[2]
        if called in _FORBIDDEN:
            raise Unfit("drawing-element", text=name, element=called)
        for key, value in element.attrib.items():
            leads = key.rpartition("}")[2] == "href" and not value.startswith("#")
            if leads or key.lower().startswith("on"):
                raise Unfit("drawing-away", text=name)
    box = [float(side) for side in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    sides = box[2:4] if len(box) == 4 else [_number(root.get(s)) for s in ("width", "height")]
    if root.tag != f"{SVG}svg" or min(sides) <= 0:
        raise Unfit("drawing-size", text=name)
    return sides[0], sides[1]


def _number(length: str | None) -> float:
    found = _LENGTH.match(length or "")
    return float(found[1]) if found else 0.0
