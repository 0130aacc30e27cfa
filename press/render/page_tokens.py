"""Scales the lengths of a project's tokens to the page of its brief."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.colour.tokens import TOKENS
from press.layout.brief.page import BriefPage
from press.project import Project

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LENGTH = re.compile(r"--([\w-]+)\s*:\s*([\d.]+)(mm|pt)\s*;")
# Lines are as thin on any paper; what stands outside the page is of its sheet.
SAME = frozenset(("hair", "line", "bar", "type-sheet", "type-slug"))
TITLES = frozenset(f"type-{number}" for number in range(6, 15))
# Type is no smaller on small paper than this, which a reader still reads at ease.
LEAST_PT = 9.0


def scaled_tokens(page: BriefPage, project: Project) -> dict[str, str]:
    """Every token that is another length on `page` than on A4; none on A4."""
    return dict(_scaled(page, project)) if page.tokens else {}


def _scaled(page: BriefPage, project: Project) -> Iterator[tuple[str, str]]:
    path = project.find(TOKENS)
    text = path.read_text("utf-8") if path else ""
    for name, number, unit in _LENGTH.findall(_COMMENT.sub("", text)):
        if name not in SAME and name not in page.tokens:
            length = float(number) * (page.display if name in TITLES else page.scale)
            least = min(float(number), LEAST_PT) if name.startswith("type-") else 0.0
            yield name, f"{max(length, least):.4f}{unit}"
    for name, value in page.tokens.items():
        yield name, f"{value:.4f}mm"
