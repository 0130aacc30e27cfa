"""A PDF whose bytes are not as PDF/A-2 has them is caught by the rule for it alone.

Requirements are numbered as in veraPDF's profile of PDF/A-2a: clause and test.
"""

import io
import pickle
import re
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from pikepdf import Name

from press.pdf.content_streams import DrawnContent
from press.preflight.inspection import inspect, known_of
from press.preflight.rules.pdfa_file import archive_limits
from tests.preflight.rules.test_pdfa import holding
from tests.support.findings import said
from tests.support.tagged import after, found_in, sound

Spoil = Callable[[bytes], bytes]


@cache
def plain() -> bytes:
    """A sound file with its objects in the open and a table at its end, as PDF 1.4 has it."""
    with pikepdf.open(io.BytesIO(after(holding(X=Name.Odd)))) as pdf:
        out = io.BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            fix_metadata_version=False,
        )
        return out.getvalue()


def typed(old: bytes, new: bytes) -> Spoil:
    """Exchanges bytes for as many others, at their first place."""

    def spoil(data: bytes) -> bytes:
        assert old in data and len(old) == len(new)
        return data.replace(old, new, 1)

    return spoil


def in_brackets(digit: bytes) -> Spoil:
    """Exchanges the first digit of the identifier."""
    return lambda data: re.sub(rb"(/ID \[<)[0-9a-f]", rb"\g<1>" + digit, data, count=1)


def shorten(data: bytes) -> bytes:
    """Says that the metadata is three bytes shorter than it is."""
    found = re.search(rb"/Length (\d+) /Subtype /XML|/Subtype /XML .*?/Length (\d+)", data)
    assert found
    said = found[1] or found[2]
    at = found.start(1 if found[1] else 2)
    return data[:at] + str(int(said) - 3).zfill(len(said)).encode() + data[at + len(said) :]


def break_a_stream(data: bytes) -> bytes:
    """Changes the checksum of the first text that is packed."""
    at = data.index(b"\nendstream", data.index(b"/FlateDecode")) - 1
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


BYTES: dict[str, Spoil] = {
    "6.1.2-1": typed(b"%PDF-1.7", b"%PDF-2.0"),
    "6.1.2-2": typed(b"%\xbf\xf7\xa2\xfe", b"%abcd"),
    "6.1.3-1": typed(b"/ID [", b"/IX ["),
    "6.1.3-3": lambda data: data + b"more\n",
    "6.1.4-2": typed(b"xref\n0 ", b"xref 0 "),
    "6.1.6-1": in_brackets(b" "),
    "6.1.6-2": in_brackets(b"g"),
    "6.1.7.1-1": shorten,
    "6.1.7.1-2": typed(b"\nendstream", b" endstream"),
    "6.1.7.2-1": break_a_stream,
    "6.1.8-1": typed(b"/Odd", b"/#ff"),
    "6.1.9-1": typed(b"1 0 obj\n", b"1 0 obj "),
}


@pytest.mark.parametrize("requirement", BYTES)
def test_a_file_that_is_written_otherwise_is_caught(requirement):
    assert found_in(plain()) == []
    found = found_in(BYTES[requirement](plain()))
    rules = {"6.1.3-1": "archive_file", "6.1.8-1": "archive_limits"}
    assert {name for name, _ in found} == {rules.get(requirement, "archive_syntax")}
    assert {message.split(":")[0] for _, message in found} == {requirement}


def test_a_file_of_more_objects_than_readers_hold_is_caught():
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        seen = inspect(pdf, sound())
        pdf.trailer.Size = 8_388_608
        assert [said("archive_limits", f)[:8] for f in archive_limits(seen)] == ["6.1.13-7"]


def test_what_is_known_of_contents_is_what_they_draw():
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        known = pickle.loads(pickle.dumps(known_of(pdf)))
        assert inspect(pdf, sound(), known).drawn == inspect(pdf, sound()).drawn
        seen = [drawn.marks for drawn in inspect(pdf, sound(), known).drawn]
        assert any(seen)
        # It is taken from what is known, by all that is written in a content.
        empty = {key: DrawnContent(0, None) for key in known}
        assert not any(drawn.marks for drawn in inspect(pdf, sound(), empty).drawn)
        for page in pdf.pages:
            page.contents_add(b" ")
        assert [drawn.marks for drawn in inspect(pdf, sound(), empty).drawn] == seen
