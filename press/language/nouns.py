"""Read counted nouns: the forms that a noun takes after numbers, one a CLDR plural category."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale

from press.diagnostics import Unfit

Form = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun as it follows numbers, by CLDR plural category; a form is one text or one a case.

    `gender` is empty in a language that has none.
    """

    gender: str
    forms: Mapping[str, Form]

    def form(self, category: str) -> Form:
        """The form of a plural category, that of `other` where it has none of its own."""
        return self.forms.get(category) or self.forms["other"]

    def texts(self, category: str) -> set[str]:
        """The form of a plural category in each case that it has."""
        form = self.form(category)
        return {form} if isinstance(form, str) else set(form.values())


def categories(tag: str) -> tuple[str, ...]:
    """The plural categories that CLDR gives the language `tag`, in CLDR's order."""
    have = {*Locale.parse(tag).plural_form.tags, "other"}
    return tuple(c for c in ("zero", "one", "two", "few", "many", "other") if c in have)


def read_noun(
    raw: Mapping[str, object], tag: str, genders: Sequence[str], cases: Sequence[str]
) -> CountedNoun:
    """The noun typed as a map of forms, and of gender where the language has `genders`.

    `zero` may be given in any language: a phrase for none. Raises ValueError with a sentence.
    """
    needed = categories(tag)
    keys = [*(["gender"] if genders else []), *needed]
    if strange := [key for key in raw if key not in (*keys, "zero")]:
        raise Unfit("noun-strange", key=str(strange[0]), keys=tuple(keys))
    if missing := [key for key in keys if not raw.get(key)]:
        raise Unfit("noun-lacks", keys=tuple(missing))
    if genders and raw["gender"] not in genders:
        raise Unfit("noun-gender", genders=tuple(genders), text=str(raw["gender"]))
    typed = [key for key in ("zero", *needed) if key in raw]
    forms = {key: _read_form(key, raw[key], cases) for key in dict.fromkeys(typed)}
    return CountedNoun(str(raw["gender"]) if genders else "", forms)


def _read_form(key: str, raw: object, cases: Sequence[str]) -> Form:
    if isinstance(raw, str) and raw.strip():
        return " ".join(raw.split())
    texts = dict(raw) if isinstance(raw, Mapping) else {}
    good = all(isinstance(t, str) and t.strip() for t in texts.values())
    if cases and set(texts) == set(cases) and good:
        return {str(case): " ".join(text.split()) for case, text in texts.items()}
    raise Unfit("noun-forms" if cases else "noun-form", form=key, cases=tuple(cases))
