"""XMP: rules of PDF/A-2a on the metadata of a file (ISO 19005-2, 6.6).

A finding begins with its requirement as veraPDF's profile numbers it: clause and test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree import ElementTree

from press.pdf.objects import held
from press.preflight.finding import Finding
from press.preflight.inspection import Inspected

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Keys of the information dictionary and what they are in XMP (ISO 19005-2, 6.6.3).
_SAME = {
    "/Title": f"{DC}title",
    "/Author": f"{DC}creator",
    "/Subject": f"{DC}description",
    "/Keywords": f"{PDF}Keywords",
    "/Producer": f"{PDF}Producer",
    "/Creator": f"{XMP}CreatorTool",
}
_DATES = {"/CreationDate": f"{XMP}CreateDate", "/ModDate": f"{XMP}ModifyDate"}
# What we say, and how it is held: in a list of a kind, or plainly (XMP Specification 2005).
_HELD = {
    f"{DC}title": "Alt",
    f"{DC}description": "Alt",
    f"{DC}rights": "Alt",
    f"{DC}creator": "Seq",
    f"{DC}date": "Seq",
    f"{DC}subject": "Bag",
    f"{DC}language": "Bag",
    f"{DC}format": "",
    f"{PDF}Keywords": "",
    f"{PDF}Producer": "",
    f"{XMP}CreatorTool": "",
    f"{XMP}CreateDate": "",
    f"{XMP}ModifyDate": "",
    f"{XMP}MetadataDate": "",
    f"{PDFA}part": "",
    f"{PDFA}conformance": "",
    f"{EXTENSION}schemas": "Bag",
}
# The prefixes that are prescribed (6.6.2.3.3, 6.6.4; ISO 14289-1, 5), by requirement.
_PREFIXES = {
    PDFA: ("6.6.4-4", "pdfaid"),
    PDFUA: ("5-3", "pdfuaid"),
    EXTENSION: ("6.6.2.3.3-1", "pdfaExtension"),
    SCHEMA: ("6.6.2.3.3-2", "pdfaSchema"),
    PROPERTY: ("6.6.2.3.3-7", "pdfaProperty"),
}
_SCHEMA_FIELDS = {f"{SCHEMA}{name}" for name in ("schema", "namespaceURI", "prefix", "property")}
_PROPERTY_FIELDS = {
    f"{PROPERTY}{name}" for name in ("name", "valueType", "category", "description")
}


def archive_metadata(seen: Inspected) -> Iterator[Finding]:
    """Both kinds of metadata say the same (6.6.3)."""
    said = seen.pdf.open_metadata()  # as a context it would be written anew, and mended
    for key, name in _SAME.items():
        old = str(seen.pdf.docinfo.get(key, ""))
        new = said.get(name, "")
        new = new if isinstance(new, str) else ", ".join(new)
        if key in seen.pdf.docinfo and new and old != new:
            yield Finding(0, {"key": key[1:], "old": old, "new": new})
    for key, name in _DATES.items():
        old = re.sub(r"\D", "", str(seen.pdf.docinfo.get(key, "")))
        new = re.sub(r"\D", "", str(said.get(name, "")))
        if old and new and not old.startswith(new) and not new.startswith(old):
            yield Finding(0, {"key": key[1:], "old": old, "new": new})


def archive_schemas(seen: Inspected) -> Iterator[Finding]:
    """The metadata is whole, and every property in it is known or described (6.6.2, 6.6.4)."""
    stream = held(seen.pdf.Root, "/Metadata")
    if stream is None:
        return  # preflight/archivable says so
    if stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield Finding(0, case="type")
    text = stream.read_bytes().decode("utf-8", "replace")
    for requirement, word in (("6.6.2.1-2", "bytes"), ("6.6.2.1-3", "encoding")):
        if re.search(rf"<\?xpacket [^>]*\b{word}=", text):
            yield Finding(0, {"requirement": requirement, "word": word}, case="head")
    if text.count("<?xpacket") != 2:
        yield Finding(0, case="packet")
    if "\ufffd" in text:
        yield Finding(0, case="encoding")
        return
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield Finding(0, {"said": str(error)}, case="xml")
        return
    for whole in root.findall(f".//{RDF}RDF"):
        for loose in (whole, *whole.findall(f"{RDF}Description")):
            if any((text or "").strip() for text in (loose.text, *(kid.tail for kid in loose))):
                yield Finding(0, case="words")
    for uri, (requirement, prefix) in _PREFIXES.items():
        for used in re.findall(rf'xmlns:([\w-]+)\s*=\s*"{re.escape(uri[1:-1])}"', text):
            if used != prefix:
                yield Finding(
                    0, {"requirement": requirement, "used": used, "prefix": prefix}, case="prefix"
                )
    described: set[str] = set()
    for schema in root.findall(f".//{EXTENSION}schemas/{RDF}Bag/{RDF}li"):
        yield from _described(schema, described)
    for name, element in _properties(root):
        if name in described:
            continue
        if name not in _HELD:
            yield Finding(0, {"name": name.rpartition("}")[2]}, case="unknown")
        elif element is not None and (problem := _misheld(element, _HELD[name])):
            values = {"name": name.rpartition("}")[2], "kind": _HELD[name]}
            yield Finding(0, values, problem)


def _properties(root: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element | None]]:
    """Every property by its name, with its element where it has one."""
    for description in root.findall(f".//{RDF}RDF/{RDF}Description"):
        for name in description.attrib:
            if name != f"{RDF}about":
                yield name, None
        for element in description:
            yield element.tag, element


def _misheld(element: ElementTree.Element, kind: str) -> str:
    """What is wrong with how a property holds its value; empty when nothing is."""
    lists = [kid.tag.removeprefix(RDF) for kid in element]
    if lists != ([kind] if kind else []):
        return "unlisted" if kind else "listed"
    if kind == "Alt" and any(_LANGUAGE not in one.attrib for one in element[0]):
        return "no-language"
    return ""


def _described(schema: ElementTree.Element, described: set[str]) -> Iterator[Finding]:
    """Add what a schema describes; say what is not as 6.6.2.3.3 asks."""
    fields = {field.tag: field for field in schema}
    if set(fields) != _SCHEMA_FIELDS or not all(
        field.text and field.text.strip() for tag, field in fields.items() if "property" not in tag
    ):
        yield Finding(0, case="schema")
        return
    uri = str(fields[f"{SCHEMA}namespaceURI"].text)
    for one in fields[f"{SCHEMA}property"].findall(f"{RDF}Seq/{RDF}li"):
        said = {field.tag: (field.text or "").strip() for field in one}
        if set(said) != _PROPERTY_FIELDS or not all(said.values()):
            yield Finding(0, case="property")
            continue
        described.add(f"{{{uri}}}{said[f'{PROPERTY}name']}")
        if said[f"{PROPERTY}valueType"] not in ("Integer", "Text"):
            yield Finding(0, case="value-type")
        if said[f"{PROPERTY}category"] not in ("internal", "external"):
            yield Finding(0, case="category")


XMP_RULES: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    archive_metadata,
    archive_schemas,
)
