"""Transform colours and pictures between screen, CIELAB and inks with LittleCMS (ICC.1)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import cast

from PIL import Image, ImageCms

# Lightness from 0 to 100, and two axes of colour.
Lab = tuple[float, float, float]
# Colours are kept as they are, and the white of the one medium becomes that of the other.
COLORIMETRIC = ImageCms.Intent.RELATIVE_COLORIMETRIC


def printed(mixes: Sequence[Sequence[int]], profile: bytes) -> list[Lab]:
    """How mixtures of inks in percent look when they are printed, to the white of the paper."""
    levels = bytes(round(share * 2.55) for mixed in mixes for share in mixed)
    picture = Image.frombytes("CMYK", (len(mixes), 1), levels)
    return _labs(_applied(picture, _to_lab(profile)))


@cache
def on_screen(colour: tuple[int, int, int]) -> Lab:
    """How a colour of 0 to 255 a channel looks on a screen."""
    lab = ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(screen_profile(), lab, "RGB", "LAB", COLORIMETRIC)
    (seen,) = _labs(_applied(Image.new("RGB", (1, 1), colour), transform))
    return seen


def separated(colour: tuple[int, int, int], profile: bytes) -> bytes:
    """The cyan, magenta, yellow and black of a colour as its profile mixes it, of 0 to 255."""
    return _applied(Image.new("RGB", (1, 1), colour), _to_inks(profile)).tobytes()


def convert(picture: Image.Image, source: ImageCms.ImageCmsProfile, profile: bytes) -> Image.Image:
    """A picture in RGB of the profile `source` in the inks of `profile`, perceptually.

    Raises `ImageCms.PyCMSError` for a profile that does not fit.
    """
    target, perceptual = open_profile(profile), ImageCms.Intent.PERCEPTUAL
    return _applied(picture, ImageCms.buildTransform(source, target, "RGB", "CMYK", perceptual))


def open_profile(profile: bytes) -> ImageCms.ImageCmsProfile:
    """An ICC profile for LittleCMS. Raises OSError for what is none."""
    return ImageCms.ImageCmsProfile(io.BytesIO(profile))


@cache
def screen_profile() -> ImageCms.ImageCmsProfile:
    """The profile of a screen: sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@cache
def _to_lab(profile: bytes) -> ImageCms.ImageCmsTransform:
    lab = ImageCms.createProfile("LAB")
    return ImageCms.buildTransform(open_profile(profile), lab, "CMYK", "LAB", COLORIMETRIC)


@cache
def _to_inks(profile: bytes) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        screen_profile(), open_profile(profile), "RGB", "CMYK", COLORIMETRIC
    )


def _applied(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    return cast(Image.Image, ImageCms.applyTransform(picture, transform))


def _labs(picture: Image.Image) -> list[Lab]:
    """The pixels of a picture in CIELAB; Pillow holds L as 0 to 255, a and b as signed bytes."""
    data = picture.tobytes()
    return [
        (data[at] / 2.55, _signed(data[at + 1]), _signed(data[at + 2]))
        for at in range(0, len(data), 3)
    ]


def _signed(byte: int) -> int:
    return byte - 256 if byte > 127 else byte
