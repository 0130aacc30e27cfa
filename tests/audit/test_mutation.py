"""Mutation: each digit of the first publication is changed in turn, and a check must notice it.

All that a record says is tried: values, readings, texts, labels, cells and notes; of a fact or
text with more digits than `MOST`, so many, spread evenly. Left apart are locators, the
descriptions of sources, ids, references and settings.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from press.audit.audited import Audited
from press.audit.chronology import chronology
from press.audit.readings import missing_reading, missing_source, unresolved_fact
from press.audit.unsourced import unsourced_date, unsourced_number, unsourced_symbol
from press.content.load import Content, load
from press.content.nodes import Entries, Items, Raw, Text
from press.content.resolve import resolve
from press.content.validate import validate
from press.diagnostics import Diagnostic, Refusal
from tests.support.projects import project_in

ROOT = Path(__file__).resolve().parents[2]
# What is caught by some of the rules of an audit is caught by a check.
RULES = (
    unresolved_fact, missing_reading, missing_source, unsourced_number, unsourced_date,
    unsourced_symbol, chronology,
)  # fmt: skip
# Keys whose values say nothing in print, or lead to a place in a source.
APART = {
    "where", "see", "people", "entries", "after", "fact", "of", "is", "counts", "actor", "kind",
    "rank", "icon", "colour", "from", "to", "period", "edition", "paper", "orientation", "omit",
    "variants", "latin", "sheet", "language", "audit", "digits", "months", "post", "select",
    "symbols", "follows", "exceptional",
}  # fmt: skip
MOST = 24  # of one fact or text
FILES_APART = ("sources.yaml", "lexicon", "kinds.yaml", "states.yaml", "headings")
Route = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A digit that is typed wrong: in which file, at which key, and the text as it then is."""

    file: str
    route: Route
    text: Text

    @property
    def held_by(self) -> Route:
        """The way to the fact that is changed, or to the text."""
        if "facts" in self.route:
            return self.route[: self.route.index("facts") + 2]
        return self.route

    @property
    def of_field(self) -> bool:
        """Whether it is a field of an event, for which a fact elsewhere in the file vouches."""
        return self.route[0] in ("date", "symbol", "meeting")


@pytest.fixture(scope="module")
def content() -> Content:
    """The records of the first publication as they are typed."""
    return load(project_in(ROOT, day="2026-11-23"))


def slips(content: Content) -> list[Slip]:
    """One wrong figure for every digit, another known one of the publication where there is any."""
    texts = [
        (file, route, text)
        for file, raw in content.files.items()
        if not file.startswith(FILES_APART)
        for route, text in below(raw, ())
    ]
    known = {run for _, _, text in texts for run in re.findall(r"\d+", text)}
    found = []
    for file, route, text in texts:
        for match in re.finditer(r"\d+", bare(text)):
            for at in range(len(match[0])):
                wrong = slipped(match[0], at, known)
                start, end = match.span()
                written = text._written.replace(match[0], wrong)
                placed = Text.placed(text[:start] + wrong + text[end:], text.place, written)
                found.append(Slip(file, route, placed))
    return found


def below(raw: Raw, route: Route) -> Iterator[tuple[Route, Text]]:
    """Every text below `raw` that says something, with its route."""
    if isinstance(raw, Text):
        yield route, raw
    elif isinstance(raw, Items):
        for index, item in enumerate(raw):
            yield from below(item, (*route, index))
    else:
        for key, value in raw.items():
            if key not in APART:
                yield from below(value, (*route, str(key)))


def bare(text: str) -> str:
    """`text` with its references covered, so that ids are not taken for figures."""
    return re.sub(r"\{[^{}]*\}", lambda match: "#" * len(match[0]), text)


def slipped(run: str, at: int, known: set[str]) -> str:
    """`run` with the digit `at` changed, into a figure of the publication if that can be."""
    others = [d for d in "1234567890" if d != run[at]]
    wrong = [run[:at] + d + run[at + 1 :] for d in others]
    after = run[:at] + str((int(run[at]) + 1) % 10) + run[at + 1 :]
    return next((w for w in wrong if w in known), after)


