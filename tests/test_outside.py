"""Our files, and our damages, before a validator that others have written."""

from __future__ import annotations

import pytest

from tests.outside import complaints
from tests.pdfs import finished
from tests.tagged import after, sound
from tests.test_archive import DAMAGES
from tests.test_matterhorn import MATTERHORN_DAMAGES
from tests.test_written import BYTES, plain

# Damages that it lets pass, and why we do not.
SILENT = {
    # The standards admit these under conditions; we make none and refuse them all.
    "6.1.10-1": "an image in the text of a page",
    "6.1.12-2": "a part of a signature",
    "6.2.4.2-2": "inks that are printed over others",
    "6.2.4.4-2": "a spot colour that is always mixed alike",
    "6.2.5-4": "a halftone that is the device's own",
    "6.5.1-1 when it is opened": "an address that opens by itself",
    "20-001": "optional content without a group",
    "25-001": "a form without a field",
    "31-004": "a table of glyphs instead of Identity",
    # What the Matterhorn Protocol names, and the profiles do not ask.
    "09-007": "a part of Ruby outside of one",
    "09-008": "a part of Warichu outside of one",
    # Asked less strictly, or of other objects.
    "6.1.13-2": "a number too great, in the text of a page",
    "6.1.8-1": "a name that is not UTF-8, but of no font, colour or tag",
    "6.2.2-2": "a font that is not there",
    "6.2.3-3": "a profile kept elsewhere, of an output intent that is not one for a press",
    "6.2.8-5": "a mask that is no mask of another image",
    "6.2.8.3-1": "JPEG 2000 that is none",
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
