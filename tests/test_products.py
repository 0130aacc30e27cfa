"""What a thing is, is said once: by its product, its kind and its form, never by a file's name."""

import re
from pathlib import Path
from typing import get_args

import pytest

from press.geometry import PAPERS_MM
from press.products import FORMS, BriefForm, PosterForm, file_name, forms_of, products_of
from tests.support.projects import project_in

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("form", "file"),
    [
        ("pdf", "poster-a3.pdf"),
        ("press", "poster-a3-press.pdf"),
        ("tiles-a4", "poster-a3-tiles-a4.pdf"),
        ("png", "poster-a3.png"),
    ],
)
def test_a_file_is_named_for_its_product_and_its_form(form, file):
    assert file_name("poster-a3", form) == file


def test_no_two_forms_of_a_product_have_one_file():
    assert len({file_name("poster", form) for form in FORMS}) == len(FORMS)


def test_every_form_on_office_sheets_names_a_paper():
    assert {form.sheet for form in FORMS.values() if form.sheet} <= set(PAPERS_MM)


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        ("brief", {"pdf", "press", "booklet"}),
        ("poster", set(FORMS) - {"booklet", "web", "social"}),
        ("corrigendum", {"pdf"}),
        ("web", {"web", "social"}),
    ],
)
def test_a_kind_has_its_forms(kind, forms):
    assert set(forms_of(kind)) == forms


def test_a_product_may_switch_what_its_kind_has_beside_its_pdf():
    assert ("pdf", *get_args(BriefForm)) == forms_of("brief")
    assert ("pdf", *get_args(PosterForm)) == forms_of("poster")


def test_a_project_makes_what_it_has_the_content_files_of(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "poster.yaml").write_text("")
    project = project_in(tmp_path)
    assert list(products_of(project)) == ["poster", "web"]
    assert products_of(project)["web"].forms == ("web",)
    assert products_of(project)["poster"].files[0] == "poster.pdf"


# What once told a kind or a form from a name.
FROM_NAMES = re.compile(
    r"""startswith\(["'](brief|poster)|["'](tiles|press|poster|brief)["'] (not )?in \w*\.?name\b"""
    r"""|name\[-2:\]|name == ["'](brief|poster)["']|endswith\(["']-(press|tiles|booklet)"""
    r"""|["'](brief|poster)(-[a-z0-9-]+)?\.(pdf|png)["']"""
)


def test_nothing_is_read_from_a_file_name():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sorted((ROOT / "press").rglob("*.py"))
        if path.name != "products.py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if FROM_NAMES.search(line)
    ]
    assert not found


@pytest.mark.parametrize(
    "typed", ["audit: draft", "audit:\n  draft", '"audit" : "dr\\x61ft"', '"audit": "dra\\\n  ft"']
)
def test_nothing_of_a_draft_goes_to_a_press_however_it_is_typed(typed, tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "brief.yaml").write_text("title: T\n")
    (content / "publication.yaml").write_text("audit: double\n")
    assert "press" in products_of(project_in(tmp_path))["brief"].forms
    (content / "publication.yaml").write_text(f"{typed}\n")
    assert "press" not in products_of(project_in(tmp_path))["brief"].forms
