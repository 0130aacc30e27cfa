"""Make a fact of every figure and date in a cell's text, attested by the sheet, and refer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from press.audit.figures import TypedFigure, When, figures
from press.commands.sheets.spelling import european, mixed_digits
from press.content.prose import TARGET, TOKEN, unfolded
from press.content.values import House, Value, read_value, say
from press.diagnostics import Unfit
from press.language.dates import Date
from press.language.isolates import tokens


class Faulty(ValueError):
    """Raised for a text that cannot be attested: a code of sheet/, its case and its values."""

    def __init__(self, code: str, case: str = "", **values: str) -> None:
        self.code, self.case, self.values = code, case, values
        super().__init__(code)


@dataclass(slots=True)
class RowFacts:
    """The facts of one row, by id, as a record has them; `known` may be referred to besides."""

    record: str
    source: str
    house: House
    known: frozenset[str] = frozenset()
    facts: dict[str, dict[str, object]] = field(default_factory=dict)

    def text(self, text: str, where: str) -> str:
        """`text` with a reference for each figure. Raises `Faulty`."""
        return "".join(self._pieces(text, where))

    def whole(self, about: str, date: Date, where: str) -> None:
        """The date of the event itself."""
        says = [str(m) for m in date.moments] if date.precision == "days" else str(date)
        said = {self.source: {"says": says, "where": where}}
        self.facts[f"{self.record}-date"] = {"about": about, "of": ["date"], "said": said}

    def _pieces(self, text: str, where: str) -> Iterator[str]:
        blank = self._without_references(text)
        found = figures(blank, self.house.symbols)
        typed = " ".join(blank[one.start : one.end] for one in found)
        if mixed_digits(typed):
            raise Faulty("sheet/mixed-digits", first=found[0].text, text=typed)
        done = 0
        for start, end, figure in self._spans(blank, found):
            if start < done:
                continue
            yield text[done:start]
            yield self._fact(text, start, end, figure, where)
            done = end
        yield text[done:]

    def _without_references(self, text: str) -> str:
        """`text` with blanks for the references in it, which must lead somewhere."""
        for match in TOKEN.finditer(text):
            if match["language"]:
                continue
            typed = match["reference"] or match["tie"] or ""
            target = TARGET.fullmatch(unfolded(typed))
            if match["stray"] or target is None or target["target"] not in self.known:
                raise Faulty("sheet/bracket", text=match[0])
        return TOKEN.sub(lambda m: m[0] if m["language"] else "\ufffc" * len(m[0]), text)

    def _spans(
        self, text: str, found: tuple[TypedFigure, ...]
    ) -> Iterator[tuple[int, int, TypedFigure | None]]:
        """Where each figure stands; what is one token with it, as 45% or 1990-1995, is whole."""
        whole = [t for t in tokens(text, self.house.language.direction) if t.kind != "words"]
        dates = [f for f in found if f.kind == "date"]
        for figure in found:
            inside = next(
                (t for t in whole if t.start <= figure.start and figure.end <= t.end), None
            )
            dated = any(inside and inside.start < d.end and d.start < inside.end for d in dates)
            if inside and inside.kind in ("value", "identifier") and not dated:
                same = (inside.start, inside.end) == (figure.start, figure.end)
                yield inside.start, inside.end, figure if same else None
            else:
                yield figure.start, figure.end, figure

    def _fact(
        self,
        text: str,
        start: int,
        end: int,
        figure: TypedFigure | None,
        where: str,
    ) -> str:
        typed = text[start:end]
        raw, value = self._value(typed, figure)
        id = self._id(str(raw if value else typed))
        says = raw if value else " ".join(typed.split())
        fact: dict[str, object] = {"about": _about(text, start, end), "value": says}
        if not value:
            fact["is"] = "text"
        fact["said"] = {self.source: {"says": says, "where": where}}
        self.facts.setdefault(id, fact)
        return f"{{{id}}}" if value else f"[{typed}]{{{id}}}"

    def _value(self, typed: str, figure: TypedFigure | None) -> tuple[object, Value | None]:
        """What a record has for `typed`, and its value when print says the same of it."""
        raw: object
        if figure is not None and figure.when:
            raw = _day(figure.when, typed)
        elif figure is not None and figure.kind == "number":
            raw = figure.text
        else:
            raw = european(typed).replace("٪", "%").replace("٫", ".").replace("−", "-")
        if raw is None:
            return typed, None
        try:
            texts = tuple(map(str, raw)) if isinstance(raw, list) else str(raw)
            value = read_value(texts, None, counted=False, symbols=self.house.symbols)
            printed = say(value, self.house).text
        except (Unfit, ValueError):
            return typed, None
        if value.kind == "text" or (value.kind != "date" and _bare(printed) != _bare(typed)):
            return typed, None
        return raw, value

    def _id(self, raw: str) -> str:
        name = re.sub("[^a-z0-9]+", "-", european(raw).lower()).strip("-") or "words"
        return f"{self.record}-f{name}"


def _bare(text: str) -> str:
    """A figure without its grouping and the signs that keep its order, in European digits."""
    plain = european(text).replace("٫", ".").replace("٪", "%")
    return re.sub("[\\s\u00a0\u202f\u200e\u200f\u061c٬,]", "", plain).replace("–", "-")


def _day(when: When, typed: str) -> object:
    """The date as a record has it; None where no year is named. Raises `Faulty`."""
    if not when.year:
        return None
    text = f"{when.year:04}-{when.month:02}"
    days = [f"{text}-{day:02}" for day in sorted(when.days)]
    try:
        Date.parse(days or text)
    except Unfit as error:
        raise Faulty("sheet/bad-date", "in-text", text=typed) from error
    return days if len(days) > 1 else (days or [text])[0]


def _about(text: str, start: int, end: int) -> str:
    """The words around a figure, which stands for itself no more."""
    plain = TOKEN.sub("…", text[:start]), TOKEN.sub("…", text[end:])
    before = re.split(r"[.،؛,;:!?؟\n]", plain[0])[-1].split()[-4:]
    after = re.split(r"[.،؛,;:!?؟\n]", plain[1])[0].split()[:4]
    words = " ".join([*before, "…", *after])
    return re.sub(r"[0-9٠-٩]+|[\[\]{}]", "…", words)
