"""Errata: lay out what has changed as the items of a corrigendum, each with place and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from press.commands.errata_sheet import Amendment, CorrigendumSheet, FactRow, Instruction, Section
from press.content.edition import Masthead
from press.content.prose import Piece, Printed, Prose, Words
from press.diagnostics import Diagnostic, Place, Refusal
from press.language.bidi import isolate
from press.language.phrases import Direction, Phrase
from press.preflight.readback.locate import Whereabouts
from press.products import file_name, kind_of
from press.release.comparison import Comparison, RecordChange, TextChange
from press.release.snapshot import Record, Snapshot
from press.release.word_diff import Correction
from press.report.page_diff import ChangedPage

# The record of the publication itself: a corrigendum names its edition in its head.
MASTHEAD = "publication"
_ISOLATED = re.compile(r"([\u2066\u2067])([^\u2069]*)\u2069")
_DIRECTIONS: dict[str, Direction] = {"\u2066": "ltr", "\u2067": "rtl"}


def lay_out_corrigendum(
    masthead: Masthead,
    words: Mapping[str, str],
    release: str,
    editions: tuple[Snapshot, Snapshot],
    said: Comparison,
    pages: Sequence[ChangedPage],
    places: Mapping[str, Whereabouts],
) -> CorrigendumSheet:
    """The corrigendum to an edition; `editions` are what it said and what is said now.

    `places` are those of the outputs as they were released. Raises `Refusal` for a word that
    the headings lack.
    """
    say = Sayings(words, masthead)
    before, after = editions
    chapters = {r.id: r.name for r in (*before.records, *after.records) if r.kind == "chapter"}
    outputs = tuple(dict.fromkeys(r.output for r in (*after.records, *before.records)))
    sections = []
    for output in outputs:
        changes = [c for c in said.records if c.record.output == output]
        items = tuple(_items(changes, chapters, places.get(output), say))
        if items:
            sections.append(Section(output, _product(output, say), items))
    lead = (
        Words(f"{say['lead']} {say.number(before.number)} {say['dated']} ", Place("")),
        *_pieces(before.date),
        Words(f" {say['lead-end']}", Place("")),
    )
    return CorrigendumSheet(
        publication=masthead,
        headings=words,
        title=say["title"],
        lead=Prose((lead,)),
        sections=tuple(sections),
        facts=tuple(
            FactRow(f.about, f.before, f.after, masthead.house.language.semicolon.join(f.sources))
            for f in said.facts
        ),
        reprint=tuple(_reprint(outputs, pages, places, say)),
        release=Phrase(release, "rtl" if re.search("[\u0600-\u06ff]", release) else "ltr"),
        fingerprints=(before.content, after.content),
    )


@dataclass(frozen=True, slots=True)
class Sayings:
    """The fixed words of a corrigendum, and figures in the digits of the house."""

    words: Mapping[str, str]
    masthead: Masthead

    def __getitem__(self, key: str) -> str:
        if key not in self.words:
            file = f"content/headings.{self.masthead.language}.yaml"
            values = {"word": key, "file": file}
            raise Refusal([Diagnostic("changes/missing-word", Place(file), values)])
        return self.words[key]

    def number(self, value: int) -> str:
        """A number without grouping."""
        house = self.masthead.house
        return house.language.say_number(value, grouped=False, digits=house.digits).text

    def folio(self, label: str) -> str:
        """A page's label as it is printed."""
        return self.number(int(label)) if label.isdecimal() else label


def _items(
    changes: Sequence[RecordChange],
    chapters: Mapping[str, str],
    places: Whereabouts | None,
    say: Sayings,
) -> Iterator[Amendment]:
    found: list[tuple[str, Prose, list[Instruction]]] = []
    for change in changes:
        if change.record.id == MASTHEAD:
            continue
        was = change.before or change.record
        if change.kind == "reworded":
            sixth = _sixth(places, was)
            told: set[Correction] = set()
            for text in change.texts:
                new = [one for one in text.corrections if one not in told]
                told.update(new)
                for one in new:
                    quoted = prose_of(one.before or one.behind or text.before)
                    page = _page(places, change.record, quoted)
                    place = _place(page, sixth, change.record, text, say)
                    _put(found, page, place, _correct(one, say))
        else:
            # What is new stands nowhere yet: it is told where it goes.
            held = change.record if change.before else change.behind
            page = _page(places, held, None) if held else ""
            place = _place(page, _sixth(places, held) if held else "", change.record, None, say)
            _put(found, page, place, _whole(change, chapters, say))
    found.sort(key=lambda item: int(item[0]) if item[0].isdecimal() else 10**6)
    for number, (_, place, instructions) in enumerate(found, start=1):
        yield Amendment(say.number(number), place, tuple(instructions))


def _put(
    found: list[tuple[str, Prose, list[Instruction]]], page: str, place: Prose, one: Instruction
) -> None:
    """Add an instruction to those of its place."""
    for known, where, instructions in found:
        if (known, where) == (page, place):
            instructions.append(one)
            return
    found.append((page, place, [one]))


def _page(places: Whereabouts | None, record: Record, words: Prose | None) -> str:
    return places.of(record.anchor, words) if places and record.anchor else ""


def _sixth(places: Whereabouts | None, record: Record) -> str:
    """Where on its sheet a card stands, asked of the first of its texts that is printed there."""
    if not places or record.kind != "card":
        return ""
    texts = (record.name, *(said.text for said in record.texts))
    return next(filter(None, map(places.sixth, map(prose_of, texts))), "")


