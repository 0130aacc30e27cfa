"""Validate raw values into frozen records; every problem of every file at its place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from press.codes.row import Value
from press.content.fact_records import FactRecord
from press.content.load import Content
from press.content.model_errors import OURS, model_errors, unknown_key
from press.content.nodes import Entries, Items, Raw, Text, place_of
from press.content.product_records import BriefPlan, PosterPlan
from press.content.publication_record import Publication
from press.content.record_files import EVENT_FILE, ID, KEYED, PLAN_FILE, PLANS, WHOLE
from press.content.records import (
    ActorRecord,
    Event,
    GlossaryTerm,
    Headings,
    Kinds,
    Omitted,
    PersonRecord,
    SourceRecord,
    State,
)
from press.diagnostics import Diagnostic, Place, Refusal, Unfit, nearest, unfit
from press.language.language import Language
from press.language.languages import languages
from press.language.nouns import CountedNoun
from press.products import FORMS

# A product's stem may not end as the files of a form do.
FORM_ENDINGS = tuple(
    form.ending.partition(".")[0] for form in FORMS.values() if form.ending.startswith("-")
)
# What is said in a language that is not the publication's, and waits for one that is.
OTHER_LANGUAGE = re.compile(rf"(?:headings|lexicon)\.(?:{'|'.join(languages())})\.yaml")
NEEDED = ("publication.yaml",)


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a publication, by id.

    `today` is the day of the build, `folder` has the files that records name.
    """

    publication: Publication
    briefs: Mapping[str, BriefPlan]
    posters: Mapping[str, PosterPlan]
    headings: Headings
    kinds: Kinds
    events: Mapping[str, Event]
    people: Mapping[str, PersonRecord]
    actors: Mapping[str, ActorRecord]
    states: Mapping[str, State]
    sources: Mapping[str, SourceRecord]
    glossary: Mapping[str, GlossaryTerm]
    lexicon: Mapping[str, CountedNoun]
    omitted: Mapping[str, Omitted]
    today: datetime.date
    folder: Path


# Sound records as they were validated last, by kind, file and id: the raw value, the pattern of
# symbols, the record.
KnownRecords = dict[tuple[type[BaseModel], str, str], tuple[Raw, str, BaseModel]]


def validate(content: Content, known: KnownRecords | None = None) -> Records:
    """The records of `content`. Raises `Refusal` with all problems of all files.

    Those of the very values that are `known` are not validated again; the others are put there.
    """
    known = {} if known is None else known
    problems: list[Diagnostic] = []
    whole: dict[str, Any] = {}
    keyed: dict[str, dict[str, Any]] = {name: {} for name in (*KEYED, "lexicon")}
    events: dict[str, Event] = {}
    met: dict[str, Place] = {}
    plans: dict[str, dict[str, Any]] = {kind: {} for kind in PLANS}
    speak = languages().get(content.language)
    symbols = _symbols(content)
    for name, raw in content.files.items():
        if name in WHOLE:
            record = _read(WHOLE[name], raw, {"place": raw.place}, symbols, problems, known)
            whole[name] = record
        elif match := PLAN_FILE.fullmatch(name):
            inherited = _inherited(match["kind"], raw, content, problems)
            if match["stem"].endswith(FORM_ENDINGS):
                problems.append(
                    Diagnostic("validate/bad-id", raw.place, {"id": match["stem"]}, case="form")
                )
            record = _read(
                PLANS[match["kind"]], inherited, {"place": raw.place}, symbols, problems, known
            )
            plans[match["kind"]][match["stem"]] = record
        elif name in keyed:
            model = KEYED.get(name)
            for key, value in raw.items():
                _check_id(key, raw, problems, wanted=model is not None)
                if model is None:
                    keyed[name][str(key)] = _read_noun(value, speak, problems)
                else:
                    ours = {"id": str(key), "place": raw.key_place(key)}
                    keyed[name][str(key)] = _read(model, value, ours, symbols, problems, known)
        elif match := EVENT_FILE.fullmatch(name):
            event = _read(
                Event, raw, {"id": match["id"], "place": raw.place}, symbols, problems, known
            )
            if match["id"] in met:
                problems.append(_duplicate(match["id"], raw.place, met[match["id"]]))
            elif event is not None:
                events[match["id"]] = cast(Event, event)
            met.setdefault(match["id"], raw.place)
        elif not OTHER_LANGUAGE.fullmatch(name):
            problems.append(_unknown_file(name, content.language, raw.place))
    for name in NEEDED:
        if name not in content.files:
            problems.append(Diagnostic("validate/missing-file", Place(f"content/{name}")))
    if problems:
        raise Refusal(problems)
    return Records(
        publication=whole["publication.yaml"],
        briefs=plans["brief"],
        posters=plans["poster"],
        headings=whole.get("headings")
        or Headings(place=Place(f"content/headings.{content.language}.yaml")),
        kinds=whole.get("kinds.yaml") or Kinds(place=Place("content/kinds.yaml")),
        events=events,
        people=keyed["people.yaml"],
        actors=keyed["actors.yaml"],
        states=keyed["states.yaml"],
        sources=keyed["sources.yaml"],
        glossary=keyed["glossary.yaml"],
        lexicon=keyed["lexicon"],
        omitted=keyed["omitted.yaml"],
        today=content.today,
        folder=content.folder,
    )


