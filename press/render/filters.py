"""Filters: finished values as HTML, each printed value one isolated element."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment, pass_environment
from markupsafe import Markup, escape

from press.content.prose import Linked, NoteMark, Piece, Printed, Prose, Vouched, Words, signed
from press.content.values import House
from press.language.isolates import OrderedToken, address_parts, tokens, tokens_of
from press.language.language import Language
from press.language.months import unbroken
from press.language.phrases import Direction, Phrase

# A date, figure or range of at most so many characters is never broken over two lines; a longer
# one, such as a vote in words, may be, and so may a list of names.
WHOLE = 30
# A figure of an Arabic text in European digits, with its brackets: alone they would be of another
# face, and move the line. Arabic digits are drawn for Arabic letters.
_NUMBER = re.compile(r"([(\[]*[0-9]+(?:[.,:/][0-9]+)*[⁰¹²³⁴-⁹]*[)\]]*)")
# The templates whose macros `note_mark` and `entry_ref` dress marks of notes and ways to entries.
NOTE, ENTRY_REF = "shared/note.html", "shared/entry_ref.html"


def base_of(here: Environment) -> Direction:
    """The direction of the publication whose templates are filled."""
    language: Language = here.globals["language"]  # type: ignore[assignment]
    return language.direction


@pass_environment
def phrase(here: Environment, value: Phrase | None) -> Markup:
    """A value as one isolated element; nothing for None."""
    return phrase_in(value, base_of(here)) if value is not None else Markup("")


def phrase_in(value: Phrase, base: Direction, *, digits: bool = False) -> Markup:
    """A value as one isolated element of a publication that runs in direction `base`.

    `digits` as in `plain_in`.
    """
    found = tokens_of(value, base)
    if len(found) == 1 and found[0].kind != "words":
        return _token(found[0])
    whole = len(value.text) <= WHOLE and any(c.isdigit() for c in value.text)
    kind = "value whole" if whole else "value"
    if any(kept for _, kept in unbroken(value.text)):
        kind += " dated"  # its year may stand below
    held = plain_in(value.text, base, digits=digits)
    return Markup(f'<bdi dir="{value.direction}" class="{kind}">{held}</bdi>')


@pass_environment
def plain(here: Environment, text: str) -> Markup:
    """A text in the direction of the publication, see `plain_in`."""
    return plain_in(text, base_of(here))


@lru_cache(maxsize=65536)  # a title is printed in lists too, and most texts again in `watch`
def plain_in(text: str, base: Direction, *, digits: bool = False) -> Markup:
    """A text in which each token is one isolated element, and no line parts a day from its month
    or the two names of a month.

    With `digits`, figures among Arabic words are elements too, so that they can be smaller. Not in
    tables: WeasyPrint 70 takes a column for narrower than a line of several elements.
    """
    parts = ((_tokens(part, base, digits=digits), kept) for part, kept in unbroken(text))
    return Markup(
        "".join(f'<span class="date">{part}</span>' if kept else part for part, kept in parts)
    )


def address(text: str) -> Markup:
    """An address that a line may break where a reader sees that it goes on."""
    return Markup("<wbr>").join(address_parts(text))


def _tokens(text: str, base: Direction, *, digits: bool) -> Markup:
    return Markup(
        "".join(
            _digits(token) if digits and token.kind == "words" else _token(token)
            for token in tokens(text, base)
        )
    )


def _token(token: OrderedToken) -> Markup:
    """A token as an element of its own; the words between tokens as they are."""
    # A symbol is read letter by letter; words are not Arabic.
    said = Markup(' lang="en"') if re.search("[a-z]{2}", token.text) else ""
    match token.kind:
        case "words":
            return escape(token.text)
        case "address":
            held = Markup('<bdi dir="ltr" lang="en" class="latin address">{}</bdi>')
            return held.format(address(token.text))
        case "foreign":
            kind = "latin long" if token.direction == "ltr" else "foreign"
            held = Markup('<bdi dir="{}" lang="{}" class="{}">{}</bdi>')
            return held.format(token.direction, token.language, kind, token.text)
        case "value" if token.direction == "rtl":
            held = Markup('<bdi dir="rtl"{} class="value whole digits">{}</bdi>')
            return held.format(said, token.text)
        case "phrase" if token.direction == "rtl":
            return Markup('<bdi dir="rtl" lang="ar">{}</bdi>').format(token.text)
    kind = "latin long" if token.kind == "phrase" and len(token.text) > WHOLE else "latin"
    return Markup('<bdi dir="ltr"{} class="{}">{}</bdi>').format(said, kind, token.text)


def _digits(words: OrderedToken) -> Markup:
    """Words, in an Arabic text each figure among them as an element."""
    if words.direction == "ltr":
        return escape(words.text)
    parts = map(escape, _NUMBER.split(words.text))
    return Markup(
        "".join(f'<span class="digits">{p}</span>' if n % 2 else p for n, p in enumerate(parts))
    )


@pass_environment
def line(here: Environment, prose: Prose) -> Markup:
    """A prose on one line, without paragraphs: a title, a caption."""
    return Markup(" ").join(_paragraph(here, p) for p in prose.paragraphs)


@pass_environment
def title(here: Environment, prose: Prose) -> Markup:
    """A prose on one line, its figures as elements: a title that stands by itself."""
    return Markup(" ").join(_paragraph(here, p, digits=True) for p in prose.paragraphs)


@pass_environment
def prose(here: Environment, text: Prose) -> Markup:
    """A prose as paragraphs."""
    found = (_paragraph(here, p, digits=True) for p in text.paragraphs)
    return Markup("\n".join(f"<p>{paragraph}</p>" for paragraph in found))


def _paragraph(here: Environment, pieces: tuple[Piece, ...], *, digits: bool = False) -> Markup:
    return Markup("".join(_piece(here, p, digits=digits) for p in signed(pieces)))


def _piece(here: Environment, piece: Piece, *, digits: bool) -> Markup:
    match piece:
        case Words():
            return plain_in(piece.text, base_of(here), digits=digits)
        case Printed():
            return phrase_in(piece.phrase, base_of(here), digits=digits)
        case Vouched():
            return _paragraph(here, piece.pieces, digits=digits)
        case Linked():
            ref: Any = here.get_template(ENTRY_REF).module
            said = _paragraph(here, piece.pieces, digits=digits)
            return Markup(ref.entry_ref(piece.entry, said))
        case NoteMark():
            note: Any = here.get_template(NOTE).module
            return Markup(note.note_mark(piece))


def number(house: House) -> Callable[[int], Markup]:
    """The filter that prints an integer in the digits of `house`."""

    def say_number(value: int) -> Markup:
        return escape(house.language.say_number(value, grouped=False, digits=house.digits).text)

    return say_number


def mm(value: float) -> str:
    """Millimetres for a style attribute: `12.34mm`."""
    return f"{value:.2f}mm"
