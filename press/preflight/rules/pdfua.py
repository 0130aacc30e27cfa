"""PDF/UA: rules of PDF/UA-1 by the checkpoints of the Matterhorn Protocol 1.1.

Each rule is named for its checkpoint and says the failure condition in its message. What the
protocol admits and we never make (forms, media, optional content) is refused altogether, which
is simpler to check and to trust. docs/matterhorn.md has all 87 conditions that a machine decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pikepdf

from press.pdf.content_streams import draw
from press.pdf.objects import held
from press.pdf.structure import Element, MarkedContent
from press.preflight.finding import Finding
from press.preflight.inspection import Inspected
from press.preflight.rules.pdfua_structure import (
    elements,
    matterhorn_02,
    matterhorn_09,
    of_table,
    page_of,
    table_form,
    tag_links,
)

# A language as BCP 47 has it, as far as our texts need it.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def matterhorn_01(seen: Inspected) -> Iterator[Finding]:
    """All content is tagged or an artifact, neither in the other (01-003, 004, 005, 007)."""
    if held(seen.pdf.Root, "/MarkInfo", "/Suspects") is True:
        yield Finding(0, case="suspect")
    if not seen.tree.kids:
        return  # preflight/tagged says so
    holders = {
        kid: element.held.objgen
        for element in elements(seen)
        for kid in element.kids
        if isinstance(kid, MarkedContent)
    }
    numbers = _index(seen)
    for drawn in seen.drawn:
        for condition, count in Counter(drawn.crossed).items():
            case = "artifact-inside" if condition == "01-003" else "tagged-inside"
            yield Finding(drawn.page, {"count": count}, case)
        if drawn.loose:
            what = ", ".join(sorted(set(drawn.loose)))
            yield Finding(drawn.page, {"what": what}, case="loose")
        strays = [mark for mark in drawn.marks if MarkedContent(drawn.page, mark) not in holders]
        owners = numbers.get(drawn.page, {})
        known = set(drawn.marks) - set(strays)
        lost = [m for m in known if owners.get(m) != holders[MarkedContent(drawn.page, m)]]
        if strays or lost:
            case = "no-tag" if strays else "other-tag"
            yield Finding(drawn.page, {"mark": (strays or lost)[0]}, case)


def _index(seen: Inspected) -> dict[int, dict[int, tuple[int, int]]]:
    """By page, which tag the parent tree leads to from the number of marked content."""
    tree = held(seen.pdf.Root, "/StructTreeRoot", "/ParentTree")
    rows = dict(pikepdf.NumberTree(tree).items()) if tree is not None else {}
    found = {}
    for number, page in enumerate(seen.pdf.pages, start=1):
        row = rows.get(int(page.obj.get("/StructParents", -1)), ())
        found[number] = {at: owner.objgen for at, owner in enumerate(row) if owner is not None}
    return found


def matterhorn_11(seen: Inspected) -> Iterator[Finding]:
    """Every language named is one (11-001 to 11-006); that of the file is preflight/language."""
    for element in elements(seen):
        said = element.held.get("/Lang")
        if said is not None and not _LANGUAGE.fullmatch(str(said)):
            yield Finding(page_of(element), {"said": str(said)})


def matterhorn_13(seen: Inspected) -> Iterator[Finding]:
    """Every figure has a text in its place (13-004)."""
    for element in elements(seen):
        if element.type == "Figure" and not _says(element, "/Alt") | _says(element, "/ActualText"):
            yield Finding(page_of(element))


def _says(element: Element, key: str) -> bool:
    return bool(_text(element.held, key).strip())


def _text(holder: Any, key: str) -> str:
    """What is said under a key; empty where nothing is, or no text."""
    said = holder.get(key)
    return str(said) if isinstance(said, pikepdf.String) else ""


def matterhorn_14(seen: Inspected) -> Iterator[Finding]:
    """Headings begin with H1, leave no level out, and are of one kind (14-002, 003, 006, 007)."""
    before, plain = 0, False
    for element in elements(seen):
        if element.type == "H":
            plain = True
        if not re.fullmatch(r"H[1-6]", element.type):
            continue
        level = int(element.type[1])
        if level > before + 1:
            values = {"level": f"H{level}", "before": f"H{before}"}
            yield Finding(page_of(element), values, "skips" if before else "first")
        before = level
    if plain:
        yield Finding(0, {"condition": "14-007" if before else "14-006"}, "plain")


def matterhorn_15(seen: Inspected) -> Iterator[Finding]:
    """Every head of a row or column says which it is (15-003), and a cell names real heads."""
    known = {element.id for element in elements(seen) if element.type == "TH"}
    for element in elements(seen):
        for name in of_table(element, "/Headers") or ():
            if str(name) not in known:
                yield Finding(page_of(element), {"name": str(name)}, case="no-head")
        if element.type == "TH" and of_table(element, "/Scope") not in ("/Row", "/Column"):
            yield Finding(page_of(element), case="no-scope")


def matterhorn_17(seen: Inspected) -> Iterator[Finding]:
    """Every formula has a text in its place (17-002, 003); we set none."""
    for element in elements(seen):
        if element.type == "Formula":
            yield Finding(page_of(element))


def matterhorn_19(seen: Inspected) -> Iterator[Finding]:
    """Every note has an id of its own (19-003, 19-004)."""
    known: set[str] = set()
    for element in elements(seen):
        if element.type == "Note" and not _text(element.held, "/ID"):
            yield Finding(page_of(element), case="no-id")
        elif element.type == "Note" and element.id in known:
            yield Finding(page_of(element), {"id": element.id}, case="same-id")
        known.add(element.id)


def matterhorn_20(seen: Inspected) -> Iterator[Finding]:
    """Optional content is well described (20-001 to 20-003); we make none."""
    if seen.written.names & {"OCProperties", "OCGs", "OCG", "OCMD"}:
        yield Finding(0)


def matterhorn_21(seen: Inspected) -> Iterator[Finding]:
    """Embedded files are well described (21-001); we embed none."""
    if seen.written.names & {"EmbeddedFiles", "EmbeddedFile", "EF", "AF"}:
        yield Finding(0)


def matterhorn_25(seen: Inspected) -> Iterator[Finding]:
    """No form is rendered when it is opened (25-001); we make no forms."""
    if seen.written.names & {"AcroForm", "XFA"}:
        yield Finding(0)


def matterhorn_26(seen: Inspected) -> Iterator[Finding]:
    """Nothing keeps a screen reader out (26-001, 26-002): the file is not encrypted."""
    if seen.pdf.is_encrypted:
        yield Finding(0)


# Conditions on annotations of one kind; the others must stand in Annot (ISO 32000-1, table 169).
_OTHERS = {
    "TrapNet": "28-007", "Widget": "28-010", "Screen": "28-014", "Movie": "28-014",
    "FileAttachment": "28-016", "PrinterMark": "28-017",
}  # fmt: skip
_ADMITTED = frozenset((
    "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline",
    "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "Sound", "Watermark", "3D", "Redact",
))  # fmt: skip


def matterhorn_28(seen: Inspected) -> Iterator[Finding]:
    """Annotations are links with a name, each in its tag (28-002 to 28-018)."""
    if not seen.tree.kids:
        return
    linked = {
        annotation.held.objgen
        for element in elements(seen)
        if element.type == "Link"
        for annotation in element.annotations()
    }
    tree = held(seen.pdf.Root, "/StructTreeRoot", "/ParentTree")
    rows = dict(pikepdf.NumberTree(tree).items()) if tree is not None else {}
    for page, annotation in seen.annotations():
        kind = str(annotation.get("/Subtype", "/?"))[1:]
        if kind != "Link":
            condition = _OTHERS.get(kind, "28-002" if kind in _ADMITTED else "28-006")
            yield Finding(page, {"condition": condition, "kind": kind}, case="other")
            continue
        number = int(annotation.get("/StructParent", -1))
        owner = rows.get(number)
        if annotation.objgen not in linked or held(owner, "/S") != "/Link":
            yield Finding(page, case="no-tag")
        if not _text(annotation, "/Contents").strip():
            yield Finding(page, case="no-name")


def matterhorn_30(seen: Inspected) -> Iterator[Finding]:
    """No page draws from another file, and no marks twice (30-001, 30-002)."""
    times: Counter[tuple[int, int]] = Counter()
    forms: dict[tuple[int, int], tuple[int, Any]] = {}
    for drawn in (*seen.drawn, *seen.inner):
        for name, form in drawn.resources.get("/XObject", pikepdf.Dictionary()).items():
            if form.get("/Subtype") == "/Form":
                times[form.objgen] += drawn.forms.get(name, 0)
                forms.setdefault(form.objgen, (drawn.page, form))
    for key, (page, form) in forms.items():
        if "/Ref" in form:
            yield Finding(page, case="other-file")
        elif times[key] > 1 and draw(form, page).marks:
            yield Finding(page, case="twice")


MATTERHORN: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    matterhorn_01, matterhorn_02, matterhorn_09, matterhorn_11, matterhorn_13, matterhorn_14,
    matterhorn_15, matterhorn_17, matterhorn_19, matterhorn_20, matterhorn_21, matterhorn_25,
    matterhorn_26, matterhorn_28, matterhorn_30, tag_links, table_form,
)  # fmt: skip
