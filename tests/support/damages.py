"""Ways to damage a PDF, most by the place of what they change.

A place leads from the trailer, as `Root/OutputIntents/0`, or from a page, counted from 0, as
`1/Contents`.
"""

import re
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

Damage = Callable[[pikepdf.Pdf], None]


def at(pdf: pikepdf.Pdf, place: str) -> Any:
    """What stands at a place."""
    first, *rest = place.split("/")
    held: Any = pdf.pages[int(first)].obj if first.isdigit() else pdf.trailer[f"/{first}"]
    for part in rest:
        held = held[int(part)] if part.isdigit() else held[f"/{part}"]
    return held


def without(place: str) -> Damage:
    """Takes away what stands at a place."""
    above, _, key = place.rpartition("/")
    return lambda pdf: at(pdf, above).__delitem__(f"/{key}")


def put(place: str, value: Any) -> Damage:
    """Puts something there, or what a function makes of the file."""
    above, _, key = place.rpartition("/")

    def damage(pdf: pikepdf.Pdf) -> None:
        at(pdf, above)[f"/{key}"] = value(pdf) if callable(value) else value

    return damage


def rewritten(place: str, change: Callable[[bytes], bytes]) -> Damage:
    """Changes the bytes of the stream at a place."""

    def damage(pdf: pikepdf.Pdf) -> None:
        held = at(pdf, place)
        before = held.read_bytes()
        after = change(before)
        assert after != before
        held.write(after)

    return damage


def retyped(place: str, old: bytes, new: bytes, *, count: int = 0) -> Damage:
    """Changes what matches `old` in a stream, `count` times, or wherever it stands."""
    return rewritten(place, lambda held: re.sub(old, new, held, count=count, flags=re.DOTALL))


def unsaid(element: str) -> Damage:
    """Takes what matches `element` out of the XMP metadata."""
    return retyped("Root/Metadata", element.encode(), b"")


def both(*damages: Damage) -> Damage:
    """One damage after the other."""

    def damage(pdf: pikepdf.Pdf) -> None:
        for one in damages:
            one(pdf)

    return damage


def with_state(page: int, **entries: Any) -> Damage:
    """Has one more graphics state at hand on a page."""
    return put(f"{page}/Resources/ExtGState/Odd", Dictionary(**entries))


def elsewhere(pdf: pikepdf.Pdf) -> Stream:
    """A stream whose bytes are in another file."""
    return pdf.make_indirect(pdf.make_stream(b"", F=String("elsewhere.bin")))


def embed_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"text"


def add_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def turned(page: int) -> Damage:
    """Exchanges the sides of a page."""

    def damage(pdf: pikepdf.Pdf) -> None:
        held = pdf.pages[page]
        held.mediabox = held.trimbox = Array([0, 0, held.mediabox[3], held.mediabox[2]])

    return damage


def loose_the_fonts(pdf: pikepdf.Pdf) -> None:
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("/Type") == "/FontDescriptor":
            for key in {"/FontFile2", "/FontFile3"} & set(held.keys()):
                del held[key]


turn_the_direction = put("Root/ViewerPreferences/Direction", Name.L2R)
drop_the_language = without("Root/Lang")
keep_elsewhere = put("Root/PieceInfo", elsewhere)
