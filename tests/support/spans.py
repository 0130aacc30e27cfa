"""Editions of any number of events over any span, in Arabic or English, drawn by a seed."""

import random
from dataclasses import replace
from typing import Any

import yaml

from press.content.edition import Edition
from press.content.prose import Prose, Words
from press.content.values import House
from press.diagnostics import Place
from press.language.calendar import civil
from press.language.dates import DAY, Date
from press.language.languages import language_of
from press.layout.poster.blocks import Face, Foot, Header, Panel, Trial
from tests.support.crowds import ROOT, real_edition

# The spans by name: days, and where they begin, in days of the calendar.
SPANS = {"a day": 1, "a month": 31, "8 years": 2922, "38 years": 13880, "500 years": 182621}
SPANS |= {"3,000 years": 1095727}
WORDS = {
    "ar": "المجلس يقرر بعثة جديدة لحماية السكان ويطلب تقريراً من الأمين العام عن سير العمل",
    "en": "the council decides on a new mission to protect people and asks for a report",
}
LAST_DAY = 735000  # in 2013


def drawn(count: int, days: int, language: str, seed: int = 1, **words: Any) -> Edition:
    """An edition of `count` events over so many days that ends in 2013.

    A tenth are turning points, three tenths major; over years one in ten covers a month or a year.
    """
    draw = random.Random(f"{count} {days} {language} {seed}")
    edition = real_edition()
    speak = language_of(language)
    house = House(speak.tag, speak.digits[0], speak.months[0], "")
    first = LAST_DAY - days
    if language != "ar":
        edition = _told_in(edition, language)
    models = [e for e in edition.entries.values() if e.actors]
    minutes = sorted(draw.randrange(days * DAY) for _ in range(count))
    entries = {}
    for number, minute in enumerate(minutes):
        when = Date.parse(_typed(first * DAY + minute, days, draw))
        model = draw.choice(models)
        id = f"e{number}"
        entries[id] = replace(
            model,
            id=id,
            when=when,
            date=speak.say_date(when, digits=house.digits, months=house.months),
            rank=draw.choice(["turning-point"] + ["major"] * 3 + ["minor"] * 6),
            title=_said(draw, language, draw.randint(3, 9)),
            poster=_said(draw, language, draw.randint(10, 26)),
        )
    ends = [e.when for e in entries.values()]
    period = min(w.begin for w in ends), max(first * DAY + days * DAY, *(w.end for w in ends))
    poster = replace(
        edition.poster,
        omit=(),
        figures=(),
        pillars=(),
        promise=Prose(),
        headline=None,
        fillers=(),
        period=period,
        title=_said(draw, language, draw.randint(2, 8)).plain(),
        subtitle=_said(draw, language, 4),
        introduction=_said(draw, language, 30),
        sources_line=_said(draw, language, 12),
        composition="skyline",
        **words,
    )
    masthead = replace(edition.masthead, house=house, language=language)
    return replace(edition, entries=entries, people={}, masthead=masthead, poster=poster)


def _told_in(edition: Edition, language: str) -> Edition:
    """The edition with the headings of a language, its actors named by numbers in it."""
    lent = yaml.safe_load((ROOT / "content" / f"headings.{language}.yaml").read_text("utf-8"))
    actors = {
        id: replace(actor, name=f"Body {number}", short=f"Body {number}")
        for number, (id, actor) in enumerate(edition.actors.items(), 1)
    }
    entries = {
        id: replace(entry, actors=tuple(actors[actor.id] for actor in entry.actors))
        for id, entry in edition.entries.items()
    }
    poster = replace(edition.poster, headings=lent["poster"])
    return replace(edition, actors=actors, entries=entries, poster=poster)


def _typed(instant: int, days: int, draw: random.Random) -> str:
    """An instant as an editor types it, to the minute where all happens within days."""
    year, month, day = civil(instant // DAY)
    sign, shown = ("-", -year) if year < 0 else ("", year)
    if days <= 2:
        minute = instant % DAY
        return f"{sign}{shown:04}-{month:02}-{day:02}T{minute // 60:02}:{minute % 60:02}"
    if days > 400 and draw.random() < 0.1:
        return f"{sign}{shown:04}" + draw.choice(["", f"-{month:02}", "~"])
    return f"{sign}{shown:04}-{month:02}-{day:02}"


def _said(draw: random.Random, language: str, count: int) -> Prose:
    words = WORDS[language].split()
    return Prose(((Words(" ".join(draw.choices(words, k=count)), Place("")),),))


def estimated(trials: tuple[Trial, ...]) -> dict[str, float]:
    """Heights as if all letters were of one width: lines of letters at a width and type size."""
    return {trial.id: _height(trial) for trial in trials}


def _lines(text: str, size: float, width: float) -> float:
    """The lines of a text at a size in mm; infinite where a word is wider than they are."""
    lines, at = 1, 0.0
    for word in text.split():
        long = len(word) * 0.5 * size
        if long > width:
            return float("inf")
        if at and at + long > width:
            lines, at = lines + 1, 0.0
        at += long + 0.28 * size
    return lines


def _height(trial: Trial) -> float:
    block, em, width = trial.block, trial.em_mm, trial.width_mm
    if isinstance(block, Face):
        room = width - (9.0 if "narrow" in block.form else 18.0) * em
        title = 11.9 if block.rank == "turning-point" else 7.4
        head = (
            f"{block.date.text if block.date else ''} {block.named[0].short if block.named else ''}"
        )
        parts = [(head, 6.62, 1.3), (block.title.plain(), title, 1.36)]
        parts += [(block.text.plain(), 7.112, 1.34)] if block.text else []
        if block.picture and block.picture.credit:
            parts.append((block.picture.credit, 5.19, 1.3))
        text = sum(_lines(text, size * em, room) * size * em * lead for text, size, lead in parts)
        return text + _pictured(block, room, em)
    if isinstance(block, Header):
        return _lines(block.title, em, width) * em * 1.26
    k = trial.scale
    if isinstance(block, Panel):
        return _lines(block.text.plain(), 7.0 * k, width) * 10.5 * k
    assert isinstance(block, Foot)
    return (9.0 + 7.0 * _lines(block.sources_line.plain(), 5.2 * k, width - 150 * k)) * k


def _pictured(face: Face, room: float, em: float) -> float:
    """The height of the picture of an event and of the air over it."""
    if face.picture is None:
        return 0.0
    width = min(room, face.picture_em * em, face.picture_mm or room)
    return width * face.picture.height / face.picture.width + 2.4 * em
