"""complaints: what WeasyPrint says is told with the place that it speaks of, and no other."""

from pathlib import Path

import pytest

from press.diagnostics import Refusal
from press.project import Project
from press.render.render import Html
from press.typeset.typeset import typeset
from tests.support.small import tiny

TEMPLATE = """<!doctype html><html lang="ar" dir="rtl"><head><title>كتاب</title>
<link rel="stylesheet" href="styles/brief.css"><link rel="stylesheet" href="styles/more.css">
<link rel="stylesheet" href="styles/none.css"></head>
<body><p>كلمة <img src="http://127.0.0.1:9/seal.png" alt="ختم"></p>
<img src="content/ختم%20it's.png" alt="ختم"></body></html>
"""
STYLES = """@page { size: 90mm 90mm; margin: 5mm }
html { font-family: "Noto Naskh Arabic" }
p { colour: red; }
        @unheard { p { color: red } }
"""
MORE = """p { margin: 0 }

p { colour: red; }
p { hue: red; background: url(../../x/sea.png) }
"""


@pytest.fixture
def told(tmp_path: Path) -> list[str]:
    """What is said of a page whose template and styles have faults."""
    made: Project = tiny(tmp_path)
    for name, text in {
        "templates/brief.html": TEMPLATE, "styles/brief.css": STYLES, "styles/more.css": MORE,
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(Refusal) as refusal:
        typeset(Html("brief", TEMPLATE), made)
    return [f"{one.place} {one.code} {one.message}" for one in refusal.value.diagnostics]


def test_what_is_missing_is_named_whole_and_where_it_is_asked_for(told):
    missing = dict(reversed(line.split(" ", 1)) for line in told if "typeset/missing" in line)
    assert missing == {
        "typeset/missing-stylesheet there is no stylesheet styles/none.css": (
            "templates/brief.html:3:37"
        ),
        "typeset/missing-image there is no image http://127.0.0.1:9/seal.png": (
            "templates/brief.html:4:44"
        ),
        "typeset/missing-image there is no image \u2068content/ختم it's.png\u2069": (
            "templates/brief.html:5"
        ),
        "typeset/missing-image there is no image file:///x/sea.png": "styles/more.css:4:39",
    }


def test_a_style_is_told_at_its_line_where_one_sheet_alone_has_it(told):
    ignored = [line.partition(" ")[0] for line in told if "ignored-style" in line]
    assert sorted(ignored) == ["brief", "styles/brief.css:4:9", "styles/more.css:4:5"]
