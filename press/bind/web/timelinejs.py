"""Write the events as TimelineJS reads them: dates in parts, and each date in words beside them."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import escape

from press.language.dates import Moment
from press.layout.web.sheet import WebEvent, WebSheet

NAME = "timelinejs.json"


def timelinejs(sheet: WebSheet) -> bytes:
    """`timelinejs.json`: a title and the events; nothing in it is loaded from anywhere.

    That form has no doubt about a date: `display_date` says it as the page does. An event that is
    open at its start stands at its end.
    """
    masthead = sheet.publication
    held = {
        "title": {
            "unique_id": "title",
            "text": {
                "headline": str(escape(masthead.title)),
                "text": str(escape(masthead.subtitle.plain())),
            },
        },
        "events": [_event(event) for event in (sheet.timeline.events if sheet.timeline else ())],
        "scale": "human",
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def _event(event: WebEvent) -> dict[str, Any]:
    date = event.when
    made: dict[str, Any] = {
        "unique_id": event.anchor,
        "start_date": _parts(date.moments[0]),
        "display_date": event.date.text,
        "text": {
            "headline": str(escape(event.title.plain())),
            "text": "".join(f"<p>{escape(p)}</p>" for p in event.text.plain().split("\n") if p),
        },
    }
    if len(date.moments) > 1:
        made["end_date"] = _parts(date.moments[-1])
    if event.actors:
        made["group"] = event.actors[0].name
    return made


def _parts(moment: Moment) -> dict[str, int]:
    """Year, month, day and time, as far as they are known; 0 is the year before 1."""
    found = {"year": moment.year}
    if moment.unit in ("month", "day", "minute"):
        found["month"] = moment.month
    if moment.unit in ("day", "minute"):
        found["day"] = moment.day
    if moment.unit == "minute":
        found["hour"], found["minute"] = divmod(moment.minute, 60)
    return found
