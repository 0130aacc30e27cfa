"""Audit the edition: every rule that its facts, texts and dates must keep, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from press.audit.audited import Audited
from press.audit.chronology import chronology, shared_symbol
from press.audit.colours import faint_colour, same_grey
from press.audit.foreign_letters import foreign_letters
from press.audit.hamza import hygiene_hamza
from press.audit.hygiene import (
    dead_reference,
    hygiene_controls,
    hygiene_digits,
    hygiene_double_space,
    hygiene_guillemets,
    hygiene_lookalike,
    hygiene_months,
    hygiene_punctuation,
    hygiene_quotes,
    hygiene_spacing,
    hygiene_tatweel,
)
from press.audit.latin_marks import latin_marks
from press.audit.markup import markup
from press.audit.miscopied import miscopied
from press.audit.period import outside_period, wrong_period
from press.audit.readings import missing_reading, missing_source, unresolved_fact
from press.audit.sources import (
    file_name,
    idle_note,
    repeated_event,
    unattributed,
    unused_event,
    unused_fact,
)
from press.audit.spelling import variant
from press.audit.unsourced import (
    contradicting_word,
    unsourced_date,
    unsourced_number,
    unsourced_symbol,
)
from press.codes.codes import CODES
from press.content.edition import Edition
from press.content.passages import Passage
from press.content.validate import Records
from press.diagnostics import Diagnostic

Rule = Callable[[Audited], Iterator[Diagnostic]]
TextRule = Callable[[Passage], Iterator[Diagnostic]]

# Each rule is named for its code: `unsourced_number` complains with audit/unsourced-number.
RULES: tuple[Rule, ...] = (
    unresolved_fact,
    missing_reading,
    missing_source,
    unattributed,
    idle_note,
    unused_fact,
    unused_event,
    repeated_event,
    file_name,
    unsourced_number,
    unsourced_date,
    unsourced_symbol,
    contradicting_word,
    variant,
    chronology,
    shared_symbol,
    wrong_period,
    outside_period,
    hygiene_digits,
    hygiene_months,
    hygiene_hamza,
    foreign_letters,
    faint_colour,
    same_grey,
)
# Rules that look at one text at a time; a text that quotes somebody keeps none but
# `hygiene_controls`.
TEXT_RULES: tuple[TextRule, ...] = (
    dead_reference,
    hygiene_lookalike,
    hygiene_tatweel,
    hygiene_quotes,
    hygiene_punctuation,
    hygiene_spacing,
    hygiene_double_space,
    hygiene_guillemets,
    hygiene_controls,
    miscopied,
    markup,
    latin_marks,
)
# What is asked of Arabic alone, and of languages in Latin letters alone.
ARABIC = (
    hygiene_lookalike,
    hygiene_tatweel,
    hygiene_quotes,
    hygiene_punctuation,
    hygiene_guillemets,
)
LATIN = (latin_marks,)


def audit(edition: Edition, records: Records) -> tuple[Diagnostic, ...]:
    """Every complaint about what `edition` says, advice included; `records` keep the places.

    Nothing is changed or raised: the pipeline refuses to go on when one is an error. In a draft
    what waits for its sources is advice.
    """
    audited = Audited(edition, records)
    arabic = edition.masthead.language == "ar"
    found = [
        complaint
        for rule in RULES
        if arabic or rule not in (hygiene_months, hygiene_hamza)
        for complaint in rule(audited)
    ]
    others = LATIN if arabic else ARABIC
    for rule in (rule for rule in TEXT_RULES if rule not in others):
        for text in audited.texts:
            if text.voice != "quoted" or rule is hygiene_controls:
                found += rule(text)
    if records.publication.audit == "draft":
        found = [replace(f, severity="advice") if CODES[f.code].waits else f for f in found]
    return tuple(found)
