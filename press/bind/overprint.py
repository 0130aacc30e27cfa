"""Let text in black alone print over what lies beneath it, so that no white edge shows round it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Operator

from press.pdf.content_streams import drawn

SHOWS = frozenset(("Tj", "TJ", "'", '"'))
# What the names stand for: text prints over, or knocks out, what is beneath (ISO 32000-1, 8.6.7).
OVER, KNOCK = Name.Over, Name.Knock
STATES = {
    OVER: {"/OP": True, "/op": True, "/OPM": 1},
    KNOCK: {"/OP": False, "/op": False, "/OPM": 0},
}
# A lighter tint of black stands on a dark ground, if it can be read at all: it would let that
# ground's other inks show through.
DARK = 0.5
_SPACES = {"cs": "k", "CS": "K"}
_COLOURS = {"sc": "k", "scn": "k", "SC": "K", "SCN": "K"}


def overprint_black_text(page: pikepdf.Page) -> None:
    """Set overprint round text in black or a dark tint of it, on a page and in the forms it draws.

    Nothing else prints over anything. Colours that WeasyPrint sets as `/DeviceCMYK cs … scn` are
    written as `… k`, which says the same.
    """
    page.contents_coalesce()
    contents = [(page.obj.Contents, page.obj.Resources)]
    contents += [(form, form.Resources) for form in drawn(page.obj) if "/Resources" in form]
    for stream, resources in contents:
        written, prints_over = _written(stream)
        stream.write(written)
        # WeasyPrint offers its own spaces of colour to every form; none of them is used in inks.
        if "/ColorSpace" in resources and not _names_a_space(stream):
            del resources["/ColorSpace"]
        if prints_over:
            states = resources.get("/ExtGState", Dictionary())
            for name, state in STATES.items():
                states[str(name)] = Dictionary({"/Type": Name.ExtGState, **state})
            resources.ExtGState = states


def _names_a_space(stream: pikepdf.Object) -> bool:
    used = pikepdf.parse_content_stream(stream, "cs CS")
    return any(str(instruction.operands[0]) != "/Pattern" for instruction in used)


def _written(stream: pikepdf.Object) -> tuple[bytes, bool]:
    """The content of a stream with overprint set in it, and whether there was cause to."""
    written = list(_instructions(stream))
    prints_over = any(str(operator) == "gs" and held == [OVER] for held, operator in written)
    return pikepdf.unparse_content_stream(written), prints_over


def _instructions(stream: pikepdf.Object) -> Iterator[tuple[list[Any], Operator]]:
    # Whether the fill is black alone, whether it prints over; and what of it `Q` brings back.
    black, over = False, False
    kept: list[tuple[bool, bool]] = []
    spaces = {"k": "", "K": ""}
    for instruction in pikepdf.parse_content_stream(stream):
        operands, operator = list(instruction.operands), str(instruction.operator)
        if sets := _SPACES.get(operator):
            spaces[sets] = str(operands[0])
            if spaces[sets] == "/DeviceCMYK":
                continue  # the colour itself follows
        if (sets := _COLOURS.get(operator)) and spaces[sets] == "/DeviceCMYK":
            operator = sets
        if operator in ("k", "g", "rg", "cs", "sc", "scn"):
            if over:
                yield [KNOCK], Operator("gs")
            black, over = operator == "k" and _is_black(operands), False
        elif operator == "q":
            kept.append((black, over))
        elif operator == "Q" and kept:
            black, over = kept.pop()
        elif operator in SHOWS and black and not over:
            yield [OVER], Operator("gs")
            over = True
        yield operands, Operator(operator)
        if operator == "ET" and over:
            yield [KNOCK], Operator("gs")
            over = False


def _is_black(shares: list[Any]) -> bool:
    cyan, magenta, yellow, black = (float(share) for share in shares)
    return not (cyan or magenta or yellow) and black >= DARK
