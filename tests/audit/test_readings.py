"""readings: what double entry asks of a fact, and of the figures of a text."""

from pathlib import Path

import pytest

from tests.audit.test_audit import DARFUR, PROJECT, complaints

# Every reading of PROJECT as its source has it.
EVENT = """
title: دارفور
date: 2006-08-31
actor: council
kind: resolution
rank: major
symbol: S/RES/1706 (2006)
see: [libya]
brief: TEXT
poster: دارفور
facts:
  adopted: {about: الاتخاذ, of: [date, symbol],
    said: {article: {date: 2006-08-31, symbol: S/RES/1706 (2006)}}}
  troops: {about: القوة, value: TROOPS, counts: عنصر,
    said: {sheet: 13700, article: 17300, blog: 17300}, note: NOTE}
  claim: {about: الوعد, value: نشر PROMISED عنصر, said: sheet}
"""
LIBYA = """
title: ليبيا
date: 2011-03-17
actor: council
kind: resolution
rank: major
symbol: S/RES/1973 (2011)
brief: ليبيا.
poster: ليبيا
facts:
  passed: {about: الاتخاذ, of: [date, symbol],
    said: {sheet: {date: 2011-03-17, symbol: S/RES/1973 (2011)}}}
"""
NOTE = "تقول الصحيفة 13700 والصحيح 17300."


def codes(
    folder: Path,
    text: str = "دارفور.",
    *,
    troops: str = "17300",
    note: str = NOTE,
    promised: str = "17300",
    event: str = EVENT,
) -> list[str]:
    """What the audit says of `PROJECT` under double entry."""
    event = event.replace("TEXT", f"|\n  {text}").replace("NOTE", note)
    event = event.replace("TROOPS", troops).replace("PROMISED", promised)
    files = {
        "publication": PROJECT["publication"].replace("said: sheet", "said: {sheet: 2005-2012}")
        + "audit: double\n",
        "sources": f"{PROJECT['sources']}blog: {{title: م, language: ar, kind: page, by: م}}\n",
        "events/2011-03-17-libya": LIBYA,
        DARFUR: event,
    }
    return [d.code.removeprefix("audit/") for d in complaints(folder, **files)]


def test_a_fact_typed_twice_is_accepted(tmp_path):
    assert codes(tmp_path) == []


@pytest.mark.parametrize("slip", ["17400", "71300", "1730"])
def test_a_slip_in_a_value_is_what_no_source_says(slip, tmp_path):
    assert "unresolved-fact" in codes(tmp_path, troops=slip)


@pytest.mark.parametrize("note", ["انقلبت رتبتان.", "تقول الصحيفة 13700.", "والصحيح 17300."])
def test_a_note_names_what_is_printed_and_what_each_source_says(note, tmp_path):
    assert set(codes(tmp_path, note=note)) == {"unresolved-fact"}


def test_a_claim_in_words_has_no_figure_of_its_own(tmp_path):
    assert codes(tmp_path, promised="17400") == ["unsourced-number"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("القرار 1706.", []),
        ("القرار 1973.", ["unsourced-number"]),  # the record leads there, and says no such number
        ("[القرار 1973]{libya}.", []),
        ("[القرار 1706]{libya}.", ["unsourced-number"]),
        ("[القرار 1973]{passed}.", []),
        ("[القرار 1706]{passed}.", ["unsourced-number"]),
    ],
)
def test_a_figure_has_one_voucher_its_record_or_what_it_is_tied_to(text, found, tmp_path):
    assert codes(tmp_path, text) == found


@pytest.mark.parametrize(
    ("said", "follows", "found"),
    [
        ("sheet: 13700, article: 17300, blog: 17300", "", []),
        ("sheet: 13700, article: 17300", "", ["unresolved-fact"]),
        ("sheet: 13700, article: 17300", ", follows: article", []),
        ("sheet: 13700, article: 17300", ", follows: sheet", ["unresolved-fact"]),
    ],
)
def test_what_is_printed_is_the_reading_of_most_or_of_the_source_that_is_followed(
    said, follows, found, tmp_path
):
    event = EVENT.replace("sheet: 13700, article: 17300, blog: 17300}", f"{said}}}{follows}")
    assert codes(tmp_path, event=event) == found
