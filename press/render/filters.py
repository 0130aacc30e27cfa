"""Filters: finished values as HTML, each printed value one isolated element."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from press.content.facts import House
from press.content.prose import Linked, NoteMark, Piece, Printed, Prose, Vouched, Words
from press.language import arabic, bidi
from press.language.arabic import Phrase
from press.language.months import unbroken

# A date, figure or range of at most so many characters is never broken over two lines; a longer
# one, such as a vote in words, may be, and so may a list of names.
WHOLE = 30


def phrase(value: Phrase | None) -> Markup:
    """A value as one isolated element; nothing for None."""
    if value is None:
        return Markup("")
    if value.direction == "ltr":
        # A symbol is read letter by letter; words and addresses are not Arabic.
        said = Markup(' lang="en"') if re.search("[a-z]{2}", value.text) else ""
        return Markup('<bdi dir="ltr"{} class="latin">{}</bdi>').format(said, value.text)
    whole = len(value.text) <= WHOLE and any(c.isdigit() for c in value.text)
    kind = "value whole" if whole else "value"
    return Markup('<bdi dir="rtl" class="{}">{}</bdi>').format(kind, _dated(value.text))


def plain(text: str) -> Markup:
    """A text with every left-to-right run in one isolated element."""
    latin = Markup('<bdi dir="ltr" lang="en" class="latin">{}</bdi>')
    return Markup("").join(
        latin.format(part) if direction == "ltr" else _dated(part)
        for part, direction in bidi.runs(text)
    )


def _dated(text: str) -> Markup:
    """A text in which no line parts a day from its month, or the two names of a month."""
    whole = Markup('<span class="date">{}</span>')
    return Markup("").join(
        whole.format(part) if kept else escape(part) for part, kept in unbroken(text)
    )


def line(prose: Prose) -> Markup:
    """A prose on one line, without paragraphs: a title, a caption."""
    return Markup(" ").join(_paragraph(p) for p in prose.paragraphs)


def prose(text: Prose) -> Markup:
    """A prose as paragraphs."""
    return Markup("\n").join(Markup("<p>{}</p>").format(_paragraph(p)) for p in text.paragraphs)


def _paragraph(pieces: tuple[Piece, ...]) -> Markup:
    return Markup("").join(_piece(p) for p in pieces)


def _piece(piece: Piece) -> Markup:
    match piece:
        case Words():
            return plain(piece.text)
        case Printed():
            return phrase(piece.phrase)
        case Vouched():
            return _paragraph(piece.pieces)
        case Linked():
            return Markup('<a class="entry-ref" href="#{}">{}</a>').format(
                piece.entry, _paragraph(piece.pieces)
            )
        case NoteMark():
            return _note_mark(piece)


def _note_mark(mark: NoteMark) -> Markup:
    """A raised number and, where there is one, the short note that it leads to at the foot."""
    goal = f"foot-{mark.key}" if mark.foot else f"note-{mark.fact}"
    raised = Markup('<a class="note-ref" id="mark-{}" role="doc-noteref" href="#{}">{}</a>').format(
        mark.key, goal, mark.number
    )
    if mark.foot is None:
        return raised
    return raised + Markup(
        '<span class="foot" id="foot-{}" data-note="{}" role="doc-footnote">'
        '<a class="foot-number" href="#mark-{}">{}</a> {} '
        '<a class="foot-more" href="#note-{}">{}</a></span>'
    ).format(
        mark.key, mark.fact, mark.key, mark.number, line(mark.foot.text), mark.fact, mark.foot.more
    )


def number(house: House) -> Callable[[int], Markup]:
    """The filter that prints an integer in the digits of `house`."""

    def say_number(value: int) -> Markup:
        return escape(arabic.say_number(value, grouped=False, digits=house.digits).text)

    return say_number


def mm(value: float) -> str:
    """Millimetres for a style attribute: `12.34mm`."""
    return f"{value:.2f}mm"
