"""An earlier build is found again in its folder, and what differs from it is told."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from press.report.page_diff import ChangedFact
from press.report.previous import (
    BEFORE,
    carried,
    changes_since,
    last_build,
    read_earlier,
    set_aside,
    told_with,
)
from press.report.report import as_json, printed_in
from press.report.schema import FactEntry, Imprint, Output, Readings, Report
from press.write import write
from tests.report.test_page_images import paper
from tests.support.built import Run

RED, GREEN = paper("1 0 0"), paper("0 1 0")


def told(content: str, brief: bytes = RED, **facts: str) -> Report:
    """A report of a brief with these facts."""
    made = Output("brief.pdf", hashlib.sha256(brief).hexdigest(), 0, 1, (100.0, 50.0), (), ())
    held = tuple(
        FactEntry(id, "", f"عن {id}", value, "single", (), (), ()) for id, value in facts.items()
    )
    return Report(
        1, "", Imprint(1, "2026", content), (made,), (), Readings(1, 0, 0), held, (), (), {}, {}
    )


def build(output: Path, brief: bytes, report: Report) -> None:
    """What a build does: it sets the last one aside and writes itself."""
    files = {"brief.pdf": brief}
    aside = set_aside(output, last_build(output, files, report))
    write({**aside, output / "brief.pdf": brief, output / "report.json": as_json(report)}, output)


def test_a_first_build_has_none_before_it(tmp_path):
    assert last_build(tmp_path, {"brief.pdf": RED}, told("a")) is None
    assert set_aside(tmp_path, None) == {}


def test_the_last_build_is_the_last_that_differs(tmp_path):
    build(tmp_path, RED, told("a", troops="1"))
    build(tmp_path, GREEN, told("b", GREEN, troops="2"))
    build(tmp_path, GREEN, told("b", GREEN, troops="2"))
    last = last_build(tmp_path, {"brief.pdf": GREEN}, told("b", GREEN, troops="2"))
    assert last
    assert (last.content, last.files["brief.pdf"]) == ("a", RED)
    assert read_earlier(tmp_path / BEFORE) == last


def test_what_differs_is_told_page_by_page_and_fact_by_fact(tmp_path):
    build(tmp_path, RED, told("a", troops="1", kept="x", gone="3"))
    now = told("b", GREEN, troops="2", kept="x", new="4")
    earlier = read_earlier(tmp_path)
    assert earlier
    changes = changes_since(earlier, {"brief.pdf": GREEN}, now)
    assert changes.since == "a"
    assert [(p.file, p.before, p.after) for p in changes.pages] == [("brief.pdf", 1, 1)]
    assert set(changes.facts) == {
        ChangedFact("troops", "عن troops", "1", "2"),
        ChangedFact("new", "عن new", "", "4"),
        ChangedFact("gone", "عن gone", "3", ""),
    }
    same = changes_since(earlier, {"brief.pdf": RED}, told("a", troops="1", kept="x", gone="3"))
    assert not same


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[1]", b'{"edition": {}, "facts": 3}', b"[" * 100_000]
)
def test_a_damaged_report_is_no_earlier_build(damage, tmp_path):
    build(tmp_path, RED, told("a"))
    (tmp_path / "report.json").write_bytes(damage)
    assert read_earlier(tmp_path) is None
    assert printed_in(damage, "a") == {}


def test_a_report_that_has_no_end_is_no_earlier_build(tmp_path):
    (tmp_path / "report.json").symlink_to("/dev/zero")
    assert read_earlier(tmp_path) is None
    assert carried(tmp_path, {}).told is None


def test_a_pdf_that_is_not_what_was_written_is_left_out(tmp_path):
    build(tmp_path, GREEN, told("a", GREEN))
    (tmp_path / "brief.pdf").write_bytes(b"no PDF at all")
    earlier = read_earlier(tmp_path)
    assert earlier
    assert changes_since(earlier, {"brief.pdf": RED}, told("b")).pages == ()


def test_a_report_is_read_back_as_it_was_written():
    report = replace(told("a", troops="1"), stages={"load": 0.25})
    assert TypeAdapter(Report).validate_json(as_json(report)) == report


BESIDE = {
    "poster.pdf", "poster-press.pdf", "poster-tiles-a4.pdf", "poster-tiles-a3.pdf",
    "poster-tiles-a4-smaller.pdf", "poster-tiles-a3-smaller.pdf", "poster.png",
}  # fmt: skip
BRIEF = {"brief.pdf", "brief-press.pdf", "brief-booklet.pdf"}


@pytest.fixture(scope="module")
def whole(run: Run) -> Report:
    """What the build of brief and poster told."""
    return TypeAdapter(Report).validate_json((run.output / "report.json").read_bytes())


@pytest.fixture(scope="module")
def brief(whole: Report) -> Report:
    """What a build of the brief alone would tell."""
    return replace(
        whole,
        outputs=tuple(o for o in whole.outputs if o.file in BRIEF),
        checks=tuple(replace(c, status="passed", places=()) for c in whole.checks),
        facts=tuple(
            replace(f, printed=tuple(p for p in f.printed if p.file == "brief.pdf"))
            for f in whole.facts
        ),
        gatherings=tuple(g for g in whole.gatherings if g.file == "brief.pdf"),
        copied={"brief.pdf": whole.copied["brief.pdf"]},
    )


def test_a_brief_built_alone_is_told_of_with_the_poster_beside_it(run, whole, brief):
    beside = carried(run.output, dict.fromkeys(BRIEF, b""))
    assert set(beside.files) == BESIDE
    told = told_with(brief, beside)
    assert told.outputs == whole.outputs
    assert told.facts == whole.facts
    assert told.copied == whole.copied
    assert set(told.gatherings) == set(whole.gatherings)
    kept = [p for c in whole.checks for p in c.places if p.path in BESIDE]
    assert [p for c in told.checks for p in c.places] == kept


def test_a_poster_of_other_content_says_so_and_prints_no_other_value(run, brief):
    beside = carried(run.output, dict.fromkeys(BRIEF, b""))
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


def test_a_file_that_is_gone_or_is_another_is_not_told_of(run, whole, tmp_path):
    (tmp_path / "report.json").write_bytes(as_json(whole))
    shutil.copy(run.output / "poster.pdf", tmp_path)
    (tmp_path / "poster.png").write_bytes(b"drawn by hand")
    assert set(carried(tmp_path, {"brief.pdf": b""}).files) == {"poster.pdf"}


@pytest.mark.parametrize("damage", ["", "{}", "[1]", '{"version": 1}', "[" * 100_000])
def test_without_a_sound_report_nothing_is_carried(damage, tmp_path):
    (tmp_path / "report.json").write_text(damage, "utf-8")
    assert carried(tmp_path, {}).told is None
