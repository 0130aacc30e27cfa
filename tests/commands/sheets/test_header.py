"""Heads are known as docs/sheets.md says, and dates read: each row of that page is tried here."""

import re
from pathlib import Path

import pytest

from press.commands.sheets.date_texts import read_date
from press.commands.sheets.header import HEADS, read_columns
from press.commands.sheets.hijri_texts import NoDate
from press.commands.sheets.table import SheetRow, Table

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "sheets.md").read_text("utf-8")
COLUMNS = re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \| [^|]+ \| [^|]+ \|$", PAGE, re.M)
DATES = re.findall(r"^\| `([^`]+)`(?: with `day-order: ([a-z-]+)`)? \| `([^`]+)` \|$", PAGE, re.M)


def test_the_page_has_every_field():
    assert [field for field, *_ in COLUMNS] == list(HEADS)


@pytest.mark.parametrize(("field", "english", "arabic"), COLUMNS, ids=[row[0] for row in COLUMNS])
def test_a_head_of_the_page_is_known_for_its_field(field, english, arabic):
    for head in [*english.split(", "), *arabic.split("، ")]:
        others = [one for one in ("Title", "Date") if one.lower() != field]
        table = Table("t.csv", "", SheetRow(1, (head.strip(), *others)))
        assert read_columns(table).of[field] == 0


@pytest.mark.parametrize(("typed", "order", "held"), DATES, ids=[row[0] for row in DATES])
def test_a_date_of_the_page_is_read_as_it_says(typed, order, held):
    assert str(read_date(typed, order)) == held


def test_what_could_be_two_dates_is_refused():
    with pytest.raises(NoDate):
        read_date("3/4/2006")
