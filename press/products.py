"""Lists what a project makes: its products, each of a kind, and the forms of each kind.

A product is a content file: its stem names it, and what is made of it. Here alone a kind is told
from a name; everything else asks the product, or the document that was made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from press.project import Project

Kind = Literal["brief", "poster", "corrigendum", "web"]
# The forms that a brief and a poster may have beside their PDF.
BriefForm = Literal["press", "booklet"]
PosterForm = Literal[
    "press", "tiles-a4", "tiles-a3", "tiles-a4-smaller", "tiles-a3-smaller",
    "tiles-a4-light", "tiles-a3-light", "png",
]  # fmt: skip
FormName = Literal["pdf", BriefForm, PosterForm, "web", "social"]
# The product that is made of all others: what is to be put on a server.
SITE = "web"
# The stem of its page, of whose template and style sheet other products know nothing.
PAGE = "index"


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which products of some kinds are made, and what follows a product's name in files.

    `sheet` is the office paper that it is divided on, if it is; see `geometry.PAPERS_MM`. What is
    `smaller` is drawn a little below its size, on fewer sheets; what is `light` for office toner,
    in outlines. A form that is not `usual` is made
    where `outputs` of publication.yaml or of its product asks for it. `place`: its file or folder,
    where that is not named for a product.
    """

    name: FormName
    ending: str
    kinds: frozenset[Kind]
    sheet: str = ""
    smaller: bool = False
    light: bool = False
    usual: bool = True
    place: str = ""


_POSTER: frozenset[Kind] = frozenset({"poster"})
# What others are made from comes first.
FORMS: dict[FormName, Form] = {
    form.name: form
    for form in (
        Form("pdf", ".pdf", frozenset({"brief", "poster", "corrigendum"})),
        Form("press", "-press.pdf", frozenset({"brief", "poster"})),
        Form("booklet", "-booklet.pdf", frozenset({"brief"})),
        Form("tiles-a4", "-tiles-a4.pdf", _POSTER, "A4"),
        Form("tiles-a3", "-tiles-a3.pdf", _POSTER, "A3"),
        Form("tiles-a4-smaller", "-tiles-a4-smaller.pdf", _POSTER, "A4", smaller=True),
        Form("tiles-a3-smaller", "-tiles-a3-smaller.pdf", _POSTER, "A3", smaller=True),
        Form("tiles-a4-light", "-tiles-a4-light.pdf", _POSTER, "A4", light=True, usual=False),
        Form("tiles-a3-light", "-tiles-a3-light.pdf", _POSTER, "A3", light=True, usual=False),
        Form("png", ".png", _POSTER),
        Form("web", "", frozenset({"web"}), place="web/index.html"),
        Form("social", "", frozenset({"web"}), usual=False, place="social"),
    )
}


@dataclass(frozen=True, slots=True)
class Product:
    """What a content file asks to be made: its stem, what it is, and its forms."""

    name: str
    kind: Kind
    forms: tuple[FormName, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The files of all its forms, below the output folder."""
        return tuple(file_name(self.name, form) for form in self.forms)


def file_name(product: str, form: FormName) -> str:
    """The file of a product in a form, below the output folder."""
    return FORMS[form].place or f"{product}{FORMS[form].ending}"


def order(file: str) -> tuple[int, str]:
    """What the files of a product are sorted by: those that others are made from come first."""
    endings = [form.ending for form in FORMS.values()]
    longest = max((e for e in endings if file.endswith(e)), key=len, default="")
    return endings.index(longest) if longest else len(endings), file


def forms_of(kind: Kind) -> tuple[FormName, ...]:
    """The forms in which a product of this kind is made."""
    return tuple(form.name for form in FORMS.values() if kind in form.kinds)


def products_of(project: Project) -> dict[str, Product]:
    """The products that the project has the content files of, by name."""
    return {product.name: product for product in _products(project)}


def kind_of(stem: str) -> Kind:
    """What a product of this stem is: a brief or a poster."""
    return "brief" if stem.partition("-")[0] == "brief" else "poster"


def _products(project: Project) -> Iterator[Product]:
    content = project.root / "content"
    shared = _read(content / "publication.yaml", "outputs", "draft")
    switched = _switched(shared)
    draft = shared.get("audit") == "draft"
    kinds: tuple[Kind, ...] = ("brief", "poster")
    found = False
    for kind in kinds:
        paths = sorted(content.glob(f"{kind}*.yaml"))
        paths = [path for path in paths if path.stem == kind or path.stem.startswith(f"{kind}-")]
        own = _own_switches(paths)
        for stem in (path.stem for path in paths):
            found = True
            on = {**switched, **own.get(stem, {})}
            # Nothing of a draft goes to a press.
            on |= {"pdf": True, **({"press": False} if draft else {})}
            yield Product(stem, kind, tuple(f for f in forms_of(kind) if on.get(f, FORMS[f].usual)))
    forms = tuple(form for form in forms_of("web") if switched.get(form, FORMS[form].usual))
    if found and forms:
        yield Product(SITE, "web", forms)


def _own_switches(paths: Sequence[Path]) -> dict[str, dict[str, bool]]:
    """The forms that products of one kind switch themselves, by stem.

    One that is `from` another takes the switches of that one where it types none.
    """
    if not any(_read(path, "outputs") for path in paths):
        return {}
    typed = {path.stem: _read(path) for path in paths}
    bases = {stem: typed.get(str(held.get("from")), {}) for stem, held in typed.items()}
    return {
        stem: _switched(held if "outputs" in held else bases[stem]) for stem, held in typed.items()
    }


def _switched(held: Mapping[str, Any]) -> dict[str, bool]:
    """The forms that a record switches on or off; what is wrong in it, validate says."""
    outputs = held.get("outputs")
    if not isinstance(outputs, dict):
        return {}
    return {form: asked != "no" for form, asked in outputs.items()}


def _read(path: Path, *words: str) -> dict[str, Any]:
    """What a file holds; nothing where it cannot be read, or has none of `words`, if any."""
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    # A word in quotation marks may have a letter as its number, or run on.
    if words and not any(said in text for said in (*words, "\\x", "\\u", "\\U", "\\\n")):
        return {}
    import yaml  # only where something is switched

    try:
        held = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}
