"""Syntax: a finished PDF byte by byte, from its header to its end (ISO 19005-2, 6.1).

A file that the press has written is a header, objects one after another, a table and an end, with
nothing between them. So it is walked from the first byte to the last; what stands elsewhere, or is
as long as it does not say, is a fault.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_HEADER = re.compile(rb"%PDF-1\.[0-7]\n")
_COMMENT = re.compile(rb"%[\x80-\xff]{4,}\n")
_OBJECT = re.compile(rb"(\d+) (\d+) obj\n")
_INNER = re.compile(rb"endobj\s*\d+ \d+ obj\s")
_CLOSE = re.compile(rb"\nendstream\nendobj\n")
_PACKED = re.compile(rb"/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode)")
_LENGTH = re.compile(rb"/Length (\d+)")
_TABLE = re.compile(rb"xref\n(?:\d+ \d+\n(?:\d{10} \d{5} [nf] ?\r?\n)+)+trailer (<<.*?>>)\n", re.S)
_END = re.compile(rb"startxref\n(\d+)\n%%EOF\n?")
# Strings as ISO 32000-1, 7.3.4 has them; those in brackets are told by the digits in them.
STRING = re.compile(rb"\([^()\\]*(?:\\.[^()\\]*)*\)|(?<!<)<(?!<)([^>]*)>", re.S)
_HEX = re.compile(rb"[0-9A-Fa-f\s]*")
_NAME = re.compile(rb"/([^\s/<>\[\](){}%]*)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not written as it should be: a case of preflight/archive-syntax.

    `at` is the number of an object, a byte or a count of bytes, 0 where none is meant.
    """

    case: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """A PDF as bytes.

    `faults` are what is not as it should be; `plain` the text of all
    objects without strings and streams; `names` every name in it, as it is written; `longest` the
    bytes of the longest string.
    """

    faults: tuple[Fault, ...]
    plain: bytes
    names: frozenset[str]
    longest: int


def read_written(data: bytes) -> Written:
    """Walk through a file from its first byte to its last."""
    faults: list[Fault] = []
    texts: list[bytes] = []
    at, tops = _head(data, faults), {}
    while found := _OBJECT.match(data, at):
        tops[at] = int(found[1])
        at = _object(data, found.end(), int(found[1]), texts, faults)
    if table := _TABLE.match(data, at):
        tops[at], at = 0, table.end()
        texts.append(table[1])
    end = _END.match(data, at)
    if data.startswith(b"xref", at):
        faults.append(Fault("table"))
    elif end is None:
        faults.append(Fault("neither", at))
    elif int(end[1]) not in tops:
        faults.append(Fault("start"))
    elif end.end() != len(data):
        faults.append(Fault("after", len(data) - end.end()))
    text = b"\n".join(texts)
    longest = 0
    for string in STRING.finditer(text):
        digits = string[1]
        if digits is None:
            longest = max(longest, len(string[0]) - 2)
            continue
        longest = max(longest, len(digits) // 2)
        if not _HEX.fullmatch(digits):
            faults.append(Fault("no-digit"))
        elif len(b"".join(digits.split())) % 2:
            faults.append(Fault("odd"))
    plain = STRING.sub(b" ", text)
    names = frozenset(name.decode("latin-1") for name in set(_NAME.findall(plain)))
    return Written(tuple(dict.fromkeys(faults)), plain, names, longest)


def _head(data: bytes, faults: list[Fault]) -> int:
    """Where the objects begin."""
    if not _HEADER.match(data):
        faults.append(Fault("head"))
    second = data.find(b"\n") + 1
    if not _COMMENT.match(data, second):
        faults.append(Fault("comment"))
    return data.find(b"\n", second) + 1 if data.startswith(b"%", second) else second


def _object(data: bytes, at: int, number: int, texts: list[bytes], faults: list[Fault]) -> int:
    """Read the object whose text begins at `at`; where the next begins."""
    ends = data.find(b"\nendobj\n", at)
    opens = data.find(b"\nstream\n", at, ends if ends >= 0 else len(data))
    if opens < 0:
        texts.append(data[at:ends])
        if ends >= 0 and _INNER.search(data, at, ends):
            faults.append(Fault("end", number))
        return ends + len(b"\nendobj\n") if ends >= 0 else len(data)
    head = data[at:opens]
    texts.append(head)
    said = _LENGTH.search(head)
    begins = opens + len(b"\nstream\n")
    length = int(said[1]) if said else -1
    closes = _CLOSE.match(data, begins + length)
    if closes is None and data[begins + length :].lstrip()[:9] == b"endstream":
        faults.append(Fault("stream-end", number))
        return data.find(b"endobj\n", begins + length) + len(b"endobj\n")
    if length < 0 or closes is None:
        faults.append(Fault("length", number))
        after = data.find(b"endobj\n", begins)
        return after + len(b"endobj\n") if after >= 0 else len(data)
    packed = data[begins : begins + length]
    try:
        # QPDF reads what is packed without its checksum.
        plain = zlib.decompress(packed) if packed and _PACKED.search(head) else packed
    except zlib.error:
        faults.append(Fault("unpacked", number))
        plain = b""
    if b"/ObjStm" in head:
        texts.append(plain)
    return closes.end()
