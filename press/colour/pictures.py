"""Separate a picture into the inks of a press, through the profile of that press."""

from __future__ import annotations

import io
from typing import Any, cast

from PIL import Image, ImageCms, ImageMath, ImageOps

from press.colour.inks import Press
from press.colour.transforms import convert, open_profile, screen_profile
from press.content.picture_fields import Crop

# What is lost at this quality is smaller than a screen's dots.
QUALITY = 95
# To write it as JPEG moves single pixels over the limit by so many levels of 255.
ROOM = 20
WHITE = (255, 255, 255)
GREY = ("1", "L", "LA", "I;16")


def cut(data: bytes, crop: Crop | None, most_px: int) -> bytes:
    """What is shown of a picture: turned as its EXIF says, cut, no more than `most_px` wide.

    Its colours and its profile stay as they are. Raises OSError for what is no picture.
    """
    with Image.open(io.BytesIO(data)) as opened:
        picture, own = ImageOps.exif_transpose(opened), opened.info.get("icc_profile")
        if picture.mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):
            deep = picture.mode.startswith(("I", "F"))
            clear = picture.has_transparency_data
            picture = _levelled(picture) if deep else picture.convert("RGBA" if clear else "RGB")
        if crop:
            wide, high = picture.size
            left, top, right, bottom = crop
            edges = (left * wide, top * high, right * wide, bottom * high)
            picture = picture.crop(edges)
        if most_px and picture.width > most_px:
            high = max(1, round(picture.height * most_px / picture.width))
            picture = picture.resize((most_px, high), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        as_tiff = picture.mode == "CMYK"  # which PNG does not know
        picture.save(out, "TIFF" if as_tiff else "PNG", icc_profile=own, compress_level=1)
        return out.getvalue()


def _levelled(picture: Image.Image) -> Image.Image:
    """A picture of more than 256 greys in 256."""
    _, high = cast(tuple[float, float], picture.getextrema())
    top = 65535.0 if picture.mode.startswith("I") else max(high, 1.0)
    return picture.convert("F").point(lambda level: level * 255 / top).convert("L")


def picture_on_screen(data: bytes, *, photograph: bool) -> tuple[str, bytes]:
    """A picture in sRGB or greys, opaque on white: its kind, and a JPEG of a photograph or a PNG.

    Raises OSError for what is no picture.
    """
    with Image.open(io.BytesIO(data)) as opened:
        grey, own = opened.mode in GREY, opened.info.get("icc_profile")
        picture = _on_white(opened) if opened.has_transparency_data else opened
        picture = picture.convert("L") if grey else _in_srgb(picture, own)
        out = io.BytesIO()
        if photograph:
            picture.save(out, "JPEG", quality=QUALITY, subsampling=0)
            return "image/jpeg", out.getvalue()
        picture.save(out, "PNG", optimize=True)
        return "image/png", out.getvalue()


def _in_srgb(picture: Image.Image, own: bytes | None) -> Image.Image:
    """A picture as a screen shows it, by its own profile if that can be read."""
    mode = "CMYK" if picture.mode == "CMYK" else "RGB"
    picture = picture.convert(mode)
    if own:
        try:
            profile = open_profile(own)
            shown = ImageCms.profileToProfile(picture, profile, screen_profile(), outputMode="RGB")
            return cast(Image.Image, shown)
        except (OSError, ImageCms.PyCMSError):
            pass
    return picture.convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    picture = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", picture.size, (*WHITE, 255)), picture)


def picture_in_inks(data: bytes, press: Press) -> bytes:
    """A picture (PNG, JPEG, WebP …) as a JPEG in CMYK; a picture in greys as one for black alone.

    It is turned as its EXIF says and laid on white where it is transparent. Colours are those of
    its own profile, else sRGB. No pixel has more ink than the
    press takes: cyan, magenta and yellow give way together. Raises OSError for what is no picture.
    """
    with Image.open(io.BytesIO(data)) as opened:
        picture = ImageOps.exif_transpose(opened)
        grey, own = picture.mode in GREY, opened.info.get("icc_profile")
        if picture.has_transparency_data:
            picture = _on_white(picture)
        if grey:
            return _as_jpeg(picture.convert("L"))
        if picture.mode != "CMYK":
            picture = _separated(picture.convert("RGB"), own, press)
        return _as_jpeg(_within(picture, press.ink_limit))


def most_ink(picture: Image.Image) -> float:
    """The most ink that a pixel of a picture in CMYK has, in shares; 3 is 300 %."""
    total = ImageMath.lambda_eval(
        lambda of: of["c"] + of["m"] + of["y"] + of["k"],
        **dict(zip("cmyk", picture.split(), strict=True)),
    )
    return float(total.getextrema()[1]) / 255


def _separated(picture: Image.Image, own: bytes | None, press: Press) -> Image.Image:
    try:
        return convert(picture, open_profile(own) if own else screen_profile(), press.profile)
    except (
        OSError,
        ImageCms.PyCMSError,
    ):  # its own profile is broken, or is not one of red, green and blue
        return convert(picture, screen_profile(), press.profile)


def _within(picture: Image.Image, limit: float) -> Image.Image:
    """The picture with no more ink in any pixel than `limit`, less what JPEG adds."""
    if most_ink(picture) * 255 <= limit * 255 - ROOM:
        return picture
    cyan, magenta, yellow, black = picture.split()
    most = round(limit * 255) - ROOM

    def less(of: dict[str, Any]) -> Any:
        coloured = of["max"](of["c"] + of["m"] + of["y"], 1)
        left = of["max"](of["min"](coloured, most - of["k"]), 0)
        return of["convert"](of["one"] * left / coloured, "L")

    held = {"c": cyan, "m": magenta, "y": yellow, "k": black}
    return Image.merge(
        "CMYK",
        [*(ImageMath.lambda_eval(less, one=one, **held) for one in (cyan, magenta, yellow)), black],
    )


def _as_jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return out.getvalue()
