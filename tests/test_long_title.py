"""A chapter may have a title of many lines, on small paper too: what it heads has room below it."""

import io
import shutil
from pathlib import Path

import pikepdf

from press.layout.brief.brief import lay_out_brief
from press.layout.layout import Sheets
from press.pdf.pages import read_pages
from press.preflight.lines import read_setting
from press.preflight.rules.pagination import heading_at_foot
from press.render.render import render
from press.typeset.tagging.tags import mend_tags
from press.typeset.typeset import lay_out, sketch
from tests.support.projects import project_in, resolved

FLOODS = Path(__file__).resolve().parents[1] / "examples" / "floods"
LONG = "The waters that came and went along the upper, the middle and the lower reach of the river "


def test_a_chapter_with_a_title_of_160_signs_is_set_on_a5(tmp_path):
    shutil.copytree(FLOODS / "content", tmp_path / "content")
    words = tmp_path / "content" / "brief.yaml"
    typed = words.read_text("utf-8")
    long = (LONG * 3)[:160].strip()
    words.write_text("paper: A5\n" + typed.replace("title: What was built", f"title: {long}"))
    project = project_in(tmp_path)
    sheet = lay_out_brief(resolved(project), "0" * 12)
    part = next(
        html
        for html in render(Sheets(sheet, None), project)["brief"]
        if "chapter-title long" in html.text
    )
    drawn = io.BytesIO(sketch(lay_out(part, project), project, frozenset()))
    with pikepdf.open(drawn) as pdf:
        mend_tags(pdf)
        made = io.BytesIO()
        pdf.save(made)
        setting = read_setting(pdf, made.getvalue(), read_pages(made.getvalue()))
    assert any(LONG.split()[1] in block.lines[0].said() for block in setting.blocks)
    assert list(heading_at_foot(setting)) == []
