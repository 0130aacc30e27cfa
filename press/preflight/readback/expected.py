"""Expected texts: all that a sheet says, record by record, to be read back from its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from press.content.prose import Prose
from press.geometry import Box
from press.language.phrases import Phrase
from press.layout.brief.exhibits import Exhibit
from press.layout.brief.sheet import BriefChapter, BriefEntry, BriefSheet, Note, OwnPage
from press.layout.pictures import SizedPicture
from press.layout.poster.sheet import Card, PosterSheet, Seated


@dataclass(frozen=True, slots=True)
class Expected:
    """One text that must stand on a page.

    `record` and `what` name it in messages; `anchor` is the id of the page's element that holds
    it, empty where there is none; `box` is where it must stand on a poster. A note mark that
    follows a value is part of the text.
    """

    record: str
    what: str
    text: Prose | Phrase | str
    anchor: str
    box: Box | None = None

    @property
    def place(self) -> str:
        """The name of its record as `Edition.typed` takes it."""
        return self.anchor if self.anchor.endswith(f"-{self.record}") else self.record


def brief_texts(sheet: BriefSheet) -> tuple[Expected, ...]:
    """The texts of the brief in the order of its parts."""
    found = (text for part in sheet.parts for text in _part(sheet, part))
    return tuple(expected for expected in found if expected.text)


def _part(sheet: BriefSheet, part: str) -> Iterable[Expected]:
    if page := sheet.pages.get(part):
        return _own(page)
    texts: dict[str, Callable[[BriefSheet], Iterable[Expected]]] = {
        "cover": _cover,
        "summary": _summary,
        "contents": _contents,
        "introduction": _introduction,
        "chapters": lambda of: (text for chapter in of.chapters for text in _chapter(chapter)),
        "people": _people,
        "glossary": _glossary,
        "notes": _notes,
        "sources": _sources,
        "documents": _documents,
        "colophon": _colophon,
    }
    return texts[part](sheet)


def _cover(sheet: BriefSheet) -> Iterator[Expected]:
    masthead = sheet.publication
    yield Expected("publication", "title", masthead.title, "")
    yield Expected("publication", "subtitle", masthead.subtitle, "")
    yield Expected("publication", "publisher", masthead.publisher, "")
    yield from _picture("brief", sheet.cover, "")


def _summary(sheet: BriefSheet) -> Iterator[Expected]:
    if summary := sheet.summary:
        for finding in summary.findings:
            yield Expected("brief", "finding", finding, "summary")
        yield Expected("brief", "summary", summary.text, "summary")
        for figure in summary.figures:
            yield Expected("brief", "figure", figure.value, "summary")
            yield Expected("brief", "label of a figure", figure.label, "summary")
        for lane in summary.lanes:
            yield Expected(lane.actor.id, "name of a lane", lane.actor.name, "summary")


def _introduction(sheet: BriefSheet) -> Iterator[Expected]:
    yield Expected("brief", "introduction", sheet.introduction, "introduction")
    for actor in sheet.actors:
        yield Expected(actor.id, "name in the key", actor.name, f"actor-{actor.id}")
        yield Expected(actor.id, "about", actor.about, f"actor-{actor.id}")


def _contents(sheet: BriefSheet) -> Iterator[Expected]:
    anchor = "contents"
    for page in sheet.pages.values():
        yield Expected(page.id, "title in the contents", page.title, anchor)
    for chapter in sheet.chapters:
        if chapter.opens:
            anchor = f"contents-{chapter.id}"
        yield Expected(chapter.id, "title in the contents", chapter.title, anchor)
        for entry in chapter.entries:
            yield Expected(entry.id, "title in the contents", entry.title, anchor)


def _chapter(chapter: BriefChapter) -> Iterator[Expected]:
    anchor = f"chapter-{chapter.id}"
    yield Expected(chapter.id, "title", chapter.title, anchor)
    yield Expected(chapter.id, "lead", chapter.lead, anchor)
    yield Expected(chapter.id, "text", chapter.text, anchor)
    for exhibit in chapter.exhibits:
        yield from _exhibit(chapter.id, exhibit)
    for entry in chapter.entries:
        yield from _entry(entry)
        for exhibit in entry.exhibits:
            yield from _exhibit(chapter.id, exhibit)


def _exhibit(chapter: str, exhibit: Exhibit) -> Iterator[Expected]:
    anchor = f"exhibit-{exhibit.id}"
    texts: list[tuple[str, Prose]] = [("title", exhibit.title), ("text", exhibit.text)]
    for point in exhibit.points:
        texts += [("head of a point", point.head), ("point", point.text)]
    for drawn in exhibit.drawn:
        texts += [("label in a chart", drawn.label), ("value in a chart", drawn.value)]
    texts += [("head of a column", column) for column in exhibit.columns]
    texts += [("cell", cell.text) for row in exhibit.rows for cell in row]
    for what, text in texts:
        yield Expected(chapter, f"{exhibit.id}: {what}", text, anchor)


def _entry(entry: BriefEntry) -> Iterator[Expected]:
    parts: list[tuple[str, Prose | Phrase | str | None]] = [
        ("title", entry.title),
        ("date", entry.date),
        *(("actor", actor.name) for actor in entry.actors),
        ("kind", entry.kind),
        ("symbol", entry.symbol),
        ("meeting", entry.meeting),
        ("brief", entry.brief),
        *(("see", see.title) for see in entry.see),
    ]
    for what, text in parts:
        if text:
            yield Expected(entry.id, what, text, entry.id)
    yield from _picture(entry.id, entry.image, entry.id)


def _picture(record: str, sized: SizedPicture | None, anchor: str) -> Iterator[Expected]:
    if sized:
        yield Expected(record, "caption", sized.picture.caption, anchor)
        yield Expected(record, "credit", sized.picture.credit, anchor)
        yield Expected(record, "licence", sized.picture.licence, anchor)


def _own(page: OwnPage) -> Iterator[Expected]:
    anchor = f"page-{page.id}"
    yield Expected(page.id, "title", page.title, anchor)
    yield Expected(page.id, "text", page.text, anchor)
    yield from _picture(page.id, page.image, anchor)
    yield from _picture(page.id, page.signed, anchor)
    if page.sign:
        yield Expected(page.id, "name", page.sign.name, anchor)
        yield Expected(page.id, "role", page.sign.role, anchor)


def _people(sheet: BriefSheet) -> Iterator[Expected]:
    for person in sheet.people:
        anchor = f"person-{person.id}"
        yield from _picture(person.id, sheet.portraits.get(person.id), anchor)
        yield Expected(person.id, "name", person.name, anchor)
        yield Expected(person.id, "name in Latin letters", person.latin, anchor)
        yield Expected(person.id, "role", person.role, anchor)
        yield Expected(person.id, "about", person.about, anchor)
        for term in person.terms:
            yield Expected(person.id, "start of a term", term.start, anchor)
            if term.end:
                yield Expected(person.id, "end of a term", term.end, anchor)


def _glossary(sheet: BriefSheet) -> Iterator[Expected]:
    for entry in sheet.glossary:
        anchor = f"term-{entry.id}"
        yield Expected(entry.id, "term", entry.term, anchor)
        yield Expected(entry.id, "term in Latin letters", entry.latin, anchor)
        yield Expected(entry.id, "definition", entry.definition, anchor)


def _notes(sheet: BriefSheet) -> Iterator[Expected]:
    yield Expected("brief", "notes-lead", sheet.notes_lead, "notes")
    for note in sheet.notes:
        yield from _note(note)
    for omission in sheet.omitted:
        anchor = f"note-{omission.id}"
        yield Expected(omission.id, "about", omission.about, anchor)
        yield Expected(omission.id, "reason", omission.reason, anchor)
    for doubted in sheet.doubted:
        anchor = f"doubt-{doubted.id}"
        yield Expected(doubted.id, "about", doubted.about, anchor)
        yield Expected(doubted.id, "doubt", doubted.doubt, anchor)


def _note(note: Note) -> Iterator[Expected]:
    anchor = f"note-{note.id}"
    yield Expected(note.id, "about", note.about, anchor)
    yield Expected(note.id, "note", note.reason, anchor)


def _sources(sheet: BriefSheet) -> Iterator[Expected]:
    yield Expected("brief", "sources-lead", sheet.sources_lead, "sources")
    for source in sheet.sources:
        anchor = f"source-{source.id}"
        yield Expected(source.id, "title", source.title, anchor)
        yield Expected(source.id, "by", source.by, anchor)
        original = Phrase(source.original, source.direction)
        if source.original:
            yield Expected(source.id, "original", original, anchor)
        if source.address:
            yield Expected(source.id, "address", Phrase(source.address, "ltr"), anchor)
        for what, phrase in (("date", source.date), ("symbol", source.symbol)):
            if phrase:
                yield Expected(source.id, what, phrase, anchor)


def _documents(sheet: BriefSheet) -> Iterator[Expected]:
    for document in sheet.documents:
        anchor = document.anchor
        yield Expected(document.title, "symbol in the index", document.symbol, anchor)
        yield Expected(document.symbol.text, "title in the index", document.title, anchor)


def _colophon(sheet: BriefSheet) -> Iterator[Expected]:
    masthead = sheet.publication
    yield Expected("brief", "blurb", sheet.blurb, "colophon")
    yield Expected("brief", "colophon", sheet.colophon, "colophon")
    yield Expected("publication", "publisher", masthead.publisher, "colophon")
    yield Expected("publication", "date of the edition", masthead.date, "colophon")
    yield Expected("publication", "fingerprint", Phrase(sheet.fingerprint, "ltr"), "colophon")


def poster_texts(sheet: PosterSheet) -> tuple[Expected, ...]:
    """The texts of the poster; those of a card with the card's box."""
    found = [
        Expected("poster", "title", sheet.header.title, ""),
        Expected("poster", "subtitle", sheet.header.subtitle, ""),
        Expected("poster", "introduction", sheet.header.introduction, ""),
    ]
    found += [Expected("poster", f"pillar {p.number}", p.text, "") for p in sheet.header.pillars]
    found += [expected for placed in sheet.panels for expected in _panel(placed)]
    for part in sheet.axis.parts:
        what = "label on the axis" if part.wordy else "year on the axis"
        found += [Expected("poster", what, part.label, "")] if part.label else []
    found += [Expected("poster", "name of an era", era.name, "") for era in sheet.eras if era.name]
    for card in sheet.cards:
        found += _card(card)
    for term in sheet.terms:
        found.append(Expected("poster", "name on a term", term.name, ""))
        found.append(Expected("poster", "post of a term", term.post, ""))
    for figure in (figure for row in sheet.figures for figure in row):
        found.append(Expected("poster", "figure", figure.value, ""))
        found.append(Expected("poster", "label of a figure", figure.label, ""))
    found += [Expected(actor.id, "name in the legend", actor.name, "") for actor in sheet.legend]
    if sheet.composition == "skyline":
        found += [Expected("poster", "name in the legend", name, "") for _, name in sheet.signs]
    found += [
        Expected("poster", "sources-line", sheet.sources_line, ""),
        Expected("publication", "edition", sheet.edition, ""),
        Expected("publication", "fingerprint", Phrase(sheet.fingerprint, "ltr"), ""),
    ]
    if sheet.code:
        found.append(Expected("publication", "address", sheet.code.address, ""))
    return tuple(e for e in found if e.text)


def _panel(placed: Seated) -> Iterator[Expected]:
    panel, box = placed.panel, placed.box
    if panel.figure:
        yield Expected(panel.fact, "printed value", panel.figure.value, "", box)
    what = "label of a figure" if panel.kind == "figure" else panel.kind
    yield Expected("poster", what, panel.text, "", box)
    for pillar in panel.pillars:
        yield Expected("poster", f"pillar {pillar.number}", pillar.text, "", box)


def _card(card: Card) -> Iterator[Expected]:
    parts: list[tuple[str, Prose | Phrase | str | None]] = [
        ("title", card.face.title),
        ("date", card.face.date),
        ("year", card.face.year),
        *(("actor", actor.short) for actor in card.face.named),
        ("symbol", card.face.symbol),
        ("poster", card.face.text),
    ]
    for what, text in parts:
        if text:
            yield Expected(card.id, what, text, "", card.box)
    if picture := card.face.picture:
        yield Expected(card.id, "credit", picture.credit, "", card.box)
        yield Expected(card.id, "licence", picture.licence, "", card.box)
    for figure in card.face.figures:
        yield Expected(figure.fact, "printed value", figure.value, "", card.box)
        if figure.label:
            yield Expected("poster", "label of a figure", figure.label, "", card.box)
