"""faces: a page brings the letters that it shows, and no more."""

import base64
import io
import re

from fontTools.ttLib import TTFont

from press.bind.web.faces import cut_face, embed_faces, letters_of
from press.workers import alone

PAGE = (
    '<html><head><style>@font-face { font-family: "Own"; src: local("Noto Naskh Arabic"); }'
    '@font-face { font-family: "None"; src: local("No Such Face"); }</style></head>'
    "<body><p>قرار &amp; كتاب</p><script>ضظ</script></body></html>"
)


def test_letters_are_those_that_elements_show():
    found = letters_of(PAGE)
    assert {"ق", "ر", "ا", "ك", "ت", "ب", "&"} <= found
    assert not {"ض", "ظ", "<"} & found


def test_a_face_is_brought_along_with_the_letters_of_the_page_in_all_their_forms():
    made = embed_faces(PAGE, alone(), None)
    (held,) = re.findall(r"url\(\"data:font/woff2;base64,([^\"]+)\"\)", made)
    font = TTFont(io.BytesIO(base64.b64decode(held)))
    drawn = set(map(chr, font.getBestCmap()))
    assert {"ق", "ر", "ك"} <= drawn
    assert not {"ض", "ظ"} & drawn
    assert "GSUB" in font  # letters join by its rules
    assert len(font.getGlyphOrder()) > len(drawn)  # initial, medial and final forms


def test_a_face_that_is_not_here_is_left_to_the_reader():
    assert "No Such Face" not in embed_faces(PAGE, alone(), None)


def test_the_same_letters_give_the_same_bytes():
    assert cut_face("Noto Sans Bold", "abc") == cut_face("Noto Sans Bold", "abc")
    assert cut_face("Noto Sans Bold", "\ue000") == b""
