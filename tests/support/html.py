"""Texts as HTML, as templates print them."""

import datetime

from press.content.prose import Prose
from press.content.values import House
from press.project import HOME, Project
from press.render import filters
from press.render.render import environment


def as_html(text: Prose) -> str:
    """The paragraphs of `text` in the templates and the house style of the first publication."""
    project = Project(HOME, HOME / "output", datetime.date(2026, 1, 31))
    return str(filters.prose(environment(project, House()), text))
