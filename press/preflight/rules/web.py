"""Rules on a web page: it says what the records say and nothing else, and it needs nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from press.content.prose import Printed, Prose, Vouched
from press.layout.web.sheet import WebSheet
from press.preflight.finding import Finding
from press.preflight.readback.expected import Expected
from press.preflight.web.reading import ReadPage, Stretch
from press.preflight.web.texts import Letters, bare, furniture, letters_of, web_texts

# The most that a page should weigh in bytes, its pictures apart.
HEAVIEST = 2_000_000
_PICTURE = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")
_WORD = re.compile(r"[^\s]+")


@dataclass(slots=True)
class WebRead:
    """A finished page with what it owes; `taken` are its letters that were found to be owed."""

    html: str
    page: ReadPage
    sheet: WebSheet
    files: Collection[str]
    taken: list[bool] = field(init=False)
    facts: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.taken = [False] * len(self.page.text)


def web_text(read: WebRead) -> Iterator[Finding]:
    """Every text of the sheet stands in the element of its record, each value in its direction."""
    house = read.sheet.publication.house
    for text in web_texts(read.sheet):
        # A value that stands alone has the name of its fact.
        name = text.record if text.what == "printed value" else f"{text.record}.{text.what}"
        lost = False
        for letters in letters_of(text, house.language.direction, house):
            span = _find(read, letters.text, text.anchor)
            if span is None:
                yield _finding(text, letters.text, "")
                lost = True
                continue
            read.taken[span.start : span.end] = [True] * (span.end - span.start)
            if turned := _turned(read.page, letters, span):
                yield _finding(text, turned, "turned")
        if not lost:
            read.facts |= {name, *_facts(text)}


def web_stray(read: WebRead) -> Iterator[Finding]:
    """Nothing else stands on the page than what is owed, headings and numbers of parts."""
    words, highest = furniture(read.sheet)
    for match in _WORD.finditer(read.page.text):
        free = [
            letter
            for letter, taken in zip(match[0], read.taken[match.start() : match.end()], strict=True)
            if not taken
        ]
        word = bare("".join(free))
        if not any(letter.isalnum() for letter in word) or word in words:
            continue
        if not (word.isdecimal() and int(word) <= highest):
            line = read.page.text[: match.start()].rpartition("\n")[2] + match[0]
            yield Finding(0, {"text": word, "before": line.strip()[-60:]})


def web_link(read: WebRead) -> Iterator[Finding]:
    """Every link leads to something that is there, and nothing is loaded from elsewhere."""
    page = read.page
    for name in dict.fromkeys(page.twice):
        yield Finding(0, {"link": f"#{name}"}, "twice")
    for link in dict.fromkeys(page.links):
        inner, outer = link.startswith("#"), re.match(r"(?:https?|mailto):", link)
        if inner and link[1:] not in page.ids:
            yield Finding(0, {"link": link}, "anchor")
        elif not inner and not outer and link not in read.files:
            yield Finding(0, {"link": link}, "file")
    style = re.findall(r"url\(\s*[\"']?(?!data:)([^)\"']+)|@import\s+([^;]+)", read.html)
    loads = [*page.loads, *(one or other for one, other in style)]
    for load in dict.fromkeys(loads):
        if not load.startswith("data:"):
            yield Finding(0, {"link": load}, "loads")


def web_weight(read: WebRead) -> Iterator[Finding]:
    """The page is light enough for a telephone, its pictures apart."""
    size = len(_PICTURE.sub("", read.html).encode())
    if size > HEAVIEST:
        yield Finding(0, {"size": size / 1e6, "most": HEAVIEST / 1e6}, severity="advice")


def _find(read: WebRead, text: str, anchor: str) -> Stretch | None:
    """Where an element shows just `text`, within that of the id `anchor`, and nobody took it."""
    within = read.page.ids.get(anchor) if anchor else Stretch(0, len(read.page.text))
    if within is None:
        return None
    held = read.page.elements.get(text, [])
    for at in range(bisect_left(held, within.start, key=lambda span: span.start), len(held)):
        span = held[at]
        if span.start >= within.end:
            break
        if span.end <= within.end and not any(read.taken[span.start : span.end]):
            return span
    return None


def _turned(page: ReadPage, letters: Letters, span: Stretch) -> str:
    """The value of a text that stands in another direction than it is read in, if there is one."""
    shown = page.directions[span.start : span.end]
    wrong = [
        number
        for number, (asked, has) in enumerate(zip(letters.directions, shown, strict=True))
        if asked and asked != has and not letters.text[number].isspace()
    ]
    return letters.text[wrong[0] : wrong[-1] + 1] if wrong else ""


def _facts(text: Expected) -> set[str]:
    """The facts that a text prints or that vouch for its words, a note among them by its id."""
    if not isinstance(text.text, Prose):
        return {text.record} if text.what == "note" else set()
    return {p.fact for p in text.text.pieces() if isinstance(p, Printed | Vouched)}


def _finding(text: Expected, letters: str, case: str) -> Finding:
    return Finding(
        0,
        {"what": f"{text.record}, {text.what}", "text": letters[:200]},
        case or "absent",
        key=(text.place, text.what),
        record=text.record,
    )
