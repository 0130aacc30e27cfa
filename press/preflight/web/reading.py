"""Read a web page as a browser does: what it shows, in which elements, in which direction."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What steers a line and is not seen, and a space that no line breaks.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200e\u200f\u2066\u2067\u2068\u2069"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
# Elements that stand within a line; all others begin and end one.
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "em", "i", "small", "span")
) | frozenset(("strong", "sub", "sup", "time", "wbr"))
# What is never shown as text.
_MUTE = frozenset(("script", "style", "head", "template", "svg"))
# What loads something, and by which attribute (HTML, 4.2 to 4.8).
_LOADS = {
    ("img", "src"), ("script", "src"), ("iframe", "src"), ("audio", "src"), ("video", "src"),
    ("video", "poster"), ("source", "src"), ("embed", "src"), ("object", "data"),
    ("image", "href"), ("use", "href"),
}  # fmt: skip

# What a picture of a set is for, beside its address: `600w`, `2x` (HTML, 4.8.4.2.1).
_SIZE = re.compile(r"[0-9.]+[wxh],?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters `start` to before `end` of what a page shows."""

    start: int
    end: int


@dataclass(slots=True)
class ReadPage:
    """What a page shows: one text, lines parted by line ends, spaces single.

    `directions` has that of each letter (`ltr`, `rtl`), `elements` the places of each text that
    fills an element, `ids` what the element of an id shows. `links` and `loads` are addresses.
    """

    text: str = ""
    directions: list[str] = field(default_factory=list)
    elements: dict[str, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    ids: dict[str, Stretch] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    language: str = ""
    direction: str = "ltr"


def read_html(html: str) -> ReadPage:
    """What the page `html` shows."""
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    page = reader.page
    page.text = "".join(reader.letters)
    known: set[tuple[int, int]] = set()
    for start, end in reader.spans:
        left, right = start, end
        while left < right and page.text[left].isspace():
            left += 1
        while right > left and page.text[right - 1].isspace():
            right -= 1
        if left < right and (left, right) not in known:
            known.add((left, right))
            page.elements[page.text[left:right]].append(Stretch(left, right))
    for held in page.elements.values():
        held.sort(key=lambda span: span.start)
    return page


class _PageReader(HTMLParser):
    """Follows the elements of a page and gathers what they show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = ReadPage()
        self.letters: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self._open: list[tuple[str, int, str, str]] = []  # name, start, direction, id
        self._mute = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        said = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.page.language, self.page.direction = said.get("lang", ""), said.get("dir", "ltr")
        if tag in ("a", "link") and "href" in said and said.get("rel") != "stylesheet":
            self.page.links.append(said["href"])
        elif tag == "link":
            self.page.loads.append(said.get("href", ""))
        self.page.loads += [value for name, value in said.items() if (tag, name) in _LOADS]
        parts = said.get("srcset", "").split()
        self.page.loads += [one.strip(",") for one in parts if not _SIZE.fullmatch(one)]
        if tag not in _INLINE or tag == "br":
            self._break()
        name = said.get("id", "")
        if tag in _VOID:
            return
        above = self._open[-1][2] if self._open else self.page.direction
        self._open.append((tag, len(self.letters), said.get("dir", above), name))
        self._mute += tag in _MUTE
        if name in self.page.ids:
            self.page.twice.append(name)
        if name:
            self.page.ids[name] = Stretch(len(self.letters), len(self.letters))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that ends where it begins, as drawings have them."""
        if not self._mute:
            self.handle_starttag(tag, attrs)
            if tag not in _VOID:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it those in it that were left open."""
        if tag not in (name for name, _, _, _ in self._open):
            return
        while self._open:
            name, start, _, id = self._open.pop()
            self._mute -= name in _MUTE
            if not self._mute and start < len(self.letters):
                self.spans.append((start, len(self.letters)))
            if id:
                self.page.ids[id] = Stretch(start, len(self.letters))
            if name not in _INLINE:
                self._break()
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Text within an element."""
        if self._mute or not self._open:
            return
        direction = self._open[-1][2]
        for letter in data.translate(_UNSEEN):
            if letter.isspace():
                if self.letters and not self.letters[-1].isspace():
                    self._add(" ", direction)
            else:
                self._add(letter, direction)

    def _break(self) -> None:
        if not self._mute and self.letters:
            if self.letters[-1] == " ":
                self.letters[-1] = "\n"
            elif self.letters[-1] != "\n":
                self._add("\n", "")

    def _add(self, letter: str, direction: str) -> None:
        self.letters.append(letter)
        self.page.directions.append(direction)
