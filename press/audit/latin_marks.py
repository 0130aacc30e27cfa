"""Latin marks: what a publication in Latin letters types as its typography asks; advice only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.content.passages import Passage
from press.diagnostics import Diagnostic

# A mark that is typed in place of another, or that stands away from its word; and the case of it.
_FAULTS = {
    "quotes": re.compile(r'"|(?<!\w)\'(?=\w)'),
    "apostrophe": re.compile(r"(?<=[A-Za-z])'(?=[A-Za-z])"),
    "dash": re.compile(r"(?<=\s)--?(?=\s)|(?<=\w)--(?=\w)"),
    "before": re.compile(r"[^\S\n]+[,;!?](?=\s|$)"),
    # Between words alone: addresses and the like have such marks.
    "after": re.compile(
        r"(?<!\S)[A-Za-z’-]*[a-z](?P<mark>[,;!?])(?=[A-Za-z][a-z’-]*(?:[\s,.;:]|$))"
    ),
    "arabic": re.compile(r"(?<=[A-Za-z0-9])[،؛؟]"),
}


def latin_marks(passage: Passage) -> Iterator[Diagnostic]:
    """Quotation marks are curved, dashes are dashes, and a mark stands at the word before it."""
    for case, pattern in _FAULTS.items():
        if match := pattern.search(passage.words):
            group = "mark" if "mark" in pattern.groupindex else 0
            yield Diagnostic(
                "audit/latin-marks",
                passage.at(match.start(group)),
                {"mark": match[group].strip()},
                case=case,
                severity="advice",
                record=passage.holder[1],
            )
