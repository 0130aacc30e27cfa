"""The plan: what would be made, with a hash of all that it depends on and of nothing else."""

import json
import shutil
from pathlib import Path

import pytest

from press.commands.plan import Planned, as_json, lines, plan
from press.project import Project
from tests.support import small
from tests.support.projects import project_in


def planned(project: Project) -> dict[str, Planned]:
    return {one.product: one for one in plan([("", project)])}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = small.project(tmp_path, {})
    (tmp_path / "styles" / "brief").mkdir(parents=True)
    (tmp_path / "styles" / "brief" / "notes.css").write_text("p { margin: 0 }")
    return made


def test_every_product_is_listed_with_the_files_that_it_makes(project):
    found = planned(project)
    assert list(found) == ["brief", "poster", "web"]
    assert found["web"].outputs == (str(project.output / "web" / "index.html"),)
    assert found["brief"].outputs[0] == str(project.output / "brief.pdf")
    assert found["poster"].outputs[0] == str(project.output / "poster.pdf")


def test_a_product_is_made_of_records_engine_and_its_own_templates(project):
    inputs = {name: set(one.inputs) for name, one in planned(project).items()}
    record = str(project.root / "content" / "publication.yaml")
    assert all(record in held for held in inputs.values())
    assert all(any(path.endswith("press/pipeline.py") for path in held) for held in inputs.values())
    style = str(project.root / "styles" / "brief" / "notes.css")
    assert [style in inputs[name] for name in ("brief", "poster", "web")] == [True, False, True]
    page = next(path for path in inputs["web"] if path.endswith("templates/index.html"))
    assert page not in inputs["brief"] | inputs["poster"]


def test_the_hash_changes_with_a_record_and_only_with_what_concerns_the_product(project):
    before = planned(project)
    (project.root / "styles" / "brief" / "notes.css").write_text("p { margin: 1em }")
    styled = planned(project)
    assert styled["brief"].hash != before["brief"].hash
    assert styled["poster"].hash == before["poster"].hash
    record = project.root / "content" / "people.yaml"
    record.write_text(record.read_text("utf-8") + "\n", "utf-8")
    edited = planned(project)
    assert edited["brief"].hash != styled["brief"].hash
    assert edited["poster"].hash != styled["poster"].hash


def test_the_hash_is_the_same_wherever_the_folder_lies(project, tmp_path):
    there = tmp_path / "moved" / "elsewhere"
    shutil.copytree(project.root, there, ignore=shutil.ignore_patterns("moved"))
    moved = project_in(there, day="2030-01-01")
    assert [one.hash for one in planned(moved).values()] == [
        one.hash for one in planned(project).values()
    ]


def test_two_products_never_have_one_hash(project):
    assert len({one.hash for one in planned(project).values()}) == 3


def test_the_plan_is_told_as_json_and_as_lines(project):
    found = [*plan([("one", project)])]
    told = json.loads(as_json(found))["products"]
    assert [(one["edition"], one["product"]) for one in told] == [
        ("one", "brief"),
        ("one", "poster"),
        ("one", "web"),
    ]
    assert not told[0]["unchanged"]
    assert next(lines(found)).startswith(f"+ one/brief  {found[0].hash[:12]}  ")
