"""faults: every complaint that the code can make has its name in Arabic, and a desk shows it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from press.codes import FAULTS
from press.commands.server import broken, shown
from press.diagnostics import CODES, Diagnostic, Place

ROOT = Path(__file__).resolve().parent.parent
RULES = (ROOT / "templates" / "proof" / "rules.html").read_text("utf-8")
ARABIC = re.compile("[\u0621-\u064a]")


def uttered() -> set[str]:
    """Every text in press/ that has the form of a code, but for those of the tables of codes."""
    stages = {code.partition("/")[0] for code in CODES}
    form = re.compile(f"(?:{'|'.join(sorted(stages))})/[a-z0-9-]*[a-z0-9]")
    return {
        node.value
        for path in (ROOT / "press").rglob("*.py")
        if path.stem not in ("diagnostics", "faults")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and form.fullmatch(node.value)
    }


def test_every_code_has_a_name_in_arabic_and_a_rule_in_arabic() -> None:
    """Who adds a code names it here, in press/codes.py and in templates/proof/rules.html."""
    ruled = set(re.findall(r'^  "([a-z]+/[a-z0-9-]+)": "', RULES, re.MULTILINE))
    assert (set(CODES) - set(FAULTS), set(FAULTS) - set(CODES)) == (set(), set())
    assert (set(CODES) - ruled, ruled - set(CODES)) == (set(), set())


def test_what_is_uttered_is_a_code() -> None:
    assert len(uttered()) > 20
    assert uttered() <= set(CODES)


@pytest.mark.parametrize("code", FAULTS)
def test_a_name_is_short_arabic_and_of_its_own(code: str) -> None:
    name = FAULTS[code]
    assert ARABIC.match(name)
    assert 2 <= len(name.split()) <= 9
    assert not name.endswith((".", "،")) and "  " not in name
    # It says what is wrong, and not the rule over again.
    assert f'"{code}": "{name}"' not in RULES
    assert [other for other, said in FAULTS.items() if said == name] == [code]


def test_an_error_is_shown_with_its_name_and_its_own_words() -> None:
    place = Place("content/brief.yaml", 3, 1)
    told = shown(Diagnostic("load/duplicate-key", place, "the key stands twice", "take one out"))
    assert (told["fault"], told["said"], told["asked"]) == ("مفتاح مكرر", "", "")
    assert (told["path"], told["line"], told["message"]) == (
        "content/brief.yaml", 3, "the key stands twice"
    )  # fmt: skip


def test_advice_is_shown_in_arabic_altogether() -> None:
    place = Place("content/people.yaml", 12, 5)
    hint = "write {luck-until} or […]{luck-until} where it is said, or take it out"
    told = shown(
        Diagnostic("audit/unused-fact", place, "no text prints the fact luck-until", hint, "advice")
    )
    assert told["fault"] == "واقعة لا يطبعها أي نص"
    assert "لا يطبع أيُّ نص" in told["said"] and told["asked"]


def test_a_fault_of_ours_is_called_one() -> None:
    told = broken(ValueError("no such thing"))
    assert told == {
        "severity": "error", "message": "ValueError: no such thing", "fault": "خلل في البرنامج نفسه"
    }  # fmt: skip