def put(raw: Raw, route: Route, text: Text) -> Raw:
    """`raw` with `text` at the end of `route`."""
    if not route:
        return text
    step, rest = route[0], route[1:]
    if isinstance(raw, Items):
        items = [put(v, rest, text) if i == step else v for i, v in enumerate(raw)]
        return Items.placed(items, raw.place)
    assert isinstance(raw, Entries)
    pairs = [(k, put(v, rest, text) if k == step else v) for k, v in raw.items()]
    return Entries.placed(pairs, raw.place)


def errors(content: Content, wrong: list[Slip]) -> list[Diagnostic]:
    """What a check says of `content` with these slips, advice left out."""
    files = dict(content.files)
    for slip in wrong:
        changed = put(files[slip.file], slip.route, slip.text)
        assert isinstance(changed, Entries)
        files[slip.file] = changed
    try:
        records = validate(replace(content, files=files))
        audited = Audited(resolve(records), records)
    except Refusal as refusal:
        return [d for d in refusal.diagnostics if d.severity == "error"]
    found = [d for rule in RULES for d in rule(audited)]
    return [d for d in found if d.severity == "error"]


def missed(content: Content, turn: list[Slip]) -> list[Slip]:
    """The slips of a turn, of different files or texts, that no error stands at."""
    left = list(turn)
    while left:
        said = errors(content, left)
        caught = [slip for slip in left if any(stands_at(d, slip, content) for d in said)]
        if not caught or len(caught) == len(left):
            return [slip for slip in left if slip not in caught]
        left = [slip for slip in left if slip not in caught]
    return []


def stands_at(found: Diagnostic, slip: Slip, content: Content) -> bool:
    """Whether an error stands in the lines of the fact or text that is wrong."""
    if found.place.path != f"content/{slip.file}":
        return False
    here: Raw = content.files[slip.file]
    first = 0
    for step in slip.held_by:
        if isinstance(here, Entries):
            first, here = here.key_place(str(step)).line, here[str(step)]
        else:
            assert isinstance(here, Items)
            here = here[int(step)]
    last = max((t.place.line + t._written.count("\n") for t in leaves(here)), default=first)
    return slip.of_field or first <= found.place.line <= last


def leaves(raw: Raw) -> Iterator[Text]:
    """Every text below `raw`."""
    if isinstance(raw, Text):
        yield raw
    else:
        for value in raw.values() if isinstance(raw, Entries) else raw:
            yield from leaves(value)


def turns(wrong: list[Slip]) -> list[list[Slip]]:
    """The slips so that a turn has one of each fact, one of a file's fields, or one of each text.

    What is vouched for is never changed beside what vouches for it.
    """
    facts: dict[object, list[Slip]] = defaultdict(list)
    fields: dict[object, list[Slip]] = defaultdict(list)
    texts: dict[object, list[Slip]] = defaultdict(list)
    for slip in wrong:
        if slip.of_field:
            fields[slip.file].append(slip)
        else:
            rows = facts if "facts" in slip.route else texts
            rows[slip.file, slip.held_by].append(slip)
    for rows in (facts, texts):
        for key, row in rows.items():
            rows[key] = [row[n * len(row) // MOST] for n in range(MOST)] if row[MOST:] else row
    return [
        [row[turn] for row in rows.values() if turn < len(row)]
        for rows in (facts, fields, texts)
        for turn in range(max(map(len, rows.values())))
    ]


def test_the_publication_as_it_stands_has_no_error(content):
    assert errors(content, []) == []


def test_every_digit_that_is_typed_wrong_is_noticed(content):
    tried = turns(slips(content))
    wrong = [slip for turn in tried for slip in turn]
    lost = [slip for turn in tried for slip in missed(content, turn)]
    print(f"\na digit typed wrong: {len(wrong) - len(lost)} of {len(wrong)} caught")
    assert len(wrong) > 2000
    assert [f"{slip.file}: {slip.route}: {slip.text}" for slip in lost] == []


def test_a_slip_that_no_rule_looks_at_is_missed(content):
    place = content.files["publication.yaml"]["publisher"]
    assert isinstance(place, Text)
    assert missed(content, [Slip("publication.yaml", ("publisher",), place)])
