"""The words that only the brief says: findings and figures of the summary, the blurb, its lines."""

from pathlib import Path

import pytest

from press.layout.brief.brief import lay_out_brief
from press.layout.layout import Sheets
from press.preflight.readback.expected import brief_texts
from press.render.render import render
from tests.support.projects import resolved
from tests.support.small import project

PLAN = """\
summary:
  findings:
    - اتخذ المجلس [القرار 1674]{resolution-1674}.
    - عيّن الأمين العام مستشاراً خاصاً.
blurb: كيف نشأ مبدأ، وما قيل فيه.
chapters:
  council: {title: مجلس الأمن, entries: [resolution-1674]}
"""


def html(folder: Path, plan: str) -> tuple[str, set[str]]:
    """The brief of the base project with another plan as HTML, and what its pages must say."""
    made = project(folder, {"brief.yaml": plan})
    sheet = lay_out_brief(resolved(made), "0")
    assert sheet
    text = "".join(part.text for part in render(Sheets(sheet, None), made)["brief"])
    return text, {expected.what for expected in brief_texts(sheet)}


def test_findings_stand_in_the_summary_and_the_blurb_on_the_back(tmp_path):
    text, owed = html(tmp_path, PLAN)
    assert text.count('<li class="finding">') == 2
    assert '<a class="entry-ref" href="#resolution-1674">' in text.partition("findings")[2]
    assert text.index('class="blurb"') > text.index('id="colophon"')
    assert {"finding", "blurb"} <= owed


@pytest.mark.parametrize(("typed", "ragged"), [("", False), ("lines: ragged\n", True)])
def test_lines_are_planned_unless_the_brief_asks_for_ragged_ones(tmp_path, typed, ragged):
    text, _ = html(tmp_path, PLAN + typed)
    assert ("--text-lines: rag" in text) == ragged
