"""Make the file for the print shop: PDF/X-4 with bleed, marks and output intent."""

from __future__ import annotations

import datetime
import hashlib
import io
import uuid
import warnings
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from press.bind.bind import Document
from press.bind.describe import DIRECTIONS
from press.bind.join import share
from press.bind.overprint import overprint_black_text
from press.bind.slug import HEIGHT_MM, INSET_MM
from press.colour.inks import Press
from press.colour.profiles import output_condition
from press.content.edition import Masthead
from press.diagnostics import Place
from press.geometry import MM_PER_PT
from press.pdf.content_streams import as_form
from press.products import Kind, file_name
from press.typeset.gathering import Gathering

# Crop marks: how far outside the bleed they begin, their length, and the paper beyond, in mm.
MARK_GAP_MM, MARK_MM, MARK_ROOM_MM = 1.0, 5.0, 2.0
MARK_LINE_PT = 0.25
# How far below the bleed the slug stands, in mm.
SLUG_GAP_MM = 2.0

# What PDF/X-4 asks of every file (ISO 15930-7).
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmp:CreatorTool>Warraq</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>{day}T00:00:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def press_file(
    gatherings: Sequence[Gathering],
    masthead: Masthead,
    press: Press,
    product: str,
    kind: Kind,
    *,
    notes: Gathering | None = None,
    slug: Gathering | None = None,
) -> Document:
    """The gatherings, typeset for a press, as `NAME-press`: PDF/X-4 (ISO 15930-7) in CMYK.

    Boxes: trim as it was typeset, the bleed around it, media with the crop marks around that, no
    art box. The pages of `notes` stand before the last; one of `slug` below each bleed. Text in
    black alone prints over what is beneath. Tags, links and outline are left out; the profile is
    embedded. Two runs give the same bytes. Raises `Refusal` for a profile that is none of a CMYK
    press. Marks stand on every plate and outside the limit of ink.
    """
    condition = output_condition(press.profile, Place(file_name(product, "press")))
    with pikepdf.open(io.BytesIO(gatherings[0].pdf)) as pdf:
        _append(pdf, gatherings[1:], notes)
        for page in pdf.pages:
            overprint_black_text(page)
            _lay_out(pdf, page, press.bleed_mm)
        if slug:
            _add_slug(pdf, slug, press.bleed_mm)
        _identify(pdf, masthead, condition, press.profile)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, force_version="1.6")
        return Document(product, kind, "press", out.getvalue(), len(pdf.pages))


def _append(pdf: pikepdf.Pdf, gatherings: Sequence[Gathering], notes: Gathering | None) -> None:
    """Add the pages of more gatherings, and of notes before the last; a font is kept once."""
    resources = [pdf.pages[0].obj.Resources]
    for gathering in [*gatherings, *([notes] if notes else [])]:
        before = len(pdf.pages)
        with pikepdf.open(io.BytesIO(gathering.pdf)) as source, warnings.catch_warnings():
            # It says that goals stay behind; a press file has none.
            warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
            pdf.pages.extend(source.pages)
        resources.append(pdf.pages[before].obj.Resources)
    share(resources, ())
    if notes:
        cover = pdf.pages[-1 - notes.pages]
        del pdf.pages[-1 - notes.pages]
        pdf.pages.append(cover)


def _lay_out(pdf: pikepdf.Pdf, page: pikepdf.Page, bleed_mm: float) -> None:
    """Put crop marks on the page and give it its boxes; all but its content goes."""
    content, resources = page.obj.Contents.read_bytes(), page.obj.Resources
    trim = _corners(page.trimbox)
    bleed = _around(trim, bleed_mm)
    x, y, right, top = bleed
    clip = f"q {x:.6f} {y:.6f} {right - x:.6f} {top - y:.6f} re W n\n".encode()
    marks = "\n".join(_crop_marks(trim, bleed_mm)).encode()
    # Crop marks stand on every plate (ISO 32000-1, 8.6.6.4).
    every_plate = pdf.make_indirect(
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    )
    resources.ColorSpace = Dictionary(
        All=Array([Name.Separation, Name.All, Name.DeviceCMYK, every_plate])
    )
    for key in list(page.obj.keys()):
        if key not in ("/Type", "/Parent"):
            del page.obj[key]
    page.obj.MediaBox = Array(_around(bleed, MARK_GAP_MM + MARK_MM + MARK_ROOM_MM))
    page.obj.BleedBox, page.obj.TrimBox = Array(bleed), Array(trim)
    page.obj.Resources = resources
    page.obj.Contents = pdf.make_stream(clip + content + b"\nQ\n" + marks)
    # What is not opaque is mixed in inks (ISO 32000-1, 11.6.6).
    page.obj.Group = Dictionary(
        Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True, K=False
    )


