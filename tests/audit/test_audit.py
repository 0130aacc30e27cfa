"""audit: what each rule lets pass and what it does not, beside the golden cases."""

from pathlib import Path

import pytest

from press.audit import audited
from press.audit.audit import RULES, TEXT_RULES, audit
from press.audit.figures import figures
from press.audit.mentions import sentences
from press.codes.codes import CODES
from press.content.load import load
from press.content.resolve import resolve
from press.content.validate import Records, validate
from press.diagnostics import Diagnostic
from tests.support.projects import project_in, typed_in
from tests.support.symbols import SYMBOLS
from tests.support.tables import table

HOME = Path(__file__).resolve().parents[1] / "projects" / "audit" / "content"
# The files of a project; the event in Darfur has TEXT and NOTE to be written in their place.
PROJECT = {
    path.relative_to(HOME).with_suffix("").as_posix(): path.read_text("utf-8")
    for path in sorted(HOME.rglob("*.yaml"))
}
PROJECT["publication"] = f"{SYMBOLS}{PROJECT['publication']}"
DARFUR = "events/2006-08-31-darfur"
SILENT = "audit/unused-fact"  # of facts that a short text does not print


def records_of(folder: Path, **files: str) -> Records:
    """The records of `PROJECT` with some files changed, written below `folder`."""
    typed_in(folder, {f"{name}.yaml": text for name, text in {**PROJECT, **files}.items()})
    project = project_in(folder, home=folder)
    return validate(load(project))


def complaints(folder: Path, **files: str) -> list[Diagnostic]:
    """What the audit says of `PROJECT` with some files changed."""
    records = records_of(folder, **files)
    return [d for d in audit(resolve(records), records) if d.code != SILENT]


def darfur(text: str, note: str = "انقلبت رتبتان.", more: str = "") -> dict[str, str]:
    """The event with a text and a note, and more keys."""
    event = PROJECT[DARFUR].replace("TEXT", text).replace("NOTE", note)
    return {DARFUR: f"{event}\n{more}\n" if more else event}


def said(folder: Path, text: str, note: str = "انقلبت رتبتان.") -> list[str]:
    """The codes of what the audit says of `text` as the brief of an event."""
    found = complaints(folder, **darfur(f"|\n  {text}", note))
    return [d.code.removeprefix("audit/") for d in found]


def test_every_rule_is_named_for_its_code():
    names = {rule.__name__ for rule in (*RULES, *TEXT_RULES)}
    codes = {code.removeprefix("audit/") for code in CODES if code.startswith("audit/")}
    assert {name.replace("_", "-") for name in names} == codes


def test_a_project_without_brief_and_poster_has_no_unused_events(tmp_path):
    assert said(tmp_path, "دارفور.") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("أذن بنشر 17300 عنصر.", []),
        ("أذن بنشر 17\u00a0300 عنصر.", []),
        ("أذن بنشر 17400 عنصر.", ["unsourced-number"]),
        ("أعاد تأكيد الفقرة 138.", []),
        ("أذن بنشر 138 عنصراً.", ["unsourced-number"]),
        ("اتخذ القرار 1706 في عام 2006.", []),
        ("اتخذ القرار في 31 آب/أغسطس 2006.", []),
        ("اتخذ القرار في آب/أغسطس 2006.", []),
        ("اتخذ القرار في 30 آب/أغسطس 2006.", ["unsourced-date"]),
        ("عقد 31 جلسة.", ["unsourced-number"]),
        ("هاتفه +44 (0)20 7481 6900.", ["unsourced-number"]),
        ("رمزه S/RES/1706.", []),
        ("رمزه S/RES/1707.", ["unsourced-symbol"]),
        ("قالت الصحيفة 13700.", ["unsourced-number"]),
    ],
)
def test_a_figure_typed_by_hand_needs_a_voucher(text, code, tmp_path):
    assert said(tmp_path, text) == code


def test_in_a_draft_what_waits_for_its_source_is_advice_and_what_is_ill_typed_is_not(tmp_path):
    draft = PROJECT["publication"] + "audit: draft\n"
    found = complaints(tmp_path, publication=draft, **darfur("|\n  قُتل 41 شخصا , في دارفور."))
    told = {d.code.removeprefix("audit/"): d.severity for d in found}
    assert told["unsourced-number"] == "advice"
    assert {severity for code, severity in told.items() if "hygiene" in code} == {"error"}


def test_a_note_may_name_what_a_source_says_and_when(tmp_path):
    assert said(tmp_path, "دارفور.", note="في الصحيفة 13700، والمقالة من عام 2009.") == []


@pytest.mark.parametrize(("text", "code"), table(__file__, "counts in words"))
def test_a_count_in_words_agrees_with_the_fact(text, code, tmp_path):
    assert said(tmp_path, text) == code.split()


@pytest.mark.parametrize(("text", "code"), table(__file__, "doubts"))
def test_a_doubt_is_given_to_its_source_in_the_same_sentence(text, code, tmp_path):
    assert said(tmp_path, text) == code.split()


