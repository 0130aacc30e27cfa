"""The record of a publication: what its products share, its house style."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from press.content.brand import LogoRecord, PaletteRecord, Typefaces
from press.content.fact_records import Facts
from press.content.fields import Address, Pattern, Several, Title, Typed, When, Where, Whole, many
from press.content.nodes import Text
from press.content.typed_at import PlacedRecord
from press.content.values import House
from press.language.languages import language_of, languages
from press.language.phrases import Digits
from press.products import FormName

Calendar = Literal["gregorian", "hijri"]
# draft: what has no source yet is advice. double: every source's own reading of a figure is typed,
# and figures in texts have one voucher.
Audit = Literal["draft", "strict", "double"]


class EditionStamp(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The number and day of an edition; the day of the build unless typed."""

    number: Whole = 1
    date: When | None = None


def _chosen(typed: Text, allowed: Iterable[str]) -> Text:
    if typed not in (names := tuple(allowed)):
        raise PydanticCustomError("literal_error", "", {"expected": ", ".join(names)})
    return typed


def _language(tag: Text) -> Text:
    return _chosen(tag, sorted(languages()))


class Publication(PlacedRecord, BaseModel):
    """What brief and poster share: names, edition, house style."""

    place: Where
    title: Title
    subtitle: Typed | None = None
    language: Annotated[Typed, AfterValidator(_language)]
    period: Typed | None = None
    edition: EditionStamp = EditionStamp()
    publisher: Typed | None = None
    subject: Typed | None = None
    keywords: Several = ()
    sheet: Typed | None = None
    symbols: Pattern | None = None
    palette: PaletteRecord = PaletteRecord()
    typefaces: Typefaces = Typefaces()
    logos: Annotated[tuple[LogoRecord, ...], BeforeValidator(many)] = ()
    digits: Typed | None = None
    months: Typed | None = None
    calendars: Annotated[tuple[Calendar, ...], BeforeValidator(many)] = ("gregorian",)
    audit: Audit = "strict"
    outputs: dict[FormName, Literal["yes", "no"]] = {}
    address: Address | None = None
    facts: Facts = {}

    @field_validator("digits", "months")
    @classmethod
    def _of_language(cls, typed: Text | None, others: ValidationInfo) -> Text | None:
        """A family of digits or of month names that the language has."""
        tag = others.data.get("language")
        if typed is None or tag is None:  # a wrong language is complained of by itself
            return typed
        return _chosen(typed, getattr(language_of(tag), str(others.field_name)))

    @property
    def house(self) -> House:
        """The house style: what is not typed is the language's first family."""
        speak = language_of(self.language)
        digits = cast(Digits, str(self.digits or speak.digits[0]))
        months = str(self.months or speak.months[0])
        return House(speak.tag, digits, months, str(self.symbols or ""))
