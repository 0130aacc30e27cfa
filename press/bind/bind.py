"""Bind what was typeset into one PDF and complete what WeasyPrint leaves open."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Name, String

from press.bind.describe import DIRECTIONS
from press.bind.join import join
from press.content.edition import Masthead
from press.geometry import PAPERS_MM, Size
from press.language.languages import language_of
from press.products import FORMS, FormName, Kind, file_name
from press.typeset.gathering import Gathering

# PDF/A admits metadata of other schemas only when the file describes them (ISO 19005-2, 6.6.2.3.3).
UA_SCHEMA = """
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file claims</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Document:
    """A finished PDF, not yet written: a product, of a kind, in a form."""

    product: str
    kind: Kind
    form: FormName
    pdf: bytes
    pages: int

    @property
    def file(self) -> str:
        """Its file, below the output folder."""
        return file_name(self.product, self.form)

    @property
    def sheet_mm(self) -> Size | None:
        """The office sheet that it is divided on, upright; None for what is not divided."""
        sheet = FORMS[self.form].sheet
        return PAPERS_MM[sheet] if sheet else None


def bind(
    gatherings: Gathering | Sequence[Gathering], masthead: Masthead, product: str, kind: Kind
) -> Document:
    """The gatherings of a product, in order, as one finished PDF; each has its last tags.

    Adds what WeasyPrint 70 leaves out: the reading direction and the document's title
    in the window (ISO 32000-1, table 150), the PDF/UA-1 identifier beside PDF/A-2a, the natural
    language of the file. Two runs on the same gatherings give
    the same bytes.
    """
    run = (gatherings,) if isinstance(gatherings, Gathering) else tuple(gatherings)
    with join(run) as pdf:
        root = pdf.Root
        root.ViewerPreferences = Dictionary(
            Direction=DIRECTIONS[language_of(masthead.language).direction], DisplayDocTitle=True
        )
        root.Lang = String(masthead.language)
        root.PageMode = Name.UseOutlines if pdf.Root.get("/Outlines") else Name.UseNone
        metadata = pdf.Root.Metadata.read_bytes().decode("utf-8")
        if "pdfuaid" not in metadata:
            metadata = metadata.replace("</rdf:RDF>", f"{UA_SCHEMA}</rdf:RDF>")
            stream = pdf.make_stream(metadata.encode("utf-8"))
            stream.Type, stream.Subtype = Name.Metadata, Name.XML
            root.Metadata = stream
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            linearize=False,
        )
        return Document(product, kind, "pdf", out.getvalue(), len(pdf.pages))
