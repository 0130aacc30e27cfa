"""A column beside a head near the foot of a page keeps its last lines."""

from contextlib import nullcontext

import pytest
from weasyprint import HTML

from press.typeset.weasyprint.whole_columns import whole_columns
from tests.support.boxes import words_on

# The head with room for two lines below it fits the page, and would not with twice as much.
TEXT = """<style>
@page { size: 100px; margin: 0 }
body { margin: 0; font: 10px/10px monospace }
p, h2 { font-size: 10px; margin: 0 }
.above { height: 60px }
.head { break-inside: avoid; position: relative; padding-bottom: 20px; margin-bottom: -20px }
.side { continue: discard; position: absolute; right: 0; top: 0 }
</style>
<div class="above">above</div>
<header class="head"><h2>head</h2>
<div class="side"><p>one</p><p>two</p><p>three</p></div></header>
<p>text</p>"""


@pytest.mark.parametrize("mended", [True, False])
def test_the_last_line_of_a_column_is_not_lost_where_there_is_room_for_it(mended):
    with whole_columns() if mended else nullcontext():
        pages = HTML(string=TEXT).render().pages
    words = words_on(pages)
    assert len(pages) == 1
    assert ("three" in words) is mended
