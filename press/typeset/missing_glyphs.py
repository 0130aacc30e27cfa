"""Place what no font has in the record that says it: WeasyPrint tells the character alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from press.content.passages import Passage
from press.diagnostics import Diagnostic, Place

CODE = "typeset/missing-glyph"


def placed(found: Iterable[Diagnostic], passages: Sequence[Passage]) -> tuple[Diagnostic, ...]:
    """`found` with one complaint for each text that holds characters without a glyph, at the first.

    A character that stands in no text was printed by a template, and its complaint stays.
    """
    others = [one for one in found if one.code != CODE]
    lacking = {str(one.values["character"]): one for one in found if one.code == CODE}
    told: dict[Place, Diagnostic] = {}
    known: set[str] = set()
    for passage in passages:
        here = list(dict.fromkeys(c for c in str(passage.text) if c in lacking))
        if here:
            known.update(here)
            at = passage.text.at(str(passage.text).index(here[0]))
            codes = " ".join(f"U+{ord(character):04X}" for character in here)
            told[at] = Diagnostic(CODE, at, {"character": " ".join(here), "code": codes})
    rest = [one for character, one in lacking.items() if character not in known]
    return (*others, *told.values(), *rest)
