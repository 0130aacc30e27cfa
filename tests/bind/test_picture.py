"""picture: the poster as a PNG for slides."""

from __future__ import annotations

import datetime
import io

import pytest
from PIL import Image

from press.bind.bind import Document
from press.bind.picture import picture
from press.project import Project
from press.render.render import Html
from press.typeset.typeset import typeset

POSTER = """<!doctype html><html lang="ar" dir="rtl"><title>ملصق</title><style>
@page { size: 420mm 297mm; margin: 20mm; background: #f4f0e8 }
body { color: #12305a; font-family: "Noto Kufi Arabic"; font-size: 90pt }
div { background: #a2371f; height: 99mm; left: -20mm; position: absolute; top: -20mm; width: 210mm }
</style><p>ملصق</p><div></div>"""


@pytest.fixture(scope="session")
def poster(tmp_path_factory: pytest.TempPathFactory) -> Document:
    root = tmp_path_factory.mktemp("picture")
    project = Project(root, root / "output", datetime.date(2026, 11, 23))
    gathering = typeset(Html("poster", POSTER), project)
    return Document("poster", gathering.pdf, gathering.pages)


@pytest.mark.parametrize("width", [2400, 1920, 601])
def test_a_picture_is_as_wide_as_asked_and_keeps_its_proportions(
    width: int, poster: Document
) -> None:
    image = Image.open(io.BytesIO(picture(poster, width_px=width)))
    assert (image.format, image.mode, image.width) == ("PNG", "RGB", width)
    assert abs(image.height - width * 297 / 420) <= 1


def test_colours_are_those_of_the_page(poster: Document) -> None:
    image = Image.open(io.BytesIO(picture(poster, width_px=420)))
    assert image.getpixel((100, 50)) == (0xA2, 0x37, 0x1F)
    assert image.getpixel((300, 200)) == (0xF4, 0xF0, 0xE8)


def test_two_pictures_of_one_poster_are_the_same_bytes(poster: Document) -> None:
    assert picture(poster, width_px=600) == picture(poster, width_px=600)


def test_a_picture_holds_pixels_and_nothing_else(poster: Document) -> None:
    image = Image.open(io.BytesIO(picture(poster, width_px=300)))
    assert image.info == {}
