"""Pictures go to press in its inks, upright, opaque, and with no more ink than paper takes."""

import io
import math

import pytest
from PIL import Image, ImageCms

from press.colour.inks import Press
from press.colour.pictures import cut, most_ink, picture_in_inks, picture_on_screen
from press.colour.profiles import DEFAULT_PROFILE
from press.colour.transforms import on_screen, printed

PRESS = Press(DEFAULT_PROFILE.read_bytes(), 5.0, 3.0)
TIGHT = Press(DEFAULT_PROFILE.read_bytes(), 5.0, 2.2)


def held(picture: Image.Image, kind: str = "PNG", **said: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **said)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("colour", [(120, 140, 90), (200, 170, 140), (90, 110, 150)])
def test_a_colour_of_a_picture_is_near_to_that_of_the_screen(colour):
    made = opened(picture_in_inks(held(Image.new("RGB", (8, 8), colour)), PRESS))
    assert made.mode == "CMYK"
    inks = [round(share / 2.55) for share in made.getpixel((4, 4))]
    assert math.dist(printed([inks], PRESS.profile)[0], on_screen(colour)) < 6


def test_no_pixel_has_more_ink_than_the_press_takes():
    noise = Image.effect_noise((64, 64), 90)
    dark = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180))).point(lambda v: v // 4)
    free, tight = (opened(picture_in_inks(held(dark), press)) for press in (PRESS, TIGHT))
    assert most_ink(free) > 2.5
    assert most_ink(tight) <= 2.2


def test_a_picture_in_greys_stays_for_the_black_plate_alone():
    assert opened(picture_in_inks(held(Image.new("L", (8, 8), 90)), PRESS)).mode == "L"


def test_what_is_transparent_lies_on_white():
    made = opened(picture_in_inks(held(Image.new("RGBA", (8, 8), (255, 0, 0, 0))), PRESS))
    assert max(made.getpixel((4, 4))) <= 2


def test_a_picture_that_was_taken_lying_is_turned():
    turned = Image.Exif()
    turned[0x0112] = 6  # a quarter turn (EXIF 2.3, 4.6.4)
    data = held(Image.new("RGB", (16, 8), (9, 99, 9)), "JPEG", exif=turned)
    assert opened(picture_in_inks(data, PRESS)).size == (8, 16)


def test_a_broken_profile_of_its_own_is_taken_for_that_of_a_screen():
    picture = Image.new("RGB", (8, 8), (9, 99, 9))
    plain = picture_in_inks(held(picture), PRESS)
    assert picture_in_inks(held(picture, icc_profile=b"broken"), PRESS) == plain
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert picture_in_inks(held(picture, icc_profile=lab), PRESS) == plain


def test_what_is_no_picture_is_said():
    with pytest.raises(OSError, match="cannot identify"):
        picture_in_inks(b"no picture", PRESS)


def test_a_picture_is_turned_and_then_cut_and_has_no_more_pixels_than_asked():
    turned = Image.Exif()
    turned[0x0112] = 6
    halves = Image.new("RGB", (60, 40), (255, 0, 0))
    halves.paste((0, 0, 255), (30, 0, 60, 40))  # which lies below once it is turned
    data = held(halves, "JPEG", exif=turned, quality=95)
    upper = opened(cut(data, (0.0, 0.0, 1.0, 0.5), 20))
    assert upper.size == (20, 15)
    red, _, blue = upper.convert("RGB").getpixel((10, 7))
    assert red > 200 > 50 > blue


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_whatever_a_picture_holds_a_screen_is_given_greys_or_rgb(mode):
    kind = "TIFF" if mode == "CMYK" else "PNG"
    data = cut(held(Image.new(mode, (6, 6)), kind), None, 0)
    shown, made = picture_on_screen(data, photograph=False)
    assert shown == "image/png"
    assert opened(made).mode in ("L", "RGB")
    assert opened(picture_in_inks(data, PRESS)).mode in ("L", "CMYK")


def test_what_is_clear_is_white_on_a_screen_and_a_photograph_stays_one():
    data = cut(held(Image.new("RGBA", (8, 8), (255, 0, 0, 0))), None, 0)
    kind, made = picture_on_screen(data, photograph=True)
    assert kind == "image/jpeg"
    assert min(opened(made).getpixel((4, 4))) > 250