def _add_slug(pdf: pikepdf.Pdf, slug: Gathering, bleed_mm: float) -> None:
    """Draw each page of `slug` below the bleed of a page, away from the crop marks."""
    with pikepdf.open(io.BytesIO(slug.pdf)) as lines:
        # Pages share their resources: each line has a name of its own.
        for number, (page, line) in enumerate(zip(pdf.pages, lines.pages, strict=True), start=1):
            left, bottom, _, _ = _corners(page.trimbox)
            x = left + INSET_MM / MM_PER_PT
            y = bottom - (bleed_mm + SLUG_GAP_MM + HEIGHT_MM) / MM_PER_PT
            name = page.add_resource(
                pdf.copy_foreign(as_form(line)), Name.XObject, Name(f"/Slug{number}")
            )
            page.contents_add(f"q 1 0 0 1 {x:.4f} {y:.4f} cm {name} Do Q".encode())
            page.contents_coalesce()


def _crop_marks(trim: tuple[float, ...], bleed_mm: float) -> Iterator[str]:
    """Two lines at each corner, on the lines of the trim and outside the bleed."""
    near = (bleed_mm + MARK_GAP_MM) / MM_PER_PT
    far = near + MARK_MM / MM_PER_PT
    yield f"q {MARK_LINE_PT} w /All CS 1 SCN"
    left, bottom, right, top = trim
    for x, away in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            yield f"{x + away * near:.4f} {y:.4f} m {x + away * far:.4f} {y:.4f} l S"
            yield f"{x:.4f} {y + up * near:.4f} m {x:.4f} {y + up * far:.4f} l S"
    yield "Q"


def _identify(pdf: pikepdf.Pdf, masthead: Masthead, condition: str, profile: bytes) -> None:
    """Say what the file is, for which press it was made, and nothing else of what it was."""
    today = datetime.date.fromordinal(masthead.edition.first)
    embedded = pdf.make_stream(profile)
    embedded.N, embedded.Alternate = 4, Name.DeviceCMYK
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("Custom"),
        OutputCondition=String(condition),
        Info=String(condition),
        DestOutputProfile=embedded,
    )
    producer = str(pdf.docinfo.get("/Producer", "WeasyPrint"))
    content = b"".join(page.obj.Contents.read_bytes() for page in pdf.pages)
    document = uuid.UUID(bytes=hashlib.sha256(content + profile).digest()[:16], version=4)
    xmp = XMP.format(
        title=escape(masthead.title),
        language=escape(masthead.language),
        producer=escape(producer),
        day=today.isoformat(),
        document=document,
    )
    metadata = pdf.make_stream(xmp.encode("utf-8"))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    for key in list(pdf.Root.keys()):
        if key not in ("/Type", "/Pages"):
            del pdf.Root[key]
    pdf.Root.Metadata, pdf.Root.OutputIntents = metadata, Array([pdf.make_indirect(intent)])
    pdf.Root.Lang = String(masthead.language)
    pdf.Root.ViewerPreferences = Dictionary(
        Direction=DIRECTIONS[masthead.house.language.direction], DisplayDocTitle=True
    )
    day = String(f"D:{today:%Y%m%d}000000Z")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(masthead.title),
            Creator=String("Warraq"),
            Producer=String(producer),
            CreationDate=day,
            ModDate=day,
            Trapped=Name("/False"),
            GTS_PDFXVersion=String("PDF/X-4"),
        )
    )


def _corners(box: Array) -> tuple[float, ...]:
    """Left, bottom, right, top of a box, in pt."""
    return tuple(float(value) for value in box)


def _around(box: tuple[float, ...], room_mm: float) -> tuple[float, ...]:
    """The box with `room_mm` more on every side, in pt to a millionth."""
    room = room_mm / MM_PER_PT
    return tuple(round(v + r, 6) for v, r in zip(box, (-room, -room, room, room), strict=True))
