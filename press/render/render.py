"""Render sheets with Jinja2: templates give shape to finished values and decide nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, ClassVar, TypeVar, cast

import jinja2
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from press.bounds import bounded
from press.codes.row import Value
from press.content.values import House
from press.diagnostics import Diagnostic, Place, Refusal
from press.files import below
from press.layout.brief.exhibits import document_anchor
from press.layout.brief.sheet import BriefSheet
from press.layout.layout import Sheets
from press.layout.pictures import sized_logo
from press.layout.poster.blocks import Trial
from press.layout.poster.event_texts import room_of
from press.products import Product
from press.project import Project
from press.render import filters
from press.render.drawings import drawn
from press.render.folios import part
from press.render.page_tokens import scaled_tokens

# What a template makes by multiplying or formatting has so many letters or entries at most.
LONGEST = 100_000
# So many templates are held compiled for a house.
COMPILED = 200
# Of the processor's time, for a template with all that it includes; ours take less than one.
FILL_S = 20

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Html:
    """A gathering as HTML: a publication or a part of it, counted from 1.

    Addresses in it are relative to the project's root.
    """

    name: str
    text: str
    part: int = 1


@dataclass(frozen=True, slots=True)
class Dressing:
    """What a product is called, and the stems of its template and of its style sheet."""

    product: str
    template: str
    style: str


def dress_of(product: Product, project: Project) -> Dressing:
    """The template and the styles of a product's stem where there are some, else its kind's."""

    def worn(pattern: str) -> str:
        return product.name if project.find(pattern.format(product.name)) else product.kind

    return Dressing(product.name, worn("templates/{}.html"), worn("styles/{}.css"))


def plain_dress(kind: str) -> Dressing:
    """The dressing of a product that has the name of its kind."""
    return Dressing(kind, kind, kind)


def render(
    sheets: Sheets, project: Project, dress: Dressing | None = None
) -> dict[str, tuple[Html, ...]]:
    """The gatherings of every sheet by the product's name, in its kind's dress unless another.

    Raises `Refusal` for a fault in a template, at its line.
    """
    made: dict[str, str] = {}
    for kind, sheet in (("brief", sheets.brief), ("poster", sheets.poster)):
        if sheet:
            house, worn = sheet.publication.house, dress or plain_dress(kind)
            values: dict[str, object] = {kind: sheet, "style": f"styles/{worn.style}.css"}
            if isinstance(sheet, BriefSheet):
                values["scaled"] = scaled_tokens(sheet.page, project)
            text = _fill(f"{worn.template}.html", project, house, **values)
            made[worn.product] = text
    return {
        name: tuple(Html(name, piece, number) for number, piece in enumerate(part(text), start=1))
        for name, text in made.items()
    }


def render_trials(
    trials: tuple[Trial, ...], house: House, project: Project, dress: Dressing | None = None
) -> Html:
    """Cards one below the other at the widths of `trials`, to be measured."""
    style = f"styles/{(dress or plain_dress('poster')).style}.css"
    text = _fill("poster/measure.html", project, house, trials=trials, style=style)
    return Html("poster cards", text)


def render_proof(proof: object, house: House, project: Project) -> bytes:
    """The proof page, see `press.proofsheet`. Raises `Refusal` for a fault in its template."""
    # Most of it are pictures: as one text it would take two bytes a letter.
    return _filled(_encoded, "proof.html", project, house, {"proof": proof})


def ready_proof(house: House, project: Project) -> None:
    """Compile the templates of the proof while processes work; `render_proof` tells its faults."""
    with suppress(Exception):
        for name in ("proof.html", "proof/words.html"):
            environment(project, house).get_template(name)


def render_page(name: str, project: Project, house: House, values: Mapping[str, object]) -> Html:
    """The template `name`.html filled with finished `values`."""
    return Html(name, _fill(f"{name}.html", project, house, **values))


def environment(project: Project, house: House) -> SandboxedEnvironment:
    """What fills the templates of `project`, values in the style of `house`."""
    folders = tuple(project.folders("templates"))
    files = tuple(sorted(path for folder in folders for path in below(folder, ".html")))
    return _environment(folders, files, house)


class _Sandbox(SandboxedEnvironment):
    """Fills templates, which ask for nothing of the machine and for no more than a page holds."""

    intercepted_binops = frozenset(["*", "**", "%"])
    _safe: ClassVar[dict[tuple[type, str], bool]] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may ask for an attribute, which hangs on the kind of the object."""
        key = type(obj), attr
        if key not in self._safe:
            self._safe[key] = super().is_safe_attribute(obj, attr, value)
        return self._safe[key]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`left` `operator` `right`. Raises `SecurityError` where it would fill the memory."""
        long = operator == "%" and isinstance(left, str) and re.search(r"%[^%a-zA-Z]*\d{5}", left)
        pairs = ((left, right), (right, left)) if operator == "*" else ()
        many = any(
            isinstance(one, Sequence) and isinstance(times, int) and len(one) * times > LONGEST
            for one, times in pairs
        )
        if long or many or operator == "**":
            raise SecurityError(f"{operator} may not make more than {LONGEST} letters or entries")
        return super().call_binop(context, operator, left, right)


class _Compiled(jinja2.BytecodeCache):
    """What templates were compiled to in this process, by their place and what they say."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What a template that says the same was compiled to, if one was."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to, and let the oldest go where it is too much."""
        self._known[bucket.key, bucket.checksum] = cast(CodeType, bucket.code)
        if len(self._known) > COMPILED:
            del self._known[next(iter(self._known))]


@lru_cache(4)  # a filter of what is always the same is worked out when it is compiled
def _compiled(house: House) -> _Compiled:
    """What was compiled for a house, whichever project it is of: many have most of ours."""
    return _Compiled()


@lru_cache(4)
def _environment(
    folders: tuple[Path, ...], files: tuple[Path, ...], house: House
) -> SandboxedEnvironment:
    """What fills the templates in `folders`; they are compiled once in a process.

    A template whose file has changed is compiled again, and all when there are other `files`: one
    may stand before one of ours now.
    """
    made = _Sandbox(
        loader=jinja2.FileSystemLoader(folders),
        bytecode_cache=_compiled(house),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    del made.globals["lipsum"]  # makes any number of words that no record has
    made.globals["language"] = house.language
    made.globals["faces"] = {face.slot: face for face in house.faces}
    made.globals["room"] = room_of(house) if house.faces else ()
    made.filters.update(
        phrase=filters.phrase,
        plain=filters.plain,
        address=filters.address,
        line=filters.line,
        title=filters.title,
        prose=filters.prose,
        number=filters.number(house),
        mm=filters.mm,
        document_anchor=document_anchor,
        drawn=drawn,
        sized_logo=sized_logo,
    )
    return made


def _fill(template: str, project: Project, house: House, **values: object) -> str:
    return _filled("".join, template, project, house, values)


def _encoded(pieces: Iterator[str]) -> bytes:
    return b"".join(map(str.encode, pieces))


def _filled(
    join: Callable[[Iterator[str]], T],
    template: str,
    project: Project,
    house: House,
    values: Mapping[str, object],
) -> T:
    """The pieces of a template that is filled with `values`, joined."""
    try:
        with bounded(FILL_S):
            return join(environment(project, house).get_template(template).generate(**values))
    except jinja2.TemplateSyntaxError as error:
        place = Place(_shown(project, error.filename, error.name or template), error.lineno)
        said = {"said": error.message or ""}
        raise Refusal([Diagnostic("render/template-syntax", place, said)]) from error
    except jinja2.TemplateNotFound as error:
        place = Place(f"templates/{error.name}")
        raise Refusal([Diagnostic("render/template-missing", place)]) from error
    except (jinja2.UndefinedError, jinja2.exceptions.SecurityError, TypeError) as error:
        place = _place_of(error, project, template)
        said = {"said": str(error)[:200]}
        raise Refusal([Diagnostic("render/template-value", place, said)]) from error
    except Exception as error:  # whatever a template asks Python for that cannot be
        place = _place_of(error, project, template)
        told: dict[str, Value] = {"kind": type(error).__name__, "said": str(error)[:200]}
        raise Refusal([Diagnostic("render/template-failed", place, told)]) from error


def _shown(project: Project, filename: str | None, name: str) -> str:
    return project.shown(Path(filename)) if filename else f"templates/{name}"


def _place_of(error: BaseException, project: Project, template: str) -> Place:
    """The innermost line of a template on the way to `error`."""
    place = Place(f"templates/{template}")
    step = error.__traceback__
    while step is not None:
        filename = step.tb_frame.f_code.co_filename
        if filename.endswith(".html"):
            place = Place(project.shown(Path(filename)), step.tb_lineno)
        step = step.tb_next
    return place
