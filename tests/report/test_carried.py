"""carried: a build of one publication tells of the others that stand beside it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from press.report.previous import carried, told_with
from press.report.report import as_json
from press.report.schema import Report
from tests.support.built import Run

BESIDE = {
    "poster.pdf",
    "poster-press.pdf",
    "poster-tiles-a4.pdf",
    "poster-tiles-a3.pdf",
    "poster.png",
}


@pytest.fixture(scope="module")
def whole(run: Run) -> Report:
    """What the build of brief and poster told."""
    return TypeAdapter(Report).validate_json((run.output / "report.json").read_bytes())


@pytest.fixture(scope="module")
def brief(whole: Report) -> Report:
    """What a build of the brief alone would tell."""
    return replace(
        whole,
        outputs=tuple(o for o in whole.outputs if o.file == "brief.pdf"),
        checks=tuple(replace(c, status="passed", places=()) for c in whole.checks),
        facts=tuple(
            replace(f, printed=tuple(p for p in f.printed if p.file == "brief.pdf"))
            for f in whole.facts
        ),
        gatherings=tuple(g for g in whole.gatherings if g.file == "brief.pdf"),
        copied={"brief.pdf": whole.copied["brief.pdf"]},
    )


def test_a_brief_built_alone_is_told_of_with_the_poster_beside_it(
    run: Run, whole: Report, brief: Report
) -> None:
    beside = carried(run.output, {"brief.pdf": b""})
    assert set(beside.files) == BESIDE
    told = told_with(brief, beside)
    assert told.outputs == whole.outputs
    assert told.facts == whole.facts
    assert told.copied == whole.copied
    assert set(told.gatherings) == set(whole.gatherings)
    kept = [p for c in whole.checks for p in c.places if p.path in BESIDE]
    assert [p for c in told.checks for p in c.places] == kept


def test_a_poster_of_other_content_says_so_and_prints_no_other_value(
    run: Run, brief: Report
) -> None:
    beside = carried(run.output, {"brief.pdf": b""})
    changed = next(f for f in brief.facts if f.id == "unsc-1706-17300")
    later = replace(
        brief,
        edition=replace(brief.edition, content="another"),
        facts=tuple(replace(f, value="1") if f is changed else f for f in brief.facts),
    )
    told = told_with(later, beside)
    assert {o.file for o in told.outputs if not o.current} == BESIDE
    printed = {f.id: {p.file for p in f.printed} for f in told.facts}
    assert printed[changed.id] == {"brief.pdf"}
    assert "poster.pdf" in set().union(*printed.values())


def test_a_file_that_is_gone_or_is_another_is_not_told_of(
    run: Run, whole: Report, tmp_path: Path
) -> None:
    (tmp_path / "report.json").write_bytes(as_json(whole))
    shutil.copy(run.output / "poster.pdf", tmp_path)
    (tmp_path / "poster.png").write_bytes(b"drawn by hand")
    assert set(carried(tmp_path, {"brief.pdf": b""}).files) == {"poster.pdf"}


@pytest.mark.parametrize("damage", ["", "{}", "[1]", '{"version": 1}'])
def test_without_a_sound_report_nothing_is_carried(damage: str, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text(damage, "utf-8")
    assert carried(tmp_path, {}).told is None
