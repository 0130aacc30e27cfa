"""Folios: a publication's HTML parted into gatherings, and the page numbers its links print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from press.language.phrases import Digits, in_digits

# The attribute that holds the page number of what a link leads to; style sheets print it.
FOLIO = "data-folio"
# Links of one list have the same value of `ONCE`: of neighbours that lead to one page all but the
# first get the attribute `AGAIN`, and style sheets leave them out.
ONCE, AGAIN = "data-once", "data-again"
# What names the pages of a list is told when there are several: it is one noun for one page.
NAMED, SEVERAL = "data-names", "data-several"
# The digits in which a document prints its folios, as its root says.
DIGITS = "data-digits"
_ARABIC = f'{DIGITS}="arabic"'
# Where a template allows a new gathering to begin; it begins a page.
MARK = "<!-- gathering -->"
_TAG = re.compile(
    r"<!--.*?-->|<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)"
    r"(?P<said>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>",
    re.DOTALL,
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
_MARKUP = re.compile(r"<!--.*?-->|^[^<>]*>|<[^<>]*>?", re.DOTALL)
_END = re.compile(r"</(?:p|li|tr|h[1-6])>")
# Letters on half a line of text.
HALF_LINE = 40
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FOLIO = re.compile(rf' {FOLIO}="\d*"')
_AGAIN = f' {AGAIN}=""'
_ONCE = re.compile(rf'\s{ONCE}="([^"]*)"')
_NAMED = re.compile(rf'\s{NAMED}="([^"]*)"(?:\s{SEVERAL}="")?')
_LINK = re.compile(r"""(<a\b[^<>]*?)\shref="#([^"]*)\"""")


def part(text: str) -> tuple[str, ...]:
    """`text` parted at its marks: each gathering with the whole head, and in the same elements.

    What is open at a mark is closed before and opened again after it, without its id.
    """
    start = text.find(">", text.find("<body")) + 1
    end = text.rfind("</body>")
    if MARK not in text or start <= 0 or end < 0:
        return (text,)
    head, foot = text[:start], text[end:]
    found = []
    opened: list[tuple[str, str]] = []
    for body in text[start:end].split(MARK):
        again = "".join(tag for _, tag in opened)
        opened = _left_open(body, opened)
        closed = "".join(f"</{element}>" for element, _ in reversed(opened))
        if body.strip():
            found.append(f"{head}{again}{body}{closed}{foot}")
    return tuple(found)


def _left_open(body: str, opened: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The elements that are open after `body`, each with a tag that opens it again."""
    left = list(opened)
    for match in _TAG.finditer(body):
        element = match["name"]
        if not element or match["empty"] or element.lower() in _VOID:
            continue
        if match["end"]:
            if left and left[-1][0] == element:
                left.pop()
        else:
            left.append((element, f"<{element}{_ID.sub('', match['said'])} data-continued>"))
    return left


def ids(text: str) -> Iterator[str]:
    """The ids in `text`, in order."""
    for match in _ID.finditer(text):
        yield match[1] if match[1] is not None else match[2]


def places(text: str) -> Iterator[tuple[str, int]]:
    """The ids in `text`, in order, each with the room that what stands before it takes."""
    end = text.find("<body") + 1
    before = 0
    for match in _ID.finditer(text, end):
        before += room(text[end : match.start()])
        end = match.start()
        yield (match[1] if match[1] is not None else match[2]), before


def room(text: str) -> int:
    """The room that HTML takes on paper, as so many letters; the last line of a block is half full.

    Drawings, labels and attributes are longer in HTML than on paper, so tags do not count.
    """
    start = max(0, text.find("<body"))
    said = _MARKUP.sub(" ", text[start:])
    return len(" ".join(said.split())) + HALF_LINE * len(_END.findall(text, start))


def blocks(text: str) -> int:
    """How many elements stand in the body and in nothing else: each begins a page, most likely."""
    start = text.find(">", text.find("<body")) + 1
    inside: list[str] = []
    found = 0
    for match in _TAG.finditer(text, start):
        element = (match["name"] or "").lower()
        if match["end"]:
            if inside and inside[-1] == element:
                inside.pop()
        elif element:
            found += not inside
            if not match["empty"] and element not in _VOID:
                inside.append(element)
    return found


def links(text: str) -> frozenset[str]:
    """The ids that the links of `text` lead to."""
    return frozenset(match[2] for match in _LINK.finditer(text))


def repeats(text: str) -> bool:
    """Whether `text` has a list of page numbers, of which those that repeat are left out."""
    return bool(_ONCE.search(text))


def with_folios(text: str, folios: Mapping[str, int]) -> str:
    """`text` with the page number of its goal, where it is known, in every link."""
    last = "", ""
    counts: Counter[str] = Counter()
    digits: Digits = (
        "arabic" if _ARABIC in text[: text.find(">", text.find("<html"))] else "european"
    )

    def linked(match: re.Match[str]) -> str:
        nonlocal last
        before, number = match[1].replace(_AGAIN, ""), folios.get(match[2])
        if number:
            before = f'{_FOLIO.sub("", before)} {FOLIO}="{in_digits(str(number), digits)}"'
        once, laid = _ONCE.search(before), _FOLIO.search(before)
        here = (once[1], laid[0]) if once and laid else ("", "")
        before += _AGAIN if once and here == last else ""
        counts[here[0]] += here != last
        last = here
        return f'{before} href="#{match[2]}"'

    def named(match: re.Match[str]) -> str:
        return f' {NAMED}="{match[1]}"' + (f' {SEVERAL}=""' if counts[match[1]] > 1 else "")

    return _NAMED.sub(named, _LINK.sub(linked, text))
