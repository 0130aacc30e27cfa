"""A PDF that breaks one condition of PDF/UA is caught by the rule for it alone."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from press.codes.codes import CODES
from press.preflight.rules.table import (
    COMPLETE,
    FOR_ALL,
    LEGIBLE,
    PRESS,
    PRESS_PAGES,
    PRESS_PLATES,
    PRESS_SOUND,
    SOUND,
    WELL_SET,
)
from tests.pdf.test_syntax import BYTES
from tests.preflight.rules.test_pdfa import DAMAGES as ARCHIVE_DAMAGES
from tests.support.damages import Damage, embed_a_file, put
from tests.support.tagged import (
    after,
    drawn,
    first,
    found_in,
    head_plainly,
    last,
    mapped,
    of_font,
    repeat_an_id,
    retagged,
    show_no_glyph,
    skip_a_level,
    sound,
    stick_a,
    take_a_scope,
    untag_a_link,
    widen,
    with_form,
    with_text,
    without,
)

ROOT = Path(__file__).resolve().parents[3]


def test_a_sound_file_breaks_no_rule():
    assert found_in(sound()) == []


LETTERS = rb"/Span\s*<</MCID 0>>\s*BDC"
MATTERHORN_DAMAGES: dict[str, Damage] = {
    "01-003": drawn(lambda c: re.sub(LETTERS, rb"\g<0> /Artifact BMC EMC", c)),
    "01-004": drawn(lambda c: re.sub(LETTERS, rb"/Artifact BMC \g<0> EMC q Q", c)),
    "01-005": drawn(lambda c: c + b"\n0 0 9 9 re f"),
    "01-007": put("Root/MarkInfo/Suspects", True),
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
    "14-006": head_plainly,
    "14-007": retagged("H1", "H"),
    "15-003": take_a_scope,
    "17-002": lambda pdf: setattr(last(pdf, "P"), "S", Name.Formula),
    "19-003": without("Note", "/ID"),
    "19-004": repeat_an_id,
    "20-001": put("Root/OCProperties", Dictionary(OCGs=Array())),
    "21-001": embed_a_file,
    "25-001": put("Root/AcroForm", Dictionary(Fields=Array())),
    "28-002": stick_a("Text"),
    "28-006": stick_a("Odd"),
    "28-007": stick_a("TrapNet"),
    "28-010": stick_a("Widget"),
    "28-014": stick_a("Screen"),
    "28-016": stick_a("FileAttachment"),
    "28-017": stick_a("PrinterMark"),
    "28-011": untag_a_link,
    "28-012": put("0/Annots/0/Contents", String(" ")),
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


@pytest.mark.parametrize("condition", MATTERHORN_DAMAGES)
def test_a_failure_condition_is_caught_by_the_rule_of_its_checkpoint(condition):
    found = found_in(after(MATTERHORN_DAMAGES[condition]))
    checkpoint = RULES.get(condition, condition[:2])
    assert {name for name, _ in found} == {f"matterhorn_{checkpoint}"}
    assert {message.split(":")[0] for _, message in found} == {condition}


def test_an_encrypted_file_is_caught():
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user=""))
    assert found_in(out.getvalue()) == [("matterhorn_26", "26-002: the file is encrypted")]


TABLE = (ROOT / "docs" / "matterhorn.md").read_text("utf-8")


def test_the_table_has_every_condition_that_a_machine_decides():
    rows = dict(re.findall(r"^\| (\d\d-\d\d\d) \| .*? \| (.*) \|$", TABLE, re.MULTILINE))
    assert len(rows) == 87
    assert set(MATTERHORN_DAMAGES) <= set(rows)
    assert all("tested" in rows[condition] for condition in MATTERHORN_DAMAGES)


def test_the_table_has_every_requirement_of_the_profiles():
    rows = re.findall(r"^\| (\d[.-][^|]*-\d[^|]*) \| (?:.* \| )?(.*) \|$", TABLE, re.MULTILINE)
    told: dict[str, str] = {}
    for requirements, held in rows:
        for one in requirements.split(", "):
            first, _, last = one.partition(" to ")
            clause, number = first.rsplit("-", 1)
            for n in range(int(number), int((last or first).rsplit("-", 1)[1]) + 1):
                told[f"{clause}-{n}"] = held
    accessible = {r for r in told if r.startswith(("5-", "7.")) or r in ("6.1-1", "6.2-1")}
    assert len(accessible) == 106
    assert len(told) - 106 == 151 + 1  # and 6.7.3-2, of an earlier profile
    damaged = {r.split()[0] for r in (*ARCHIVE_DAMAGES, *BYTES)} - {"6.6.3"}
    assert damaged <= set(told)
    assert {r for r in damaged if "tested" not in told[r]} == set()


def test_the_tables_name_only_rules_that_are_and_all_that_are_for_all_files():
    named = set(re.findall(r"`(preflight/[\w-]+)`", TABLE)) - {"preflight/x"}
    assert named <= set(CODES)
    rules = (
        *SOUND,
        *COMPLETE,
        *FOR_ALL,
        *LEGIBLE,
        *WELL_SET,
        *PRESS_SOUND,
        *PRESS,
        *PRESS_PAGES,
        *PRESS_PLATES,
    )
    codes = {f"preflight/{rule.__name__.replace('_', '-')}" for rule in rules}
    assert named <= codes
    assert {f"preflight/{rule.__name__.replace('_', '-')}" for rule in FOR_ALL} <= named
