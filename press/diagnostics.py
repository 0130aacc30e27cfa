"""The one shape of every complaint: a code, a severity, a place, a message and a hint."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from press.codes.row import Both, Language, Part, Row, Value, say, shortened
from press.geometry import Box

Severity = Literal["error", "advice"]

# So many complaints of one code are shown to people, and so many in all told to programs.
SHOWN = 20
TOLD = 10_000
# So much of a value is told to programs, in signs.
TOLD_OF_VALUE = 1_000


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


def _row(code: str) -> Row:
    """The row of a code; a build with nothing to say does not wait for the tables."""
    from press.codes.codes import CODES

    return CODES[code]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint. `code` is `stage/what` and has its row in `press/codes/`, which words it.

    `values` are what the row's wording names; `case` says which of its wordings is meant, where it
    has several, and `cure` which of its hints, where that does not go by the case. Of a complaint
    about a printed page, `at` is the place on it in mm from the trim's upper left corner, `record`
    the id of the record whose text stands there, and `typed` where that text was typed, as far as
    they are known. Raises KeyError for a code without a row, a case that it has not, and a value
    that is wanting.
    """

    code: str
    place: Place
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)
    severity: Severity = field(default="error")
    at: Box | None = None
    record: str = ""
    typed: Place | None = None
    case: str = ""
    cure: str = ""

    def __post_init__(self) -> None:
        if wanting := _row(self.code).names(self.case, self.cure) - self.values.keys():
            raise KeyError(f"{self.code} is given no {', '.join(sorted(wanting))}")

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.said("en")

    @property
    def hint(self) -> str:
        """What to do about it, in English."""
        return self.asked("en")

    def said(self, language: Language) -> str:
        """What is wrong."""
        return _row(self.code).say_fault(self.values, self.case, language)

    def asked(self, language: Language) -> str:
        """What to do about it."""
        return _row(self.code).say_hint(self.values, self.case, self.cure, language)

    def lines(self, language: Language = "en", whose: Callable[[str], str] = str) -> str:
        """The complaint as printed on stderr, in logical order: a line, and one for each detail.

        `whose` gives the path of a place as it is named to who reads it.
        """
        told = f"{_word(self.severity, language)}: {self.said(language)}"
        place = replace(self.place, path=whose(self.place.path))
        lines = [f"{place}: {_isolated(told, language)} [{self.code}]"]
        if self.at:
            lines.append(_detail("at", _shown(self.at, language), language))
        if self.record or self.typed:
            typed = str(replace(self.typed, path=whose(self.typed.path))) if self.typed else ""
            record = ", ".join(part for part in (self.record, typed) if part)
            lines.append(_detail("record", record, language))
        lines.append(_detail("hint", self.asked(language), language))
        return "\n".join(lines)

    def as_told(self) -> dict[str, Any]:
        """The complaint with the keys of `--json`; message and hint in both languages."""
        return {
            "code": self.code,
            "severity": self.severity,
            **asdict(self.place),
            "message": self.message,
            "hint": self.hint,
            "message_ar": self.said("ar"),
            "hint_ar": self.asked("ar"),
            "case": self.case,
            "values": _plain(self.values),
            "at": asdict(self.at) if self.at else None,
            "record": self.record,
            "typed": asdict(self.typed) if self.typed else None,
        }

    def json_line(self, *, ascii_only: bool = False) -> str:
        """The complaint as one line of JSON, keys as in the documentation of `--json`.

        `ascii_only`: with other letters escaped, for a stream that cannot have them.
        """
        return json.dumps(self.as_told(), ensure_ascii=ascii_only)


_WORDS: dict[str, Both] = {
    "error": ("error", "خطأ"),
    "advice": ("advice", "ملاحظة"),
    "at": ("at", "الموضع"),
    "record": ("record", "السجل"),
    "hint": ("hint", "العلاج"),
    "box": """{left} mm from the left, {top} mm from the top, {width} × {height} mm
              {left} مم من اليسار، و{top} مم من الأعلى، والمقاس {width} في {height} مم""",
    "one": ("1 error; nothing was written.", "خطأ واحد، ولم يُكتب شيء."),
    "end": ("{number} errors; nothing was written.", "عدد الأخطاء: {number}، ولم يُكتب شيء."),
    "rest": ("and {number} more [{code}]", "و{number} غيرها [{code}]"),
}


