"""The authoring guide says of every setting of the poster what it is unless it is set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from press.content.nodes import Items, Text
from press.content.plans import PosterPlan
from press.diagnostics import Place
from press.layout.poster.composition import paper

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "authoring.md").read_text("utf-8")
# The same table twice, under these heads.
HEADS = ("# Authoring guide: the poster's settings\n", "# دليل التحرير: إعدادات الملصق\n")
NOTHING = ("nothing", "لا شيء")
BY_PAPER = ("by the paper", "بحسب الورق")
HERE = Place("poster.yaml")
RANGES = ("reading.distance", "reading.letter", "press.bleed", "tiles.overlap")


def settings(
    model: type[BaseModel] = PosterPlan, above: str = ""
) -> Iterator[tuple[str, FieldInfo]]:
    """Every key with its field; a key in a key has a name with a point."""
    for name, field in model.model_fields.items():
        key, inner = above + (field.alias or name), field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from settings(inner, f"{key}.")
        elif name != "place":
            yield key, field


def unless_set(key: str, field: FieldInfo) -> tuple[str, str]:
    """What holds unless it is set, in English and in Arabic."""
    if key == "reading.distance":
        return BY_PAPER
    if isinstance(field.default, str | float):  # a Text is a str
        return (f"`{field.default}`".replace(".0`", "`"),) * 2
    return NOTHING


def table(head: str) -> dict[str, tuple[str, str]]:
    """Every row under a head: what holds unless it is set, and the rest."""
    _, _, after = GUIDE.partition(head)
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| (.+) \|$", after.split("\n# ")[0], re.MULTILINE)
    return {key: (default, meaning) for key, default, meaning in rows}


@pytest.mark.parametrize("language", [0, 1])
def test_every_setting_stands_in_the_guide_with_what_holds_unless_it_is_set(language: int) -> None:
    said = {key: default for key, (default, _) in table(HEADS[language]).items()}
    assert said == {key: unless_set(key, field)[language] for key, field in settings()}


@pytest.mark.parametrize("head", HEADS)
def test_every_choice_stands_in_the_guide(head: str) -> None:
    said = table(head)
    chosen = {
        key: [choice for choice in get_args(field.annotation) if isinstance(choice, str)]
        for key, field in settings()
    }
    assert chosen["composition"]
    for key, choices in chosen.items():
        assert re.findall(r"`([\w-]+)`", said[key][1])[: len(choices)] == choices
    far = re.findall(r"\d[\d.]*", said["reading.distance"][1].split(": ", 1)[1].replace("A", ""))
    usual = {paper(name, "portrait").read_from_m for name in ("A0", "A1", "A2", "A3", "A4")}
    assert {float(number) for number in far} >= usual


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("key", RANGES)
def test_the_guide_says_how_far_a_setting_may_go(key: str, head: str) -> None:
    said = re.search(r"([\d.]+) (?:to|إلى) ([\d.]+)", table(head)[key][1])
    assert said
    least, most = float(said[1]), float(said[2])
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


def test_a_paper_is_a_name_or_two_sides_in_millimetres() -> None:
    sides = Items.placed(["850", "2000"], HERE)
    assert typed_paper(sides) == "850 x 2000 mm"
    assert typed_paper(Text.placed("letter", HERE)) == "Letter"
    assert typed_paper(Text.placed("Arch D", HERE)) == "Arch D"
    hung = paper("850 x 2000 mm", "landscape")
    assert (hung.width_mm, hung.height_mm, hung.orientation) == (850.0, 2000.0, "portrait")
    for wrong in ("A9", "10 x 10 mm", "850"):
        with pytest.raises(ValidationError, match="is no paper"):
            typed_paper(Text.placed(wrong, HERE))
