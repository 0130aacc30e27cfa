from press.content.nodes import Text
from press.content.passages import line_passage
from press.diagnostics import Diagnostic, Place
from press.typeset.missing_glyphs import CODE, placed

RECORD = Place("content/sources.yaml", 7, 13)


def lacking(character: str) -> Diagnostic:
    code = f"U+{ord(character):04X}"
    return Diagnostic(CODE, Place("brief"), {"character": character, "code": code})


def test_what_no_font_has_is_one_complaint_at_its_text():
    title = Text.placed("عن 保护的责任", RECORD, "عن 保护的责任")
    texts = [line_passage(("sources", "a"), "quoted", title)]
    (only,) = placed([lacking(c) for c in "保护的责任"], texts)
    assert only.place == Place("content/sources.yaml", 7, 16)
    assert only.values["character"] == "保 护 的 责 任"


def test_what_no_text_holds_keeps_its_complaint():
    assert placed([lacking("保")], []) == (lacking("保"),)