def _place(page: str, sixth: str, record: Record, text: TextChange | None, say: Sayings) -> Prose:
    """«الصفحة 12، المدخل «الجسر القديم»، المتن»; a sheet has parts for pages."""
    parts: list[tuple[Piece, ...]] = []
    language = say.masthead.house.language
    if sixth:
        parts.append((Words(say[f"at-{sixth}"], Place("")),))
    elif page:
        parts.append((Words(f"{say['page']} {say.folio(page)}", Place("")),))
    if record.kind == "part":
        parts.append(_pieces(record.name))
    else:
        opening, closing = language.quotes
        label = Words(f"{say[f'kind-{record.kind}']} {opening}", Place(""))
        parts.append((label, *_pieces(record.name), Words(closing, Place(""))))
    what = say.words.get(f"what-{_family(text.what)}", "") if text else ""
    if what:
        parts.append((Words(what, Place("")),))
    pieces = [piece for part in parts for piece in (Words(language.comma, Place("")), *part)]
    return Prose((tuple(pieces[1:]),))


def _family(what: str) -> str:
    """The key of a text's name: «what icrtop-2012 says» is `source-says`, «pillar 2» `pillar`."""
    if what.startswith("what "):
        return "source-says"
    return re.sub(r" \d+$", "", what).replace(" ", "-")


def _correct(one: Correction, say: Sayings) -> Instruction:
    before, after = prose_of(one.before), prose_of(one.after)
    if one.whole:
        if not one.before:
            return Instruction(say["add-text"], Prose(), "", after, long=True)
        if not one.after:
            return Instruction(say["delete-all"], Prose(), "", Prose(), long=False)
        return Instruction(say["replace-text"], Prose(), "", after, long=True)
    if one.behind:
        verb, link = say[f"add-{_size(one.after)}"], say[f"after-{_size(one.behind)}"]
        return Instruction(verb, after, link, prose_of(one.behind), long=False)
    if not one.after:
        return Instruction(say[f"delete-{_size(one.before)}"], before, "", Prose(), long=False)
    verb, link = say[f"replace-{_size(one.before)}"], say[f"with-{_size(one.after)}"]
    return Instruction(verb, before, link, after, long=False)


def _size(words: str) -> str:
    """Whether what is quoted is called a number, a word or a phrase."""
    bare = re.sub("[\u2066\u2067\u2069]", "", words).strip(" ،؛:.؟«»()")
    if re.fullmatch(r"[\d\u00a0.,٫٬]+", bare):
        return "number"
    return "phrase" if re.search(r"\s", bare) else "word"


def _whole(change: RecordChange, chapters: Mapping[str, str], say: Sayings) -> Instruction:
    """A record put in, taken out or put elsewhere."""
    record, behind = change.record, change.behind
    if change.kind == "removed":
        return Instruction(say["delete-all"], Prose(), "", Prose(), long=False)
    new = change.after
    assert new
    if change.kind == "added":
        texts = "\n".join(said.text for said in record.texts)
        if behind and behind.group == new.group:
            verb, link = say["add-after"], say["add-after-end"]
            return Instruction(verb, prose_of(behind.name), link, prose_of(texts), long=True)
        return Instruction(say["add-text"], Prose(), "", prose_of(texts), long=True)
    if behind and behind.group == new.group:
        return Instruction(say["move-after"], prose_of(behind.name), "", Prose(), long=False)
    if new.group in chapters:
        goal = prose_of(chapters[new.group])
        return Instruction(say["move-chapter"], goal, "", Prose(), long=False)
    return Instruction(say["move-first"], Prose(), "", Prose(), long=False)


def _reprint(
    outputs: Sequence[str],
    pages: Sequence[ChangedPage],
    places: Mapping[str, Whereabouts],
    say: Sayings,
) -> Iterator[tuple[Prose, str]]:
    """Each output that must be printed again, with its pages where they are but a few."""
    for output in outputs:
        name = _product(output, say)
        here = [page for page in pages if page.file == file_name(output, "pdf")]
        if not here:
            continue
        shifted = any(page.before != page.after for page in here)
        many = output not in places or 2 * len(here) > len(places[output].labels)
        if kind_of(output) == "poster" or shifted or many:
            yield name, say["whole"]
        elif len(here) == 1:
            yield name, f"{say['page']} {say.number(here[0].after)}"
        else:
            joined = say.masthead.house.language.join_list([say.number(p.after) for p in here])
            yield name, f"{say['pages']} {joined}"


def _product(stem: str, say: Sayings) -> Prose:
    """What a product is called: its kind, and its stem where that says more."""
    kind = kind_of(stem)
    name = say[kind] if stem == kind else f"{say[kind]} ({isolate(Phrase(stem, 'ltr'))})"
    return prose_of(name)


def prose_of(text: str) -> Prose:
    """A text of a snapshot as paragraphs, each isolated value one piece."""
    return Prose(tuple(_pieces(line) for line in text.split("\n") if line.strip()))


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    done = 0
    for match in _ISOLATED.finditer(text):
        if match.start() > done:
            pieces.append(Words(text[done : match.start()], Place("")))
        phrase = Phrase(match[2], _DIRECTIONS[match[1]])
        pieces.append(Printed(phrase, "", "", Place("")))
        done = match.end()
    if done < len(text):
        pieces.append(Words(text[done:], Place("")))
    return tuple(pieces)
