"""Nothing that all publications share knows the subject of the first one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = sorted(
    path
    for folder in ("press", "templates", "styles")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".html", ".css", ".js")
)
LENT = sorted(
    path for name in ("headings", "lexicon") for path in (ROOT / "content").glob(f"{name}.*.yaml")
)
# Words, symbols and colours of the United Nations and of what the first publication tells.
OF_THE_FIRST = re.compile(
    r"""United[ ]Nations|\bUN\b|Security[ ]Council|\bthe[ ]Council\b|General[ ]Assembly
    |Secretary.General|Human[ ]Rights|Responsibility[ ]to[ ]Protect|resolution-\d|\bDarfur\b
    |[SA]/RES|S/PV|A/\d\d/\d|\borgans?\b
    |الأمم[ ]المتحدة|مجلس[ ]الأمن|الجمعية[ ]العامة|الأمين[ ]العام|حقوق[ ]الإنسان
    |القمة[ ]العالمية|الركائز|صحيفة[ ]الوقائع|دارفور|ليبيا
    |\#(?:009edb|5b92e5|1f69b3)""",
    re.VERBOSE | re.IGNORECASE,
)
# What stays, and why.
STAYS = {
    ("press/language/months.py", "United Nations"): "a way to name months, `months: un`",
    ("press/language/months.py", "un"): "the name of that way",
    ("press/language/arabic.py", "United Nations"): "the same way to name months",
}


@pytest.mark.parametrize(
    "path", [*SHARED, *LENT], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_a_shared_file_does_not_know_the_first_publication(path):
    name = path.relative_to(ROOT).as_posix()
    found = {match[0] for match in OF_THE_FIRST.finditer(path.read_text("utf-8"))}
    assert {word for word in found if (name, word) not in STAYS} == set()


def test_what_stays_is_still_there():
    for name, word in STAYS:
        assert word in (ROOT / name).read_text("utf-8")
