"""PDF/X: rules on the finished press file as a file: boxes, profile, keys (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from press.geometry import MM_PER_PT
from press.pdf.objects import held
from press.pdf.syntax import read_written
from press.preflight.document import Opened
from press.preflight.finding import Finding
from press.preflight.rules.file import BOX_MM, paper

# Outside of the bleed crop marks have room, in mm.
MARKS_MM = 5.0
PDFX = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
# What the metadata must hold, by its name in XMP (ISO 15930-7, 6.16).
NEEDED = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://ns.adobe.com/xap/1.0/}CreateDate": "date of creation",
    "{http://ns.adobe.com/xap/1.0/}ModifyDate": "date of the last change",
    "{http://ns.adobe.com/xap/1.0/}MetadataDate": "date of the metadata",
    "{http://ns.adobe.com/xap/1.0/mm/}DocumentID": "id of the document",
    "{http://ns.adobe.com/xap/1.0/mm/}VersionID": "id of the version",
    "{http://ns.adobe.com/xap/1.0/mm/}RenditionClass": "class of the rendition",
}
# Names that PDF/X-4 forbids anywhere, or admits for what we never make.
NEVER = frozenset((
    "OPI", "PS", "Subtype2", "Alternates", "TR", "TR2", "HTP", "HT", "JavaScript", "JS", "Launch",
    "AA", "AcroForm", "XFA", "OCProperties", "OCG", "EmbeddedFiles", "EF", "Perms", "Ref",
    "DestOutputProfileRef", "JPXDecode", "JBIG2Decode", "LZWDecode", "Crypt", "TrapNet", "Outlines",
    "OpenAction", "Requirements", "PresSteps", "ViewArea", "ViewClip", "PrintArea", "PrintClip",
))  # fmt: skip
TRAPPED = "{http://ns.adobe.com/pdf/1.3/}Trapped"


def press_boxes(opened: Opened) -> Iterator[Finding]:
    """The trim is the paper; the bleed that was asked for lies around it, the media around both."""
    width, height = paper(opened)
    asked = opened.press.bleed_mm
    for number, page in enumerate(opened.pdf.pages, start=1):
        boxes = {
            name: _edges(page.obj.get(name)) for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        }
        if missing := [name[1:] for name, edges in boxes.items() if edges is None]:
            yield Finding(number, {"name": missing[0]}, case="missing")
            continue
        media, bleed, trim = (edges or () for edges in boxes.values())
        off = max(abs(trim[2] - trim[0] - width), abs(trim[3] - trim[1] - height))
        if off > BOX_MM:
            yield Finding(
                number,
                {
                    "wide": trim[2] - trim[0],
                    "high": trim[3] - trim[1],
                    "width": width,
                    "height": height,
                },
                case="trim",
            )
        elif abs((room := max(_rooms(trim, bleed), key=lambda r: abs(r - asked))) - asked) > BOX_MM:
            yield Finding(number, {"room": room, "asked": asked}, case="bleed")
        elif (room := min(_rooms(bleed, media))) < MARKS_MM - BOX_MM:
            yield Finding(number, {"room": room, "marks": MARKS_MM}, case="media")
        elif "/CropBox" in page.obj or "/ArtBox" in page.obj or "/Rotate" in page.obj:
            yield Finding(number, case="other")


def _edges(box: Any) -> tuple[float, ...] | None:
    """Left, bottom, right, top of a box in mm; None without a box."""
    return None if box is None else tuple(float(edge) * MM_PER_PT for edge in box)


def _rooms(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    """How far `outer` stands around `inner` on each side; less than nothing where it cuts it."""
    near = (inner[i] - outer[i] for i in (0, 1))
    far = (outer[i] - inner[i] for i in (2, 3))
    return (*near, *far)


def press_bare(opened: Opened) -> Iterator[Finding]:
    """A press file holds pages to print, and nothing to click, to fill in or to run (6.14–6.16)."""
    for name in sorted(read_written(opened.document.pdf).names & NEVER):
        yield Finding(0, {"name": name}, case="name")
    for number, page in enumerate(opened.pdf.pages, start=1):
        if "/Annots" in page.obj:
            yield Finding(number, case="annotations")


def press_intent(opened: Opened) -> Iterator[Finding]:
    """One output intent names the press, with its CMYK output profile in the file (6.2.2)."""
    intents = [
        i for i in held(opened.pdf.Root, "/OutputIntents") or () if i.get("/S") == "/GTS_PDFX"
    ]
    if len(intents) != 1:
        yield Finding(0, {"count": len(intents)}, case="number")
        return
    (intent,) = intents
    if not str(intent.get("/OutputConditionIdentifier", "")):
        yield Finding(0, case="condition")
    elif not str(intent.get("/Info", "")) and not str(intent.get("/RegistryName", "")):
        yield Finding(0, case="info")
    profile = held(intent, "/DestOutputProfile")
    if not isinstance(profile, pikepdf.Stream):
        yield Finding(0, case="profile")
        return
    data = profile.read_bytes()
    kind = data[36:40], data[12:16], data[16:20]
    if kind != (b"acsp", b"prtr", b"CMYK") or profile.get("/N") != 4 or data[8] > 4:
        yield Finding(0, case="inks")


def press_keys(opened: Opened) -> Iterator[Finding]:
    """The file says that it is PDF/X-4, whether it is trapped, and who it is (6.1, 6.16)."""
    pdf = opened.pdf
    said = pdf.open_metadata()
    if said.get(PDFX) != "PDF/X-4":
        yield Finding(0, case="version")
    for name, what in NEEDED.items():
        if not said.get(name):
            yield Finding(0, {"what": what}, case="missing")
    trapped = said.get(TRAPPED)
    if trapped not in ("True", "False") or held(pdf.docinfo, "/Trapped") != f"/{trapped}":
        yield Finding(0, case="trapped")
    if pdf.is_encrypted or "/ID" not in pdf.trailer:
        yield Finding(0, case="identifier")
    if pdf.pdf_version != "1.6":
        yield Finding(0, {"version": pdf.pdf_version}, case="pdf")
