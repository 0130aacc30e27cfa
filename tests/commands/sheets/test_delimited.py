"""Letters and delimiters of text files are told from their bytes."""

import pytest

from press.commands.sheets.delimited import decoded, read_delimited
from press.diagnostics import Refusal

TEXT = "العنوان{0}التاريخ\r\nافتتاح دار الكتب{0}1870\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "؛"])
def test_any_delimiter_is_found(delimiter):
    rows = read_delimited(TEXT.format(delimiter).encode(), "x.csv")
    assert rows == [["العنوان", "التاريخ"], ["افتتاح دار الكتب", "1870"]]


def test_a_line_that_names_the_delimiter_is_none_of_the_rows():
    rows = read_delimited(b"sep=;\r\nTitle;Date\r\nA, B;1870\r\n", "x.csv")
    assert rows == [[], ["Title", "Date"], ["A, B", "1870"]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256"]
)
def test_the_letters_are_told_from_the_bytes(encoding):
    assert decoded(TEXT.format(",").encode(encoding)) == TEXT.format(",")


def test_western_accents_are_not_taken_for_arabic():
    assert (
        decoded("Title,Date\nCafé Müller,1870\n".encode("windows-1252")).count("Café Müller") == 1
    )


def test_a_quotation_mark_that_is_not_closed_is_refused():
    with pytest.raises(Refusal) as refused:
        read_delimited(b'a,b\n"x,1870\n', "x.csv")
    assert [one.case for one in refused.value.diagnostics] == ["quotes"]
