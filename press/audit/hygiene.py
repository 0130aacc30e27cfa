"""Hygiene: letters, digits and marks as Arabic typography asks, in every text of the records."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from press.audit.audited import Audited
from press.audit.markup import entity_at
from press.codes.row import Value
from press.content.passages import VALUE, Passage
from press.diagnostics import Diagnostic, Severity
from press.language.isolates import tokens
from press.language.months import month_name, named_months
from press.language.vowel_signs import IN_WORDS

# Letters of other languages that look like Arabic ones, and what is meant.
LOOKALIKES = {
    "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "گ": "غ", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "ۀ": "ة", "ۃ": "ة", "ۂ": "ه", "پ": "ب", "چ": "ج", "ژ": "ج", "ڤ": "ف",
}  # fmt: skip
_PICTURES = re.compile("[\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]")
# A picture of words that Unicode does not take apart.
_WORDS = {"\ufdfd": "بسم الله الرحمن الرحيم"}
_LATIN = "A-Za-z\u00c0-\u024f"

# A letter or particle that stands for itself or before what is no Arabic word; and what it joins.
_OPEN_LETTER = re.compile(
    f"(?<![{IN_WORDS}\u0640])(?:[وف]?(?:ال|[بلك]|لل|بال|كال)|[{IN_WORDS}])\u0640$"
)
# So far around a mark its word and its neighbours are looked for, in signs.
_AROUND = 200
_JOINED = re.compile(f"[{IN_WORDS}\u0640]")


def dead_reference(passage: Passage) -> Iterator[Diagnostic]:
    """A reference stands in a text that prints its value; a line is printed as it is."""
    for match in re.finditer(r"\{[^{}]*\}?|\}", passage.words if passage.voice != "prose" else ""):
        yield _found(
            "dead-reference", passage, match.start(),
            typed=match[0],
        )  # fmt: skip


def hygiene_lookalike(passage: Passage) -> Iterator[Diagnostic]:
    """Every letter of an Arabic word is an Arabic letter; each is named once a text."""
    for letter, at in _places("|".join(map(re.escape, LOOKALIKES)), passage):
        right = LOOKALIKES[letter]
        yield _found(
            "hygiene-lookalike", passage, at[0], "letters" if len(at) > 1 else "letter",
            letter=letter, code=_code(letter), right=right, right_code=_code(right), count=len(at),
        )  # fmt: skip
    if pictures := list(_PICTURES.finditer(passage.words)):
        first, many = pictures[0], len(pictures) > 1
        yield _found(
            "hygiene-lookalike", passage, first.start(), "pictures" if many else "picture",
            code=_code(first[0]), count=len(pictures),
            right=_WORDS.get(first[0]) or unicodedata.normalize("NFKC", first[0]),
        )  # fmt: skip
    # A Latin letter inside an Arabic word; after و ف ب ل ك or the article it begins a Latin one.
    joined = rf"(?<=[{IN_WORDS}])(?<![وفبلك\u0640])[{_LATIN}]|[{_LATIN}](?=[{IN_WORDS}])"
    for match in re.finditer(joined, passage.words):
        yield _found(
            "hygiene-lookalike", passage, match.start(), "latin", letter=match[0],
        )  # fmt: skip


def _places(pattern: str, passage: Passage) -> Iterator[tuple[str, list[int]]]:
    """What is found in a text, each sign once, with all its places."""
    found: dict[str, list[int]] = {}
    for match in re.finditer(pattern, passage.words):
        found.setdefault(match[0], []).append(match.start())
    yield from found.items()


def hygiene_digits(audited: Audited) -> Iterator[Diagnostic]:
    """Every digit typed by hand is of the publication's family, but for symbols and Latin words."""
    house = audited.edition.masthead.house.digits
    european = re.compile(rf"(?<![{_LATIN}0-9/.:-])[0-9]+(?![{_LATIN}0-9/])")
    strange = re.compile("[٠-٩۰-۹]+") if house == "european" else european
    # Values are typed in European digits, whatever the house prints.
    ours = ("prose", "line", *(("label", "claim", "locator") if house == "european" else ()))
    for passage in audited.texts:
        if passage.voice not in ours or not strange.search(passage.words):
            continue
        symbols = audited.figures(passage.words)
        kept = [(f.start, f.end) for f in symbols if f.kind == "symbol"]
        named = (t for t in tokens(passage.words) if t.kind not in ("words", "value"))
        kept += [(t.start, t.end) for t in named]
        for match in strange.finditer(passage.words):
            if not any(start <= match.start() < end for start, end in kept):
                yield _found(
                    "hygiene-digits", passage, match.start(),
                    digits=match[0], house=house,
                )  # fmt: skip


def hygiene_months(audited: Audited) -> Iterator[Diagnostic]:
    """A month typed by hand, in a date or by two names, is named as the publication names it."""
    house = audited.edition.masthead.house.months
    for passage in audited.texts:
        if passage.voice not in ("prose", "line", "label", "claim"):
            continue
        for typed in named_months(passage.words):
            before = passage.words[: typed.start]
            if passage.fact and before.count("«") > before.count("»"):
                continue  # a note quotes a source letter by letter
            right = [month_name(month, house) for month in typed.months]
            if len(right) == 2 and not typed.dated:  # dates are judged with their facts
                yield _found(
                    "hygiene-months", passage, typed.start, "two",
                    names=typed.names, first=right[0], second=right[1],
                )  # fmt: skip
            elif len(right) == 1 and " ".join(typed.names.split()) != right[0]:
                yield _found(
                    "hygiene-months", passage, typed.start, "name", "advice",
                    names=typed.names, right=right[0],
                )  # fmt: skip


