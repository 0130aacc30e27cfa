"""Every complaint has its row, every row is used, and both languages say the same."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from press.codes.codes import CODES
from press.codes.row import Both, Forms, Row, pair, say
from press.codes.terms import TERMS
from press.commands.server import broken, shown
from press.diagnostics import SHOWN, Diagnostic, Place, for_people

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "press" / "codes"
MODULES = [p for p in (ROOT / "press").rglob("*.py") if not p.is_relative_to(TABLES)]
TREES = {path: ast.parse(path.read_text("utf-8")) for path in MODULES}
ARABIC = re.compile("[\u0621-\u064a]")
# What a row may hold besides its Arabic: names between backquotes, and places of values.
NAMED = re.compile(r"`[^`]*`|\{[^{}]*\}")


def uttered() -> set[str]:
    """Every code that stands as a text in press/, and every rule named for its code."""
    stages = {code.partition("/")[0] for code in CODES}
    form = re.compile(f"(?:{'|'.join(sorted(stages))})/[a-z0-9-]*[a-z0-9]")
    nodes = [node for tree in TREES.values() for node in ast.walk(tree)]
    texts = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return {text for text in texts if form.fullmatch(text)}


def ruled(stage: str, room: str) -> set[str]:
    """The codes of the functions in a room: `page_size` makes `preflight/page-size`."""
    return {
        f"{stage}/{node.name.replace('_', '-')}"
        for path, tree in TREES.items()
        if path.is_relative_to(ROOT / "press" / room)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }


def forms(held: Forms) -> Iterator[Both]:
    """Every wording of a rule, a fault or a hint."""
    yield from held.values() if isinstance(held, Mapping) else [held]


def wordings(row: Row) -> list[tuple[str, str]]:
    """Every wording of a row."""
    return [
        pair(both) for held in (row.rule, row.fault, row.hint, row.parts) for both in forms(held)
    ]


def fields(pattern: str) -> set[str]:
    """The names of the values in a pattern."""
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def test_every_code_is_used_and_every_code_that_is_used_has_a_row():
    made = uttered() | ruled("preflight", "preflight") | ruled("audit", "audit")
    assert uttered() <= set(CODES)
    assert set(CODES) <= made


def test_a_table_holds_the_codes_of_its_stage():
    for path in TABLES.rglob("*.py"):
        held = re.findall(
            r'^    "([a-z]+)/[a-z0-9-]+": (?:Row|written)\(', path.read_text("utf-8"), re.MULTILINE
        )
        assert set(held) <= {path.relative_to(TABLES).parts[0].removesuffix(".py")}, path


@pytest.mark.parametrize("code", CODES)
def test_a_row_says_the_same_in_both_languages(code):
    row = CODES[code]
    for english, arabic in wordings(row):
        assert not ARABIC.search(NAMED.sub("", english)), english
        assert ARABIC.search(NAMED.sub("", arabic)), arabic
        assert not re.search("[A-Za-z]", NAMED.sub("", arabic)), arabic
        assert fields(english) == fields(arabic), english
        assert not arabic.endswith((".", "،")) and "  " not in arabic
        for name in re.findall("`([^`]*)`", arabic):
            assert name in english.replace("`", ""), f"{name} is not in: {english}"


@pytest.mark.parametrize("code", CODES)
def test_no_wording_of_a_row_is_left_out(code):
    row = CODES[code]
    assert all(all(said) for said in wordings(row))
    assert pair(row.rule) not in [pair(both) for h in (row.fault, row.hint) for both in forms(h)]


def test_rules_are_told_apart_by_their_words():
    for language in (0, 1):
        rules = [pair(row.rule)[language] for row in CODES.values()]
        assert len(rules) == len(set(rules))


def test_every_term_stands_in_the_code():
    nodes = [node for tree in TREES.values() for node in ast.walk(tree)]
    assert set(TERMS) <= {node.value for node in nodes if isinstance(node, ast.Constant)}


# -- the machine -----------------------------------------------------------------------------------


def test_a_value_is_isolated_where_the_line_would_move_it():
    both = ("the key {key} is {value}", "المفتاح {key} هو {value}")
    values = {"key": "title", "value": "القرار"}
    assert say(both, values, "en") == "the key title is \u2068القرار\u2069"
    assert say(both, values, "ar") == "المفتاح \u2068title\u2069 هو \u2068القرار\u2069"


def test_a_text_of_two_lines_says_what_a_pair_says_and_one_of_three_is_refused():
    text = """the key {key}
              المفتاح {key}"""
    both = ("the key {key}", "المفتاح {key}")
    assert pair(text) == pair(both) == both
    assert say(text, {"key": "title"}, "ar") == say(both, {"key": "title"}, "ar")
    with pytest.raises(ValueError, match="too many"):
        pair(f"{text}\nthree")


def test_a_name_between_backquotes_is_isolated_in_arabic_and_stands_as_it_is_in_english():
    both = ("add a `note`", "أضف المفتاح `note`")
    assert say(both, {}, "en") == "add a `note`"
    assert say(both, {}, "ar") == "أضف المفتاح \u2068note\u2069"


def test_a_list_has_the_comma_of_its_language():
    both = ("one of {allowed}", "واحد من {allowed}")
    values = {"allowed": ("major", "minor")}
    assert say(both, values, "en") == "one of major, minor"
    assert say(both, values, "ar") == "واحد من \u2068major\u2069، \u2068minor\u2069"


def test_a_term_is_said_in_the_language_of_the_row():
    both = ("the {what:term} of it", "{what:term}")
    assert [say(both, {"what": "title"}, language) for language in ("en", "ar")] == [
        "the title of it", "العنوان"
    ]  # fmt: skip
    assert say(both, {"what": "no term"}, "ar") == "\u2068no term\u2069"


def test_a_complaint_without_a_row_is_refused():
    with pytest.raises(KeyError):
        Diagnostic("load/no-such", Place("content/brief.yaml"))


def test_of_many_complaints_of_one_code_twenty_are_shown_and_the_rest_counted():
    many = [Diagnostic("load/not-utf8", Place(f"content/{n}.yaml")) for n in range(501)]
    other = Diagnostic("load/not-a-map", Place("content/z.yaml"))
    lines = list(for_people([*many, other], "en"))
    assert len(lines) == SHOWN + 3
    assert lines[-3:] == [
        other.lines(),
        "and 481 more [load/not-utf8]",
        "502 errors; nothing was written.",
    ]
    assert list(for_people(many, "ar"))[-2:] == [
        "و\u2068481\u2069 غيرها [\u2068load/not-utf8\u2069]",
        "عدد الأخطاء: \u2068501\u2069، ولم يُكتب شيء.",
    ]


def test_a_desk_shows_errors_first():
    advice = Diagnostic("audit/unused-fact", Place("a.yaml"), {"fact": "f"}, severity="advice")
    error = Diagnostic("load/not-a-map", Place("b.yaml"))
    assert [one["code"] for one in shown([advice, error])] == [error.code, advice.code]


def test_a_fault_of_ours_is_called_one():
    told = broken(ValueError("no such thing"))
    assert told == {
        "severity": "error",
        "message": "a fault of the program itself: ValueError: no such thing",
        "message_ar": "خلل في البرنامج نفسه: \u2068ValueError: no such thing\u2069",
    }
