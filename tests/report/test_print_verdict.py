"""print_verdict: it may be printed, after which decisions, or why it must not be."""

from dataclasses import replace

import pytest

from press.report.print_verdict import Reason, judge
from press.report.schema import FactEntry, Imprint, Output, Profile, Readings, Report, Status


def fact(status: Status) -> FactEntry:
    return FactEntry("f", "r", "about", "5", status, (), (), ())


def output(*, current: bool = True, default: bool | None = None) -> Output:
    profile = None if default is None else Profile("SWOP", "0", "x.icc", default)
    return Output("poster.pdf", "0", 1, 1, None, (), (), current, profile)


CLEAN = Report(
    1, "", Imprint(1, "2026", "0"), (output(),), (), Readings(1, 0, 0), (fact("agreed"),),
    (), (), {}, {},
)  # fmt: skip


def test_what_leaves_nothing_to_decide_may_be_printed():
    assert (judge(CLEAN).case, judge(CLEAN).reasons) == ("yes", ())


@pytest.mark.parametrize(
    ("told", "case", "reason"),
    [
        (replace(CLEAN, facts=(fact("single"),)), "after", Reason("single", 1, "single")),
        (replace(CLEAN, outputs=(output(default=True),)), "after", Reason("profile", 1)),
        (replace(CLEAN, readings=Readings(1, 2, 0)), "after", Reason("untyped", 2)),
        (replace(CLEAN, edition=Imprint(1, "2026", "0", True)), "no", Reason("draft", 1)),
        (replace(CLEAN, outputs=(output(current=False),)), "no", Reason("stale", 1)),
        (
            replace(CLEAN, facts=(fact("unresolved"), fact("single"))),
            "no",
            Reason("unresolved", 1, "unresolved"),
        ),
    ],
)
def test_each_reason_has_its_case_and_what_is_against_comes_alone(told, case, reason):
    verdict = judge(told)
    assert (verdict.case, verdict.reasons) == (case, (reason,))
