"""Finds a running element by the running string of its name, as the finished pages have it.

WeasyPrint 70 keeps the running elements of layouts that it gave up: one that was moved overleaf
stands in the margins of the page before as well. Running strings are gathered from the pages as
they are, and those of gatherings before are known. So `element(NAME)` is the running element whose
`data-running` is what `string(NAME)` says there, and none where that is empty.
"""

from __future__ import annotations

from typing import Any

KEY = "data-running"


def found_by_strings(context: Any) -> None:
    """Have `element()` look in the strings of a layout, where one of them has its name."""
    look = context.get_running_element_for

    def look_by_string(page: Any, name: str, keyword: str = "first") -> tuple[Any, ...]:
        held = [box for boxes in context.running_elements[name].values() for box in boxes]
        if not any(box.element.get(KEY) for box in held):
            found: tuple[Any, ...] = look(page, name, keyword)
            return found
        said = context.get_string_set_for(page, name, keyword)
        if not any(said):  # what ends here still has its element on the page
            said = context.get_string_set_for(page, name, "start")
        return tuple(box for key in said for box in held if box.element.get(KEY) == key)[:1]

    context.get_running_element_for = look_by_string
