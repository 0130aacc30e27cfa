"""A PDF that breaks one requirement of PDF/A-2a is caught by the rule for it alone.

Requirements are numbered as in veraPDF's profile of PDF/A-2a: clause and test.
"""

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.support.damages import Damage, both, keep_elsewhere, put, retyped, rewritten, without
from tests.support.tagged import (
    after,
    drawn,
    every,
    first,
    found_in,
    last,
    of_font,
    with_form,
    with_text,
)

LINK, METADATA = "0/Annots/0", "Root/Metadata"
PROFILE = "Root/OutputIntents/0/DestOutputProfile"


def holding(**entries: Any) -> Damage:
    """Holds something that no page shows."""
    return put("Root/PieceInfo", Dictionary(**entries))


def painted(words: bytes) -> Damage:
    """Draws something more, outside the text."""
    return drawn(lambda c: c + b"\n/Artifact BMC " + words + b" EMC")


def with_state(**entries: Any) -> Damage:
    """Draws in a graphics state of its own."""
    state = put("1/Resources/ExtGState/Odd", lambda pdf: pdf.make_indirect(Dictionary(**entries)))
    return both(state, painted(b"q /Odd gs 0 0 9 9 re f Q"))


def with_image(**entries: Any) -> Damage:
    """Draws an image of one pixel."""
    plain = {"Subtype": Name.Image, "Width": 1, "Height": 1, "BitsPerComponent": 8}
    plain |= {"Type": Name.XObject, "ColorSpace": Name.DeviceRGB}
    said = {k: v for k, v in (plain | entries).items() if v is not None}
    held = put("1/Resources/XObject", lambda pdf: Dictionary(Im=pdf.make_stream(b"\0\0\0", **said)))
    return both(held, painted(b"q 9 0 0 9 0 0 cm /Im Do Q"))


def with_space(space: Callable[[pikepdf.Pdf], Any], paint: bytes) -> Damage:
    """Draws in a colour space of its own."""
    held = put("1/Resources/ColorSpace/Odd", space)
    return both(held, painted(b"q /Odd cs " + paint + b" 0 0 9 9 re f Q"))


def other_class(data: bytes) -> bytes:
    return data[:12] + b"link" + data[16:]


def odd_profile(pdf: pikepdf.Pdf) -> Any:
    data = other_class(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    return Array([Name.ICCBased, pdf.make_indirect(pdf.make_stream(data, N=3))])


def ink(kind: Name) -> Callable[[pikepdf.Pdf], Any]:
    def space(pdf: pikepdf.Pdf) -> Any:
        turn = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[1, 1, 1], C1=[0, 0, 0])
        named = Name.Gold if kind == Name.Separation else Array([Name.Gold])
        return Array([kind, named, Name.DeviceRGB, turn])

    return space


