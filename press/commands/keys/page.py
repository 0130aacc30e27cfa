"""Write the page of all keys from the models: docs/records.md."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from press.codes.row import pair
from press.commands.keys.keys import KEYS
from press.content.record_files import KEYED, PLANS, WHOLE
from press.content.records import Event
from press.language.dates import Date
from press.language.hijri import HijriDate

_HEAD = """<!-- Made by `python -m press.commands.keys.page > docs/records.md`; a test holds it to the models. -->

# Records: every key

Everything that is printed is typed in YAML files below `content/`. This page lists each kind of file
and each key that may stand there; a key that is not listed is refused, and the nearest one named.
Keys in bold are needed, all others are left out when there is nothing to say. How dates and values
are typed is in [authoring.md](authoring.md) and [values.md](values.md). `python build.py schema`
writes the same for editors, which then complete the keys.

كل ما يُطبع مكتوب في ملفات YAML تحت المجلد `content`، وفي هذه الصفحة كل ملف وكل مفتاح يجوز فيه، وما ليس
فيها يُرفض ويُذكر أقرب مفتاح إليه. والمفتاح المكتوب بخط عريض لازم، ويُترك ما سواه إن لم يكن ما يُقال فيه.
"""
# What a record is called, and the file that holds it, where it has one of its own; those first.
_NAMES = {
    "Event": ("An event", "حدث", "content/events/ID.yaml"),
    "Publication": ("The publication", "المنشور", "content/publication.yaml"),
    "BriefPlan": ("A brief", "موجز", "content/brief.yaml, content/brief-NAME.yaml"),
    "PosterPlan": ("A poster", "ملصق", "content/poster.yaml, content/poster-NAME.yaml"),
    "SourceRecord": ("A source", "مصدر", "content/sources.yaml, by its id"),
    "ActorRecord": ("An actor", "جهة", "content/actors.yaml, by its id"),
    "Kinds": ("Kinds", "أنواع", "content/kinds.yaml"),
    "PersonRecord": ("A person", "شخص", "content/people.yaml, by its id"),
    "State": ("A state", "دولة", "content/states.yaml, by its id"),
    "GlossaryTerm": ("A term of the glossary", "مصطلح", "content/glossary.yaml, by its id"),
    "Omitted": ("A statement left out", "قول متروك", "content/omitted.yaml, by its id"),
    "Headings": (
        "Fixed words",
        "كلمات ثابتة",
        "content/headings.ar.yaml, content/headings.en.yaml",
    ),
    "BookletPlan": ("The booklet", "الكتيب", ""),
    "ChapterPlan": ("A chapter", "فصل", ""),
    "ChartRecord": ("A chart", "رسم بياني", ""),
    "EditionStamp": ("The edition", "الطبعة", ""),
    "EraRecord": ("An era", "حقبة", ""),
    "ExhibitRecord": ("An exhibit", "إيضاح", ""),
    "FaceRecord": ("A face", "خط", ""),
    "FactRecord": ("A fact", "واقعة", ""),
    "FigureRecord": ("A figure", "رقم", ""),
    "ImageRecord": ("A picture", "صورة", ""),
    "KindRecord": ("A kind", "نوع", ""),
    "LogoRecord": ("A logo", "شعار", ""),
    "PageRecord": ("A page of its own", "صفحة خاصة", ""),
    "PaletteRecord": ("The palette", "الألوان", ""),
    "PointRecord": ("A point", "نقطة", ""),
    "PressPlan": ("The press file", "ملف المطبعة", ""),
    "ReadingPlan": ("How it is read", "القراءة", ""),
    "SaidRecord": ("What a source says", "ما يقوله المصدر", ""),
    "SayingRecord": ("A sentence or figure", "جملة أو رقم", ""),
    "SelectRecord": ("A selection", "اختيار", ""),
    "SignatureRecord": ("A signature", "توقيع", ""),
    "SummaryRecord": ("The summary", "الملخص", ""),
    "TableRecord": ("A table", "جدول", ""),
    "TermRecord": ("A term of office", "مدة منصب", ""),
    "TilesPlan": ("Office sheets", "أوراق المكتب", ""),
    "Typefaces": ("The typefaces", "الخطوط", ""),
}
# Keys that validate adds itself.
_OURS = ("id", "place")


def records_page() -> str:
    """The page as Markdown: a table a record, those of files first."""
    models = list(every_model())
    tables = [_table(model) for model in models]
    return "\n".join([_HEAD, *tables])


def keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The keys of a record as they are typed."""
    fields = model.model_fields.items()
    return {field.alias or name: field for name, field in fields if name not in _OURS}


def every_model() -> Iterator[type[BaseModel]]:
    """Every model once, those of files before those that stand in them."""
    files: list[type[BaseModel]] = [Event, *WHOLE.values(), *PLANS.values(), *KEYED.values()]
    order = [*_NAMES]
    seen = dict.fromkeys(sorted(files, key=lambda model: order.index(model.__name__)))
    todo = list(seen)
    while todo:
        for field in keys_of(todo.pop(0)).values():
            for inner in _inner(field.annotation):
                if inner not in seen:
                    seen[inner] = None
                    todo.append(inner)
    yield from seen


def _inner(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that a value may be, or be made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _inner(part)


def _table(model: type[BaseModel]) -> str:
    name = model.__name__
    english, arabic, file = _NAMES[name]
    lines = [f"\n{'##' if file else '###'} {english} · {arabic}\n"]
    lines += [f"`{file}`\n"] if file else []
    lines += ["| key | takes | unless typed | what it is | المعنى |", "| --- " * 5 + "|"]
    for key, field in keys_of(model).items():
        told = f"**`{key}`**" if field.is_required() else f"`{key}`"
        english, arabic = pair(KEYS[name][key])
        cells = (told, _takes(field.annotation), _default(field), english, arabic)
        lines.append("| " + " | ".join(_cell(one) for one in cells) + " |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{", "&#123;").replace("<", "&lt;")


def _takes(annotation: object) -> str:
    """What may be typed, in a few words."""
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return ", ".join(f"`{choice}`" for choice in parts)
    if origin is typing.Annotated:
        return _takes(parts[0])
    if origin in (typing.Union, types.UnionType):
        found = [_takes(one) for one in parts if one is not type(None)]
        return " or ".join(dict.fromkeys(found))
    if origin is dict:
        return f"by id: {_takes(parts[1])}"
    if origin is tuple:
        inner = [one for one in parts if one is not Ellipsis]
        return f"one or several: {_takes(inner[0])}" if Ellipsis in parts else "two dates"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        english, arabic, _ = _NAMES[annotation.__name__]
        link = f"{english} · {arabic}".lower().replace(" · ", "--").replace(" ", "-")
        return f"[{english.lower()}](#{link})"
    if annotation in (int, float):
        return "a number"
    if annotation in (Date, HijriDate):
        return "a date"
    return "a value" if annotation is typing.Any else "a text"


def _default(field: FieldInfo) -> str:
    if isinstance(field.default, str | int | float) and not field.is_required():
        return f"`{field.default:g}`" if isinstance(field.default, float) else f"`{field.default}`"
    return ""


if __name__ == "__main__":
    print(records_page())
