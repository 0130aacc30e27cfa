"""Tells what a poster was given to fill its sky and does not print: no field is empty by chance."""

from __future__ import annotations

from collections.abc import Iterator

from press.preflight.finding import Finding
from press.preflight.rules.poster import Posted


def unused_filler(posted: Posted) -> Iterator[Finding]:
    """Every filler of the poster finds a field; what finds none is told, and the sky left free."""
    if posted.sheet.composition != "skyline":
        return
    typed = len(posted.words.fillers)
    printed = sum(seated.panel.kind == "filler" for seated in posted.sheet.panels)
    if printed < typed:
        values = {"left": typed - printed, "typed": typed}
        yield Finding(1, values, severity="advice")
