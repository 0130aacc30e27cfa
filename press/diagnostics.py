"""The one shape of every complaint: a code, a severity, a place, a message and a hint."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from press.geometry import Box

Severity = Literal["error", "advice"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of the project: path from its root, line and column counted from 1.

    Line 0 means the file as a whole, column 0 the line as a whole. For a place on a printed
    page, `path` is the output's name and `line` its page.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.path, *numbers])


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint. `code` is `stage/what` and stands in `CODES`; `hint` says what to do.

    Of a complaint about a printed page, `at` is the place on it in mm from the trim's upper left
    corner, `record` the id of the record whose text stands there, and `typed` where that text
    was typed, as far as they are known.
    """

    code: str
    place: Place
    message: str
    hint: str = ""
    severity: Severity = field(default="error")
    at: Box | None = None
    record: str = ""
    typed: Place | None = None

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"{self.code} is not a code of press.diagnostics.CODES")

    def lines(self) -> str:
        """The complaint as printed on stderr, in logical order: a line, and one for each detail."""
        lines = [f"{self.place}: {self.severity}: {self.message} [{self.code}]"]
        if self.at:
            lines.append(f"  at: {_shown(self.at)}")
        if self.record or self.typed:
            typed = str(self.typed) if self.typed else ""
            lines.append(f"  record: {', '.join(part for part in (self.record, typed) if part)}")
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)

    def json_line(self) -> str:
        """The complaint as one line of JSON, keys as in the documentation of `--json`."""
        told: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity,
            **asdict(self.place),
            "message": self.message,
            "hint": self.hint,
            "at": asdict(self.at) if self.at else None,
            "record": self.record,
            "typed": asdict(self.typed) if self.typed else None,
        }
        return json.dumps(told, ensure_ascii=False)


def _shown(box: Box) -> str:
    """A place on a page as a ruler finds it."""
    corner = f"{box.x_mm:.1f} mm from the left, {box.y_mm:.1f} mm from the top"
    return f"{corner}, {box.width_mm:.1f} × {box.height_mm:.1f} mm"


class Refusal(Exception):
    """Raised by a stage that cannot go on; carries every complaint of that stage, by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=lambda d: (d.place, d.code, d.message)))
        super().__init__("\n".join(d.lines() for d in self.diagnostics))

    def __reduce__(self) -> tuple[type[Refusal], tuple[tuple[Diagnostic, ...]]]:
        """A refusal goes from process to process with its diagnostics."""
        return Refusal, (self.diagnostics,)


def refuse_errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Raise `Refusal` with all of `diagnostics` when one is an error; else return them sorted."""
    found = tuple(sorted(diagnostics, key=lambda d: (d.place, d.code, d.message)))
    if any(d.severity == "error" for d in found):
        raise Refusal(found)
    return found


