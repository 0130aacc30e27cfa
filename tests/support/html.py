"""Texts as HTML, as templates print them."""

from press.content.prose import Prose
from press.content.values import House
from press.render import filters
from press.render.render import environment
from tests.support.projects import OURS


def as_html(text: Prose) -> str:
    """The paragraphs of `text` in the templates and the house style of the first publication."""
    return str(filters.prose(environment(OURS, House()), text))
