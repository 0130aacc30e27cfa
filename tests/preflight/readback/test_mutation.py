"""Mutation: every fact is changed in turn, and audit or read-back must notice every change."""

import datetime
import io
import re
import shutil
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from press.audit.audit import audit
from press.content.edition import Edition
from press.content.load import load
from press.content.prose import Linked, Piece, Printed, Prose, Vouched, Words
from press.content.resolve import resolve
from press.content.validate import validate
from press.content.values import Value
from press.language.arabic import LANGUAGE as ARABIC
from press.language.dates import Date
from press.language.phrases import Phrase
from press.pdf.pages import Glyph, Page
from press.preflight.readback.expected import Expected, brief_texts, poster_texts
from press.preflight.readback.readback import Found, Lost, Reader
from press.preflight.readback.reading import Reading, read
from press.preflight.readback.required import due
from press.preflight.readback.words import words_of
from press.project import Project

ROOT = Path(__file__).resolve().parents[3]


def other(text: str) -> str:
    """`text` with two neighbouring digits exchanged, else one digit or letter changed."""
    for one, two in re.findall(r"(?=(\d)(\d))", text):
        if one != two:
            return text.replace(one + two, two + one, 1)
    if digit := re.search(r"\d", text):
        return text.replace(digit[0], str((int(digit[0]) + 1) % 10), 1)
    letters = r"[\u0621-\u064a]|[A-Za-z]"
    pairs = re.findall(rf"(?=({letters})({letters}))", text)
    one, two = next((one, two) for one, two in pairs if one != two)
    return text.replace(one + two, two + one, 1)


def changed(piece: Piece, fact: str) -> Piece:
    """`piece` with what `fact` says in it changed."""
    if isinstance(piece, Printed) and piece.fact == fact:
        return replace(piece, phrase=replace(piece.phrase, text=other(piece.phrase.text)))
    if isinstance(piece, Vouched | Linked):
        inner = list(piece.pieces)
        if isinstance(piece, Vouched) and piece.fact == fact:
            for index, part in enumerate(inner):
                if isinstance(part, Words) and re.search(r"[\u0621-\u064a]{2}", part.text):
                    inner[index] = replace(part, text=other(part.text))
                    break
                if isinstance(part, Printed):
                    inner[index] = replace(
                        part, phrase=replace(part.phrase, text=other(part.phrase.text))
                    )
                    break
        else:
            inner = [
                p for part in inner for p in [changed(part, fact)] if isinstance(p, Words | Printed)
            ]
        return replace(piece, pieces=tuple(inner))
    return piece


def texts_with(
    edition: Edition, texts: tuple[Expected, ...]
) -> Iterator[tuple[str, Expected, object]]:
    """(fact, expected text, the text with that fact changed) for every fact in `texts`."""
    vouchers: dict[str, list[str]] = {}
    for fact in edition.facts.values():
        for field in fact.of:
            vouchers.setdefault(f"{fact.record}.{field}", []).append(fact.id)
    for expected in texts:
        if isinstance(expected.text, Prose):
            held = {p.fact for p in expected.text.pieces() if isinstance(p, Printed | Vouched)}
            for fact in sorted(held):
                paragraphs = tuple(
                    tuple(changed(piece, fact) for piece in paragraph)
                    for paragraph in expected.text.paragraphs
                )
                for id in vouchers.get(fact, [fact]):
                    yield id, expected, Prose(paragraphs)
        elif isinstance(expected.text, Phrase):
            mutant = replace(expected.text, text=other(expected.text.text))
            for id in vouchers.get(f"{expected.record}.{expected.what}", []):
                yield id, expected, mutant


def near(whole: Reader, expected: Expected) -> Reader:
    """A reader of the pages on which `expected` stands, where a mutant would be looked for.

    Lines are read once for all mutants of a document: a reader takes away what it finds.
    """
    free = [line.free for line in whole.lines]
    found = whole.find(words_of(expected.text), 0, len(free))
    for line, text in zip(whole.lines, free, strict=True):
        line.free = text
    assert isinstance(found, Found), expected
    numbers = {whole.lines[span.line].page.number for span in found.spans}
    reader = Reader(())
    reader.lines = [copy(line) for line in whole.lines if line.page.number in numbers]
    return reader


def test_no_page_says_a_fact_that_the_record_does_not(run):
    """The record changes, the finished PDF does not: read-back misses the changed value."""
    edition = run.built.edition
    tried: set[str] = set()
    missed: list[str] = []
    for pages, texts in (
        (run.brief, brief_texts(run.brief_sheet)),
        ((run.poster,), poster_texts(run.poster_sheet)),
    ):
        done: set[str] = set()
        # Each fact in the longest text that says it: a bare figure may stand there as another.
        telling = sorted(texts, key=lambda e: -sum(map(len, words_of(e.text))))
        whole = Reader(pages)
        for fact, expected, mutant in texts_with(edition, tuple(telling)):
            if fact in done:
                continue
            done.add(fact)
            reader = near(whole, expected)
            found = reader.find(words_of(mutant), 0, len(reader.lines))
            if isinstance(found, Found):
                missed.append(f"{fact} in {expected.record}, {expected.what}")
        tried |= done
    unread = sorted(set(edition.facts) - tried)
    print(f"\nread-back, record changed: {len(tried) - len(missed)} of {len(tried)} facts caught")
    assert not missed
    assert not unread


