"""facts: typed values, agreement among sources, status."""

import csv
import io

import pytest

from press.content.facts import Attestation, Fact
from press.content.ledger import LedgerRow, as_csv
from press.content.typed_at import TypedAt
from press.content.values import House, Value, read_value, say
from press.diagnostics import Place
from press.language.phrases import Phrase
from tests.support.symbols import PATTERN

HERE = Place("content/x.yaml", 1, 1)


def fact(value: str, *said: tuple[str, str], note: str = "", doubt: str = "") -> Fact:
    """A fact with one value; `said` pairs a source with what it says otherwise, or nothing."""
    values = {"": read_value(value, None, counted=False)}
    kind = values[""].kind
    attestations = tuple(
        Attestation(by, "", {"": read_value(says, kind, counted=False)}, HERE)
        if says
        else Attestation(by, "", {}, HERE, frozenset([""]))
        for by, says in said
    )
    return Fact("f", "r", "about", values, {}, (), attestations, note, doubt, TypedAt(HERE))


def test_a_source_that_is_named_and_not_read_is_told():
    assert fact("17300", ("a", "17300"), ("b", ""), ("c", "")).untyped() == ("b", "c")
    assert fact("17300", ("a", "17300"), ("b", "17000")).untyped() == ()


def test_what_a_source_claims_in_words_needs_no_reading_of_its_own():
    assert fact("وقف الهجمات", ("a", ""), ("b", "")).untyped() == ()


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("2006-08-31", "date"), ("2007-12", "date"), (("2009-07-23", "2009-07-24"), "date"),
        ("1706", "number"), (("138", "139"), "numbers"), ("12-0-3", "vote"), ("2005-2012", "years"),
        ("S/RES/1706 (2006)", "symbol"), ("A/66/874-S/2012/578", "symbol"),
        (("الصين", "قطر"), "names"),
        ("وقف الهجمات", "text"),
        ("1514~", "date"), ("185X", "date"), ("1500/1550", "date"), ("2011-03-17T18:25", "date"),
        ("12.4 m", "amount"), ("45 %", "amount"), ("17300", "amount"), ("0.4-1.2", "range"),
        ("04:30", "time"), ("+249 183 771 234", "phone"), ("https://example.org/x", "url"),
    ],
)  # fmt: skip
def test_the_kind_of_a_value_is_told_by_its_look(typed, kind):
    assert read_value(typed, None, counted=False, symbols=PATTERN).kind == kind


def test_a_number_that_counts_something_is_a_count():
    assert read_value("42", None, counted=True) == Value("count", (42,))


