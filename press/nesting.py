"""Nesting: rules on which tags there are and which stands in which (PDF/UA-1).

Checkpoints 02 and 09 of the Matterhorn Protocol 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from press.inspected import Inspected
from press.opened import Finding, held
from press.structure import Element

TAGS = "see press/tags.py, and the roles in the template"
OURS = "we make none; see press/bind.py and the template"
# Standard structure types (ISO 32000-1, 14.8.4).
STANDARD = frozenset((
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
    "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT",
    "WP", "Figure", "Formula", "Form",
))  # fmt: skip
# What stands in what: tables 333, 336, 337 and 338 of ISO 32000-1.
_ROWS = frozenset(("TR",))
SYNTAX: dict[str, tuple[str, frozenset[str]]] = {
    "Table": ("09-004", frozenset(("TR", "THead", "TBody", "TFoot", "Caption"))),
    "THead": ("09-004", _ROWS),
    "TBody": ("09-004", _ROWS),
    "TFoot": ("09-004", _ROWS),
    "TR": ("09-004", frozenset(("TH", "TD"))),
    "L": ("09-005", frozenset(("Caption", "LI"))),
    "LI": ("09-005", frozenset(("Lbl", "LBody"))),
    "TOC": ("09-006", frozenset(("TOCI", "TOC", "Caption"))),
    "TOCI": ("09-006", frozenset(("Lbl", "Reference", "NonStruct", "P", "TOC"))),
    "Ruby": ("09-007", frozenset(("RB", "RT", "RP"))),
    "Warichu": ("09-008", frozenset(("WT", "WP"))),
}
# These stand nowhere else.
PARENTS: dict[str, tuple[str, frozenset[str]]] = {
    "THead": ("09-004", frozenset(("Table",))),
    "TBody": ("09-004", frozenset(("Table",))),
    "TFoot": ("09-004", frozenset(("Table",))),
    "TR": ("09-004", frozenset(("Table", "THead", "TBody", "TFoot"))),
    "TH": ("09-004", _ROWS),
    "TD": ("09-004", _ROWS),
    "LI": ("09-005", frozenset(("L",))),
    "LBody": ("09-005", frozenset(("LI",))),
    "TOCI": ("09-006", frozenset(("TOC",))),
    "RB": ("09-007", frozenset(("Ruby",))),
    "RT": ("09-007", frozenset(("Ruby",))),
    "RP": ("09-007", frozenset(("Ruby",))),
    "WT": ("09-008", frozenset(("Warichu",))),
    "WP": ("09-008", frozenset(("Warichu",))),
}


def matterhorn_02(seen: Inspected) -> Iterator[Finding]:
    """Every type leads to a standard one, in no circle, and no standard one elsewhere (02)."""
    roles = held(seen.pdf.Root, "/StructTreeRoot", "/RoleMap") or {}
    named = {str(key)[1:]: str(value)[1:] for key, value in roles.items()}
    for name in named:
        if name in STANDARD:
            yield Finding(0, f"02-004: the standard type {name} is mapped to another", OURS)
    for name in sorted({str(e.held.S)[1:] for e in elements(seen)}):
        way = [name]
        while way[-1] not in STANDARD and named.get(way[-1]) is not None:
            if named[way[-1]] in way:
                yield Finding(0, f"02-003: the type {name} is mapped in a circle", OURS)
                break
            way.append(named[way[-1]])
        else:
            if way[-1] not in STANDARD:
                yield Finding(0, f"02-001: the type {name} leads to no standard type", OURS)


def matterhorn_09(seen: Inspected) -> Iterator[Finding]:
    """Tables, lists and contents are built as the standard has them (09-004 to 09-008)."""
    told: set[tuple[str, str]] = set()
    for parent, element in _pairs(seen.tree):
        name = element.type
        if name in PARENTS and parent.type not in PARENTS[name][1]:
            condition, said = PARENTS[name][0], f"{name} stands in {parent.type}"
        else:
            condition, allowed = SYNTAX.get(name, ("", None))
            wrong = [_name(kid) for kid in element.kids]
            wrong = [kid for kid in wrong if allowed is not None and kid not in allowed]
            if not wrong or (wrong[0] in PARENTS and name not in PARENTS[wrong[0]][1]):
                continue  # told where the inner one is met
            said = f"{name} holds {wrong[0]}"
        if (condition, said) not in told:
            told.add((condition, said))
            yield Finding(page_of(element), f"{condition}: {said}", TAGS)


def _name(kid: object) -> str:
    return kid.type if isinstance(kid, Element) else "content"


def elements(seen: Inspected) -> Iterator[Element]:
    """Every tag, in reading order."""
    for kid in seen.tree.kids:
        if isinstance(kid, Element):
            yield from kid.elements()


def _pairs(element: Element) -> Iterator[tuple[Element, Element]]:
    """Every tag with the one that it stands in."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield element, kid
            yield from _pairs(kid)


def page_of(element: Element) -> int:
    """The page that an element begins on; 0 for one without content."""
    return next((content.page for content in element.contents()), 0)
