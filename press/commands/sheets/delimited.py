"""Read delimited texts: which letters the bytes stand for, and what parts the cells."""

from __future__ import annotations

import codecs
import csv
import io
import re

from press.diagnostics import Diagnostic, Place, Refusal

_DELIMITERS = ",;\t|؛"
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
csv.field_size_limit(1_000_000)


def read_delimited(data: bytes, name: str) -> list[list[str]]:
    """The rows of the file called `name`. Raises `Refusal`."""
    try:
        text = decoded(data)
        named = re.match(r"sep=(.)(?=\r?\n)", text)  # as Excel names it in a line of its own
        delimiter = named[1] if named else _delimiter(text)
        text = text[named.end() :] if named else text
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        case = "letters" if isinstance(error, UnicodeDecodeError) else "quotes"
        raise Refusal([Diagnostic("sheet/unread", Place(name), case=case)]) from error


def decoded(data: bytes) -> str:
    """The text: UTF-8, UTF-16, or of an older Windows, Arabic or Western. UnicodeDecodeError."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return data.decode(encoding)
    if b"\0" in data[:2000]:  # UTF-16 without a mark: of Latin signs one byte is nought
        even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
        return data.decode("utf-16-be" if even > odd else "utf-16-le")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        arabic = data.decode("windows-1256")
        # Western accents stand beside Latin letters, Arabic letters beside their like.
        if re.search("[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][a-z]", arabic):
            return data.decode("windows-1252")
        return arabic


def _delimiter(text: str) -> str:
    """What parts the first row into the most cells."""
    first = text.lstrip("\r\n")[:20_000]

    def cells(delimiter: str) -> int:
        try:
            return len(next(csv.reader(io.StringIO(first, newline=""), delimiter=delimiter), []))
        except csv.Error:
            return 0

    return max(_DELIMITERS, key=cells)
