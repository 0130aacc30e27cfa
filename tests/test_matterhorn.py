"""A PDF that breaks one condition of PDF/UA or PDF/A is caught by the rule for it alone."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from press.diagnostics import CODES
from press.inspected import inspect
from press.preflight import COMPLETE, FOR_ALL, LEGIBLE, SOUND, WELL_SET
from tests.test_tags import mended

Damage = Callable[[pikepdf.Pdf], None]
ROOT = Path(__file__).resolve().parent.parent


@cache
def sound() -> bytes:
    """A small tagged PDF that breaks no rule."""
    out = io.BytesIO()
    mended().save(out)
    return out.getvalue()


def found_in(damage: Damage) -> list[tuple[str, str]]:
    """The rule and the message of everything found after `damage`."""
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        damage(pdf)
        seen = inspect(pdf)
        return [(rule.__name__, f.message) for rule in FOR_ALL for f in rule(seen)]


def test_a_sound_file_breaks_no_rule():
    assert found_in(lambda pdf: None) == []


# -- ways to damage a file ----------------------------------------------------------------------


def every(pdf: pikepdf.Pdf, kind: str) -> Iterator[Any]:
    """The tags of a type, in order."""

    def walk(held: Any) -> Iterator[Any]:
        kids = held.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                if f"/{kind}" == kid.S:
                    yield kid
                yield from walk(kid)

    yield from list(walk(pdf.Root.StructTreeRoot))


def first(pdf: pikepdf.Pdf, kind: str) -> Any:
    return next(every(pdf, kind))


def last(pdf: pikepdf.Pdf, kind: str) -> Any:
    return list(every(pdf, kind))[-1]


def link(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].Annots[0]


def retagged(kind: str, other: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        first(pdf, kind).S = Name(f"/{other}")

    return damage


def without(kind: str, key: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        del first(pdf, kind)[key]

    return damage


def mapped(roles: dict[str, str], kind: str = "") -> Damage:
    """Maps types to others, and gives the last paragraph the type `kind`."""

    def damage(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(
            {f"/{key}": Name(f"/{value}") for key, value in roles.items()}
        )
        if kind:
            last(pdf, "P").S = Name(f"/{kind}")

    return damage


def drawn(change: Callable[[bytes], bytes]) -> Damage:
    """Changes what the second page draws."""

    def damage(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1]
        before = page.Contents.read_bytes()
        after = change(before)
        assert after != before
        page.Contents = pdf.make_stream(after)

    return damage


def in_root(key: str, value: Any) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = value

    return damage


def font(pdf: pikepdf.Pdf) -> Any:
    return next(iter(pdf.pages[1].resources.Font.values()))


def of_font(change: Callable[[pikepdf.Pdf, Any, Any], None]) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        change(pdf, font(pdf), font(pdf).DescendantFonts[0])

    return damage


def with_text(old: bytes, new: bytes) -> Damage:
    def change(pdf: pikepdf.Pdf, held: Any, _: Any) -> None:
        held.ToUnicode = pdf.make_stream(re.sub(old, new, held.ToUnicode.read_bytes()))

    return of_font(change)


def suspect(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def forget_a_mark(pdf: pikepdf.Pdf) -> None:
    """The index no longer leads from a page's first mark to its tag."""
    numbers = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    numbers[int(pdf.pages[0].obj.StructParents)][0] = None


def skip_a_level(pdf: pikepdf.Pdf) -> None:
    list(every(pdf, "H1"))[1].S = Name.H3


def take_a_scope(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "TH").A["/Scope"]


def repeat_an_id(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Note").ID = first(pdf, "H1").ID


def embed_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"text"


def stick_a_note(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], F=4, Contents="x")
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


def untag_a_link(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Link").S = Name.Span


def unname_a_link(pdf: pikepdf.Pdf) -> None:
    link(pdf).Contents = String(" ")


def with_form(content: bytes, times: int, **entries: Any) -> Damage:
    """Draws a form, as an artifact, so many times on the last page."""

    def damage(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], **entries
        )
        page = pdf.pages[-1]
        page.Resources.XObject = Dictionary(Fm=form)
        draw = b"/Artifact BMC " + b"/Fm Do " * times + b"EMC"
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + draw)

    return damage


def widen(pdf: pikepdf.Pdf, _: Any, inner: Any) -> None:
    inner.W[1][0] = float(inner.W[1][0]) + 2


