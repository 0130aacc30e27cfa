"""Set the slug of a press file: the line outside its bleed that says which job a sheet is of."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
from pikepdf import Dictionary

from press.bind.furnishing import furnish
from press.bind.overprint import overprint_black_text
from press.cache import Store
from press.colour.inks import Press
from press.colour.profiles import output_condition
from press.content.edition import Masthead
from press.diagnostics import Diagnostic, Place, Refusal
from press.language.phrases import Direction
from press.pdf.content_streams import as_form
from press.pdf.objects import goals
from press.project import Project
from press.render.render import render_page
from press.typeset.gathering import Gathering

# The line, and how far it stays off the crop marks at both ends, in mm.
HEIGHT_MM, INSET_MM = 4.0, 10.0
# The template of the line, and the id in it of where that ends.
TEMPLATE, END = "templates/press/slug.html", "end"


def set_slug(
    masthead: Masthead,
    press: Press,
    project: Project,
    *,
    fingerprint: str,
    width_mm: float,
    pages: int,
    store: Store | None = None,
) -> Gathering:
    """A line for every page: title, edition, fingerprint, profile, date, and which page it is.

    Each is a page of its own, `HEIGHT_MM` high and narrower than the trim, `width_mm`; its black
    prints over. The line is set once. The numbers, which `store` has from an earlier build, are
    put where it ends. A template of somebody's own may set a whole line for every page instead.
    Raises `Refusal` for one that does neither.
    """
    from press.typeset.typeset import typeset

    said = {
        "masthead": masthead,
        "fingerprint": fingerprint,
        "condition": output_condition(press.profile, Place("press/slug")),
        "pages": pages,
        "width": width_mm - 2 * INSET_MM,
        "height": HEIGHT_MM,
    }
    line, numbers = (
        render_page(f"press/{name}", project, masthead.house, said)
        for name in ("slug", "slug-numbers")
    )
    bare = Press(press.profile, 0.0, press.ink_limit)
    behind = furnish(numbers, project, store, bare)
    direction = masthead.house.language.direction
    return replace(
        behind, pdf=_numbered(typeset(line, project, press=bare).pdf, behind.pdf, direction)
    )


def _numbered(line: bytes, numbers: bytes, direction: Direction) -> bytes:
    """The pages of `numbers`, each with the one of `line` before its own number."""
    with pikepdf.open(io.BytesIO(line)) as said, pikepdf.open(io.BytesIO(numbers)) as pdf:
        for page in said.pages:
            overprint_black_text(page)
        if END not in goals(said):
            if len(said.pages) != len(pdf.pages):
                told = {"said": f'id="{END}"'}
                raise Refusal([Diagnostic("render/template-value", Place(TEMPLATE), told)])
            whole = io.BytesIO()
            said.save(whole, deterministic_id=True)
            return whole.getvalue()
        end = float(goals(said)[END][2])
        shared = pdf.copy_foreign(as_form(said.pages[0]))
        for page in pdf.pages:
            overprint_black_text(page)
            number = as_form(page)
            # A number stands where a line begins: on the left, or on the right of its page.
            by = end if direction == "ltr" else end - float(page.trimbox[2])
            page.obj.Resources = Dictionary(XObject=Dictionary(Line=shared, Number=number))
            drawn = f"/Line Do q 1 0 0 1 {by:.6f} 0 cm /Number Do Q"
            page.obj.Contents = pdf.make_stream(drawn.encode())
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()
