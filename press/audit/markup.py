"""Advise against signs of other tools left in a text, which would be printed as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.content.passages import Passage
from press.diagnostics import Diagnostic

# Emphasis, headings, lists, code, links and tables of Markdown; tags and entities of HTML; commands
# of TeX and of wikis.
_MARKUP = re.compile(
    r"(?P<emphasis>(?<!\w)(?:\*\*|__|~~)(?=\S)[^*_~\n]+(?<=\S)(?:\*\*|__|~~)(?!\w)"
    r"|(?<![\w*_])[*_](?=[^\s*_])[^*_\n]+(?<=[^\s*_])[*_](?![\w*_]))"
    r"|(?P<line>^[ \t]*(?:#{1,6}|[*+-]|>|```|={2,})[ \t]+(?=\S)"
    r"|^[ \t]*\|[^|\n]+\|[^\n]*)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|&(?:[A-Za-z]{2,8}|#\d{1,6});)"
    r"|(?P<code>`[^`\n]+`|\\(?:textbf|emph|textit|footnote)\b|\{\{[^{}]*\}\}|'''?[^'\n]+'''?"
    r"|\[[^\[\]\n]+\]\((?:\w+:|www\.|[/#])[^()\s]*\))",
    re.MULTILINE,
)


def entity_at(words: str, position: int) -> bool:
    """Whether the sign at `position` belongs to an entity, as `&nbsp;`: that is complained of."""
    before = _ENTITY.search(words, max(0, position - 10), position + 1)
    return before is not None and before.end() == position + 1


_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6});\Z")


def markup(passage: Passage) -> Iterator[Diagnostic]:
    """A text holds words, and no signs that another tool would turn into type."""
    if passage.voice not in ("prose", "line", "label"):
        return
    if match := _MARKUP.search(passage.words):
        at = match.start() + len(match[0]) - len(match[0].lstrip())
        values = {"signs": match[0].strip()[:20]}
        yield Diagnostic("audit/markup", passage.at(at), values, severity="advice")
