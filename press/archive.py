"""Archive: rules of PDF/A-2a (ISO 19005-2) that no other rule holds yet, clause by clause."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pikepdf

from press.diagnostics import quote
from press.inspected import Inspected
from press.opened import Finding, held

_HINT = "WeasyPrint's variant pdf/a-2a gives none; see press/bind.py for what was added"
# Keys of the information dictionary and what they are in XMP (ISO 19005-2, 6.6.3).
_SAME = {
    "/Title": "{http://purl.org/dc/elements/1.1/}title",
    "/Author": "{http://purl.org/dc/elements/1.1/}creator",
    "/Subject": "{http://purl.org/dc/elements/1.1/}description",
    "/Keywords": "{http://ns.adobe.com/pdf/1.3/}Keywords",
    "/Producer": "{http://ns.adobe.com/pdf/1.3/}Producer",
    "/Creator": "{http://ns.adobe.com/xap/1.0/}CreatorTool",
}
_BLENDS = frozenset(
    f"/{mode}"
    for mode in (
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
        "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation",
        "Color", "Luminosity",
    )
)  # fmt: skip
_ACTIONS = frozenset(("/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"))
# Flags of an annotation (ISO 32000-1, table 165): hidden, print, no view, toggle no view.
_PRINT, _UNSEEN = 4, 1 | 2 | 32 | 256
_TEXT = re.compile(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>")


def archive_file(seen: Inspected) -> Iterator[Finding]:
    """The file has an id, is not encrypted, and keeps its streams in itself, plainly (6.1)."""
    if "/ID" not in seen.pdf.trailer:
        yield Finding(0, "6.1.3: the file has no identifier", _HINT)
    for number, stream in _streams(seen.pdf):
        filters = stream.get("/Filter", ())
        names = [str(f) for f in (filters if isinstance(filters, pikepdf.Array) else [filters])]
        if wrong := set(names) & {"/LZWDecode", "/Crypt"}:
            yield Finding(0, f"6.1.7: object {number} is packed with {min(wrong)[1:]}", _HINT)
        if "/F" in stream and not isinstance(stream.F, pikepdf.Name):
            yield Finding(0, f"6.1.7: object {number} keeps its data in another file", _HINT)
    for key in ("/Requirements", "/AlternatePresentations"):
        if key in seen.pdf.Root or held(seen.pdf.Root, "/Names", key) is not None:
            yield Finding(0, f"6.11: the file asks for {key[1:]}", _HINT)


def _streams(pdf: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    for held_object in pdf.objects:
        if isinstance(held_object, pikepdf.Stream):
            yield held_object.objgen[0], held_object


def archive_graphics(seen: Inspected) -> Iterator[Finding]:
    """Colours are those of the output intent; nothing depends on the device (6.2)."""
    intents = held(seen.pdf.Root, "/OutputIntents") or ()
    profiles = {
        held(intent, "/DestOutputProfile").objgen
        for intent in intents
        if held(intent, "/DestOutputProfile") is not None
    }
    if len(profiles) > 1:
        yield Finding(0, "6.2.3: the output intents name different profiles", _HINT)
    parts = {
        int(intent.DestOutputProfile.N) for intent in intents if "/DestOutputProfile" in intent
    }
    for drawn in seen.drawn:
        if drawn.inks and 4 not in parts:
            yield Finding(drawn.page, "6.2.4.3: CMYK is drawn, and the output intent is not", _HINT)
    told: set[tuple[int, int]] = set()
    for page, state in _states(seen):
        if state.objgen in told and state.objgen != (0, 0):
            continue
        told.add(state.objgen)
        if "/TR" in state or state.get("/TR2", "/Default") != "/Default" or "/HTP" in state:
            yield Finding(page, "6.2.5: a graphics state has a transfer function", _HINT)
        modes = state.get("/BM", "/Normal")
        for mode in modes if isinstance(modes, pikepdf.Array) else [modes]:
            if str(mode) not in _BLENDS:
                yield Finding(page, f"6.2.10: {quote(mode)} is no blend mode", _HINT)
    for page, _, form in seen.xobjects():
        if form.get("/Subtype") == "/Image" and form.get("/Interpolate") is True:
            yield Finding(page, "6.2.8: an image is interpolated", _HINT)
        for key in ("/OPI", "/Alternates", "/PS", "/Subtype2"):
            if key in form:
                yield Finding(page, f"6.2.9: what is drawn has {key[1:]}", _HINT)


def _states(seen: Inspected) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(seen.pdf.pages, start=1):
        for state in (held(page.resources, "/ExtGState") or {}).values():
            yield number, state


def archive_private_use(seen: Inspected) -> Iterator[Finding]:
    """No glyph stands for a private character, which says nothing to others (6.2.11.7.3)."""
    for page, font, _ in seen.fonts():
        texts = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
        for match in _TEXT.finditer(texts):
            text = bytes.fromhex(match[1].decode()).decode("utf-16-be", "replace")
            if any(unicodedata.category(c) == "Co" for c in text):
                name = quote(str(font.get("/BaseFont", "/?"))[1:])
                yield Finding(page, f"6.2.11.7.3: {name} has private characters", _HINT)
                break


def archive_annotations(seen: Inspected) -> Iterator[Finding]:
    """What can be clicked is printed and seen, and does nothing but lead somewhere (6.3, 6.5)."""
    for number, annotation in seen.annotations():
        flags = int(annotation.get("/F", 0))
        if not flags & _PRINT or flags & _UNSEEN:
            yield Finding(number, "6.3.2: an annotation is not printed, or not seen", _HINT)
        if "/AA" in annotation or held(annotation, "/A", "/S") not in (None, *_ACTIONS):
            yield Finding(number, "6.5.1: an annotation does more than lead somewhere", _HINT)
    root = seen.pdf.Root
    acts = "/AA" in root or held(root, "/Names", "/JavaScript") is not None
    opens = held(root, "/OpenAction")
    if acts or (isinstance(opens, pikepdf.Dictionary) and opens.get("/S") not in _ACTIONS):
        yield Finding(0, "6.5.2: the file does something when it is opened", _HINT)
    for number, page in enumerate(seen.pdf.pages, start=1):
        if "/AA" in page.obj or "/PresSteps" in page.obj:
            yield Finding(number, "6.5.2: the page does something when it is opened", _HINT)


def archive_metadata(seen: Inspected) -> Iterator[Finding]:
    """Both kinds of metadata say the same, and every schema is described (6.6.2.3, 6.6.3)."""
    with seen.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        for key, name in _SAME.items():
            old = str(seen.pdf.docinfo.get(key, ""))
            new = said.get(name, "")
            new = new if isinstance(new, str) else ", ".join(new)
            if key in seen.pdf.docinfo and new and old != new:
                yield Finding(
                    0,
                    f"6.6.3: {key[1:]} is {quote(old)} in one place and {quote(new)} in the other",
                    "see <meta> in the template",
                )
    metadata = held(seen.pdf.Root, "/Metadata")
    text = metadata.read_bytes().decode("utf-8", "replace") if metadata is not None else ""
    described = re.findall(r"<pdfaSchema:namespaceURI>(.*?)</pdfaSchema:namespaceURI>", text)
    if "pdfuaid:part" in text and "http://www.aiim.org/pdfua/ns/id/" not in described:
        yield Finding(0, "6.6.2.3: the schema of the PDF/UA identifier is not described", _HINT)


ARCHIVE: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    archive_file,
    archive_graphics,
    archive_private_use,
    archive_annotations,
    archive_metadata,
)
