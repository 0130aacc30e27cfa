"""Pictures go to press in its inks, upright, opaque, and with no more ink than paper takes."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image, ImageCms

from press.colour.inks import Press
from press.colour.pictures import most_ink, picture_in_inks
from press.colour.profiles import DEFAULT_PROFILE
from press.colour.transforms import on_screen, printed

PRESS = Press(DEFAULT_PROFILE.read_bytes(), 5.0)
TIGHT = Press(DEFAULT_PROFILE.read_bytes(), 5.0, 2.2)


def held(picture: Image.Image, kind: str = "PNG", **said: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **said)  # type: ignore[arg-type]
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("colour", [(120, 140, 90), (200, 170, 140), (90, 110, 150)])
def test_a_colour_of_a_picture_is_near_to_that_of_the_screen(
    colour: tuple[int, int, int],
) -> None:
    made = opened(picture_in_inks(held(Image.new("RGB", (8, 8), colour)), PRESS))
    assert made.mode == "CMYK"
    inks = [round(share / 2.55) for share in made.getpixel((4, 4))]
    assert math.dist(printed([inks], PRESS.profile)[0], on_screen(colour)) < 6


def test_no_pixel_has_more_ink_than_the_press_takes() -> None:
    noise = Image.effect_noise((64, 64), 90)
    dark = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180))).point(lambda v: v // 4)
    free, tight = (opened(picture_in_inks(held(dark), press)) for press in (PRESS, TIGHT))
    assert most_ink(free) > 2.5
    assert most_ink(tight) <= 2.2


def test_a_picture_in_greys_stays_for_the_black_plate_alone() -> None:
    assert opened(picture_in_inks(held(Image.new("L", (8, 8), 90)), PRESS)).mode == "L"


def test_what_is_transparent_lies_on_white() -> None:
    made = opened(picture_in_inks(held(Image.new("RGBA", (8, 8), (255, 0, 0, 0))), PRESS))
    assert max(made.getpixel((4, 4))) <= 2


def test_a_picture_that_was_taken_lying_is_turned() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # a quarter turn (EXIF 2.3, 4.6.4)
    data = held(Image.new("RGB", (16, 8), (9, 99, 9)), "JPEG", exif=turned)
    assert opened(picture_in_inks(data, PRESS)).size == (8, 16)


def test_a_broken_profile_of_its_own_is_taken_for_that_of_a_screen() -> None:
    picture = Image.new("RGB", (8, 8), (9, 99, 9))
    plain = picture_in_inks(held(picture), PRESS)
    assert picture_in_inks(held(picture, icc_profile=b"broken"), PRESS) == plain
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert picture_in_inks(held(picture, icc_profile=lab), PRESS) == plain


def test_what_is_no_picture_is_said() -> None:
    with pytest.raises(OSError, match="cannot identify"):
        picture_in_inks(b"no picture", PRESS)
