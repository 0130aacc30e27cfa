"""counsel: what a proof advises is said in Arabic, with the values of the English."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from press.report.translations import FORMS, in_arabic

ROOT = Path(__file__).resolve().parents[2]
ADVICE = re.compile(r"advice: (?P<message>.*) \[(?P<code>[\w/-]+)\]\n  hint: (?P<hint>.*)")


def advising() -> set[str]:
    """The codes, without their stage, of every complaint in press/ that may be advice."""
    found = set()
    for path in (ROOT / "press").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                held = {n.value for n in ast.walk(node) if isinstance(n, ast.Constant)}
                made = any(
                    isinstance(n, ast.Call)
                    and getattr(n.func, "id", "") in ("Diagnostic", "Finding", "_found")
                    for n in ast.walk(node)
                )
                if "advice" in held and made:
                    found.add(node.name.replace("_", "-"))
    return found


def golden() -> list[tuple[str, str, str]]:
    """The advice of the golden cases: code, message, hint."""
    return [
        (match["code"], match["message"], match["hint"])
        for path in sorted((ROOT / "tests" / "cases").rglob("expected.txt"))
        for match in ADVICE.finditer(path.read_text("utf-8"))
    ]


def test_every_rule_that_advises_has_its_words_in_arabic() -> None:
    assert advising() == {code.partition("/")[2] for code in FORMS}


@pytest.mark.parametrize(("code", "message", "hint"), golden())
def test_the_advice_of_the_golden_cases_keeps_its_values(
    code: str, message: str, hint: str
) -> None:
    said = in_arabic(code, message, hint)
    assert said
    for text, arabic in zip((message, hint), said, strict=True):
        assert set(re.findall(r"\d+", arabic)) == set(re.findall(r"\d+", text))
        assert not re.search("[A-Za-z]", re.sub("\u2066[^\u2069]*\u2069|says", "", arabic))


def test_a_coarse_image_is_told_in_arabic_with_both_resolutions() -> None:
    message = "the image \u2068Im\u2069 has 120 pixels an inch; 300 are fine"
    said = in_arabic(
        "preflight/coarse-image", message, "store it 600 pixels wide, or print it smaller"
    )
    assert said == (
        "دقة الصورة \u2066Im\u2069: \u2066120\u2069 بكسل في البوصة، "
        "والدقة المطلوبة \u2066300\u2069",
        "احفظها بعرض \u2066600\u2069 بكسل، أو اطبعها أصغر",
    )


def test_advice_in_other_words_is_left_as_it_is() -> None:
    assert in_arabic("audit/unused-fact", "nothing prints it", "") is None
    assert in_arabic("load/not-utf8", "this file is not text in UTF-8", "") is None
