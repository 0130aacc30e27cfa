"""The faces that a publication asks for are read before anything is set in them."""

import subprocess
from pathlib import Path

import pytest

from press.render.render import render_page
from press.typeset.fonts import missing_faces
from tests.support import small
from tests.support.projects import resolved

# A face that is installed, as a file of the project's own.
NASKH = subprocess.run(
    ["fc-match", "--format", "%{file}", "Noto Naskh Arabic:style=Bold"],
    capture_output=True,
    text=True,
    check=True,
).stdout


def asked(folder: Path, typed: str) -> small.Project:
    """The base project with faces, and a file of one."""
    change = ("language: ar", f"language: ar\ntypefaces: {typed}")
    return small.project(
        folder,
        {
            "publication.yaml": change,
            "fonts/own.ttf": Path(NASKH).read_bytes(),
            "fonts/words.otf": "words",
            "fonts/own.woff2": b"wOF2",
        },
    )


def style(folder: Path, typed: str) -> str:
    """What a template says of the faces."""
    project = asked(folder, typed)
    house = resolved(project).masthead.house
    (folder / "templates").mkdir()
    (folder / "templates" / "page.html").write_text('{% include "shared/faces.html" %}', "utf-8")
    return render_page("page", project, house, {}).text


def test_a_family_is_set_before_ours_and_ours_has_what_it_lacks(tmp_path):
    assert '--font-text: "Amiri", "Noto Naskh Arabic"' in style(tmp_path, "{text: Amiri}")


def test_a_file_says_its_weight_and_is_asked_for_by_its_path(tmp_path):
    said = style(tmp_path, "{display: {files: [fonts/own.ttf]}}")
    assert "font-weight: 700; font-style: normal; src: url(content/fonts/own.ttf)" in said
    assert '--font-display: "Own Display", "Noto Kufi Arabic"' in said


def test_a_publication_without_wishes_is_set_in_ours(tmp_path):
    assert "<style>" not in style(tmp_path, "{}")


def test_a_family_that_is_not_installed_is_named_where_it_was_typed(tmp_path):
    edition = resolved(asked(tmp_path, "{text: Nowhere Sans}"))
    (found,) = missing_faces(edition.masthead.house.faces)
    assert found.code == "typeset/missing-font"
    assert (found.place.path, found.values["font"]) == ("content/publication.yaml", "Nowhere Sans")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("fonts/none.otf", "there is no file"),
        ("fonts/words.otf", "cannot be read as a typeface"),
        ("fonts/own.woff2", "is no file of a typeface that is read"),
        ("../own.ttf", "does not stand beside the records"),
    ],
)
def test_a_file_that_is_no_face_is_told_by_its_cause(tmp_path, file, said):
    found = small.complaints(asked(tmp_path, f"{{text: {{files: [{file}]}}}}"))
    assert [said in complaint.message for complaint in found] == [True]
