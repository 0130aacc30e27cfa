"""Takes a property of which no rule says anything from its parent or from CSS, at once.

WeasyPrint 70 looks whether it must compute something for each of some 300 properties of each box.
Pages are the same with and without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from press.typeset.weasyprint.exchange import replaced

# Properties of which something else than their value is known, or asked for.
_OWN = {name for name in INITIAL_VALUES if name.startswith("text_decoration_")} | {
    "display",
    "float",
    "page",
    "position",
}
_AS_INITIAL = INITIAL_VALUES.keys() - INHERITED - INITIAL_NOT_COMPUTED - _OWN
_AS_PARENT = INHERITED - _OWN


@contextmanager
def knowing_initial_values() -> Iterator[None]:
    """While the block runs, a property that no rule names is looked up and not computed."""
    with replaced(ComputedStyle, "__missing__", _short(ComputedStyle.__missing__)):
        yield


def _short(look_up: Callable[..., Any]) -> Callable[..., Any]:
    """`ComputedStyle.__missing__`, which needs not think where no rule says anything."""
    logical: dict[tuple[str, str], str] = {}

    def found(style: Any, key: str) -> Any:
        cascaded = style.cascaded
        if key in cascaded or not (key in _AS_INITIAL or key in _AS_PARENT):
            return look_up(style, key)
        if name_of := PHYSICAL_FUNCTIONS.get(key):
            direction = style["direction"]
            name = logical.get((key, direction))
            if name is None:
                name = logical[key, direction] = name_of(block="ttb", inline=direction)
            if name in cascaded:
                return look_up(style, key)
        if key in _AS_INITIAL:
            value = style[key] = INITIAL_VALUES[key]
        elif style.parent_style is None:
            return look_up(style, key)
        else:
            value = style[key] = style.parent_style[key]
        return value

    return found
