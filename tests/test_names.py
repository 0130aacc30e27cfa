"""Same stem, other folder: content, templates, styles and output keep one name each."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PUBLICATIONS = ("brief", "poster")


@pytest.mark.parametrize("name", PUBLICATIONS)
def test_a_publication_has_the_same_stem_in_every_folder(name):
    assert (ROOT / "content" / f"{name}.yaml").is_file()
    assert (ROOT / "templates" / f"{name}.html").is_file()
    assert (ROOT / "styles" / f"{name}.css").is_file()
    assert (ROOT / "press" / "layout" / name / f"{name}.py").is_file()


@pytest.mark.parametrize("name", PUBLICATIONS)
def test_every_style_of_a_part_dresses_a_template_of_the_same_stem(name):
    templates = {p.stem for p in (ROOT / "templates" / name).glob("*.html")}
    styles = {p.stem for p in (ROOT / "styles" / name).glob("*.css")}
    assert styles <= templates


def test_the_proof_has_one_name_in_every_folder():
    from press.report.proof import NAME

    assert NAME == "proof.html"
    assert (ROOT / "templates" / "proof.html").is_file()
    assert (ROOT / "styles" / "proof.css").is_file()


def test_every_event_file_is_named_for_its_date_and_slug():
    from press.content.record_files import EVENT_FILE

    files = sorted((ROOT / "content" / "events").iterdir())
    assert files
    assert all(EVENT_FILE.fullmatch(f"events/{path.name}") for path in files)


def test_output_is_in_git_and_what_it_holds_is_not():
    assert (ROOT / "output" / ".gitignore").read_text() == "*\n!.gitignore\n"
