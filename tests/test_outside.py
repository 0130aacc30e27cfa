"""Our files, and our damages, before a validator that others have written."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.outside import complaints
from tests.pdfs import finished
from tests.test_matterhorn import ARCHIVE_DAMAGES, MATTERHORN_DAMAGES, sound

# Damages that it lets pass, and why we do not.
SILENT = {
    # Kinds of objects that the standards admit under conditions; we make none and refuse them all.
    "20-001": "optional content without a group",
    "25-001": "a form without a field",
    "31-004": "a table of glyphs instead of Identity",
    # What the Matterhorn Protocol names, and veraPDF's profile does not ask.
    "09-007": "a part of Ruby outside of one",
    "09-008": "a part of Warichu outside of one",
    # Asked less strictly.
    "11-001": "a language of eight letters is one by its form",
    "15-003": "the heads of that table can be told without a scope",
    "19-004": "the same id is that of a note and of a heading",
    "28-012": "the name of a link is a space",
    "two titles": "readers of PDF/A-2 must ignore the older kind of metadata",
    # Of parts that no page draws with.
    "a transfer function": "in a graphics state that is not used",
    "an unknown blend mode": "in a graphics state that is not used",
    "an interpolated image": "that is not drawn",
    "data packed with LZW": "pikepdf packs it anew when it writes the file",
    "a file without an identifier": "pikepdf gives one when it writes the file",
}
DAMAGES = MATTERHORN_DAMAGES | {what: damage for what, (damage, *_) in ARCHIVE_DAMAGES.items()}


@pytest.mark.parametrize("name", ["brief", "poster"])
def test_a_publication_keeps_both_standards(name):
    assert complaints(finished(name).document.pdf) == set()


def test_the_first_publication_keeps_both_standards(run):
    for name in ("brief.pdf", "poster.pdf"):
        assert complaints((run.output / name).read_bytes()) == set()


def test_what_the_rules_catch_is_caught_by_others_too():
    """Else a golden case would show what we believe, not what the standards ask."""
    before = complaints(sound())
    passed = {what for what, damage in DAMAGES.items() if complaints(after(damage)) <= before}
    assert passed == set(SILENT)


def after(damage) -> bytes:
    """A sound file after a damage."""
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        damage(pdf)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()
