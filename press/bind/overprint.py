"""Let text in black alone print over what lies beneath it, so that no white edge shows round it."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

from press.pdf.content_streams import drawn
from press.pdf.operations import Operation, rewritten, unparsed

SHOWS = frozenset(b"Tj TJ ' \"".split())
# What the names stand for: text prints over, or knocks out, what is beneath (ISO 32000-1, 8.6.7).
OVER, KNOCK = b"/Over", b"/Knock"
STATES = {
    OVER: {"/OP": True, "/op": True, "/OPM": 1},
    KNOCK: {"/OP": False, "/op": False, "/OPM": 0},
}
# A lighter tint of black stands on a dark ground, if it can be read at all: it would let that
# ground's other inks show through.
DARK = 0.5
_SPACES = {b"cs": b"k", b"CS": b"K"}
_FILLS = frozenset(b"k g rg cs sc scn".split())
_COLOURS = {b"sc": b"k", b"scn": b"k", b"SC": b"K", b"SCN": b"K"}


def overprint_black_text(page: pikepdf.Page) -> None:
    """Set overprint round text in black or a dark tint of it, on a page and in the forms it draws.

    Nothing else prints over anything. Colours that WeasyPrint sets as `/DeviceCMYK cs … scn` are
    written as `… k`, which says the same.
    """
    page.contents_coalesce()
    contents = [(page.obj.Contents, page.obj.Resources)]
    contents += [(form, form.Resources) for form in drawn(page.obj) if "/Resources" in form]
    for stream, resources in contents:
        said = list(_over_printed(rewritten(stream)))
        stream.write(unparsed(said))
        # WeasyPrint offers its own spaces of colour to every form; none of them is used in inks.
        if "/ColorSpace" in resources and not any(
            operator in _SPACES and operands[0] != b"/Pattern" for operator, operands in said
        ):
            del resources["/ColorSpace"]
        if (b"gs", [OVER]) in said:
            states = resources.get("/ExtGState", Dictionary())
            for name, state in STATES.items():
                states[name.decode()] = Dictionary({"/Type": Name.ExtGState, **state})
            resources.ExtGState = states


def _over_printed(said: list[Operation]) -> Iterator[Operation]:
    """A content with overprint set in it."""
    # Whether the fill is black alone, whether it prints over; and what of it `Q` brings back.
    black, over = False, False
    kept: list[tuple[bool, bool]] = []
    spaces = {b"k": b"", b"K": b""}
    for operator, operands in said:
        if sets := _SPACES.get(operator):
            spaces[sets] = operands[0]
            if spaces[sets] == b"/DeviceCMYK":
                continue  # the colour itself follows
        if (sets := _COLOURS.get(operator)) and spaces[sets] == b"/DeviceCMYK":
            operator = sets
        if operator in _FILLS:
            if over:
                yield b"gs", [KNOCK]
            black, over = operator == b"k" and _is_black(operands), False
        elif operator == b"q":
            kept.append((black, over))
        elif operator == b"Q" and kept:
            black, over = kept.pop()
        elif operator in SHOWS and black and not over:
            yield b"gs", [OVER]
            over = True
        yield operator, operands
        if operator == b"ET" and over:
            yield b"gs", [KNOCK]
            over = False


def _is_black(shares: list[bytes]) -> bool:
    cyan, magenta, yellow, black = (float(share) for share in shares)
    return not (cyan or magenta or yellow) and black >= DARK
