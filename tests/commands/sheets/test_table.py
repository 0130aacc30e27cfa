"""Sheets of other programs are read as rows of texts, with the numbers that their rows have."""

import zipfile
from pathlib import Path

import pytest

from press.commands.sheets.table import read_table
from press.diagnostics import Refusal

CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet>
<table:table table:name="أحداث">
<table:table-row><table:table-cell office:value-type="string"><text:p>التاريخ</text:p>
</table:table-cell><table:table-cell office:value-type="string"><text:p>العنوان</text:p>
</table:table-cell></table:table-row>
<table:table-row/>
<table:table-row><table:table-cell office:value-type="date" office:date-value="2006-04-28">
<text:p>28/4/06</text:p></table:table-cell><table:table-cell office:value-type="string">
<text:p>افتتاح</text:p></table:table-cell></table:table-row>
</table:table>
<table:table table:name="غيرها"/>
</office:spreadsheet></office:body></office:document-content>"""

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""


@pytest.fixture
def ods(tmp_path: Path) -> Path:
    path = tmp_path / "t.ods"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("META-INF/manifest.xml", MANIFEST)
        parts.writestr("content.xml", CONTENT)
    return path


def test_an_open_document_is_read_with_its_days_as_records_have_them(ods):
    table = read_table(ods)
    assert table.name == "t.ods!أحداث"
    assert [table.head.cell(column) for column in range(2)] == ["التاريخ", "العنوان"]
    (row,) = table.rows
    assert (row.number, row.cell(0), row.cell(1)) == (3, "2006-04-28", "افتتاح")


def test_a_workbook_of_the_old_kind_is_read_with_its_days_as_records_have_them():
    # Written once by xlwt 1.3.0, which the project does not need: a head, a row with a day (a cell
    # of the format D/M/YYYY), a title and a text, and a row with a number for its year.
    table = read_table(Path(__file__).with_name("library.xls"))
    assert table.name == "library.xls!أحداث"
    assert table.head.cells == ("التاريخ", "العنوان", "النص")
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("1954-10-03", "افتتاح المكتبة", "حضر 120 ضيفاً.")),
        (3, ("1967", "توسعة القاعة", "")),
    ]


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(ods):
    with pytest.raises(Refusal) as refused:
        read_table(ods, "أحداث أخرى")
    (one,) = refused.value.diagnostics
    assert (one.case, one.values["sheets"]) == ("no-sheet", ("أحداث", "غيرها"))