def two_profiles(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    other = Dictionary(intent)
    profile = intent.DestOutputProfile.read_bytes()
    other.DestOutputProfile = pdf.make_indirect(pdf.make_stream(profile, N=3))
    pdf.Root.OutputIntents = Array([intent, other])


def lose_a_font(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[1].Resources.Font
    del fonts[next(iter(fonts.keys()))]


def packed_otherwise(pdf: pikepdf.Pdf) -> Any:
    data = b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"
    return pdf.make_indirect(pdf.make_stream(data, Filter=Name.LZWDecode))


def click(action: Dictionary) -> Damage:
    return both(without(f"{LINK}/Dest"), put(f"{LINK}/A", action))


def saying(old: bytes, new: bytes) -> Damage:
    """Changes the metadata."""
    return retyped(METADATA, old, new)


def retype_a_tag(pdf: pikepdf.Pdf) -> None:
    last(pdf, "P").Type = Name.Elem


def adopt_a_tag(pdf: pikepdf.Pdf) -> None:
    first(pdf, "LI").P = pdf.Root.StructTreeRoot


def second_of(kind: str) -> Damage:
    """Gives a table another part of a kind."""

    def damage(pdf: pikepdf.Pdf) -> None:
        table = first(pdf, "Table")
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=table, K=Array())
        table.K.append(pdf.make_indirect(made))

    return damage


def unpacked(kind: str) -> Damage:
    """Puts the rows of a table's head or body beside the other, which becomes a foot or a head."""

    def damage(pdf: pikepdf.Pdf) -> None:
        table, part = first(pdf, "Table"), first(pdf, kind)
        (other,) = (kid for kid in table.K if kid.S != part.S)
        other.S = Name.TFoot if kind == "THead" else Name.THead
        rows = list(part.K)
        for row in rows:
            row.P = table
        table.K = Array([*rows, other] if kind == "THead" else [other, *rows])

    return damage


def caption_in(kind: str) -> Damage:
    """Puts a caption between the parts of a table, a list or a table of contents."""

    def damage(pdf: pikepdf.Pdf) -> None:
        parts = next(tag for tag in every(pdf, kind) if len(tag.K) > 1 or kind == "TOC")
        made = Dictionary(Type=Name.StructElem, S=Name.Caption, P=parts, K=Array())
        parts.K.insert(1, pdf.make_indirect(made))

    return damage


def spanning(kind: str, at: int, **spans: int) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        cell = list(every(pdf, kind))[at]
        kept = dict(cell.get("/A", Dictionary()).items())
        cell.A = Dictionary({**kept, "/O": Name.Table, **{f"/{k}": v for k, v in spans.items()}})

    return damage


def head_nowhere(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TD").A = Dictionary(O=Name.Table, Headers=Array([String("nowhere")]))


LONG = String("a" * 32768)
DAMAGES: dict[str, tuple[Damage, str]] = {
    "6.1.7.1-3": (keep_elsewhere, "archive_file"),
    "6.1.7.2-1": (put("Root/PieceInfo", packed_otherwise), "archive_bare"),
    "6.1.10-1": (
        painted(b"q BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"), "archive_content",
    ),
    "6.1.12-1": (put("Root/Perms", Dictionary(Odd=Dictionary())), "archive_bare"),
    "6.1.12-2": (holding(TransformMethod=Name.DocMDP), "archive_bare"),
    "6.1.13-1": (holding(X=2**31), "archive_limits"),
    "6.1.13-2": (drawn(lambda c: b"1" + b"0" * 39 + b".5 w\n" + c), "archive_limits"),
    "6.1.13-3": (holding(X=LONG), "archive_limits"),
    "6.1.13-4": (holding(X=Name("/" + "a" * 128)), "archive_limits"),
    "6.1.13-5": (drawn(lambda c: b"0." + b"0" * 39 + b"1 w\n" + c), "archive_limits"),
    "6.1.13-8": (drawn(lambda c: b"q " * 29 + c + b" Q" * 29), "archive_limits"),
    "6.1.13-11": (put("0/ArtBox", Array([0, 0, 2, 2])), "archive_limits"),
    "6.2.2-1": (painted(b"odd"), "archive_content"),
    "6.1.6-1 on a page": (
        drawn(lambda c: c + b"\n/Artifact <</X <0> >> BDC EMC"), "archive_content",
    ),
    "6.2.2-1 once too often": (drawn(lambda c: c + b" Q"), "archive_content"),
    "6.2.2-1 in a form": (with_form(b"odd", 1), "archive_content"),
    "6.2.2-2": (lose_a_font, "archive_content"),
    "6.2.3-1": (rewritten(PROFILE, other_class), "archive_colours"),
    "6.2.3-2": (two_profiles, "archive_colours"),
    "6.2.3-3": (put(f"{PROFILE}Ref", Dictionary()), "archive_bare"),
    "6.2.4.2-1": (with_space(odd_profile, b"0 0 0 sc"), "archive_colours"),
    "6.2.4.2-2": (with_state(OPM=1), "archive_graphics"),
    "6.2.4.3-2": (
        both(rewritten(PROFILE, lambda d: d[:16] + b"GRAY" + d[20:]), put(f"{PROFILE}/N", 1)),
        "archive_colours",
    ),
    "6.2.4.3-3": (drawn(lambda c: b"0 0 0 1 k\n" + c), "archive_colours"),
    "6.2.4.4-1": (with_space(ink(Name.DeviceN), b"1 scn"), "archive_bare"),
    "6.2.4.4-2": (with_space(ink(Name.Separation), b"1 scn"), "archive_bare"),
    "6.2.5-1": (with_state(TR=Name.Identity), "archive_graphics"),
    "6.2.5-2": (with_state(TR2=Name.Identity), "archive_bare"),
    "6.2.5-3": (with_state(HTP=Array([0, 0])), "archive_bare"),
    "6.2.5-4": (with_state(HT=Name.Default), "archive_bare"),
    "6.2.6-1": (drawn(lambda c: b"/Odd ri\n" + c), "archive_content"),
    "6.2.8-1": (with_image(Alternates=Array()), "archive_bare"),
    "6.2.8-2": (with_image(OPI=Dictionary()), "archive_bare"),
    "6.2.8-3": (with_image(Interpolate=True), "archive_graphics"),
    "6.2.8-4": (with_image(BitsPerComponent=3), "archive_graphics"),
    "6.2.8-5": (
        with_image(ImageMask=True, BitsPerComponent=2, ColorSpace=None), "archive_graphics",
    ),
    "6.2.8.3-1": (with_image(Filter=Name.JPXDecode), "archive_bare"),
    "6.2.9-1": (with_form(b"", 1, Subtype2=Name.PS), "archive_bare"),
    "6.2.9-3": (with_image(Subtype=Name.PS), "archive_graphics"),
    "6.2.10-1": (with_state(BM=Name.Glow), "archive_graphics"),
    "6.2.11.2-1": (of_font(lambda pdf, f, _: setattr(f, "Type", Name.Face)), "archive_fonts"),
    "6.2.11.2-3": (of_font(lambda pdf, f, _: f.__delitem__("/BaseFont")), "archive_fonts"),
    "6.2.11.2-7": (
        of_font(lambda pdf, _, f: setattr(f.FontDescriptor.FontFile2, "Subtype", Name.Odd)),
        "archive_fonts",
    ),
    "6.2.11.7.3-1": (with_text(rb"> <[0-9A-Fa-f]+>", b"> <e000>"), "archive_private_use"),
    "6.3.2-1": (without(f"{LINK}/F"), "archive_annotations"),
    "6.3.2-2": (put(f"{LINK}/F", 4 | 2), "archive_annotations"),
    "6.3.3-1": (put(f"{LINK}/AP", Dictionary()), "archive_bare"),
    "6.4.2-2": (put("Root/NeedsRendering", True), "archive_bare"),
    "6.5.1-1": (click(Dictionary(S=Name.Launch, F=String("a.exe"))), "archive_bare"),
    "6.5.1-1 when it is opened": (
        put("Root/OpenAction", Dictionary(S=Name.URI, URI=String("a"))), "archive_annotations",
    ),
    "6.5.1-2": (click(Dictionary(S=Name.Named, N=Name.Print)), "archive_bare"),
    "6.5.2-1": (put("0/AA", Dictionary()), "archive_bare"),
    "6.6.2.1-1": (without(f"{METADATA}/Subtype"), "archive_schemas"),
    "6.6.2.1-2": (saying(rb"<\?xpacket begin", b'<?xpacket bytes="9" begin'), "archive_schemas"),
    "6.6.2.1-3": (saying(rb"(<\?xpacket begin)", rb'\1="" encoding="UTF-8" x'), "archive_schemas"),
    "6.6.2.1-4": (saying(b"</rdf:RDF>", b"</rdf:RDF"), "archive_schemas"),
    "6.6.2.1-5": (saying(b"Part of", b"Part \xff"), "archive_schemas"),
    "6.6.2.3.1-1": (saying(b":name>part<", b":name>whole<"), "archive_schemas"),
    "6.6.2.3.1-2": (saying(b"rdf:Alt>", b"rdf:Bag>"), "archive_schemas"),
    "6.6.2.3.3-1": (saying(b"pdfaExtension", b"extension"), "archive_schemas"),
    "6.6.2.3.3-2": (saying(b"pdfaSchema", b"schema"), "archive_schemas"),
    "6.6.2.3.3-7": (saying(b"pdfaProperty", b"property"), "archive_schemas"),
    "6.6.2.1-4 without an end": (saying(rb"<\?xpacket end.*", b""), "archive_schemas"),
    "6.6.2.1-4 in between": (saying(b"(<rdf:Description)", rb"odd \1"), "archive_schemas"),
    "6.6.2.3.3-9": (saying(b">Integer<", b">Odd<"), "archive_schemas"),
    "6.6.2.3.3-10": (saying(b">internal<", b">inner<"), "archive_schemas"),
    "6.6.3": (put("Info/Title", String("عنوان آخر")), "archive_metadata"),
    "6.6.4-4": (saying(b"pdfaid", b"archive"), "archive_schemas"),
    "5-3": (saying(rb"pdfuaid(?=[:=])", b"ua"), "archive_schemas"),
    "6.7.3-2": (retype_a_tag, "tag_links"),
    "6.10-1": (put("Root/Names/AlternatePresentations", Dictionary()), "archive_bare"),
    "6.10-2": (put("0/PresSteps", Dictionary()), "archive_bare"),
    "6.11-1": (put("Root/Requirements", Array()), "archive_bare"),
    "7.1-12": (adopt_a_tag, "tag_links"),
    "7.2-11": (second_of("THead"), "table_form"),
    "7.2-12": (both(second_of("TFoot"), second_of("TFoot")), "table_form"),
    "7.2-13": (unpacked("THead"), "table_form"),
    "7.2-14": (unpacked("TBody"), "table_form"),
    "7.2-15": (both(spanning("TD", 0, RowSpan=2), spanning("TH", 2, ColSpan=2)), "table_form"),
    "7.2-28": (caption_in("TOC"), "table_form"),
    "7.2-39": (caption_in("Table"), "table_form"),
    "7.2-40": (caption_in("L"), "table_form"),
    "7.2-41": (spanning("TD", -1, RowSpan=2), "table_form"),
    "7.2-43": (spanning("TD", 0, ColSpan=2), "table_form"),
    "7.5-2": (head_nowhere, "matterhorn_15"),
}  # fmt: skip


@pytest.mark.parametrize("requirement", DAMAGES)
def test_what_would_not_keep_is_caught_by_its_rule_alone(requirement):
    damage, rule = DAMAGES[requirement]
    found = found_in(after(damage))
    assert {name for name, _ in found} == {rule}
    assert {message.split(":")[0] for _, message in found} == {requirement.split()[0]}


def test_digits_of_a_name_are_no_number():
    names = {"/Im3343051919": Name("/a-9343051919"), "/X": Name("/3343051919")}
    assert found_in(after(holding(**{name[1:]: held for name, held in names.items()}))) == []


def test_a_file_that_holds_what_no_pdf_has_there_is_refused_not_stumbled_over():
    ((rule, said),) = found_in(after(lambda pdf: setattr(first(pdf, "LI"), "K", Name.Odd)))
    assert rule == "matterhorn_01"  # the first that reads the tags
    assert said.startswith("7.3: the file holds what no PDF has there: ")