def hygiene_tatweel(passage: Passage) -> Iterator[Diagnostic]:
    """No word is stretched; a tatweel shows how a letter joins that stands alone, «1427 هـ», «بـ»,
    or to what is no Arabic word, «لـ45%»."""
    for match in re.finditer("\u0640+", passage.words):
        word = _word(passage.words, match.start())
        if not _OPEN_LETTER.search(
            passage.words, max(0, match.end() - _AROUND), match.end()
        ) or _JOINED.match(passage.words, match.end()):
            yield _found("hygiene-tatweel", passage, match.start(), word=word)


def hygiene_quotes(passage: Passage) -> Iterator[Diagnostic]:
    """Arabic words are quoted with «»; a straight or curved mark stands in Latin words only."""
    marks = [
        match
        for match in re.finditer("[\"'\u2018-\u201f]", passage.words)
        if not _in_token(passage, match) and not _in_latin(passage, match)
    ]
    if marks:
        yield _found("hygiene-quotes", passage, marks[0].start(), mark=marks[0][0])


def hygiene_punctuation(passage: Passage) -> Iterator[Diagnostic]:
    """Comma, semicolon and question mark are Arabic in Arabic."""
    for match in re.finditer("[,;?]", passage.words):
        right = {",": "،", ";": "؛", "?": "؟"}[match[0]]
        if entity_at(passage.words, match.start()):
            continue
        if not _in_token(passage, match) and not _in_latin(passage, match):
            yield _found(
                "hygiene-punctuation", passage, match.start(),
                mark=match[0], right=right,
            )  # fmt: skip


def hygiene_spacing(passage: Passage) -> Iterator[Diagnostic]:
    """A mark stands at the word before it and a space after it; brackets hold their words."""
    faults = {
        r"\s+(?=[،؛؟!)\]»]|[.:](?:\s|$))": "before",
        r"[(\[«]\s+": "after",
        rf"[،؛؟](?=[{IN_WORDS}{VALUE}\d])|[.:!](?=[{IN_WORDS}])": "none",
    }
    for pattern, fault in faults.items():
        for match in re.finditer(pattern, passage.words):
            at = match.end() if match[0][0].isspace() else match.start()
            yield _found(
                "hygiene-spacing", passage, at, fault, mark=passage.words[at],
            )  # fmt: skip


def hygiene_double_space(passage: Passage) -> Iterator[Diagnostic]:
    """Words are one space apart; two, or a tab of a spreadsheet, are printed as one."""
    told = False
    for match in re.finditer(r"(?<=\S)(?: {2,}|[ \t]*\t[ \t]*)(?=\S)", passage.words):
        if "\t" in match[0] and told:
            continue  # of a row that was copied the first is enough
        told |= "\t" in match[0]
        yield _found(
            "hygiene-double-space", passage, match.end(), "tab" if "\t" in match[0] else "spaces",
            "advice", spaces=len(match[0]), word=_word(passage.words, match.end()),
        )  # fmt: skip


def hygiene_guillemets(passage: Passage) -> Iterator[Diagnostic]:
    """Every « has its » in the same paragraph."""
    opened: list[int] = []
    for match in re.finditer(r"[«»]|\n[ \t]*\n|\Z", passage.words):
        position = match.start()
        if match[0] == "«":
            opened.append(position)
        elif match[0] == "»" and opened:
            opened.pop()
        elif match[0] == "»":
            yield _unpaired(passage, position)
        else:
            yield from (_unpaired(passage, left) for left in opened)
            opened = []


def hygiene_controls(passage: Passage) -> Iterator[Diagnostic]:
    """No character is invisible; the press sets the direction of every value itself."""
    if passage.words.replace("\n", "").isprintable():
        return
    # Persian, Urdu and others join and part letters by signs without ink.
    own = "\n\t\u200c\u200d" if passage.voice == "quoted" else "\n\t"
    for position, letter in enumerate(passage.words):
        if letter not in own and unicodedata.category(letter) in ("Cf", "Cc", "Co", "Cn"):
            name = unicodedata.name(letter, "control character").lower()
            yield _found("hygiene-controls", passage, position, code=_code(letter), name=name)


def _unpaired(passage: Passage, position: int) -> Diagnostic:
    mark = passage.words[position]
    other = "»" if mark == "«" else "«"
    return _found(
        "hygiene-guillemets", passage, position,
        mark=mark, other=other,
    )  # fmt: skip


def _in_token(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a mark belongs to a phrase in Latin letters, an address or the like."""
    found = tokens(passage.words)
    at = bisect_right(found, match.start(), key=lambda token: token.start) - 1
    return at >= 0 and (
        match.start() < found[at].end and found[at].kind in ("phrase", "address", "identifier")
    )


def _in_latin(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the nearest letters on both sides are Latin, or there is none on one side."""
    before = passage.words[max(0, match.start() - _AROUND) : match.start()]
    after = passage.words[match.end() : match.end() + _AROUND]
    sides = (next((c for c in side if c.isalpha()), "") for side in (before[::-1], after))
    letters = [letter for letter in sides if letter]
    return bool(letters) and all(re.match(f"[{_LATIN}]", letter) for letter in letters)


def _word(words: str, position: int) -> str:
    """The word that `position` stands in or begins."""
    start = max(words.rfind(space, 0, position) for space in " \n\t") + 1
    return words[start : start + _AROUND].split()[0].strip("،.؛:»«()")


def _code(text: str) -> str:
    return " ".join(f"U+{ord(letter):04X}" for letter in text)


def _found(
    what: str,
    passage: Passage,
    position: int,
    case: str = "",
    severity: Severity = "error",
    **values: Value,
) -> Diagnostic:
    at = passage.at(position)
    return Diagnostic(f"audit/{what}", at, values, severity=severity, case=case)
