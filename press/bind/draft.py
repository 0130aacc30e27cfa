"""Mark the pages of a draft: the word across each, over all else, read by no screen reader."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pikepdf
from pikepdf import Dictionary, Name

from press.bind.bind import Document
from press.bind.derive import picture
from press.content.edition import Masthead
from press.geometry import MM_PER_PT, Matrix
from press.pdf.content_streams import as_form
from press.products import FormName, file_name
from press.project import Project
from press.render.render import render_page
from press.typeset.gathering import Gathering

# The word and its ground as they are set, in mm; it is drawn as large as a page asks.
WIDTH_MM, HEIGHT_MM = 160.0, 60.0
# How much of what is beneath is covered, and how much of the diagonal of a page is crossed.
OPACITY, SHARE = 0.16, 0.8
# A sheet has a mark for each field about so wide and high, in mm: a part cut out has one too.
FIELD_MM = 330.0
# Up the page, by its cosine and sine.
COSINE, SINE = 0.8, 0.6
_MARKED = b"/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n"


def mark_files(
    documents: Sequence[Document], masthead: Masthead, project: Project, *, pictured: bool
) -> dict[str, bytes]:
    """The files of a draft, each page marked; a poster is drawn anew where it is `pictured`."""
    mark = set_mark(masthead, project)
    files = {}
    for document in documents:
        marked = mark_draft(document.pdf, mark, document.form)
        files[document.file] = marked
        if pictured and document.kind == "poster" and document.form == "pdf":
            files[file_name(document.product, "png")] = picture(replace(document, pdf=marked))
    return files


def set_mark(masthead: Masthead, project: Project) -> Gathering:
    """The word that marks a draft, in the publication's language, on a page of its own."""
    from press.typeset.typeset import typeset

    word = masthead.sheets.get("draft", "draft")
    said = {"masthead": masthead, "word": word, "width": WIDTH_MM, "height": HEIGHT_MM}
    return typeset(render_page("shared/draft", project, masthead.house, said), project)


def mark_draft(pdf: bytes, mark: Gathering, form: FormName) -> bytes:
    """The file with the mark across every page; both pages on a side of a booklet have one.

    The same file gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as marked, pikepdf.open(io.BytesIO(mark.pdf)) as word:
        drawn = marked.copy_foreign(as_form(word.pages[0]))
        # What is seen through is the word as a whole: its letters say that they are opaque.
        drawn.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB, I=True)
        clear = marked.make_indirect(Dictionary(Type=Name.ExtGState, ca=OPACITY, CA=OPACITY))
        for page in marked.pages:
            _mark(page, drawn, clear, halves=form == "booklet")
        out = io.BytesIO()
        objects = pikepdf.ObjectStreamMode.generate
        marked.save(out, deterministic_id=True, object_stream_mode=objects)
        return out.getvalue()


def _mark(
    page: pikepdf.Page, drawn: pikepdf.Object, clear: pikepdf.Object, *, halves: bool
) -> None:
    """Draw the word over a page, once or in fields."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    width, height = right - left, top - bottom
    across = 2 if halves else max(1, round(width * MM_PER_PT / FIELD_MM))
    down = max(1, round(height * MM_PER_PT / FIELD_MM))
    name = page.add_resource(drawn, Name.XObject, Name("/Draft"))
    state = page.add_resource(clear, Name.ExtGState, Name("/DraftState"))
    wide, high = width / across, height / down
    words = "".join(
        f"q {' '.join(f'{number:.4f}' for number in _across(x, y, wide, high))} cm {name} Do Q\n"
        for x in (left + wide * (column + 0.5) for column in range(across))
        for y in (bottom + high * (row + 0.5) for row in range(down))
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"Q\n" + _MARKED + f"q {state} gs\n{words}Q\nEMC\n".encode("ascii"))


def _across(x: float, y: float, wide: float, high: float) -> Matrix:
    """What turns the word and puts its middle at a point of a field, all in pt."""
    size = SHARE * min(wide / COSINE, high / SINE) / (WIDTH_MM / MM_PER_PT)
    a, b = size * COSINE, size * SINE
    middle_x, middle_y = WIDTH_MM / MM_PER_PT / 2, HEIGHT_MM / MM_PER_PT / 2
    return a, b, -b, a, x - a * middle_x + b * middle_y, y - b * middle_x - a * middle_y
