"""prove: the proof of a build stands beside it, compared with what was there before."""

import datetime
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from press.content.values import House
from press.preflight.screen_reader import Heard
from press.project import Project
from press.release.release import SEAL, freeze
from press.release.snapshot import Snapshot
from press.report.proof import SHOWN
from press.report.prove import prove
from press.report.report import as_json
from press.report.schema import PrintedIn, Report
from press.write import write
from tests.report.test_page_images import paper
from tests.report.test_previous import GREEN, RED, told

ROOT = Path(__file__).resolve().parents[2]
BLUE = paper("0 0 1")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(ROOT, tmp_path / "output", datetime.date(2026, 11, 23))


def build(
    project: Project,
    brief: bytes,
    report: Report,
    known: dict[str, dict[int, tuple[Heard, ...]]] | None = None,
) -> str:
    """What the last step of a build does; the proof that it wrote. `known` is what was heard."""
    files = {"brief.pdf": brief}
    write(
        {
            project.output / "brief.pdf": brief,
            project.output / "report.json": as_json(report),
            **prove(report, files, House(), project, known or {}),
        },
        project.output,
    )
    return (project.output / "proof.html").read_text("utf-8")


def comparisons(proof: str) -> list[str]:
    """The headings of what the proof compares with, and how many pages differ."""
    found = []
    for part in re.findall(r'<section class="comparison">.*?</section>', proof, re.DOTALL):
        heading = re.sub("<[^>]+>", "", part[: part.index("</h3>")])
        found.append(f"{' '.join(heading.split())}: {part.count('<article')}")
    return found


def test_a_first_proof_compares_with_nothing(project):
    proof = build(project, RED, told("a"))
    assert comparisons(proof) == []
    assert "هذه أول تجربة" in proof


def test_what_was_heard_when_a_file_was_judged_is_told_and_not_read_again(project):
    proof = build(project, RED, told("a"), {"brief.pdf": {1: (Heard("P", "قيل"),)}})
    assert '"brief.pdf/1": [["P", "قيل"]]' in proof


def test_a_proof_shows_what_changed_since_the_last_build_and_the_last_release(project):
    build(project, RED, told("aaa"))
    said = Snapshot("", "", 1, "", "aaa", (), ())
    freeze(project, "first", ["brief.pdf", "report.json"], said)
    build(project, GREEN, told("bbb", GREEN))
    proof = build(project, BLUE, told("ccc", BLUE, troops="17 300"))
    last, release = comparisons(proof)
    assert "منذ التجربة السابقة" in last and "bbb" in last and last.endswith(": 1")
    assert "منذ الإصدار" in release and "first" in release and release.endswith(": 1")
    # Every picture that is asked for is there: two before, and one of the page as it is.
    asked = set(re.findall(r'data-picture="([^"]+)"', proof))
    held = set(re.findall(r'data-of="([^"]+)"', proof))
    assert len(asked) == 3
    assert asked <= held


def test_a_last_build_that_was_released_is_compared_with_once(project):
    build(project, RED, told("aaa"))
    freeze(project, "first", ["brief.pdf", "report.json"], Snapshot("", "", 1, "", "", (), ()))
    (only,) = comparisons(build(project, GREEN, told("bbb", GREEN)))
    assert "منذ الإصدار" in only and "first" in only


def test_a_new_fact_that_no_page_prints_is_no_change_in_print(project):
    build(project, RED, told("aaa"))
    new = told("bbb", GREEN, troops="17 300")
    (fact,) = new.facts
    for printed, said in (((), 0), ((PrintedIn("brief.pdf", (1,), ()),), 1)):
        proof = build(project, GREEN, replace(new, facts=(replace(fact, printed=printed),)))
        changes = proof[proof.index('id="changes"') : proof.index('id="checks"')]
        assert changes.count("17 300") == said


def test_of_many_changed_pages_those_that_print_another_value_are_shown_and_all_are_named(project):
    count, telling = 2 * SHOWN, 2 * SHOWN - 1
    red, green = paper(*["1 0 0"] * count), paper(*["0 1 0"] * count)
    build(project, red, told("aaa", red, troops="17 300"))
    new = told("bbb", green, troops="17 500")
    (fact,) = new.facts
    printed = replace(fact, printed=(PrintedIn("brief.pdf", (telling,), ()),))
    proof = build(project, green, replace(new, facts=(printed,)))
    changes = proof[proof.index('id="changes"') : proof.index('id="checks"')]
    assert changes.count("<article") == SHOWN
    pictures = set(re.findall(r'data-picture="brief.pdf/(\d+)"', changes))
    assert pictures == {str(n) for n in (*range(1, SHOWN), telling)}
    named = re.search(r'<p class="others">(.*?)</p>', changes, re.DOTALL)
    assert named
    links = re.findall(r'href="#brief.pdf/(\d+)"', named[1])
    assert links == [str(n) for n in range(1, count + 1) if str(n) not in pictures]
    assert re.search("</a>\\S", named[1]) is None  # or they read as one number


def test_a_release_that_was_touched_is_not_compared_with(project):
    build(project, RED, told("aaa"))
    freeze(project, "first", ["brief.pdf", "report.json"], Snapshot("", "", 1, "", "", (), ()))
    (project.output / "releases" / "first" / SEAL).write_text("{}")
    assert len(comparisons(build(project, GREEN, told("bbb", GREEN)))) == 1


def test_the_same_build_gives_the_same_proof_with_or_without_what_is_kept(project, tmp_path):
    one = build(project, RED, told("aaa"))
    assert build(project, RED, told("aaa")) == one
    other = Project(ROOT, tmp_path / "other", project.today)
    assert build(other, RED, told("aaa")) == one


def test_what_records_say_cannot_become_markup_or_end_a_script(project):
    bad = "</script><script>alert(1)</script>"
    proof = build(project, RED, told("aaa", troops=bad))
    assert bad not in proof
    data: Any = re.search(r'<script type="application/json" id="data"[^>]*>(.*?)</script>', proof)
    json.loads(data[1])