def test_a_point_in_a_symbol_ends_no_sentence():
    text = "عُقدت الجلسة S/PV.5519 يومها. ثم رُفعت"
    assert [text[a:b].strip() for a, b in sentences(text)] == [
        "عُقدت الجلسة S/PV.5519 يومها.",
        "ثم رُفعت",
    ]


@pytest.mark.parametrize(("text", "code"), table(__file__, "names"))
def test_a_name_is_spelt_as_its_record_spells_it(text, code, tmp_path):
    assert said(tmp_path, text) == code.split()


@pytest.mark.parametrize("before", ["وصل", "وَصَلَ"])
def test_a_name_that_is_spelt_otherwise_is_found_where_it_stands(before, tmp_path):
    (found,) = complaints(tmp_path, **darfur(f"{before} خوان مينديز."))
    assert (found.code, found.place.column) == ("audit/variant", 9 + len(before))


def test_a_text_is_read_once_for_its_figures(tmp_path, monkeypatch):
    read = []

    def counted(words, symbols):
        read.append(words)
        return figures(words, symbols)

    monkeypatch.setattr(audited, "figures", counted)
    said(tmp_path, "أذن بنشر 17300 عنصر في 31 آب/أغسطس 2006.")
    assert len([words for words in read if "17300" in words]) == 1


@pytest.mark.parametrize(("text", "code"), table(__file__, "typing"))
def test_arabic_is_typed_as_typography_asks(text, code, tmp_path):
    assert said(tmp_path, text) == code.split()


def test_a_publication_in_arabic_indic_digits_has_no_european_ones(tmp_path):
    publication = f"{PROJECT['publication']}digits: arabic\n"
    text = "القرار 1706، ورمزه S/RES/1706، في عام ٢٠٠٦."
    told = complaints(tmp_path, publication=publication, **darfur(text))
    found = [(d.code, d.place.column) for d in told]
    assert found == [("audit/hygiene-digits", 15)]


@pytest.mark.parametrize(("date", "symbol", "code"), table(__file__, "symbols"))
def test_a_symbol_is_of_the_time_of_its_record(date, symbol, code, tmp_path):
    event = f"""
title: وثيقة
date: {date}
actor: council
kind: report
rank: minor
symbol: {symbol}
brief: وثيقة.
poster: وثيقة
"""
    files = {f"events/{date}-paper": event, **darfur("دارفور.", "نعم.")}
    found = [d.code.removeprefix("audit/") for d in complaints(tmp_path, **files)]
    assert found == code.split()


def test_a_passage_knows_the_place_of_every_letter(tmp_path):
    event = darfur("|\n  صدر {symbol}، وفيه\n  [ثلاث دول]{states} هنا.", "نعم.")
    texts = resolve(records_of(tmp_path, **event)).passages
    brief = next(text for text in texts if "ثلاث" in text.words)
    assert brief.words == "صدر \ufffc، وفيه\nثلاث دول هنا.\n".rstrip("\n") + "\n"
    three, here = brief.words.index("ثلاث"), brief.words.index("هنا")
    assert str(brief.at(three)) == "content/events/2006-08-31-darfur.yaml:9:4"
    assert str(brief.at(here)) == "content/events/2006-08-31-darfur.yaml:9:22"
    assert [(m.target, m.tied) for m in brief.mentions] == [("symbol", False), ("states", True)]


def test_a_line_keeps_its_braces(tmp_path):
    found = said(tmp_path, "دارفور.", note='"القوة {troops}."')
    assert found == ["dead-reference"]


@pytest.mark.parametrize(
    ("keys", "severities"),
    [
        ("shown: مطلع عام 2006", []),
        ("shown: مطلع القرن", ["error"]),
        ("hijri: 1427-08-07", []),
        ("hijri: 1427-08-08", ["advice"]),
        ("hijri: 1427-08-10", ["error"]),
        ("hijri: 1427", []),
    ],
)
def test_what_is_said_in_place_of_a_date_or_beside_it_is_that_date(tmp_path, keys, severities):
    found = complaints(tmp_path, **darfur("دارفور.", more=keys))
    assert [d.severity for d in found if d.code == "audit/chronology"] == severities


@pytest.mark.parametrize(
    ("typed", "code"), [("عام 1427 هـ", []), ("عام 1428 هـ", ["audit/unsourced-number"])]
)
def test_a_hijri_date_of_the_record_vouches_for_its_year(typed, code, tmp_path):
    event = darfur(f"اتخذ القرار {typed}.", "خلاف.", "hijri: 1427-08-07")
    found = complaints(tmp_path, **event)
    assert [d.code for d in found if d.code == "audit/unsourced-number"] == code


@pytest.mark.parametrize(("name", "text", "codes"), table(__file__, "bearers"))
def test_a_name_is_written_as_its_bearer_writes_it(tmp_path, name, text, codes):
    people = PROJECT["people"] + f"one: {{name: {name}, role: كاتبة}}\n"
    told = complaints(tmp_path, people=people, **darfur(f"|\n  {text}"))
    found = [d.code.removeprefix("audit/") for d in told]
    assert found == codes.split()
