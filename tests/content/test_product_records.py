"""What is told of the poster's settings is what they are: their choices, and how far they go."""

import re
from typing import get_args

import pytest
from pydantic import ValidationError

from press.codes.row import pair
from press.commands.keys.keys import KEYS
from press.content.nodes import Items, Text
from press.content.product_records import PosterPlan
from press.diagnostics import Place
from press.layout.poster.composition import paper

HERE = Place("poster.yaml")
RANGES = ("reading.distance", "reading.letter", "press.bleed", "tiles.overlap")


def said(language: int, key: str) -> str:
    """What is told of a setting of the poster; a key in a key has a name with a point."""
    outer, _, inner = key.partition(".")
    model = PosterPlan.model_fields[outer].annotation if inner else PosterPlan
    assert isinstance(model, type)
    return pair(KEYS[model.__name__][inner or outer])[language]


@pytest.mark.parametrize("language", [0, 1])
def test_every_choice_is_told(language):
    chosen = {
        key: [choice for choice in get_args(field.annotation) if isinstance(choice, str)]
        for key, field in PosterPlan.model_fields.items()
    }
    assert chosen["composition"]
    for key, choices in chosen.items():
        if choices:
            told = re.findall(r"`([\w-]+)`", said(language, key))
            assert told[: len(choices)] == choices
    far = re.findall(
        r"\d[\d.]*", said(language, "reading.distance").split(": ", 1)[1].replace("A", "")
    )
    usual = {paper(name, "portrait").read_from_m for name in ("A0", "A1", "A2", "A3", "A4")}
    assert {float(number) for number in far} >= usual


@pytest.mark.parametrize("language", [0, 1])
@pytest.mark.parametrize("key", RANGES)
def test_it_is_told_how_far_a_setting_may_go(key, language):
    told = re.search(r"([\d.]+) (?:to|إلى) ([\d.]+)", said(language, key))
    assert told
    least, most = float(told[1]), float(told[2])
    outer, inner = key.split(".")
    model = PosterPlan.model_fields[outer].annotation
    assert isinstance(model, type)

    def typed(value: float) -> object:
        return model(**{inner: Text.placed(f"{value:.6f}", Place("poster.yaml"))})

    assert typed(least)
    assert typed(most)
    for beyond in (least * 0.99, most * 1.01):
        with pytest.raises(ValidationError):
            typed(beyond)


def typed_paper(raw: object) -> str:
    return str(PosterPlan(place=HERE, paper=raw).paper)


def test_a_paper_is_a_name_or_two_sides_in_millimetres():
    sides = Items.placed(["850", "2000"], HERE)
    assert typed_paper(sides) == "850 x 2000 mm"
    assert typed_paper(Text.placed("letter", HERE)) == "Letter"
    assert typed_paper(Text.placed("Arch D", HERE)) == "Arch D"
    hung = paper("850 x 2000 mm", "landscape")
    assert (hung.width_mm, hung.height_mm, hung.orientation) == (850.0, 2000.0, "portrait")
    for wrong in ("A9", "10 x 10 mm", "850"):
        with pytest.raises(ValidationError, match="is no paper"):
            typed_paper(Text.placed(wrong, HERE))
