"""even_lines: a bracket or sign that another face lends leaves the line as high as it is."""

from contextlib import nullcontext
from itertools import pairwise

from press.pdf.pages import read_pages
from press.render.render import Html
from press.typeset import typeset as typesetting
from tests.support.lines import STYLE
from tests.support.projects import OURS

SYMBOL = '<bdi dir="ltr" class="latin">A/63/677</bdi>'
# Signs that Noto Naskh Arabic lacks, alone at the beginning of a line, at its end, in its middle.
LINES = (
    "سطر أول", "سطر ثانٍ", f"({SYMBOL})، المؤرخ", f"سطر ({SYMBOL})", "(", f"[{SYMBOL}] كلمة",
    f"كلمة / {SYMBOL} – {SYMBOL}", "(كلمة)", "سطر أخير",
)  # fmt: skip


def steps() -> list[float]:
    """From each line to the next, in mm."""
    body = f"<p>{'<br>'.join(LINES)}</p>"
    head = f"<style>{STYLE.format(width=120)} .latin {{ line-height: 1 }}</style><title>x</title>"
    html = Html("example", f'<html lang="ar" dir="rtl">{head}<body>{body}')
    (page,) = read_pages(typesetting.paint(typesetting.lay_out(html, OURS), OURS).pdf)
    at = [row.glyphs[0].baseline for row in page.rows]
    return [round(below - above, 1) for above, below in pairwise(at)]


def test_every_line_is_as_high_as_the_next():
    assert steps() == [8.0] * (len(LINES) - 1)


def test_without_the_patch_a_bracket_alone_pushes_the_lines_below_off_the_grid(monkeypatch):
    monkeypatch.setattr(typesetting, "even_lines", nullcontext)
    assert max(steps()) > 8.5
