"""The terminal: Arabic is shaped and ordered for terminals that cannot do it themselves."""

from __future__ import annotations

import os
from typing import TextIO

# Terminals known to apply the bidirectional algorithm: VTE since 0.58, Konsole, mlterm, Apple's.
_ABLE = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")


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
    from press.language import bidi

    return "\n".join(bidi.for_terminal(line) for line in text.split("\n"))


def _terminal_is_able() -> bool:
    if any(os.environ.get(name) for name in _ABLE):
        return True
    return os.environ.get("TERM_PROGRAM") == "Apple_Terminal"
