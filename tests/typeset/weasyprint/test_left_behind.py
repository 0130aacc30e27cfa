"""What is out of the flow is drawn once, though the box that it stands in moved overleaf."""

from contextlib import nullcontext

import pytest
from weasyprint import HTML

from press.typeset.weasyprint.left_behind import nothing_left_behind
from tests.support.boxes import words_on

# The head fits the first page, the text does not; of the four lines beside the head, two do.
TEXT = """<style>
@page { size: 100px; margin: 0 }
body { margin: 0; font: 10px/10px monospace }
p, h2 { font-size: 10px; margin: 0 }
.above { height: 75px }
.head { break-after: avoid; break-inside: avoid; height: 10px; position: relative }
.side { position: absolute; right: 0; top: 0 }
.text { break-inside: avoid; height: 30px }
</style>
<div class="above">above</div>
<article>
<header class="head"><h2>head</h2>
<div class="side"><p>one</p><p>two</p><p>three</p><p>four</p></div></header>
<div class="text">text</div>
</article>"""


@pytest.mark.parametrize("mended", [True, False])
def test_the_end_of_a_side_column_is_drawn_once(mended):
    with nothing_left_behind() if mended else nullcontext():
        pages = HTML(string=TEXT).render().pages
    words = words_on(pages)
    assert words.count("four") == (1 if mended else 2)
