"""Judge a web page as it is finished: read as HTML is read, by nobody who wrote it."""

from __future__ import annotations

from collections.abc import Collection

from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.layout.web.sheet import WebSheet
from press.preflight.preflight import told
from press.preflight.readback.printed import printed_facts
from press.preflight.rules.table import WEB
from press.preflight.rules.web import WebRead
from press.preflight.web.reading import read_html
from press.preflight.witness import Witness
from press.products import SITE, file_name


def judge_web(
    html: str, files: Collection[str], sheet: WebSheet, edition: Edition
) -> tuple[list[Diagnostic], Witness]:
    """What is wrong with a finished page, and the facts that it was read to say.

    `files` are the names of those that stand beside it.
    """
    read = WebRead(html, read_html(html), sheet, files)
    name = file_name(SITE, "web")
    found = [told(rule.__name__, one, name, edition) for rule in WEB for one in rule(read)]
    facts = printed_facts(dict.fromkeys(sorted(read.facts), ()), edition)
    return found, Witness(facts, {}, {})
