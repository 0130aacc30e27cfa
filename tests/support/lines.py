"""Lines of small documents, as they stand on the finished page."""

from dataclasses import dataclass

from press.pdf.pages import read_pages
from press.render.render import Html
from press.typeset.typeset import lay_out, paint
from tests.support.projects import OURS

MARGIN_MM = 10.0
STYLE = """
@font-face {{ font-family: "Latin Text"; src: local("Noto Sans Regular"), local("Noto Sans") }}
@font-face {{ font-family: "Arabic Signs"; src: local("Noto Sans Regular"), local("Noto Sans") }}
@page {{ size: {width}mm 200mm; margin: 10mm }}
html {{ font: 12pt/8mm "Noto Naskh Arabic", "Arabic Signs" }}
:lang(en) {{ font-family: "Latin Text" }}
body, p, h1 {{ margin: 0 }}
.latin {{ font-family: "Latin Text"; white-space: nowrap }}
"""


@dataclass(frozen=True, slots=True)
class Edges:
    """How far a line's first and last advance stand from the margins, in mm; its words; its spaces
    in em, from left to right."""

    left: float
    right: float
    words: tuple[str, ...]
    spaces: tuple[float, ...]


def set_lines(body: str, style: str, *, width_mm: float = 120, language: str = "ar") -> list[Edges]:
    """The lines of `body` from top to bottom, on pages of `width_mm`."""
    direction = "rtl" if language == "ar" else "ltr"
    head = f"<style>{STYLE.format(width=width_mm)}{style}</style><title>x</title>"
    html = f'<html lang="{language}" dir="{direction}">{head}<body>{body}'
    pdf = paint(lay_out(Html("example", html), OURS), OURS).pdf
    found = []
    for page in read_pages(pdf):
        for row in page.rows:
            words, spaces, edge = [""], list[float](), 0.0
            for glyph, parted in row.spaced():
                if parted:
                    spaces.append((glyph.begin - edge) / glyph.em)
                    words.append("")
                words[-1] += glyph.character
                edge = glyph.end
            left = row.glyphs[0].begin - MARGIN_MM
            right = page.width_mm - MARGIN_MM - max(glyph.end for glyph in row.glyphs)
            found.append(Edges(left, right, tuple(words), tuple(spaces)))
    return found
