"""Find what a text mentions: the facts behind a reference, and the sentence it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from press.content.facts import Fact
from press.content.passages import Holder, Mention
from press.content.references import FIELDS


def facts_of(
    mention: Mention,
    holder: Holder,
    facts: Mapping[str, Fact],
    stated: Mapping[str, Sequence[Fact]],
) -> Iterator[Fact]:
    """The facts that `mention`, in a text of `holder`, prints or is vouched for by.

    `stated` are the `facts` by record, see `facts.by_record`.
    """
    if mention.target in facts:
        yield facts[mention.target]
        return
    own = mention.target in FIELDS and not mention.part
    record, field = (holder[1], mention.target) if own else (mention.target, mention.part)
    yield from (fact for fact in stated.get(record, ()) if field in fact.of)


def sentences(words: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of `words` begins and ends; a point inside a symbol ends none."""
    start = 0
    for end in re.finditer(r"[.!؟][»)\]]*(?=\s|$)|\n[ \t]*\n", words):
        yield start, end.end()
        start = end.end()
    if start < len(words):
        yield start, len(words)