def _inherited(kind: str, raw: Entries, content: Content, problems: list[Diagnostic]) -> Entries:
    """The keys of a product, with those of the product that it is `from` where it has none."""
    stem = raw.get("from")
    if not isinstance(stem, Text):
        return raw
    others = {
        match["stem"]: held
        for name, held in content.files.items()
        if (match := PLAN_FILE.fullmatch(name)) and match["kind"] == kind and held is not raw
    }
    if (base := others.get(str(stem))) is None:
        guess = nearest(str(stem), others)
        values: dict[str, Value] = {"typed": str(stem), "key": "from", "guess": guess}
        values["allowed"] = tuple(others)
        cure = "guess" if guess else ""
        problems.append(Diagnostic("validate/not-a-choice", stem.place, values, cure=cure))
        return raw
    taken = {key: value for key, value in base.items() if key not in ("from", "select")}
    pairs = {**taken, **raw}
    typed = {str(key): key for key in (*base, *raw)}
    return Entries.placed([(cast(Text, typed[key]), pairs[key]) for key in pairs], raw.place)


def _symbols(content: Content) -> str:
    """The pattern of document symbols that publication.yaml names, empty for none or a bad one."""
    typed = content.files.get("publication.yaml", Entries()).get("symbols", "")
    try:
        return re.compile(typed).pattern.strip() if isinstance(typed, Text) else ""
    except re.error:
        return ""


def _read(
    model: type[BaseModel],
    raw: Raw,
    ours: Mapping[str, Any],
    symbols: str,
    problems: list[Diagnostic],
    known: KnownRecords,
) -> BaseModel | None:
    """The record, or None with its problems added to `problems`."""
    key = model, ours["place"].path, ours.get("id", "")
    value, pattern, before = known.get(key, (None, "", None))
    if value is raw and pattern == symbols:
        return before
    if not isinstance(raw, Entries):
        problems.append(Diagnostic("validate/wrong-value", raw.place, case="record"))
        return None
    typed = [k for k in raw if k in OURS and k in ours]
    problems += [unknown_key(model, (str(k),), raw.key_place(k)) for k in typed]
    try:
        record = model.model_validate(
            Entries.placed([*raw.items(), *ours.items()], raw.place)  # type: ignore[list-item]
        )
    except ValidationError as error:
        problems += model_errors(model, raw, error)
        return None
    found = list(_fact_problems(record, raw, symbols))
    problems += found
    if typed:
        return None
    if not found:
        known[key] = raw, symbols, record
    return record


def _fact_problems(record: BaseModel, raw: Entries, symbols: str) -> Iterator[Diagnostic]:
    """What pydantic cannot see of the facts below `record`: value or of, kinds, parts."""
    for route, fact in _facts_below(record, ()):
        place = place_of(raw, route)
        if (fact.value is None) == (not fact.of):
            yield Diagnostic("validate/wrong-value", place, case="value-or-of")
            continue
        try:
            values = fact.values(symbols)
        except Unfit as error:
            at = _misread_at(error, place_of(raw, (*route, "value")))
            yield unfit("validate/wrong-value", at, error)
            continue
        for by, said in fact.said.items():
            if said.says is None or fact.of:
                continue
            at = place_of(raw, (*route, "said", by, "says"))
            try:
                says = fact.read(said.says, symbols, values)
            except Unfit as error:
                yield unfit("validate/wrong-value", _misread_at(error, at), error)
                continue
            if strange := [part for part in says if part not in values]:
                yield Diagnostic(
                    "validate/wrong-value",
                    at,
                    {"part": strange[0], "parts": tuple(values)},
                    case="strange-part" if strange[0] else "strange-whole",
                    cure="whole" if "" in values else "",
                )


def _misread_at(error: Unfit, fallback: Place) -> Place:
    """Where the part of a value stands that cannot be read."""
    return error.typed.place if isinstance(error.typed, Text | Items) else fallback


def _facts_below(
    record: BaseModel, route: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], FactRecord]]:
    facts = getattr(record, "facts", {})
    for key, fact in facts.items():
        yield (*route, "facts", str(key)), fact
    for name, chapter in getattr(record, "chapters", {}).items():
        yield from _facts_below(chapter, (*route, "chapters", str(name)))


def _read_noun(
    raw: Raw, language: Language | None, problems: list[Diagnostic]
) -> CountedNoun | None:
    if language is None:
        return None
    try:
        if not isinstance(raw, Entries):
            raise Unfit("noun-map")
        return language.read_noun(raw)
    except ValueError as error:
        problems.append(unfit("validate/wrong-value", raw.place, error))
        return None


def _check_id(key: str, raw: Entries, problems: list[Diagnostic], *, wanted: bool) -> None:
    if wanted and not ID.fullmatch(key):
        problems.append(Diagnostic("validate/bad-id", raw.key_place(key), {"id": str(key)}))


def _duplicate(name: str, place: Place, first: Place) -> Diagnostic:
    return Diagnostic("validate/duplicate-id", place, {"id": name, "first": str(first)})


def _unknown_file(name: str, language: str, place: Place) -> Diagnostic:
    known = [
        "brief.yaml",
        "poster.yaml",
        *(n if "." in n else f"{n}.{language}.yaml" for n in (*WHOLE, *KEYED, "lexicon")),
    ]
    guess = nearest(name, [*known, "events/2006-08-31-some-id.yaml"])
    cure = "guess" if guess else ""
    return Diagnostic("validate/unknown-file", Place(place.path), {"guess": guess}, cure=cure)


__all__ = ["Records", "Text", "validate"]
