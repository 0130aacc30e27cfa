"""Parses a project's style sheets once in a process, for all that it typesets.

To read the dozen sheets of a publication and to find its fonts takes longer than to set a page. A
process sets many gatherings in the same sheets: while these stay as they are, what WeasyPrint made
of them is handed to it again. No patch is needed for that: `HTML.render` takes parsed sheets. They
are user sheets then and not the author's, which changes nothing as long as all of them are.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from weasyprint import CSS, HTML
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetchingError

from press.files import below
from press.project import Project

# What an element may say and be read here; `media`, `type` and the like WeasyPrint weighs itself.
_SAID = {"style": set[str](), "link": {"rel", "href"}}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What WeasyPrint made of a sheet, with what it complained of; not `plain` is a sheet whose
    rules other sheets of the document must know."""

    css: Any
    complaints: tuple[logging.LogRecord, ...]
    plain: bool


@dataclass(slots=True)
class Dress:
    """What was made of the sheets that `key` stands for: fonts, and parsed sheets by address.

    `checked`: whether all fonts that they name were found to be there.
    """

    key: str
    fonts: Any
    checked: bool = False
    sheets: dict[str, _Sheet] = field(default_factory=dict)


# That of the last project that was typeset in this process.
_worn: Dress | None = None


def dress_of(project: Project) -> Dress:
    """What was made of the sheets of `project` so far; nothing when one has changed."""
    global _worn
    key = _key(project)
    if _worn is None or _worn.key != key:
        _worn = Dress(key, FontConfiguration())
    return _worn


def take_sheets(source: HTML, dress: Dress) -> list[Any]:
    """The style sheets of `source`, in order, to be handed to `render`; they are taken out of it.

    What WeasyPrint complained of when it parsed a sheet it complains of again. None is taken when
    one has layers, counter styles or colour profiles, which belong to all sheets of a document, or
    a condition.
    """
    elements = [e for e in source.etree_element.iter() if _is_sheet(e)]
    if any(set(element.keys()) - _SAID[element.tag] for element in elements):
        return []
    found = [_sheet(element, source, dress) for element in elements]
    if not all(sheet.plain for sheet in found):
        return []
    for element in elements:
        element.set("type", "text/plain")  # what is no CSS is passed over
    for sheet in found:
        for record in sheet.complaints:
            LOGGER.handle(record)
    return [sheet.css for sheet in found if sheet.css]


def said_of_sheets(source: HTML) -> list[tuple[Any, ...]]:
    """What an HTML says of style sheets, apart from what stands in those that it names."""
    found = (one for one in source.etree_element.iter() if one.tag in _SAID)
    return [(one.tag, one.text, sorted(one.attrib.items())) for one in found]


def _is_sheet(element: Any) -> bool:
    named = element.tag == "link" and "stylesheet" in element.get("rel", "").split()
    return element.tag == "style" or named


def _sheet(element: Any, source: HTML, dress: Dress) -> _Sheet:
    """The sheet that an element holds or names, as it was parsed before or now."""
    if element.tag == "style":
        return _parsed(source, dress, string=element.text or "", base_url=source.base_url)
    address = urljoin(source.base_url, element.get("href", ""))
    if address not in dress.sheets:
        dress.sheets[address] = _parsed(source, dress, url=address)
    return dress.sheets[address]


def _parsed(source: HTML, dress: Dress, **said: Any) -> _Sheet:
    counters: dict[str, Any] = {}
    profiles: dict[str, Any] = {}
    with _hearing() as heard:
        try:
            css = CSS(
                **said, font_config=dress.fonts, counter_style=counters, color_profiles=profiles,
                url_fetcher=source.url_fetcher, media_type=source.media_type,
            )  # fmt: skip
        except URLFetchingError as error:
            LOGGER.error("Failed to load stylesheet at %s: %s", said.get("url"), error)
            return _Sheet(None, tuple(heard), True)
    return _Sheet(css, tuple(heard), not (css.layers or counters or profiles))


@contextmanager
def _hearing() -> Iterator[list[logging.LogRecord]]:
    """What WeasyPrint complains of while the block runs, kept from whoever else listens."""
    heard: list[logging.LogRecord] = []

    def hear(record: logging.LogRecord) -> bool:
        if record.levelno >= logging.WARNING:
            heard.append(record)
        return False

    LOGGER.addFilter(hear)
    try:
        yield heard
    finally:
        LOGGER.removeFilter(hear)


def _key(project: Project) -> str:
    """A hash of all style sheets of a project and of ours."""
    held = hashlib.sha256()
    for folder in project.folders("styles"):
        for path in below(folder, ".css"):
            held.update(os.fsencode(path) + b"\0" + path.read_bytes() + b"\0")
    return held.hexdigest()