@pytest.mark.parametrize(
    ("typed", "kind", "complaint"),
    [
        ("2006-02-30", None, "28 days"), ("12-0", "vote", "12-0-3"),
        ("٤٢", "count", "European digits"),
        ("S-1706", "symbol", "document symbols"), ("1706", "numbre", "no kind of fact"),
        (("1", "2"), "count", "one value"), ("3,150", None, "type 3150"),
        ("12 ذو القعدة 1139 هـ", None, "is: text"),
        ("24:10", None, "00:00 to 23:59"), ("12.4 m", "range", "is no range"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_explained(typed, kind, complaint):
    with pytest.raises(ValueError, match=complaint):
        read_value(typed, kind, counted=False, symbols=PATTERN)


def value(typed: str) -> Value:
    """A value of the kind that its look suggests."""
    return read_value(typed, None, counted=False)


def test_the_figures_of_a_text_are_in_the_digits_of_the_house_and_identifiers_are_not():
    text = Value("text", ("12 ذو القعدة 1139 هـ، انظر S/RES/1706",))
    assert say(text, House(digits="arabic")).text == "١٢ ذو القعدة ١١٣٩ هـ، انظر S/RES/1706"
    assert say(text, House()).text == "12 ذو القعدة 1139 هـ، انظر S/RES/1706"


@pytest.mark.parametrize(
    ("digits", "phrase"), [("european", Phrase("04:30", "ltr")), ("arabic", Phrase("٠٤:٣٠", "rtl"))]
)
def test_a_time_of_day_stands_in_the_order_of_its_digits(digits, phrase):
    assert say(value("04:30"), House(digits=digits)) == phrase


def test_readings_of_figures_are_compared_as_amounts():
    assert value("12.4 m").agrees(value("1240 cm"))
    assert not value("12.4 m").agrees(value("12.1 m"))
    assert value("0.4–1.2 m").agrees(value("0.8 m"))
    assert value("1.2 million").agrees(Value("count", (1_234_000,)))
    assert value("17300").agrees(Value("count", (17300,)))


def test_a_whole_amount_takes_a_counted_noun_and_a_measure_none():
    assert value("17300").countable
    assert not value("12.5").countable and not value("12 m").countable


def test_two_sources_that_say_the_same_agree():
    assert fact("42", ("sheet", ""), ("report", "")).status == "agreed"


def test_one_source_is_single():
    assert fact("42", ("sheet", "")).status == "single"


def test_a_dissent_with_a_note_is_resolved():
    assert fact("42", ("sheet", "24"), ("report", ""), note="قُلب الرقمان").status == "resolved"


def test_a_dissent_without_a_note_is_unresolved():
    assert fact("42", ("sheet", "24"), ("report", "")).status == "unresolved"


def test_a_value_that_no_source_attests_is_unresolved_even_with_a_note():
    assert fact("42", ("sheet", "24"), note="لا سند").status == "unresolved"


def test_a_doubt_makes_a_fact_unconfirmed():
    assert fact("42", ("sheet", ""), doubt="لم يتأكد").status == "unconfirmed"


def test_a_source_that_gives_the_day_agrees_with_a_printed_month():
    assert fact("2011-06", ("sheet", "2011-06-27"), ("report", "")).status == "agreed"


def test_a_source_that_gives_another_month_dissents():
    assert fact("2011-06", ("sheet", "2011-07-07"), ("report", "")).status == "unresolved"


def test_a_reading_of_the_year_does_not_state_the_day():
    assert fact("2004-01-26", ("sheet", "2004")).status == "unresolved"
    assert fact("2004-01-26", ("sheet", "2004"), ("speech", "2004-01-26")).status == "single"


def test_readings_of_a_list_agree_in_any_order():
    qatar_first = read_value(("قطر", "الصين"), None, counted=False)
    assert read_value(("الصين", "قطر"), None, counted=False).agrees(qatar_first)


@pytest.mark.parametrize(
    ("printed", "read", "agree"),
    [
        ("S/RES/1706 (2006)", "S/RES/1706", True),
        ("S/RES/1706 (2006)", "S/RES/1706 (2007)", False),
        ("S/RES/1706 (2006)", "S/RES/1707", False),
        ("S/RES/1706", "S/RES/170", False),
    ],
)
def test_a_symbol_may_be_read_without_its_year(printed, read, agree):
    mine, theirs = (
        read_value(text, None, counted=False, symbols=PATTERN) for text in (printed, read)
    )
    assert mine.agrees(theirs) is agree


@pytest.mark.parametrize(
    ("typed", "counted", "text", "direction"),
    [
        ("2006-04-28", False, "28 نيسان/أبريل 2006", "rtl"),
        ("1706", False, "1706", "ltr"),
        ("17300", True, "17\u00a0300", "ltr"),
        ("S/RES/1706 (2006)", False, "S/RES/1706 (2006)", "ltr"),
        ("2005-2012", False, "2005–2012", "rtl"),
        (("138", "139"), False, "138 و139", "rtl"),
    ],
)
def test_a_value_is_said_in_its_house_form(typed, counted, text, direction):
    phrase = say(read_value(typed, None, counted=counted), House())
    assert (phrase.text, phrase.direction) == (text, direction)


def test_the_digits_of_a_publication_are_a_setting():
    phrase = say(read_value("2006-04-28", None, counted=False), House(digits="arabic"))
    assert phrase.text == "٢٨ نيسان/أبريل ٢٠٠٦"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("@a", "'@a"), ("+cmd|' /C'", "'+cmd|' /C'"), ("-12.5%", "-12.5%"),
        ("نص", "نص"),
    ],
)  # fmt: skip
def test_no_cell_of_the_ledger_is_a_formula(text, cell):
    row = LedgerRow("a", "b", text, "c", "agreed", (), (), "d")
    assert list(csv.reader(io.StringIO(as_csv([row]))))[1][2] == cell
