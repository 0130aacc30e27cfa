"""Origins: which element of the HTML each tag of a PDF came from, kept through WeasyPrint.

WeasyPrint 70 tags what it typesets, but drops what the templates say of it: ids, roles, labels,
languages, and which two boxes are halves of one paragraph. The tags are made box by box in one
function; here each is given an entry of its own beside the standard ones, `/Origin`, that
press/typeset/tagging/tags.py reads and takes out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from textwrap import shorten
from typing import Any

import pydyf

from press.geometry import PT_PER_PX
from press.typeset.weasyprint.exchange import replaced

ORIGIN = "/Origin"
# So much of an element's text names it, in characters.
NAME_LENGTH = 80
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FIGURES = ("img", "{http://www.w3.org/2000/svg}svg")


@dataclass(frozen=True, slots=True)
class Origin:
    """The element of the HTML that a tag came from.

    `tag` has the pseudo-element after it (`a::after`); `key` is the same for all boxes of one
    element and for no other; `text` is how an element with an id, a heading or a link begins;
    `box` is left, top, right, bottom in CSS px from the upper left corner, of pictures.
    """

    key: tuple[str, int, str]
    tag: str
    id: str
    role: str
    label: str
    language: str
    hidden: bool
    text: str
    box: tuple[float, float, float, float] | None


@contextmanager
def keeping_origins(name: str) -> Iterator[None]:
    """While the block runs, every tag that WeasyPrint makes remembers its element.

    `name` tells the elements of this document from those of others that it may be joined with.
    """
    from weasyprint.pdf import tags  # whoever only reads origins need not wait for it

    numbers: dict[int, int] = {}
    build = tags._build_box_tree

    def build_and_note(box: Any, *args: Any) -> Iterator[Any]:
        noted = getattr(box, "_box", box)
        for element in build(box, *args):
            if noted.element is not None and "Origin" not in element:
                number = numbers.setdefault(id(noted.element), len(numbers))
                element["Origin"] = _noted(name, number, noted)
            yield element

    with replaced(tags, "_build_box_tree", build_and_note):
        yield


def note_areas(document: Any, pdf: pydyf.PDF) -> None:
    """Write what the margins leave of each page as its art box (ISO 32000-1, 14.11.2).

    A page with bleed goes to the press, where a page has a trim box or an art box, not both
    (ISO 15930-7, 6.11).
    """
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        if any(page.bleed.values()):
            continue
        box, height = page._page_box, page.height
        left, top = box.content_box_x(), box.content_box_y()
        edges = (left, height - top - box.height, left + box.width, height - top)
        held = pdf.objects[int(reference.split()[0])]
        held["ArtBox"] = pydyf.Array([edge * PT_PER_PX for edge in edges])


def _noted(name: str, number: int, box: Any) -> pydyf.Dictionary:
    """What is kept of the element of `box`."""
    element = box.element
    kept = {"Of": pydyf.String(name), "Number": number, "Tag": pydyf.String(box.element_tag)}
    if "::" in box.element_tag:
        return pydyf.Dictionary(kept)  # what is said of the element is not said of its pseudo one
    said = {
        "Id": element.get("id"),
        "Role": element.get("role"),
        "Label": element.get("aria-label") or element.get("alt"),
        "Lang": element.get("lang"),
        "Hidden": "true" if element.get("aria-hidden") == "true" else None,
    }
    if said["Id"] or element.tag == "a" or element.tag in _HEADINGS:
        said["Text"] = shorten("".join(element.itertext()), NAME_LENGTH, placeholder="…")
    if element.tag == _FIGURES[1]:
        said["Label"] = said["Label"] or element.findtext("{http://www.w3.org/2000/svg}title")
    kept |= {key: pydyf.String(value) for key, value in said.items() if value}
    if element.tag in _FIGURES or said["Role"] == "img":
        left, top = box.border_box_x(), box.border_box_y()
        right, bottom = left + box.border_width(), top + box.border_height()
        if not all(map(isfinite, (left, top, right, bottom))):
            raise ValueError("a picture says of its size that it is no number")
        kept["Box"] = pydyf.Array((left, top, right, bottom))
    return pydyf.Dictionary(kept)


def origin_of(held: Any) -> Origin | None:
    """The origin that a tag of a PDF remembers; None for a text box, which is no element."""
    kept = held.get(ORIGIN)
    if kept is None:
        return None
    said = {str(key)[1:]: value for key, value in kept.items()}
    tag = str(said["Tag"])
    box = said.get("Box")
    return Origin(
        (str(said["Of"]), int(said["Number"]), tag.partition("::")[2]),
        tag,
        str(said.get("Id", "")),
        str(said.get("Role", "")),
        str(said.get("Label", "")),
        str(said.get("Lang", "")),
        "Hidden" in said,
        str(said.get("Text", "")),
        tuple(float(edge) for edge in box) if box is not None else None,  # type: ignore[arg-type]
    )
