"""Word differences: how one text became another, word by word, and the corrections that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A word is never cut: Arabic letters join, and a value is one element on its line, between
# U+2066 or U+2067 and U+2069, with whatever is joined to it («و17,300 عنصر»).
_MARKS = r"[،؛:.؟!?,;…«»()\[\]\"“”]"
_TOKEN = re.compile(
    rf"(?P<space>[ \t\u00a0]*)"
    rf"(?P<word>\n+|{_MARKS}|(?:[\u2066\u2067][^\u2069]*\u2069|(?!{_MARKS})[^\s\u2066\u2067])+)"
)
# Fewer kept words than this between two changes are quoted along with them.
BRIDGE = 2
# A text of so many words at most is quoted whole rather than given anew.
SHORT = 8
# With less of its words kept, a text is given anew instead of in pieces.
KEPT_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of a difference: what stood there and what stands there; equal for what is kept.

    Joined, all `before` are the old text and all `after` the new one.
    """

    before: str
    after: str

    @property
    def kept(self) -> bool:
        """Whether nothing changed here."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Correction:
    """For `before` read `after`.

    An empty `before`: `after` is put in behind the words `behind` (at the beginning when these are
    empty too). An empty `after`: `before` is taken out. `whole`: all of the text is meant.
    """

    before: str
    after: str
    behind: str = ""
    whole: bool = False


def reword(before: str, after: str) -> tuple[Step, ...]:
    """The steps from one text to another; single spaces and no white space at the ends assumed."""
    old, new = tidy(before), tidy(after)
    was, now = _tokens(old), _tokens(new)
    keys = [_key(t) for t in was], [_key(t) for t in now]
    steps: list[tuple[bool, int, int, int, int]] = []
    opcodes = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    for index, (kind, a0, a1, b0, b1) in enumerate(opcodes):
        inner = 0 < index < len(opcodes) - 1
        same = kind == "equal" and "".join(was[a0:a1]) == "".join(now[b0:b1])
        # A word or two between changes are no landmark; a paragraph's end is.
        words = [key for key in keys[0][a0:a1] if key.strip(_SIGNS)]
        bridge = inner and len(words) < BRIDGE and "\n" not in "".join(keys[0][a0:a1])
        kept = same and not bridge
        if steps and not kept and not steps[-1][0]:
            steps[-1] = (False, steps[-1][1], a1, steps[-1][3], b1)
        else:
            steps.append((kept, a0, a1, b0, b1))
    return tuple(Step("".join(was[a0:a1]), "".join(now[b0:b1])) for _, a0, a1, b0, b1 in steps)


_SIGNS = '،؛:.؟!?,;…«»()[]"“”\n '


def tidy(text: str) -> str:
    """`text` with one space between words, one line end between paragraphs, none at its ends."""
    lines = (" ".join(re.split(r"[ \t\r\f\v]+", line)).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _tokens(text: str) -> list[str]:
    """The words and marks of a tidy text, each with the space before it; joined they are it."""
    return [match[0] for match in _TOKEN.finditer(text)]


def _key(token: str) -> str:
    return token if token.startswith("\n") else token.strip()


def corrections(before: str, after: str) -> tuple[Correction, ...]:
    """What a reader of the old text must change, in order, each unmistakable in it.

    Words that stand more than once in the old text are quoted with their neighbours. Made one
    after the other, from the first, the corrections turn the old text into the new one.
    """
    old, new = tidy(before), tidy(after)
    if old == new:
        return ()
    steps = reword(old, new)
    kept = sum(len(step.before) for step in steps if step.kept)
    if not old or not new or kept < KEPT_ENOUGH * max(len(old), len(new)):
        if old and new and max(map(len, map(_tokens, (old, new)))) <= SHORT:
            return (Correction(old, new),)
        return (Correction(old, new, whole=True),)
    found = list(_corrections(old, steps))
    return tuple(found) if corrected(old, found) == new else (Correction(old, new, whole=True),)


def _corrections(old: str, steps: Sequence[Step]) -> Iterator[Correction]:
    done = 0
    for step in steps:
        if not step.kept:
            yield _addition(old, done, step) or _replacement(old, done, step)
        done += len(step.before)


def _addition(old: str, at: int, step: Step) -> Correction | None:
    """Words put in at `at`, named by the fewest words before them that stand there alone."""
    if step.before or not step.after.startswith(" "):
        return None
    for start in reversed([match.start() for match in _TOKEN.finditer(old[:at])]):
        behind = old[start:at].strip()
        if _says(behind) and len(places_of(behind, old)) == 1:
            return Correction("", step.after.strip(), behind)
    return None


def _replacement(old: str, at: int, step: Step) -> Correction:
    """Words for words, with as many neighbours on both sides as make them unmistakable."""
    end = at + len(step.before)
    back = [match.start() for match in _TOKEN.finditer(old[:at])]
    ahead = [end + match.end() for match in _TOKEN.finditer(old[end:])][::-1]
    first, last = at, end
    if back and not all(text.startswith(" ") for text in (step.before or " ", step.after or " ")):
        first = back.pop()  # a mark is quoted with the word that it stands at
    while back or ahead:
        quoted, instead = old[first:last].strip(), f"{old[first:at]}{step.after}{old[end:last]}"
        if (
            _says(quoted)
            and len(places_of(quoted, old)) == 1
            and (_says(instead) or not instead.strip())
        ):
            break
        # What follows first: a changed word is told by what it is said of.
        if ahead and (last - end <= at - first or not back):
            last = ahead.pop()
        else:
            first = back.pop()
    return Correction(
        old[first:last].strip(), f"{old[first:at]}{step.after}{old[end:last]}".strip()
    )


def places_of(words: str, text: str) -> list[int]:
    """Where `words` stand in `text` as whole words."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?![\w\u064b-\u0652])" if words[-1:].isalnum() else ""
    return [match.start() for match in re.finditer(f"{before}{re.escape(words)}{after}", text)]


def _says(text: str) -> bool:
    """Whether `text` has a word, not only marks."""
    return bool(text.strip(_SIGNS))


def corrected(text: str, found: Sequence[Correction]) -> str:
    """`text` with every correction made in it, one after the other, as a careful reader would."""
    for one in found:
        if one.whole:
            text = one.after
            continue
        quoted = one.behind or one.before
        at = next(iter(places_of(quoted, text)), None)
        if at is None:
            continue
        new = f"{one.behind} {one.after}" if one.behind else one.after
        rest = text[at + len(quoted) :]
        # What is taken out takes along the space before it.
        text = (text[:at] if new else text[:at].rstrip(" ")) + new + rest
    return tidy(text)
