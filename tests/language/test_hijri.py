"""hijri: what is typed, what is computed, and how both calendars are said side by side."""

import pytest

from press.language.calendar import day_of
from press.language.dates import Date
from press.language.hijri import HijriDate
from press.language.languages import languages

ARABIC, ENGLISH = languages()["ar"], languages()["en"]


def test_a_whole_day_of_the_tables_is_computed():
    assert str(HijriDate.of_day(day_of(2006, 8, 31))) == "1427-08-07"
    assert HijriDate.parse("1427-08-07").days_from(day_of(2006, 8, 31)) == 0
    assert HijriDate.parse("1427-08-08").days_from(day_of(2006, 8, 31)) == 1


@pytest.mark.parametrize("day", [day_of(1727, 7, 1), day_of(-43), day_of(2300)])
def test_nothing_is_computed_beyond_the_tables(day):
    assert HijriDate.of_day(day) is None
    assert HijriDate.parse("1139-11-12").days_from(day) is None


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("1427-13", "months go from 01 to 12"),
        ("1427-08-31", "29 or 30"),
        ("1427/8", "write 1427-08"),
        ("657", "write 0657"),
    ],
)
def test_a_hijri_date_typed_otherwise_is_refused(typed, cure):
    with pytest.raises(ValueError, match=cure):
        HijriDate.parse(typed)


def test_both_calendars_are_said_with_their_eras():
    date, hijri = Date.parse("1727-07"), HijriDate.parse("1139-11")
    arabic = ARABIC.say_date(date, digits="european", months="levantine")
    assert ARABIC.say_hijri(hijri, arabic, digits="european").text == (
        "ذو القعدة 1139\u00a0هـ / تموز 1727\u00a0م"
    )
    indic = ARABIC.say_date(Date.parse("2006-08-31"), digits="arabic", months="gregorian")
    assert ARABIC.say_hijri(HijriDate(1427, 8, 7), indic, digits="arabic").text == (
        "٧ شعبان ١٤٢٧\u00a0هـ / ٣١ أغسطس ٢٠٠٦\u00a0م"
    )
    english = ENGLISH.say_date(date, digits="european", months="english")
    assert ENGLISH.say_hijri(hijri, english, digits="european").text == (
        "Dhu al-Qada 1139 AH / July 1727"
    )
