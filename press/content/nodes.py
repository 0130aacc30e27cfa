"""Raw values: what an editor typed, as text, lists and maps that remember their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from press.diagnostics import Place

_LETTERS = re.compile(r"\S+")


class Text(str):
    """A text with the place of its first letter and the stretch of the file that it came from.

    YAML folds white space and nothing else in the styles an editor uses, so the n-th letter that
    is not white space is the same in the value and in the file: that gives every offset a place.
    """

    place: Place
    _written: str

    @classmethod
    def placed(cls, value: str, place: Place, written: str = "") -> Text:
        """`value` at `place`; `written` is the source text from that place on."""
        text = cls(value)
        text.place = place
        text._written = written
        return text

    def at(self, offset: int) -> Place:
        """The place in the file of the character `offset` of the value."""
        ahead = len("".join(self[:offset].split()))
        for run in _LETTERS.finditer(self._written):
            if ahead < len(run[0]):
                before = self._written[: run.start() + ahead]
                lines = before.count("\n")
                begin = before.rfind("\n") if lines else -self.place.column
                column = len(before) - begin
                return Place(self.place.path, self.place.line + lines, column)
            ahead -= len(run[0])
        return self.place


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

    @classmethod
    def placed(cls, pairs: Iterable[tuple[Text, Raw]], place: Place) -> Entries:
        """`pairs` at `place`, in the order typed."""
        entries = cls(pairs)
        entries.place = place
        return entries

    def key_place(self, key: str) -> Place:
        """Where `key` was typed; the map's own place when it was not."""
        for typed in self:
            if typed == key and isinstance(typed, Text):
                return typed.place
        return self.place


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