def quote(text: object) -> str:
    """`text` between U+2068 and U+2069, so that Arabic and Latin around it keep their order."""
    return f"\u2068{text}\u2069"


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The one of `allowed` that looks most like `word`, or an empty string when none does."""
    close = difflib.get_close_matches(word, list(allowed), n=1, cutoff=0.55)
    return close[0] if close else ""


# Every complaint that can be made, `stage/what`, with the rule it enforces. A test holds that each
# has a golden case under tests/cases/.
CODES: dict[str, str] = {
    "load/not-utf8": "a content file is text in UTF-8",
    "load/not-yaml": "a content file is well-formed YAML",
    "load/not-a-map": "a content file holds keys and values",
    "load/duplicate-key": "a key stands once in its map",
    "load/key-not-text": "a key is a word",
    "validate/missing-file": "a publication has the files that make it",
    "validate/unknown-file": "every content file is read by some stage",
    "validate/unknown-key": "a record has only the keys that its kind knows",
    "validate/missing-key": "a record has the keys that its kind needs",
    "validate/not-a-choice": "a choice is one of those offered",
    "validate/wrong-value": "a value has the form that its key asks for",
    "validate/bad-id": "an id is made of small Latin letters, digits and hyphens",
    "validate/duplicate-id": "an id belongs to one event",
    "resolve/bad-reference": "a reference is well formed",
    "resolve/unknown-id": "a reference leads to something",
    "resolve/unknown-part": "a reference names a part that its fact has",
    "resolve/unknown-field": "a fact vouches for a field that its record has",
    "resolve/unknown-noun": "a counted noun is in the lexicon",
    "resolve/unknown-form": "a reference asks for a form that its value can take",
    "resolve/duplicate-fact": "an id belongs to one fact or event",
    "resolve/wrong-value": "a value has the form that its use asks for",
    "audit/unresolved-fact": "a printed value has a source, and a note where another disagrees",
    "audit/unattributed": "a fact in doubt is given to its source in the same sentence",
    "audit/idle-note": "a note speaks of a disagreement that is recorded",
    "audit/unused-fact": "a fact is printed somewhere",
    "audit/unused-event": "an event is told in the brief or stands on the poster",
    "audit/repeated-event": "an event is told once in the brief",
    "audit/file-name": "an event's file is named for its date",
    "audit/unsourced-number": "a number typed by hand is that of a fact",
    "audit/unsourced-date": "a date typed by hand is that of a fact",
    "audit/unsourced-symbol": "a document symbol typed by hand is that of a record",
    "audit/contradicting-word": "a count in words agrees with the fact that counts the same",
    "audit/variant": "a name or term is spelt as its record spells it",
    "audit/chronology": "dates, symbols and terms of office can be true together",
    "audit/shared-symbol": "a document symbol belongs to one event",
    "audit/dead-reference": "a reference stands in a text that prints its value",
    "audit/hygiene-lookalike": "every letter of an Arabic word is an Arabic letter",
    "audit/hygiene-digits": "digits typed by hand are of the publication's family",
    "audit/hygiene-months": "a month typed by hand is named as the publication names it",
    "audit/hygiene-tatweel": "no word is stretched with a tatweel",
    "audit/hygiene-quotes": "Arabic words are quoted with guillemets",
    "audit/hygiene-punctuation": "comma, semicolon and question mark are Arabic in Arabic",
    "audit/hygiene-spacing": "a mark stands at the word before it, with a space after it",
    "audit/hygiene-double-space": "words are one space apart",
    "audit/hygiene-hamza": "common words have their hamza",
    "audit/hygiene-guillemets": "guillemets stand in pairs",
    "audit/hygiene-controls": "no character of a text is invisible",
    "layout/too-many-cards": "the cards of the poster fit its sheet at legible size",
    "render/template-syntax": "a template is well-formed Jinja2",
    "render/template-missing": "a template that is named is there",
    "render/template-value": "a template prints only what its sheet holds",
    "typeset/missing-font": "the fonts that the styles name are installed",
    "typeset/missing-glyph": "a font has every character that is printed",
    "typeset/missing-image": "an image that is named is there",
    "typeset/missing-stylesheet": "a style sheet that is named is there",
    "typeset/missing-anchor": "a link leads to a place that is printed",
    "typeset/ignored-style": "WeasyPrint understands every style",
    "typeset/unsettled-numbers": "printing page numbers does not move what they count",
    "typeset/overflow": "no text runs out of the box that it was given",
    "crew/lost-process": "the processes that typeset live to the end of the build",
    "tiles/not-one-page": "a poster that is printed on office sheets is one page",
    "tiles/no-room": "office sheets show more of the poster than they share with each other",
    "separate/wrong-token": "a colour token is #rrggbb and has its inks, device-cmyk(c m y k)",
    "separate/unknown-colour": "every colour of the press file is a token with its inks",
    "separate/too-much-ink": "no colour lays down more than 300 % of ink",
    "separate/coloured-small-text": "small text is printed from the black plate alone",
    "separate/not-separable": "the press file holds only what can be turned into inks",
    "separate/font-not-embedded": "the press file brings its fonts",
    "separate/short-bleed": "what touches the edge of the sheet fills the bleed",
    "separate/wrong-size": "the press file has the sheet's size and its bleed",
    "separate/missing-profile": "the colour profile of the press can be read",
    "separate/wrong-profile": "the colour profile is that of a CMYK press",
    "preflight/syntax": "a finished PDF is well formed",
    "preflight/page-count": "a PDF has the pages that were typeset, a poster one",
    "preflight/page-size": "every page is cut to its paper",
    "preflight/fonts-embedded": "every font is embedded, as a subset",
    "preflight/tagged": "a PDF is tagged for screen readers",
    "preflight/language": "a PDF names its language",
    "preflight/title": "a PDF shows its title in the window",
    "preflight/direction": "facing pages are shown from right to left",
    "preflight/metadata": "a PDF names its publisher and its subject",
    "preflight/archivable": "a PDF claims PDF/A-2a and PDF/UA-1, with an output intent",
    "preflight/bookmarks": "each chapter and entry has a bookmark, in order",
    "preflight/dead-link": "a link leads somewhere",
    "preflight/missing-link": "contents, notes and index lead to what they name, and back",
    "preflight/page-bounds": "the brief has pages for its records, and no more",
    "preflight/file-size": "a file is no larger than mail carries",
    "preflight/coarse-image": "an image has 300 pixels an inch in the brief, 150 on a poster",
    "preflight/colour-space": "what is not for the press is in greys or RGB",
    "preflight/unmapped-glyph": "every glyph stands for a text",
    "preflight/fonts-expected": "only fonts that the styles name are used",
    "preflight/outside-safe-area": "no text stands too near to the trim",
    "preflight/missing-entry": "every event that should be there is printed",
    "preflight/readback": "what is printed is what the records say, letter by letter",
    "preflight/stray-text": "nothing is printed that no record says",
    "preflight/overlap": "the cards of the poster keep their places",
    "preflight/off-scale": "a mark stands at its date",
    "preflight/illegible": "every text of a poster is read from as far as it must be",
    "preflight/matterhorn-01": "all content is tagged or an artifact",
    "preflight/matterhorn-02": "every tag is of a standard type",
    "preflight/matterhorn-09": "tables, lists and contents are built as the standard has them",
    "preflight/matterhorn-10": "every glyph that is shown has a text",
    "preflight/matterhorn-11": "every language that is named is one",
    "preflight/matterhorn-13": "every figure has a text in its place",
    "preflight/matterhorn-14": "headings begin with the first level and leave none out",
    "preflight/matterhorn-15": "every head of a table's row or column says which it is",
    "preflight/matterhorn-17": "no formula is without a text",
    "preflight/matterhorn-19": "every note has an id of its own",
    "preflight/matterhorn-20": "nothing in a PDF can be switched off",
    "preflight/matterhorn-21": "no file is embedded in another",
    "preflight/matterhorn-25": "no form stands in a PDF",
    "preflight/matterhorn-26": "nothing keeps a screen reader out",
    "preflight/matterhorn-28": "every link has a name and stands in its tag",
    "preflight/matterhorn-30": "no page draws from another file, and no mark twice",
    "preflight/matterhorn-31": "fonts hold every glyph that is shown, as wide as told",
    "preflight/tag-links": "every tag says what it stands in",
    "preflight/table-form": "the rows of a table are of one width, and no cell lies on another",
    "preflight/archive-syntax": "every byte of a PDF stands where it should",
    "preflight/archive-file": "a PDF has an identifier and keeps its data in itself",
    "preflight/archive-bare": "a PDF holds nothing that runs, moves, signs or hides",
    "preflight/archive-limits": "nothing in a PDF is larger than every reader can hold",
    "preflight/archive-content": "a page asks for nothing unknown and nothing that is not there",
    "preflight/archive-colours": "colours are those of the output intent or of a sound profile",
    "preflight/archive-graphics": "blends and images are such as every reader shows alike",
    "preflight/archive-fonts": "every font says what it is",
    "preflight/archive-private-use": "no glyph stands for a private character",
    "preflight/archive-annotations": "what can be clicked is printed and seen",
    "preflight/archive-metadata": "both kinds of metadata say the same",
    "preflight/archive-schemas": "every property of the metadata is known or described",
    "preflight/off-grid": "the lines of the text stand on one baseline grid",
    "preflight/heading-at-foot": "no heading stands in the last two lines of a page",
    "preflight/split-paragraph": "two lines of a paragraph stand on either side of a page's end",
    "preflight/split-entry": "an entry's title and date stand with its first lines",
    "preflight/missing-table-head": "a table that runs over repeats its head",
    "preflight/thin-page": "a page that does not end a chapter is filled to two fifths",
    "preflight/wide-space": "no word space is wider than 0.6 em",
    "preflight/broken-join": "letters that join are joined",
    "preflight/stretched-type": "no word is stretched",
    "preflight/broken-value": "percentages, ranges, symbols, days and months stand on one line",
    "preflight/house-marks": "commas, semicolons and quotation marks are Arabic in Arabic",
    "preflight/foreign-phrase": "words in Latin letters say their language",
    "preflight/mixed-digits": "all digits are of one family",
    "preflight/list-style": "items are numbered with a figure and a dash",
    "preflight/small-type": "text is set in 11.5 pt at least, notes in 8.5 pt",
    "preflight/outside-margins": "no text stands outside the margins",
    "preflight/out-of-box": "no text runs out of its box",
    "preflight/collision": "no text is printed over another",
    "preflight/low-contrast": "letters differ from their ground, 7 to 1 where they are read",
    "preflight/colour-alone": "neither a link nor a part of a drawing is told by colour alone",
    "preflight/press-boxes": "trim, bleed and media of a press file lie around each other",
    "preflight/press-bare": "a press file holds nothing to click, to fill in or to run",
    "preflight/press-intent": "a press file brings the profile of its press",
    "preflight/press-keys": "a press file says that it is PDF/X-4, and all that this asks for",
    "preflight/press-colours": "a press file is painted in four inks",
    "preflight/press-blending": "no inks of a press file are mixed or printed over others",
    "preflight/press-ink": "no place of a press sheet has more than 300 % of ink",
    "preflight/press-bleed": "what touches the trim of a press file fills its bleed",
    "preflight/press-marks": "crop marks stand at the corners of the trim",
    "preflight/sheet-count": "a tiled poster has a map and a sheet for every part",
    "preflight/sheet-size": "every office sheet is of its paper",
    "preflight/sheet-scaling": "a tiled poster is not to be shrunk",
    "preflight/sheet-order": "every office sheet says where it belongs",
    "preflight/sheet-margins": "the edges of an office sheet are empty",
    "preflight/picture-form": "a picture is a PNG of the right size",
    "preflight/picture-likeness": "a picture shows the poster",
    "derived/other-text": "every file made from the poster says what the poster says",
    "release/bad-name": "a release has a name that every system takes for a folder",
    "release/taken": "a release never changes",
    "release/none": "what has changed is said against a release",
    "release/unknown": "a release that is named is there",
    "release/damaged": "a release is as it was frozen",
    "changes/missing-word": "a corrigendum has its fixed words",
    "write/cannot-write": "the output folder can be written",
}
