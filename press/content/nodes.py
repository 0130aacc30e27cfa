"""Nodes: what an editor typed, as text, lists and maps that remember their place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from press.diagnostics import Place

_WORD = re.compile(r"\S+")
_LINE_END = re.compile("\n")


class Text(str):
    """A text with the place of its first letter and the stretch of the file that it came from.

    YAML folds white space and nothing else in the styles an editor uses, so the n-th letter that
    is not white space is the same in the value and in the file: that gives every offset a place.
    """

    place: Place
    _written: str
    # The words of the value and of what was written, and where its lines end; made when asked.
    _found: tuple[_Letters, _Letters, array[int]] | None = None

    @classmethod
    def placed(cls, value: str, place: Place, written: str = "") -> Text:
        """`value` at `place`; `written` is the source text from that place on."""
        text = cls(value)
        text.place = place
        text._written = written
        return text

    def at(self, offset: int) -> Place:
        """The place in the file of the character `offset` of the value."""
        if self._found is None:
            ends = array("I", (match.start() for match in _LINE_END.finditer(self._written)))
            self._found = _Letters(self), _Letters(self._written), ends
        held, typed, ends = self._found
        letter = typed.place_of(held.before(offset))
        if letter is None:
            return self.place
        lines = bisect_left(ends, letter)
        begin = ends[lines - 1] if lines else -self.place.column
        return Place(self.place.path, self.place.line + lines, letter - begin)


class _Letters:
    """Where the letters of a text stand that are no white space, by its words: `begins` has where
    each begins, `counts` how many letters stand before it, and at the end how many there are.
    """

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self.begins = array("I", (begin for begin, _ in spans))
        self.counts = array("I", accumulate((end - begin for begin, end in spans), initial=0))

    def before(self, offset: int) -> int:
        """How many letters stand before the character `offset`."""
        word = bisect_right(self.begins, offset) - 1
        if word < 0:
            return 0
        return min(self.counts[word] + offset - self.begins[word], self.counts[word + 1])

    def place_of(self, letter: int) -> int | None:
        """Where a letter stands, counted from 0; None where there are not so many."""
        if letter >= self.counts[-1]:
            return None
        word = bisect_right(self.counts, letter) - 1
        return self.begins[word] + letter - self.counts[word]


class Items(tuple["Raw", ...]):
    """A list with its place."""

    place: Place

    @classmethod
    def placed(cls, values: Iterable[Raw], place: Place) -> Items:
        """`values` at `place`."""
        items = cls(values)
        items.place = place
        return items


class Entries(dict[str, "Raw"]):
    """A map with its place; the keys are `Text` and know theirs."""

    place: Place
    _typed: dict[str, Place] | None = None  # made when asked

    @classmethod
    def placed(cls, pairs: Iterable[tuple[Text, Raw]], place: Place) -> Entries:
        """`pairs` at `place`, in the order typed."""
        entries = cls(pairs)
        entries.place = place
        return entries

    def key_place(self, key: str) -> Place:
        """Where `key` was typed; the map's own place when it was not."""
        if self._typed is None:
            self._typed = {str(k): k.place for k in self if isinstance(k, Text)}
        return self._typed.get(str(key), self.place)


Raw = Text | Items | Entries


def place_of(raw: Raw, route: Sequence[int | str], fallback: Place | None = None) -> Place:
    """The place of the value that `route` (keys and indexes) leads to in `raw`.

    Steps that lead nowhere are passed over, so that the route of a validation error, which also
    names types, ends at the innermost value that was really typed; a route that ends at a missing
    key gives the place of the map that lacks it.
    """
    place = fallback or raw.place
    here: Raw | None = raw
    for step in route:
        if isinstance(here, Entries) and step in here:
            place = here.key_place(str(step))
            here = here[str(step)]
            if isinstance(here, Text):
                place = here.place
        elif isinstance(here, Items) and isinstance(step, int) and step < len(here):
            here = here[step]
            place = here.place
    return place
