"""Styles markers and the calls of notes only where there are any.

WeasyPrint 70 has a rule of its own for every `::marker`, `::footnote-call`, `::footnote-marker`,
`::note-call`, `::note-marker` and `::note-callback`, and so styles six pseudo-elements of each
element, of which few are ever asked for. Here these rules are left out at first, and apply when the
style of such a one is asked for. Pages are the same with and without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

from weasyprint.css import ComputedStyle, StyleFor, declaration_precedence
from weasyprint.html import UA_STYLESHEET

from press.typeset.weasyprint.exchange import replaced

LATE = frozenset(
    ("marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")
)


@contextmanager
def styling_late() -> Iterator[None]:
    """While the block runs, rules for all elements of these kinds apply when one is asked for."""
    matcher = UA_STYLESHEET.matcher
    early: list[Any] = []
    late: list[Any] = []
    for rule in matcher.other_selectors:
        test, _, _, kind, _ = rule
        (late if kind in LATE and _is_of_all(test) else early).append(rule)
    begin, ask = StyleFor.__init__, StyleFor.__call__

    def begin_early(styles: Any, html: Any, *rest: Any) -> None:
        styles.asked = set()
        styles.of = html
        with replaced(matcher, "other_selectors", early):
            begin(styles, html, *rest)

    def ask_late(styles: Any, element: Any, kind: str | None = None) -> Any:
        if kind in LATE and (element, kind) not in styles.asked:
            styles.asked.add((element, kind))
            _apply(styles, element, kind, [rule for rule in late if rule[3] == kind])
        return ask(styles, element, kind)

    with (
        replaced(StyleFor, "__init__", begin_early),
        replaced(StyleFor, "__call__", ask_late),
    ):
        yield


def _is_of_all(test: Callable[[Any], Any]) -> bool:
    """Whether a selector asks nothing of an element."""
    try:
        return bool(test(None))
    except AttributeError:
        return False


def _apply(styles: Any, element: Any, kind: str | None, rules: list[Any]) -> None:
    """Have WeasyPrint's own rules apply to a pseudo-element, below what others say of it."""
    known = styles.get_computed_styles()
    found = known.get((element, kind))
    said = found.cascaded if found else {}
    for _, specificity, _, _, (declarations, _) in rules:
        for name, values, importance in declarations:
            weight = declaration_precedence("user agent", importance), inf, specificity
            before = said.get(name, (None, None))[1]
            if before is None or before <= weight:
                said[name] = values, weight
    if not found:
        html = styles.of
        known[element, kind] = ComputedStyle(
            known[element, None], said, kind, known[html.etree_element, None], html.base_url,
            styles.font_config, styles.initial_page_sizes,
        )  # fmt: skip
