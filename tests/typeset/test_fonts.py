"""fonts: the face that the styles name for a language has its letters."""

import re
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from press.typeset.fonts import installed_fonts

STYLES = Path(__file__).resolve().parents[2] / "styles" / "shared" / "arabic.css"
SAID = {
    "he": "שלום", "hy": "բարեւ", "ka": "გამარჯობა", "am": "ሰላም", "hi": "नमस्ते", "bn": "নমস্কার",
    "gu": "નમસ્તે", "pa": "ਸਤਿ", "ta": "வணக்கம்", "te": "నమస్కారం", "kn": "ನಮಸ್ಕಾರ", "ml": "നമസ്കാരം",
    "si": "ආයුබෝවන්", "th": "สวัสดี", "lo": "ສະບາຍດີ", "km": "ជំរាបសួរ", "my": "မင်္ဂလာပါ", "bo": "བཀྲ",
    "syr": "ܫܠܡܐ", "cop": "ⲛⲟⲙⲉ",
}  # fmt: skip


def named() -> dict[str, str]:
    """The family that the styles name first for a language, by its tag."""
    found = {}
    for rule in re.finditer(r"(bdi\[[^{]*){ font-family: \"([^\"]+)\"", STYLES.read_text("utf-8")):
        for tag in re.findall(r"lang\|=\"(\w+)\"", rule[1]):
            found[tag] = rule[2]
    return found


@pytest.mark.parametrize("tag", SAID)
def test_the_face_of_a_language_has_its_letters(tag):
    family = named()[tag]
    assert family in installed_fonts()
    asked = ["fc-match", "--format", "%{file}", family]
    with TTFont(subprocess.run(asked, capture_output=True, text=True, check=True).stdout) as font:
        assert set(map(ord, SAID[tag])) <= set(font.getBestCmap())


def test_every_language_that_is_named_is_tried_or_shares_a_face():
    held = named()
    assert {held[tag] for tag in SAID} == set(held.values())
