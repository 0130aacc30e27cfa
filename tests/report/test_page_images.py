"""views: pages as pictures in two sizes, kept from one build to the next."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from press.pdf import page_keys
from press.report.page_images import KEPT, forget, scale_for, views

MM = 72 / 25.4


def paper(*colours: str, trim: float = 0.0) -> bytes:
    """A page a colour, 100 × 50 mm, each filled with it; `trim` mm are cut off on every side."""
    pdf = pikepdf.new()
    for colour in colours:
        page = pdf.add_blank_page(page_size=(100 * MM, 50 * MM))
        page.Contents = pdf.make_stream(f"{colour} rg 0 0 {60 * MM} {60 * MM} re f".encode())
        page.TrimBox = [trim * MM, trim * MM, (100 - trim) * MM, (50 - trim) * MM]
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def names(output: Path) -> set[str]:
    return {path.name for path in (output / KEPT).iterdir()}


def test_a_page_is_shown_large_and_small_in_its_colours_and_proportions(tmp_path):
    (view,) = views(paper("1 0 0", trim=3), tmp_path)
    lengths = (view.width_mm, view.height_mm, view.left_mm, view.top_mm)
    assert lengths == pytest.approx((100, 50, 3, 3), abs=0.01)
    large, small = (Image.open(io.BytesIO(data)) for data in (view.large, view.small))
    assert large.format == small.format == "JPEG"
    assert large.width / large.height == pytest.approx(2, abs=0.01)
    assert (large.width, small.width) == (800, 160)
    red, green, blue = large.convert("RGB").getpixel((100, 100))
    assert red > 240 and green < 15 and blue < 15
    assert min(large.convert("RGB").getpixel((720, 80))) > 245


def test_pictures_are_the_same_with_and_without_those_kept(tmp_path):
    pdf = paper("1 0 0", "0 1 0")
    first = views(pdf, tmp_path / "a")
    assert views(pdf, tmp_path / "a") == first == views(pdf, tmp_path / "b")


def test_only_pages_that_changed_are_drawn(tmp_path, monkeypatch):
    from press.report import page_images as module

    drawn = []
    draw = module._draw
    monkeypatch.setattr(module, "_draw", lambda page, scale: drawn.append(1) or draw(page, scale))
    views(paper("1 0 0", "0 1 0"), tmp_path)
    assert len(drawn) == 2
    views(paper("1 0 0", "0 0 1", "0 1 0"), tmp_path)
    assert len(drawn) == 3


def test_the_pages_of_a_file_are_told_apart_once_for_all_who_ask(tmp_path, monkeypatch):
    asked = []
    keys_of = page_keys.keys_of
    monkeypatch.setattr(page_keys, "keys_of", lambda pdf: asked.append(pdf) or keys_of(pdf))
    bound = paper("0 1 1", "1 1 0")
    assert len(page_keys.page_keys(bound)) == len(views(bound, tmp_path)) == 2
    assert len(asked) == 1


def test_a_damaged_picture_is_drawn_again(tmp_path):
    first = views(paper("1 0 0"), tmp_path)
    (name,) = names(tmp_path)
    path = tmp_path / KEPT / name
    path.write_bytes(path.read_bytes()[:-9] + b"\0" * 9)
    assert views(paper("1 0 0"), tmp_path) == first
    path.write_bytes(b"")
    assert views(paper("1 0 0"), tmp_path) == first


def test_a_proof_of_many_pages_has_smaller_pictures(tmp_path):
    sizes = [scale_for("brief.pdf", pages) for pages in (63, 121, 481, 5000)]
    assert sizes == [1.0, 0.71, 0.36, 0.36]
    assert scale_for("brief-press.pdf", 63) == scale_for("poster-tiles-a4.pdf", 16) == 0.34
    (view,) = views(paper("1 0 0"), tmp_path, None, 0.36)
    large, small = (Image.open(io.BytesIO(data)) for data in (view.large, view.small))
    assert (large.width, small.width) == pytest.approx((288, 115), abs=1)


def test_pictures_that_nobody_wants_are_forgotten_but_for_the_newest(tmp_path, monkeypatch):
    (one, other) = views(paper("1 0 0", "0 1 0"), tmp_path)
    forget(tmp_path, [other.key])
    assert names(tmp_path) == {one.key, other.key}
    monkeypatch.setattr("press.report.page_images.SPARE", 0)
    forget(tmp_path, [other.key])
    assert names(tmp_path) == {other.key}
    forget(tmp_path / "nowhere", [])


def test_pictures_are_neither_kept_nor_forgotten_through_a_link(tmp_path, monkeypatch):
    monkeypatch.setattr("press.report.page_images.SPARE", 0)
    (tmp_path / "others" / "views").mkdir(parents=True)
    (tmp_path / "others" / "views" / "theirs").write_text("x")
    (tmp_path / ".kept").symlink_to(tmp_path / "others")
    views(paper("1 0 0"), tmp_path)
    forget(tmp_path, [])
    assert names(tmp_path) == {"theirs"}


def test_only_the_pages_asked_for_are_shown(tmp_path):
    pdf = paper("1 0 0", "0 1 0", "0 0 1")
    assert views(pdf, tmp_path, {3, 1}) == views(pdf, tmp_path)[::2]


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(tmp_path):
    (tmp_path / ".kept").write_text("in the way")
    assert views(paper("1 0 0"), tmp_path) == views(paper("1 0 0"), tmp_path / "b")
