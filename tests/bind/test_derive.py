"""The settings of content/poster.yaml reach the files that are derived from the poster."""

import dataclasses
import hashlib
import io
import json
import shutil
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from press.bind.bind import Document
from press.bind.derive import picture
from press.bind.grid import grid_of
from press.colour.profiles import DEFAULT_PROFILE, output_condition
from press.diagnostics import Place
from press.geometry import MM_PER_PT
from press.pdf.pages import read_pages
from press.pipeline import Built, Watch, build
from press.render.render import Html
from press.typeset.typeset import typeset
from press.workers import alone
from tests.support.derived import judge
from tests.support.pdfs import BASE
from tests.support.pdfs import picture as seen_as
from tests.support.projects import project_in
from tests.support.small import tiny

SETTINGS = """
paper: A3
press:
  bleed: 8.5
  profile: ours.icc
tiles:
  overlap: 23
"""
ADDRESS = "https://example.org/r2p/2026"
# Another profile than the default one: its text of copyright says so.
OURS = DEFAULT_PROFILE.read_bytes() + b"ours"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("derived")


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    """A small poster with settings of its own."""
    shutil.copytree(BASE, folder / "content")
    (folder / "content" / "ours.icc").write_bytes(OURS)
    with (folder / "content" / "poster.yaml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    with (folder / "content" / "publication.yaml").open("a", encoding="utf-8") as file:
        file.write(f"address: {ADDRESS}\n")
    project = project_in(folder)
    return build(project, ("poster",), Watch(), alone())


def pdf(built: Built, name: str) -> bytes:
    return next(d.pdf for d in built.documents if d.file == f"{name}.pdf")


def test_the_bleed_is_as_wide_as_it_is_set_and_marks_stand_outside_of_it(built):
    with pikepdf.open(io.BytesIO(pdf(built, "poster-press"))) as opened:
        page = opened.pages[0]
        media, bleed, trim = (
            [float(v) * MM_PER_PT for v in page.obj[key]]
            for key in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
    assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([420, 297], abs=0.01)
    assert [abs(b - t) for b, t in zip(bleed, trim, strict=True)] == pytest.approx([8.5] * 4)
    assert all(abs(m - b) > 5 for m, b in zip(media, bleed, strict=True))


def test_the_profile_that_is_named_is_the_one_in_the_press_file(built):
    with pikepdf.open(io.BytesIO(pdf(built, "poster-press"))) as opened:
        (intent,) = opened.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == OURS


def test_the_profile_that_is_named_is_told_and_goes_with_a_release(built, folder):
    told = json.loads((folder / "output" / "report.json").read_bytes())
    profiles = {made["file"]: made["profile"] for made in told["outputs"]}
    assert profiles.pop("poster-press.pdf") == {
        "name": output_condition(OURS, Place("ours.icc")),
        "sha256": hashlib.sha256(OURS).hexdigest(),
        "file": "content/ours.icc",
        "default": False,
    }
    assert set(profiles.values()) == {None}
    assert built.edition.beside == ("content/ours.icc",)
    proof = (folder / "output" / "proof.html").read_text("utf-8")
    assert "content/ours.icc" in proof and "الملف الافتراضي" not in proof


def test_office_sheets_share_what_is_set(built):
    (poster,) = read_pages(pdf(built, "poster"))
    grid = grid_of(poster, "tiles-a4", 23, "rtl")
    sheets = read_pages(pdf(built, "poster-tiles-a4"), cut=True)
    assert len(sheets) == 1 + len(grid.tiles)


@pytest.mark.parametrize("name", ["poster", "poster-press"])
def test_a_telephone_reads_the_address_from_the_sheet(built, name):
    seen = seen_as(pdf(built, name), 0, 3, "L")
    assert [code.text for code in zxingcpp.read_barcodes(seen)] == [ADDRESS]


def test_every_copy_is_judged_by_the_settings_it_was_made_with(built):
    """Nothing is found, and with the default settings told instead something is, but of a copy on
    one sheet alone, which neither bleeds nor overlaps."""
    (poster,) = read_pages(pdf(built, "poster"))
    told = dataclasses.replace(
        built.sheets.poster,
        press=dataclasses.replace(built.sheets.poster.press, bleed_mm=5.0),
        overlap_mm=10.0,
    )
    others = dataclasses.replace(built.sheets, poster=told)
    for document in built.documents[1:]:
        assert judge((poster,), built.documents[0], document, built.sheets, built.edition) == []
        alone = document.form == "tiles-a3-smaller"
        assert document.pages == 2 if alone else document.form == "press" or document.pages > 2
        found = judge((poster,), built.documents[0], document, others, built.edition)
        assert (found == []) == alone, document.form


POSTER = """<!doctype html><html lang="ar" dir="rtl"><title>ملصق</title><style>
@page { size: 420mm 297mm; margin: 20mm; background: #f4f0e8 }
body { color: #12305a; font-family: "Noto Kufi Arabic"; font-size: 90pt }
div { background: #a2371f; height: 99mm; left: -20mm; position: absolute; top: -20mm; width: 210mm }
</style><p>ملصق</p><div></div>"""


@pytest.fixture(scope="session")
def poster(tmp_path_factory: pytest.TempPathFactory) -> Document:
    root = tmp_path_factory.mktemp("picture")
    project = project_in(root, day="2026-11-23")
    gathering = typeset(Html("poster", POSTER), project)
    return Document("poster", "poster", "pdf", gathering.pdf, gathering.pages)


@pytest.mark.parametrize("width", [2400, 1920, 601])
def test_a_picture_is_as_wide_as_asked_and_keeps_its_proportions(width, poster):
    image = Image.open(io.BytesIO(picture(poster, width_px=width)))
    assert (image.format, image.mode, image.width) == ("PNG", "RGB", width)
    assert abs(image.height - width * 297 / 420) <= 1


def test_colours_are_those_of_the_page(poster):
    image = Image.open(io.BytesIO(picture(poster, width_px=420)))
    assert image.getpixel((100, 50)) == (0xA2, 0x37, 0x1F)
    assert image.getpixel((300, 200)) == (0xF4, 0xF0, 0xE8)


def test_two_pictures_of_one_poster_are_the_same_bytes(poster):
    assert picture(poster, width_px=600) == picture(poster, width_px=600)


def test_a_picture_holds_pixels_and_nothing_else(poster):
    image = Image.open(io.BytesIO(picture(poster, width_px=300)))
    assert image.info == {}


def test_a_form_that_is_switched_off_is_not_made(tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("what nobody asked for was set")

    monkeypatch.setattr("press.publication.gather_for_press", refuse)
    for name in ("set_ruled_pages", "set_slug", "press_file"):
        monkeypatch.setattr(f"press.bind.derive.{name}", refuse)
    project = tiny(tmp_path)
    build(project, ("brief",), Watch())
    assert [path.name for path in project.output.glob("*.pdf")] == ["brief.pdf"]
