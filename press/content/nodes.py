"""Nodes: what an editor typed, as text, lists and maps that remember their place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from press.diagnostics import Place

_LETTER = re.compile(r"\S")
_LINE_END = re.compile("\n")


class Text(str):
    """A text with the place of its first letter and the stretch of the file that it came from.

    YAML folds white space and nothing else in the styles an editor uses, so the n-th letter that
    is not white space is the same in the value and in the file: that gives every offset a place.
    """

    place: Place
    _written: str
    # Where letters stand in the value and as it was written, and its line ends; made when asked.
    _found: tuple[array[int], array[int], array[int]] | None = None

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
            pairs = ((_LETTER, self), (_LETTER, self._written), (_LINE_END, self._written))
            held, typed, ends = (array("L", starts(sign, text)) for sign, text in pairs)
            self._found = held, typed, ends
        held, typed, ends = self._found
        letter = bisect_left(held, offset)
        if letter >= len(typed):
            return self.place
        lines = bisect_left(ends, typed[letter])
        begin = ends[lines - 1] if lines else -self.place.column
        return Place(self.place.path, self.place.line + lines, typed[letter] - begin)


def starts(sign: re.Pattern[str], text: str) -> Iterator[int]:
    """Where `sign` stands in `text`."""
    return (match.start() for match in sign.finditer(text))


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
