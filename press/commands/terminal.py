"""Shapes and orders Arabic for terminals that cannot do it themselves."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import cache
from typing import Any, TextIO

# Terminals known to apply the bidirectional algorithm: VTE since 0.58, Konsole, mlterm, Apple's.
_ABLE = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
_LEVEL = "\u200b"  # a zero-width space takes the level of what it follows
_MIRRORED = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
_BRACKET = r"[()\[\]{}«»‹›<>]"


def shown(text: str, stream: TextIO) -> str:
    """`text` as it should be sent to `stream`: logical when piped or where the terminal is able.

    The variable WARRAQ_TERMINAL decides where it is set: `logical` never reorders, `visual`
    always does; otherwise a terminal is asked by the names that it leaves in the environment.
    """
    setting = os.environ.get("WARRAQ_TERMINAL", "")
    if setting == "logical" or (setting != "visual" and not stream.isatty()):
        return text
    if setting != "visual" and _terminal_is_able():
        return text
    return for_terminal(text)


def _terminal_is_able() -> bool:
    if any(os.environ.get(name) for name in _ABLE):
        return True
    return os.environ.get("TERM_PROGRAM") == "Apple_Terminal"


def for_terminal(text: str) -> str:
    """`text` shaped and in visual order, for terminals that know neither; never for a page.

    Each line takes the direction of its first letter; a line without Arabic is left alone.
    """
    return "\n".join(_for_terminal(line) for line in text.split("\n"))


def _for_terminal(line: str) -> str:
    if not any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in line):
        return line
    from bidi import get_display  # dear to import, and most terminals ask for nothing

    # get_display leaves brackets unmirrored and tells no levels: a sign put after each bracket
    # comes to stand before it where the run goes from right to left.
    line = re.sub(_BRACKET, f"\\g<0>{_LEVEL}", line.replace(_LEVEL, ""))
    shown = str(get_display(_reshaper().reshape(line)))
    turned = re.sub(f"({_BRACKET}){_LEVEL}|{_LEVEL}({_BRACKET})", _turn, shown)
    return "".join(c for c in turned if unicodedata.category(c) != "Cf")


def _turn(match: re.Match[str]) -> str:
    kept, mirrored = match.groups()
    return str(kept or mirrored.translate(_MIRRORED))


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    # Only lam-alef, which every terminal font has; ligatures of words would hide their letters.
    return ArabicReshaper({"ARABIC LIGATURE ALLAH": False, "delete_harakat": True})