def show_no_glyph(pdf: pikepdf.Pdf) -> None:
    """Shows a glyph that has a text and is in no font."""
    drawn(lambda c: re.sub(rb"\[<[0-9a-f]{4}", rb"[<fff0", c, count=1))(pdf)
    for held in pdf.pages[1].resources.Font.values():
        data = held.ToUnicode.read_bytes()
        data = data.replace(b"beginbfchar\n", b"beginbfchar\n<fff0> <0041>\n")
        held.ToUnicode = pdf.make_stream(data)


def pack_otherwise(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Filter=Name.LZWDecode)
    pdf.Root.StructTreeRoot.Held = stream


def transfer(pdf: pikepdf.Pdf) -> None:
    next(iter(pdf.pages[0].resources.ExtGState.values())).TR = Name.Identity


def blend(pdf: pikepdf.Pdf) -> None:
    next(iter(pdf.pages[0].resources.ExtGState.values())).BM = Name.Glow


def interpolate(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\0", Subtype=Name.Image, Width=1, Height=1, Interpolate=True)
    pdf.pages[0].Resources.XObject = Dictionary(Im=image)


def other_profile(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    other = Dictionary(intent)
    other.DestOutputProfile = pdf.make_stream(b"profile", N=3)
    pdf.Root.OutputIntents = Array([intent, other])


def hide_a_link(pdf: pikepdf.Pdf) -> None:
    link(pdf).F = 4 | 2


def run_a_script(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.OpenAction = action


def click_a_script(pdf: pikepdf.Pdf) -> None:
    held = link(pdf)
    del held["/Dest"]
    held.A = Dictionary(S=Name.Launch, F=String("a.exe"))


def two_titles(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "عنوان آخر"


def undescribed(pdf: pikepdf.Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes()
    said = (
        b'<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">'
        b"<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF>"
    )
    data = data.replace(b"</rdf:RDF>", said)
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def unidentified(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer["/ID"]


LETTERS = rb"/Span\s*<</MCID 0>>\s*BDC"
MATTERHORN_DAMAGES: dict[str, Damage] = {
    "01-003": drawn(lambda c: re.sub(LETTERS, rb"\g<0> /Artifact BMC EMC", c)),
    "01-004": drawn(lambda c: re.sub(LETTERS, rb"/Artifact BMC \g<0> EMC q Q", c)),
    "01-005": drawn(lambda c: c + b"\n0 0 9 9 re f"),
    "01-007": suspect,
    "02-001": mapped({}, "Paragraph"),
    "02-003": mapped({"One": "Two", "Two": "One"}, "One"),
    "02-004": mapped({"Sect": "Part"}),
    "09-004": retagged("TD", "P"),
    "09-005": retagged("LBody", "P"),
    "09-006": retagged("TOCI", "P"),
    "09-007": retagged("P", "RB"),
    "09-008": retagged("P", "WT"),
    "10-001": with_text(rb"(?s)beginbfchar.*?endbfchar", b""),
    "11-001": lambda pdf: setattr(first(pdf, "Span"), "Lang", String("English")),
    "13-004": without("Figure", "/Alt"),
    "14-002": retagged("H1", "H2"),
    "14-003": skip_a_level,
    "14-007": retagged("H1", "H"),
    "15-003": take_a_scope,
    "17-002": lambda pdf: setattr(last(pdf, "P"), "S", Name.Formula),
    "19-003": without("Note", "/ID"),
    "19-004": repeat_an_id,
    "20-001": in_root("/OCProperties", Dictionary(OCGs=Array())),
    "21-001": embed_a_file,
    "25-001": in_root("/AcroForm", Dictionary(Fields=Array())),
    "28-002": stick_a_note,
    "28-011": untag_a_link,
    "28-012": unname_a_link,
    "30-001": with_form(b"", 1, Ref=Dictionary(Page=0)),
    "30-002": with_form(b"/P <</MCID 0>> BDC EMC", 2),
    "31-004": of_font(lambda pdf, _, f: setattr(f, "CIDToGIDMap", pdf.make_stream(b"\0\0"))),
    "31-005": of_font(lambda pdf, _, f: f.__delitem__("/CIDToGIDMap")),
    "31-006": of_font(lambda pdf, f, _: setattr(f, "Encoding", Name("/UniGB-UCS2-H"))),
    "31-009": of_font(
        lambda pdf, _, f: setattr(f.FontDescriptor, "FontFile2", pdf.make_stream(b"no font"))
    ),
    "31-011": show_no_glyph,
    "31-014": of_font(
        lambda pdf, _, f: setattr(f.FontDescriptor, "CIDSet", pdf.make_stream(b"\xff"))
    ),
    "31-016": of_font(widen),
    "31-017": of_font(lambda pdf, f, _: setattr(f, "Subtype", Name.TrueType)),
    "31-027": of_font(lambda pdf, f, _: f.__delitem__("/ToUnicode")),
    "31-028": with_text(rb"> <[0-9A-Fa-f]+>", b"> <0000>"),
    "31-029": with_text(rb"> <[0-9A-Fa-f]+>", b"> <feff>"),
    "31-030": drawn(lambda c: re.sub(rb"\[<[0-9a-f]{4}", rb"[<0000", c, count=1)),
}
RULES = {"31-027": "10", "31-028": "10", "31-029": "10"}
ARCHIVE_DAMAGES: dict[str, tuple[Damage, str, str]] = {
    "a file without an identifier": (unidentified, "archive_file", "6.1.3"),
    "data packed with LZW": (pack_otherwise, "archive_file", "6.1.7"),
    "requirements": (in_root("/Requirements", Array()), "archive_file", "6.11"),
    "a transfer function": (transfer, "archive_graphics", "6.2.5"),
    "an unknown blend mode": (blend, "archive_graphics", "6.2.10"),
    "two profiles": (other_profile, "archive_graphics", "6.2.3"),
    "CMYK": (drawn(lambda c: b"0 0 0 1 k\n" + c), "archive_graphics", "6.2.4.3"),
    "an interpolated image": (interpolate, "archive_graphics", "6.2.8"),
    "a private character": (
        with_text(rb"> <[0-9A-Fa-f]+>", b"> <e000>"), "archive_private_use", "6.2.11.7.3",
    ),
    "a hidden link": (hide_a_link, "archive_annotations", "6.3.2"),
    "a link that launches a program": (click_a_script, "archive_annotations", "6.5.1"),
    "a script when it is opened": (run_a_script, "archive_annotations", "6.5.2"),
    "two titles": (two_titles, "archive_metadata", "6.6.3"),
    "an undescribed schema": (undescribed, "archive_metadata", "6.6.2.3"),
}  # fmt: skip


@pytest.mark.parametrize("condition", MATTERHORN_DAMAGES)
def test_a_failure_condition_is_caught_by_the_rule_of_its_checkpoint(condition):
    found = found_in(MATTERHORN_DAMAGES[condition])
    checkpoint = RULES.get(condition, condition[:2])
    assert {name for name, _ in found} == {f"matterhorn_{checkpoint}"}
    assert {message.split(":")[0] for _, message in found} == {condition}


def test_an_encrypted_file_is_caught():
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user=""))
    with pikepdf.open(out) as pdf:
        seen = inspect(pdf)
        found = [f.message for rule in FOR_ALL for f in rule(seen)]
    assert found == ["26-002: the file is encrypted"]


@pytest.mark.parametrize("what", ARCHIVE_DAMAGES)
def test_a_file_that_would_not_keep_is_caught_by_its_rule_alone(what):
    damage, rule, clause = ARCHIVE_DAMAGES[what]
    found = found_in(damage)
    assert {name for name, _ in found} == {rule}
    assert {message.split(":")[0] for _, message in found} == {clause}


def test_the_table_has_every_condition_that_a_machine_decides_and_only_rules_that_are():
    table = (ROOT / "docs" / "matterhorn.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (\d\d-\d\d\d) \| .*? \| (.*) \|$", table, re.MULTILINE))
    assert len(rows) == 87
    assert set(MATTERHORN_DAMAGES) <= set(rows)
    assert all("tested" in rows[condition] for condition in MATTERHORN_DAMAGES)
    named = set(re.findall(r"`(preflight/[\w-]+)`", table)) - {"preflight/x"}
    assert named <= set(CODES)
    rules = (*SOUND, *COMPLETE, *FOR_ALL, *LEGIBLE, *WELL_SET)
    codes = {f"preflight/{rule.__name__.replace('_', '-')}" for rule in rules}
    assert named <= codes
    assert {f"preflight/{rule.__name__.replace('_', '-')}" for rule in FOR_ALL} <= named