def swapped(page: Page, pairs: Sequence[tuple[Glyph, Glyph]]) -> Page:
    """`page` with the two glyphs of each pair in each other's place."""
    change = {}
    for one, two in pairs:
        change[id(one)] = one._replace(character=two.character)
        change[id(two)] = two._replace(character=one.character)
    rows = tuple(
        replace(row, glyphs=tuple(change.get(id(g), g) for g in row.glyphs)) for row in page.rows
    )
    return replace(page, rows=rows)


def test_two_digits_exchanged_in_the_finished_pdf_are_noticed(run):
    """In every text of the poster that has two different digits side by side, they change places.

    Four texts a turn, far from each other in the order of reading; each must be missed. One that is
    not may have been found in another that is spoilt with it, as a year in a symbol: then each of
    the four is tried alone.
    """
    document = next(d for d in run.built.documents if d.file == "poster.pdf")
    asked = due(run.built.sheets, run.built.edition, poster=True)

    def read_as(page: Page) -> Reading:
        with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
            return read(pdf, document.pdf, asked, frozenset(), (page,))

    reading = read_as(run.poster)
    pairs = []
    for _, found in reading.texts:
        assert isinstance(found, Found)
        glyphs = [glyph for _, glyph in reading.reader.glyphs(found)]
        digits = [
            (a, b)
            for a, b in pairwise(glyphs)
            if a.character.isdecimal() and b.character.isdecimal() and a.character != b.character
        ]
        pairs += digits[:1]

    def missed(some: Sequence[tuple[Glyph, Glyph]]) -> int:
        spoilt = read_as(swapped(run.poster, some))
        return min(len(some), sum(isinstance(found, Lost) for _, found in spoilt.texts))

    tried = caught = 0
    turns = -(-len(pairs) // 4)
    for turn in range(turns):
        four = pairs[turn::turns]
        together = missed(four)
        tried += len(four)
        caught += together if together == len(four) else sum(missed([pair]) for pair in four)
    print(f"\nread-back, digits exchanged in the PDF: {caught} of {tried} caught")
    assert tried > 40
    assert caught == tried


REFERENCE = re.compile(r"\{(?P<target>[a-z0-9-]+)(?:\.(?P<part>[a-z-]+))?(?::[^{}]*)?\}")


def wrong(value: Value) -> str:
    """A wrong figure typed by hand in place of a reference to `value`."""
    held = value.held[0]
    if isinstance(held, Date):
        phrase = ARABIC.say_date(Date.of_day(held.first + 11), digits="european", months="both")
        return phrase.text
    turned = str(held)[::-1]
    return turned if turned != str(held) and turned[0] != "0" else f"{held}7"


def typed_by_hand(source: str, edition: Edition, record: str) -> list[tuple[int, int, str]]:
    """(start, end, wrong figure) for every reference in the texts of a record's file."""
    head = source.split("\nfacts:")[0]
    out = []
    for match in REFERENCE.finditer(head):
        if head[: match.start()].endswith("]"):
            continue
        target, part = match["target"], match["part"] or ""
        fact = edition.facts.get(target)
        if fact and part in fact.values:
            value = fact.values[part]
        elif target == "date":
            value = Value("date", (edition.entries[record].when,))
        else:
            continue
        if value.kind in ("count", "number", "date"):
            out.append((match.start(), match.end(), wrong(value)))
    return out


def test_a_figure_typed_by_hand_that_no_fact_has_is_noticed(run, tmp_path):
    """In every event, reference by reference, a wrong figure is typed in its place."""
    edition = run.built.edition
    files = {p: p.read_text("utf-8") for p in sorted((ROOT / "content" / "events").iterdir())}
    plans = {
        path: typed_by_hand(text, edition, re.sub(r"^[\d-]+-", "", path.stem))
        for path, text in files.items()
    }
    tried = 0
    missed: list[str] = []
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for turn in range(max(len(plan) for plan in plans.values())):
        mutants = set()
        for path, text in files.items():
            source = text
            if turn < len(plans[path]):
                start, end, figure = plans[path][turn]
                source = text[:start] + figure + text[end:]
                mutants.add(f"content/events/{path.name}")
            (tmp_path / "content" / "events" / path.name).write_text(source, "utf-8")
        records = validate(load(Project(tmp_path, tmp_path, datetime.date(2026, 11, 23))))
        noticed = {d.place.path for d in audit(resolve(records), records) if d.severity == "error"}
        tried += len(mutants)
        missed += [f"{name}, reference {turn + 1}" for name in sorted(mutants - noticed)]
    print(f"\naudit, figure typed by hand: {tried - len(missed)} of {tried} caught")
    assert tried > 60
    assert not missed


@pytest.mark.parametrize(
    ("text", "mutant"), [("42", "24"), ("2006", "0206"), ("7", "8"), ("دولة", "ودلة")]
)
def test_a_mutant_differs_by_one_exchange(text, mutant):
    assert other(text) == mutant
