"""Our files, and our damages, before a validator that others have written."""

import io
import random
import re
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.pdf.test_syntax import BYTES, plain
from tests.preflight.rules.test_pdfa import DAMAGES
from tests.preflight.rules.test_pdfua import MATTERHORN_DAMAGES
from tests.support.outside import complaints
from tests.support.pdfs import finished
from tests.support.tagged import after, found_in, sound

# Damages that it lets pass, and why we do not.
SILENT = {
    # The standards admit these under conditions; we make none and refuse them all.
    "6.1.10-1": "an image in the text of a page",
    "6.1.12-2": "a part of a signature",
    "6.2.4.2-2": "inks that are printed over others",
    "6.2.4.4-2": "a spot colour that is always mixed alike",
    "6.2.5-4": "a halftone that is the device's own",
    "6.5.1-1 when it is opened": "an address that opens by itself",
    "14-006": "headings that are all plain, one in an element",
    "20-001": "optional content without a group",
    "25-001": "a form without a field",
    "31-004": "a table of glyphs instead of Identity",
    # What the Matterhorn Protocol names, and the profiles do not ask.
    "09-007": "a part of Ruby outside of one",
    "09-008": "a part of Warichu outside of one",
    # Asked less strictly, or of other objects.
    "6.1.13-2": "a number too great, in the text of a page",
    "6.1.7.2-1": "a wrong checksum of what is packed",
    "6.1.8-1": "a name that is not UTF-8, but of no font, colour or tag",
    "6.2.2-1 once too often": "a state that is given back and was not kept",
    "6.2.2-2": "a font that is not there",
    "6.2.3-3": "a profile kept elsewhere, of an output intent that is not one for a press",
    "6.2.8-5": "a mask that is no mask of another image",
    "6.2.8.3-1": "JPEG 2000 that is none",
    "6.6.2.1-4 without an end": "a packet of metadata that does not end",
    "6.6.2.1-5": "a wrong byte in the metadata",
    "6.6.3": "the older metadata says something else: readers of PDF/A-2 must ignore it",
    "6.7.3-2": "a tag whose type is not StructElem",
    "7.1-12": "a tag that names another parent: it asks only for one",
    "7.5-2": "a head that is not there, of a cell that has another by scope",
    "11-001": "a language of seven letters is one by its form",
    "15-003": "the heads of that table can be told without a scope",
    "19-004": "the same id is that of a note and of a heading",
    "28-012": "the name of a link is a space",
}


@pytest.mark.parametrize("name", ["brief", "poster"])
def test_a_publication_keeps_both_standards(name):
    assert complaints(finished(name).document.pdf) == set()


def test_the_first_publication_keeps_both_standards(run):
    for name in ("brief.pdf", "poster.pdf"):
        assert complaints((run.output / name).read_bytes()) == set()


def test_what_the_rules_catch_is_caught_by_others_too():
    """Else a golden case would show what we believe, not what the standards ask."""
    assert complaints(sound()) == complaints(plain()) == set()
    files = {what: after(damage) for what, damage in MATTERHORN_DAMAGES.items()}
    files |= {what: after(damage) for what, (damage, _) in DAMAGES.items()}
    files |= {what: spoil(plain()) for what, spoil in BYTES.items()}
    assert {what for what, pdf in files.items() if not complaints(pdf)} == set(SILENT)


# What rules hold that need more than the file: their damages are in test_preflight.py.
ELSEWHERE = re.compile(
    "TAGGED-DOCUMENT|STRUCT-TREE-ROOT|LINK-LINK-TAG|PAGE-TABS|FONT-EMBEDDING|LANGUAGE|VIEWER-PREF"
)


@pytest.mark.parametrize("seed", range(4))
def test_no_damage_at_random_passes_our_rules_and_not_theirs(seed):
    """75 entries a time are taken out or exchanged, wherever in the file they are."""
    chance = random.Random(seed)
    passed = {}
    for number in range(75):
        told: list[str] = []
        pdf = after(lambda pdf, told=told: spoil_an_entry(pdf, chance, told))
        theirs = {name for name in complaints(pdf) if not ELSEWHERE.search(name)}
        if theirs and not ours(pdf):
            passed[f"{number}: {' '.join(told)}"] = theirs
    assert passed == {}


def ours(pdf: bytes) -> bool:
    """Whether our rules find anything in a file."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return bool(opened.check_pdf_syntax()) or bool(found_in(pdf))
    except pikepdf.PdfError:
        return True


def spoil_an_entry(pdf: pikepdf.Pdf, chance: random.Random, told: list[str]) -> None:
    """Takes an entry of an object out, or puts a value of another kind there."""
    held: Any = pdf.objects[chance.randrange(len(pdf.objects))]
    while isinstance(held, (Dictionary, pikepdf.Stream, Array)):
        places = range(len(held)) if isinstance(held, Array) else held.keys() - {"/Length"}
        if not places:
            return
        key: Any = chance.choice(sorted(places))
        value = held[key]
        told.append(str(key))
        inner = isinstance(value, (Dictionary, Array)) and not value.is_indirect
        if inner and chance.random() < 0.6:
            held = value
        elif chance.random() < 0.3:
            del held[key]
            return
        else:
            held[key] = chance.choice([Name.Odd, 0, -1, 999, String("odd"), Array([])])
            return
