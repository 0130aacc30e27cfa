"""Raw values know the place of each of their letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from press.content.nodes import Text
from press.diagnostics import Place

SIGNS = st.text(alphabet="اب\u064e a1 \n\t", max_size=40)


def counted(value: str, written: str, offset: int) -> tuple[int, int] | None:
    """Line and column of a letter of `value` in `written`, letter by letter."""
    left = sum(not sign.isspace() for sign in value[:offset])
    line, column = 1, 1
    for sign in written:
        if not sign.isspace():
            if not left:
                return line, column
            left -= 1
        line, column = (line + 1, 1) if sign == "\n" else (line, column + 1)
    return None


@given(SIGNS, st.data())
def test_a_letter_stands_where_as_many_others_stand_before_it_in_the_file(
    written: str, data: st.DataObject
) -> None:
    value = " ".join(written.split())  # as YAML folds it
    text = Text.placed(value, Place("a.yaml", 1, 1), written)
    offset = data.draw(st.integers(0, len(value) + 2))
    place = text.at(offset)
    assert (place.line, place.column) == (counted(value, written, offset) or (1, 1))
