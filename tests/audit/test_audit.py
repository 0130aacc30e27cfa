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

PROJECT = {
    "publication": SYMBOLS
    + """
title: عنوان
subtitle: عنوان فرعي
language: ar
period: covered
edition: {number: 1, date: 2026-01-31}
publisher: ناشر
sheet: sheet
subject: موضوع
facts:
  covered: {about: الفترة, value: 2005-2012, said: sheet}
""",
    "kinds": """
events:
  report: {name: تقرير}
  dialogue: {name: حوار, after: report}
  resolution: {name: قرار}
  statement: {name: بيان}
sources: {sheet: {name: صحيفة}, article: {name: مقالة}, page: {name: صفحة}, document: {name: وثيقة}}
""",
    "headings.ar": "brief: {sheet: صحيفة الوقائع}",
    "actors": "council: {name: مجلس الأمن, short: المجلس}",
    "sources": """
sheet: {title: صحيفة, language: ar, kind: sheet, by: التحالف الدولي لمسؤولية الحماية}
article: {title: مقالة, language: en, kind: article, by: ويكيبيديا, date: 2009-05}
""",
    "people": """
ban: {name: بان كي مون, role: الأمين العام}
mendez: {name: خوان منديز, variants: [خوان مينديز], role: مستشار}
""",
    "glossary": """
r2p: {term: المسؤولية عن الحماية, definition: مبدأ., variants: [مسؤولية الحماية]}
""",
    "lexicon.ar": """
دولة: {gender: مؤنث, one: دولة واحدة, two: دولتان, few: دول, many: دولة, other: دولة, zero: لا دول}
عنصر: {gender: مذكر, one: عنصر واحد, two: عنصران, few: عناصر, many: عنصراً, other: عنصر,
  zero: لا عناصر}
""",
    "events/2006-08-31-darfur": """
title: دارفور
date: 2006-08-31
actor: council
kind: resolution
rank: major
symbol: S/RES/1706 (2006)
brief: TEXT
poster: دارفور
facts:
  troops: {about: القوة, value: 17300, counts: عنصر,
    said: {sheet: 13700, article: 17300}, note: NOTE}
  states: {about: الممتنعون, value: 3, counts: دولة, said: article}
  paragraphs: {about: الفقرتان, value: [138, 139], said: article}
  calls: {about: الدعوات, value: تعالي الدعوات, said: sheet, doubt: رأي}
""",
}
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


def said(folder: Path, text: str, note: str = "انقلبت رتبتان.") -> list[str]:
    """The codes of what the audit says of `text` as the brief of an event."""
    event = PROJECT["events/2006-08-31-darfur"].replace("TEXT", f"|\n  {text}")
    files = {"events/2006-08-31-darfur": event.replace("NOTE", note)}
    return [d.code.removeprefix("audit/") for d in complaints(folder, **files)]


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
    event = PROJECT["events/2006-08-31-darfur"].replace("NOTE", "انقلبت رتبتان.")
    found = complaints(
        tmp_path,
        **{
            "publication": PROJECT["publication"] + "audit: draft\n",
            "events/2006-08-31-darfur": event.replace("TEXT", "|\n  قُتل 41 شخصا , في دارفور."),
        },
    )
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
    event = PROJECT["events/2006-08-31-darfur"].replace("TEXT", f"{before} خوان مينديز.")
    event = event.replace("NOTE", "انقلبت رتبتان.")
    (found,) = complaints(tmp_path, **{"events/2006-08-31-darfur": event})
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
    event = PROJECT["events/2006-08-31-darfur"].replace("NOTE", "انقلبت رتبتان.")
    event = event.replace("TEXT", "القرار 1706، ورمزه S/RES/1706، في عام ٢٠٠٦.")
    files = {"publication": publication, "events/2006-08-31-darfur": event}
    found = [(d.code, d.place.column) for d in complaints(tmp_path, **files)]
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
    event_name = f"events/{date}-paper"
    darfur = PROJECT["events/2006-08-31-darfur"].replace("TEXT", "دارفور.")
    files = {event_name: event, "events/2006-08-31-darfur": darfur.replace("NOTE", "نعم.")}
    found = [d.code.removeprefix("audit/") for d in complaints(tmp_path, **files)]
    assert found == code.split()


def test_a_passage_knows_the_place_of_every_letter(tmp_path):
    event = PROJECT["events/2006-08-31-darfur"].replace("NOTE", "نعم.")
    event = event.replace("TEXT", "|\n  صدر {symbol}، وفيه\n  [ثلاث دول]{states} هنا.")
    texts = resolve(records_of(tmp_path, **{"events/2006-08-31-darfur": event})).passages
    brief = next(text for text in texts if "ثلاث" in text.words)
    assert brief.words == "صدر \ufffc، وفيه\nثلاث دول هنا.\n".rstrip("\n") + "\n"
    three, here = brief.words.index("ثلاث"), brief.words.index("هنا")
    assert str(brief.at(three)) == "content/events/2006-08-31-darfur.yaml:10:4"
    assert str(brief.at(here)) == "content/events/2006-08-31-darfur.yaml:10:22"
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
    event = PROJECT["events/2006-08-31-darfur"].replace("TEXT", "دارفور.")
    files = {"events/2006-08-31-darfur": f"{event}\n{keys}\n".replace("NOTE", "انقلبت رتبتان.")}
    found = complaints(tmp_path, **files)
    assert [d.severity for d in found if d.code == "audit/chronology"] == severities


@pytest.mark.parametrize(
    ("typed", "code"), [("عام 1427 هـ", []), ("عام 1428 هـ", ["audit/unsourced-number"])]
)
def test_a_hijri_date_of_the_record_vouches_for_its_year(typed, code, tmp_path):
    event = PROJECT["events/2006-08-31-darfur"].replace("TEXT", f"اتخذ القرار {typed}.")
    files = {"events/2006-08-31-darfur": f"{event}\nhijri: 1427-08-07\n"}
    files["events/2006-08-31-darfur"] = files["events/2006-08-31-darfur"].replace("NOTE", "خلاف.")
    found = complaints(tmp_path, **files)
    assert [d.code for d in found if d.code == "audit/unsourced-number"] == code


@pytest.mark.parametrize(("name", "text", "codes"), table(__file__, "bearers"))
def test_a_name_is_written_as_its_bearer_writes_it(tmp_path, name, text, codes):
    people = PROJECT["people"] + f"one: {{name: {name}, role: كاتبة}}\n"
    event = PROJECT["events/2006-08-31-darfur"].replace("NOTE", "انقلبت رتبتان.")
    files = {"people": people, "events/2006-08-31-darfur": event.replace("TEXT", f"|\n  {text}")}
    found = [d.code.removeprefix("audit/") for d in complaints(tmp_path, **files)]
    assert found == codes.split()
