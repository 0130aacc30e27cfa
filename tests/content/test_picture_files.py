"""A picture is read before anything is set: how large it is, and whether it may be printed."""

from pathlib import Path

import pytest
from PIL import Image

from press.content.nodes import Text
from press.content.picture_fields import ImageRecord
from press.content.picture_files import Picture, read_picture
from press.content.prose import Prose
from press.diagnostics import Place, Unfit
from tests.support import small

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">{}</svg>'


def read(folder: Path, name: str, crop: tuple[float, float, float, float] | None = None) -> Picture:
    """The picture `name` in `folder`."""
    typed = ImageRecord.model_construct(file=Text.placed(name, Place("x.yaml")), crop=crop)
    return read_picture(typed, folder, alt="دوائر", caption=Prose(), credit="", licence="")


def refused(folder: Path, name: str) -> str:
    """Why the picture `name` is not printed."""
    with pytest.raises(Unfit) as error:
        read(folder, name)
    return error.value.case


@pytest.mark.parametrize("kind", ["a.jpg", "a.png", "a.webp", "A.JPEG"])
def test_a_picture_has_the_size_of_its_pixels(tmp_path, kind):
    Image.new("RGB", (40, 20)).save(tmp_path / kind)
    found = read(tmp_path, kind)
    assert (found.width, found.height, found.pixels) == (40, 20, True)
    assert found.file == f"content/{kind}"


def test_a_picture_taken_lying_is_measured_upright_and_as_it_is_cut(tmp_path):
    turned = Image.Exif()
    turned[0x0112] = 8
    Image.new("RGB", (40, 20)).save(tmp_path / "a.jpg", exif=turned)
    assert (read(tmp_path, "a.jpg").width, read(tmp_path, "a.jpg").height) == (20, 40)
    cut = read(tmp_path, "a.jpg", (0.0, 0.25, 0.5, 0.75))
    assert (cut.width, cut.height) == (10, 20)


def test_another_picture_of_the_same_name_is_told_apart(tmp_path):
    digests = set()
    for grey in (1, 2):
        Image.new("L", (8, 8), grey).save(tmp_path / "a.png")
        digests.add(read(tmp_path, "a.png").digest)
    assert len(digests) == 2


def test_a_drawing_is_as_large_as_its_box(tmp_path):
    (tmp_path / "a.svg").write_text(DRAWING.format("<path d='M0 0h9'/>"), "utf-8")
    found = read(tmp_path, "a.svg")
    assert (found.width, found.height, found.pixels) == (200, 50, False)


@pytest.mark.parametrize(
    ("inside", "case"),
    [
        ("<script>alert(1)</script>", "drawing-element"),
        ("<text>كلمة</text>", "drawing-element"),
        ("<image href='#a'/>", "drawing-element"),
        ("<foreignObject/>", "drawing-element"),
        ("<use href='other.svg#a'/>", "drawing-away"),
        ("<path onclick='go()'/>", "drawing-away"),
        ("<path style='fill:url(other.svg#a)'/>", "drawing-away"),
        ("<style>@import 'a.css'</style>", "drawing-away"),
        ("<path>", "picture-broken"),
    ],
)
def test_a_drawing_is_confined(tmp_path, inside, case):
    (tmp_path / "a.svg").write_text(DRAWING.format(inside), "utf-8")
    assert refused(tmp_path, "a.svg") == case


def test_a_drawing_may_lead_to_what_is_in_it(tmp_path):
    inside = "<path id='a' fill='url(#b)'/><use href='#a'/>"
    (tmp_path / "a.svg").write_text(DRAWING.format(inside), "utf-8")
    assert read(tmp_path, "a.svg").width == 200


def test_what_cannot_be_printed_is_told_by_its_cause(tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    noise = Image.effect_noise((400, 400), 90)
    noise.save(tmp_path / "whole.jpg", quality=95)
    (folder / "half.jpg").write_bytes((tmp_path / "whole.jpg").read_bytes()[:9000])
    (folder / "words.png").write_text("words", "utf-8")
    noise.save(folder / "named.png", "JPEG")
    (folder / "led.jpg").symlink_to(tmp_path / "whole.jpg")
    (folder / "sizeless.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    asked = ("half.jpg", "words.png", "named.png", "led.jpg", "none.jpg", "a.gif", "sizeless.svg")
    assert [refused(folder, name) for name in asked] == [
        "picture-broken", "picture-broken", "picture-other-kind", "elsewhere", "no-file",
        "picture-kind", "drawing-size",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{file: a.jpg}", "the key alt is missing here"),
        ("{file: ../a.jpg, alt: صورة}", "does not stand beside the records"),
        ("{file: a.jpg, alt: صورة, crop: [0, 0, 2, 1]}", "cuts nothing out"),
        ("{file: a.jpg, alt: صورة}", "there is no file a.jpg in content/"),
        ("{file: a.jpg, alt: 'صورة  مكررة'}", "there is no file a.jpg in content/"),
    ],
)
def test_a_record_is_told_where_its_picture_is_wrong(tmp_path, typed, said):
    name = "events/2008-02-21-luck-appointed.yaml"
    text = (small.BASE / name).read_text("utf-8")
    found = small.complaints(small.project(tmp_path, {name: f"{text}image: {typed}\n"}))
    assert [d.place.path for d in found] == [f"content/{name}"]
    assert said in found[0].message
