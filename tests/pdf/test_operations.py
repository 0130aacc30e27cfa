"""operations: a content stream is told apart and written as pikepdf does it."""

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.pdf.content_streams import contents_of
from press.pdf.operations import (
    name_of,
    operations,
    rewritten,
    string_of,
    unparsed,
    values_of,
)
from tests.support.pdfs import derived, finished

PLAIN = ["1", "-0.5", "0.0", "0.10000", "10", "/Name", "/a1.0", "[<01bc>0 -7.5<0a0b>]", "true"]
ODD = [
    ".5", "1.", "+3", "-0", "007", "<41 42>", "<4142>", "<ABC>", "(a\\(b\\)(c))", "/A#20b", "[]",
    "<</MCID 3>>", "<</Type /Pagination /MCID 3>>",
]  # fmt: skip
OPERATORS = ["q", "Q", "cm", "TJ", "Tj", "'", '"', "b*", "BDC", "EMC", "T*", "d0"]


def stream(pdf: pikepdf.Pdf, text: str) -> pikepdf.Object:
    return pdf.make_stream(text.encode())


def as_pikepdf_writes(content: pikepdf.Object) -> bytes:
    return pikepdf.unparse_content_stream(pikepdf.parse_content_stream(content))


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(PLAIN + ODD), max_size=4), st.sampled_from(OPERATORS)),
        max_size=8,
    ),
    st.sampled_from([" ", "\n", "\r\n\t"]),
)
def test_streams_are_written_as_pikepdf_writes_them(said, space):
    with pikepdf.new() as pdf:
        content = stream(pdf, space.join(word for held, op in said for word in (*held, op)))
        assert unparsed(rewritten(content)) == as_pikepdf_writes(content)
        by_pikepdf = [
            (str(one.operator).encode(), len(one.operands))
            for one in pikepdf.parse_content_stream(content)
        ]
        assert [name for name, _ in operations(content)] == [name for name, _ in by_pikepdf]


@pytest.mark.parametrize("of", ["brief", "poster", "press"])
def test_what_we_make_is_told_apart_as_pikepdf_does(of):
    made = derived().documents[0] if of == "press" else finished(of).document
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        for _, content, _ in contents_of(pdf):
            assert unparsed(rewritten(content)) == as_pikepdf_writes(content)


def test_an_image_in_the_content_is_one_operand():
    image = "q\nBI /W 1 /H 1 /BPC 8 /CS /G ID \x20 EI\nQ"
    with pikepdf.new() as pdf:
        content = stream(pdf, image)
        assert [name for name, _ in operations(content)] == [b"q", b"INLINE IMAGE", b"Q"]
        assert unparsed(rewritten(content)) == as_pikepdf_writes(content)


def test_operators_are_left_out_with_all_that_they_are_told():
    with pikepdf.new() as pdf:
        content = stream(pdf, "/Span <</MCID 1>> BDC 1 w EMC")
        assert rewritten(content, without={b"BDC", b"EMC"}) == [(b"w", [b"1"])]


def test_a_comment_says_nothing():
    with pikepdf.new() as pdf:
        assert operations(stream(pdf, "q % 1 0 0 rg\nQ")) == [(b"q", []), (b"Q", [])]


def test_operands_are_names_numbers_and_strings():
    assert values_of([b"/A#20b", b"-.5", b"3", b"<41>", b"[", b"]"]) == ["/A b", -0.5, 3.0]
    assert name_of(b"/DeviceCMYK") == "/DeviceCMYK"
    assert string_of(b"<0102a>") == b"\x01\x02\xa0"
    assert string_of(rb"(a\)b)") == b"a)b"