def _plain(value: Any) -> Any:
    """Values as JSON has them; a part as an object of its own."""
    if isinstance(value, Part):
        return {"part": value.name, **_plain(value.values)}
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, str):
        return shortened(value, TOLD_OF_VALUE)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _word(name: str, language: Language, **values: Value) -> str:
    return say(_WORDS[name], values, language)


def _isolated(text: str, language: Language) -> str:
    """A sentence that keeps its own direction beside a path and a code."""
    return quote(text) if language == "ar" else text


def _detail(name: str, text: str, language: Language) -> str:
    return f"  {_isolated(f'{_word(name, language)}: {text}', language)}"


def _shown(box: Box, language: Language) -> str:
    """A place on a page as a ruler finds it."""
    sides = {"left": box.x_mm, "top": box.y_mm, "width": box.width_mm, "height": box.height_mm}
    return _word("box", language, **{name: f"{mm:.1f}" for name, mm in sides.items()})


def few(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], dict[str, int]]:
    """The first `SHOWN` complaints of each code, in their order; how many more of which code."""
    kept = []
    seen: Counter[str] = Counter()
    for found in diagnostics:
        seen[found.code] += 1
        if seen[found.code] <= SHOWN:
            kept.append(found)
    return kept, {code: number - SHOWN for code, number in seen.items() if number > SHOWN}


def rest(code: str, left: int, language: Language) -> str:
    """That there are `left` more complaints of a code."""
    return _word("rest", language, number=left, code=code)


def for_people(
    diagnostics: Sequence[Diagnostic],
    language: Language,
    *,
    tail: bool = True,
    whose: Callable[[str], str] = str,
) -> Iterator[str]:
    """Complaints as people are shown them: those of `few`, how many more, how many errors.

    `whose` gives the path of a place as it is named to them. Without `tail` the last line is left
    out, which says that nothing was written.
    """
    kept, others = few(diagnostics)
    yield from (found.lines(language, whose) for found in kept)
    yield from (rest(code, left, language) for code, left in others.items())
    errors = sum(found.severity == "error" for found in diagnostics)
    if errors and tail:
        yield _word("end" if errors > 1 else "one", language, number=errors)


class Refusal(Exception):
    """Raised by a stage that cannot go on; carries every complaint of that stage, by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=lambda d: (d.place, d.code, d.message)))
        super().__init__("\n".join(d.lines() for d in self.diagnostics[: 10 * SHOWN]))

    def __reduce__(self) -> tuple[type[Refusal], tuple[tuple[Diagnostic, ...]]]:
        """A refusal goes from process to process with its diagnostics."""
        return Refusal, (self.diagnostics,)


def refuse_errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Raise `Refusal` with all of `diagnostics` when one is an error; else return them sorted."""
    found = tuple(sorted(diagnostics, key=lambda d: (d.place, d.code, d.message)))
    if any(d.severity == "error" for d in found):
        raise Refusal(found)
    return found


@contextmanager
def gathered_in(found: list[Diagnostic]) -> Iterator[None]:
    """Adds to `found` what the block is refused for, and goes on: other work is tried too."""
    try:
        yield
    except Refusal as refusal:
        found += [one for one in refusal.diagnostics if one not in found]


class Unfit(ValueError):
    """Raised for a typed value that does not fit; `case` is one of `UNFIT`, which words it.

    `typed` is what could not be read, where that is a part of a value.
    """

    def __init__(self, case: str, **values: Value) -> None:
        self.typed: object = None
        self.case = case
        self.values = values
        from press.codes.validate import UNFIT

        super().__init__(say(UNFIT[case], values, "en"))


def unfit(code: str, place: Place, error: ValueError) -> Diagnostic:
    """The complaint about a value that could not be read; `code` has the cases of `UNFIT`."""
    told = error if isinstance(error, Unfit) else Unfit("detail", detail=str(error))
    return Diagnostic(code, place, told.values, case=told.case)


def quote(text: object) -> str:
    """`text` between U+2068 and U+2069, so that Arabic and Latin around it keep their order."""
    return f"\u2068{text}\u2069"


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The one of `allowed` that looks most like `word`, or an empty string when none does."""
    close = difflib.get_close_matches(word, list(allowed), n=1, cutoff=0.55)
    return close[0] if close else ""
