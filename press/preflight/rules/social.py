"""The rule on pictures that are passed on: each says what its event's record says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from press.content.edition import Edition
from press.content.prose import Prose
from press.language.phrases import Phrase
from press.layout.web.sheet import WebEvent
from press.pdf.pages import Page
from press.preflight.finding import Finding
from press.preflight.readback.readback import Lost, Reader
from press.preflight.readback.words import words_of


@dataclass(frozen=True, slots=True)
class SocialPage:
    """The page that a picture was drawn from, and its event."""

    page: Page
    event: WebEvent
    edition: Edition


def social_text(shown: SocialPage) -> Iterator[Finding]:
    """A picture says the title and the date of its event, and whose publication it is from."""
    masthead, event = shown.edition.masthead, shown.event
    base = masthead.house.language.direction
    reader = Reader([shown.page], base)
    texts: dict[str, Prose | Phrase | str] = {"title": event.title, "date": event.date}
    texts["publication"] = masthead.title
    for what, text in texts.items():
        lost = reader.find(words_of(text, base))
        if isinstance(lost, Lost):
            values = {"what": f"{event.id}, {what}", "text": lost.text}
            yield Finding(0, values, record=event.id, key=(event.id, what))
