"""Write the events as a calendar (iCalendar, RFC 5545), and their anniversaries as another.

A calendar knows days and minutes. A month or a year is given as the stretch of whole days that it
is, which makes nobody busy, and its date in words. What no calendar can say is left out: what is
about right or doubtful, open at an end, a decade or century, or before the year 1.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator

from icalendar import Calendar, Event

from press.language.calendar import civil
from press.language.dates import DAY, Date
from press.layout.web.sheet import WebEvent, WebSheet

NAME = "timeline.ics"
YEARLY = "anniversaries.ics"


def calendar(sheet: WebSheet) -> bytes:
    """`timeline.ics`: every event at its date."""
    made = _begin(sheet)
    for event in _events(sheet):
        if is_sayable(event.when):
            made.add_component(_at_its_date(event, sheet))
    return bytes(made.to_ical())


def anniversaries(sheet: WebSheet) -> bytes:
    """`anniversaries.ics`: every event that is dated to a day, on this day of every year."""
    made = _begin(sheet)
    for event in _events(sheet):
        if is_sayable(event.when) and event.when.precision in ("day", "minute"):
            yearly = _about(event, sheet, "-yearly")
            yearly.add("dtstart", _day(event.when.first))
            yearly.add("rrule", {"freq": "yearly"})
            made.add_component(yearly)
    return bytes(made.to_ical())


def is_sayable(date: Date) -> bool:
    """Whether a calendar can say a date without saying more or less than it."""
    doubtful = date.approximate or date.uncertain
    wide = any(moment.unit in ("decade", "century") for moment in date.moments)
    return not (doubtful or wide or date.open) and date.year > 0 and date.last_year < 9999


def _begin(sheet: WebSheet) -> Calendar:
    made = Calendar()
    made.add("prodid", "-//Warraq//timeline//EN")
    made.add("version", "2.0")
    made.add("name", sheet.publication.title)
    made.add("x-wr-calname", sheet.publication.title)
    return made


def _events(sheet: WebSheet) -> Iterator[WebEvent]:
    yield from sheet.timeline.events if sheet.timeline else ()


def _about(event: WebEvent, sheet: WebSheet, mark: str = "") -> Event:
    """What is said of an event; its name in calendars is the same in every edition."""
    masthead = sheet.publication
    whose = hashlib.sha256(masthead.title.encode()).hexdigest()[:12]
    made = Event()
    made.add("uid", f"{event.id}{mark}@{whose}.warraq")
    edition = datetime.datetime(*civil(masthead.edition.first), tzinfo=datetime.UTC)
    made.add("dtstamp", edition)
    made.add("summary", event.title.plain())
    lines = [event.date.text, event.text.plain() if event.text else ""]
    made.add("description", "\n".join(line for line in lines if line))
    made.add("transp", "TRANSPARENT")
    if event.actors:
        made.add("categories", [actor.name for actor in event.actors])
    if masthead.address:
        made.add("url", f"{masthead.address.rstrip('/')}#{event.anchor}")
    return made


def _at_its_date(event: WebEvent, sheet: WebSheet) -> Event:
    date, made = event.when, _about(event, sheet)
    if any(moment.unit == "minute" for moment in date.moments):
        made.add("dtstart", _minute(date.begin))
        if len(date.moments) > 1:
            made.add("dtend", _minute(date.end))
    elif date.precision == "days" and len(date.days) != date.last - date.first + 1:
        made.add("dtstart", _day(date.days[0]))
        made.add("rdate", [_day(day) for day in date.days[1:]], {"value": "DATE"})
    else:
        made.add("dtstart", _day(date.first))
        made.add("dtend", _day(date.last + 1))  # the day on which it is over (RFC 5545, 3.8.2.2)
    return made


def _day(number: int) -> datetime.date:
    return datetime.date(*civil(number))


def _minute(instant: int) -> datetime.datetime:
    """A minute without a zone: of the clock where it happened."""
    hour, minute = divmod(instant % DAY, 60)
    return datetime.datetime.combine(_day(instant // DAY), datetime.time(hour, minute))
