"""prose: texts as paragraphs of pieces."""

import pytest

from press.content.nodes import Text
from press.content.prose import Printed, Reference, Tie, Words, parse, signed
from press.diagnostics import Place
from press.language.phrases import Phrase


def text(value: str) -> Text:
    """`value` as if it stood alone in a file."""
    return Text.placed(value, Place("content/x.yaml", 1, 1), value)


def test_a_blank_line_parts_paragraphs_and_a_line_end_is_a_space():
    paragraphs, problems = parse(text("أول\nثانٍ\n\nثالث\n"))
    assert not problems
    assert [[p.text for p in ps if isinstance(p, Words)] for ps in paragraphs] == [
        ["أول ثانٍ"],
        ["ثالث"],
    ]


def test_a_reference_has_target_part_form_and_case():
    paragraphs, _ = parse(text("{ga-2009-speakers.members:دولة:جر}"))
    (piece,) = paragraphs[0]
    assert isinstance(piece, Reference)
    assert (piece.target, piece.part, piece.form, piece.case) == (
        "ga-2009-speakers",
        "members",
        "دولة",
        "جر",
    )


def test_tied_words_may_hold_references():
    paragraphs, _ = parse(text("[نشر {troops} عنصر]{khartoum} ثم"))
    tie, rest = paragraphs[0]
    assert isinstance(tie, Tie)
    assert [type(p) for p in tie.pieces] == [Words, Reference, Words]
    assert tie.target == "khartoum"
    assert isinstance(rest, Words)
    assert rest.text == " ثم"


def test_a_piece_knows_its_place_in_the_file():
    paragraphs, _ = parse(text("كلمة\nثم {date} هنا"))
    places = [str(piece.place) for piece in paragraphs[0]]
    assert places == ["content/x.yaml:1:1", "content/x.yaml:2:4", "content/x.yaml:2:11"]


@pytest.mark.parametrize(
    "wrong", ["{}", "{Date}", "[كلمات] {a}", "[كلمات", "{a", "b}", "[x]{y:z}", "{a:b:c:d}"]
)
def test_what_is_no_reference_is_a_problem(wrong):
    _, problems = parse(text(f"نص {wrong}"))
    assert {p.code for p in problems} == {"resolve/bad-reference"}


def test_a_reference_may_run_over_a_line_end():
    paragraphs, problems = parse(text("شاركت {members:دولة\n  عضو} فيه"))
    assert not problems
    assert isinstance(paragraphs[0][1], Reference)
    assert paragraphs[0][1].form == "دولة عضو"


@pytest.mark.parametrize(
    ("after", "figure", "rest"),
    [("% من", "40%", " من"), ("٪.", "40٪", "."), ("%", "40%", ""), (" %", "40", " %")],
)
def test_a_sign_of_percent_stands_with_the_figure_before_it(after, figure, rest):
    place = Place("content/x.yaml", 1, 1)
    printed = Printed(Phrase("40", "ltr"), "share", "", place)
    one, other = signed([printed, Words(after, place)])
    assert isinstance(one, Printed) and isinstance(other, Words)
    assert (one.phrase.text, other.text) == (figure, rest)
