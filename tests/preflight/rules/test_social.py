"""social: a picture that is passed on is of its size and says what its record says."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from press.bind.web.pictures import SIZES, SocialSet, draw_social, turning_points
from press.language.phrases import Phrase
from press.preflight.web.social import judge_social
from press.project import open_project
from tests.support.site import ENGLISH, Shown, english


@pytest.fixture(scope="module")
def page() -> Shown:
    return english()


@pytest.fixture(scope="module")
def made(page: Shown) -> SocialSet:
    return draw_social(page.sheet, SIZES[0], open_project(ENGLISH))


def test_each_turning_point_has_a_picture_of_its_size(page, made):
    assert [event.id for event in turning_points(page.sheet)] == ["crest"]
    (picture,) = made.pictures.values()
    assert list(made.pictures) == ["social/crest-1200x630.png"]
    with Image.open(io.BytesIO(picture)) as drawn:
        assert (drawn.size, drawn.mode) == ((1200, 630), "RGB")


def test_a_sound_picture_is_not_complained_of(page, made):
    assert judge_social(made, page.edition) == []


# What its record says instead of what the picture does, and the rule that is to catch it.
SOCIAL_DAMAGES = {"a picture says another day": (Phrase("23 December 2018", "ltr"), "social_text")}


@pytest.mark.parametrize("what", SOCIAL_DAMAGES)
def test_a_picture_that_does_not_say_its_event_is_refused(page, made, what):
    date, rule = SOCIAL_DAMAGES[what]
    (event,) = made.events
    (found,) = judge_social(replace(made, events=(replace(event, date=date),)), page.edition)
    assert found.code == f"preflight/{rule.replace('_', '-')}"
    assert found.record == "crest"
