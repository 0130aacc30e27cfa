"""amounts: what an editor types, how languages print it, and which readings agree."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.language.amounts import Amount, Range, agree, is_years, read_amount
from press.language.languages import languages
from press.language.units import units
from tests.support.french import LANGUAGE as FRENCH
from tests.support.tables import table

ARABIC, ENGLISH = languages()["ar"], languages()["en"]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12.4 m", Amount(Decimal("12.4"), unit="m")),
        ("45%", Amount(Decimal("45"), unit="%")),
        ("3150 m³/s", Amount(Decimal("3150"), unit="m3/s")),
        ("1.2 million EUR", Amount(Decimal("1.2"), scale=6, unit="EUR")),
        ("12 ± 0.5 °C", Amount(Decimal("12"), Decimal("0.5"), unit="°C")),
        ("+1.5 °C", Amount(Decimal("1.5"), unit="°C", plus=True)),
        ("−5 °C", Amount(Decimal("-5"), unit="°C")),
        ("0.4-1.2 m", Range(Amount(Decimal("0.4"), unit="m"), Amount(Decimal("1.2"), unit="m"))),
        ("-5–-2", Range(Amount(Decimal("-5")), Amount(Decimal("-2")))),
    ],
)
def test_an_amount_is_a_figure_with_what_follows_it(typed, amount):
    assert read_amount(typed) == amount


def test_the_unit_may_stand_beside_the_value():
    assert read_amount("12.4", "m") == read_amount("12.4 m")
    assert read_amount("40.7 ft", "m").unit == "ft"  # a source has its own


@pytest.mark.parametrize(("typed", "cure"), table(__file__, "cures"))
def test_what_is_typed_otherwise_is_refused_with_the_figure_to_type(typed, cure):
    with pytest.raises(ValueError) as refusal:
        read_amount(typed)
    assert cure in str(refusal.value)


@pytest.mark.parametrize(
    ("typed", "english", "french", "arabic", "indic"), table(__file__, "printed")
)
def test_an_amount_is_printed_as_the_language_and_its_digits_have_it(
    typed, english, french, arabic, indic
):
    amount = read_amount(typed)
    printed = [
        language.say_amount(amount, digits="european").text
        for language in (ENGLISH, FRENCH, ARABIC)
    ]
    printed.append(ARABIC.say_amount(amount, digits="arabic").text)
    plain = [text.replace("\u00a0", " ").replace("\u202f", " ") for text in printed]
    assert plain == [english, french, arabic, indic]


@pytest.mark.parametrize("unit", sorted(units()))
@pytest.mark.parametrize("language", [ARABIC, ENGLISH, FRENCH], ids=lambda one: one.tag)
def test_every_unit_has_a_name_in_every_language(language, unit):
    said = language.say_amount(Amount(Decimal("7.5"), unit=unit), digits="european").text
    name = said.lstrip("7.,5").strip()
    assert name and "-" not in name and len(name) < 20


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12.4 m", "12.40 m"), ("12.4 m", "1240 cm"), ("12 m", "12.4 m"), ("12 m", "40 ft"),
        ("1.2 million", "1234000"), ("12.1 ± 0.5 m", "12.4 m"), ("0.4–1.2 m", "1.1 m"),
        ("0 °C", "32 °F"), ("0.4–1.2 m", "1–2 m"), ("90 min", "1.5 h"),
    ],
)  # fmt: skip
def test_readings_agree_to_the_last_digit_of_the_coarser(one, other):
    assert agree(read_amount(one), read_amount(other))
    assert agree(read_amount(other), read_amount(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12.1 m", "12.4 m"), ("0.4–1.2 m", "1.3 m"), ("5 EUR", "5 USD"), ("5 m", "5"),
        ("5 m", "5 kg"), ("17300", "17000"), ("12.1 ± 0.1 m", "12.4 m"),
        ("1.2 million", "1.3 million"),
    ],
)  # fmt: skip
def test_readings_that_differ_disagree(one, other):
    assert not agree(read_amount(one), read_amount(other))
    assert not agree(read_amount(other), read_amount(one))


@given(st.decimals(-10_000, 10_000, places=2), st.sampled_from(["", "m", "%", "°C", "EUR", "kn"]))
def test_an_amount_reads_as_it_is_written_and_agrees_with_itself(figure, unit):
    amount = Amount(figure, unit=unit)
    assert read_amount(str(amount)) == amount
    assert agree(amount, amount)


def test_two_bare_years_are_years():
    assert is_years("1987-2024") and is_years("1514–1991")
    assert not is_years("300-400") and not is_years("2024-1987") and not is_years("2005-2200")
