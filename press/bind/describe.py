"""Describe a file for office printers: its title, its language, its direction, its scale."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name, String

from press.content.edition import Masthead

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

# How facing pages are shown (ISO 32000-1, table 150).
DIRECTIONS = {"rtl": Name.R2L, "ltr": Name.L2R}


def describe(pdf: pikepdf.Pdf, masthead: Masthead) -> None:
    """Title, language and direction; and printers are asked not to shrink the sheets."""
    xmp = XMP.format(title=escape(masthead.title), language=escape(masthead.language))
    metadata = pdf.make_stream(xmp.encode("utf-8"))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    pdf.Root.Lang = String(masthead.language)
    pdf.Root.ViewerPreferences = Dictionary(
        Direction=DIRECTIONS[masthead.house.language.direction],
        DisplayDocTitle=True,
        PrintScaling=Name("/None"),
    )
    pdf.docinfo.Title = String(masthead.title)
