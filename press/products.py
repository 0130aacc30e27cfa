"""Lists what a project makes: its products, each of a kind, and the forms of each kind.

A product is a content file: its stem names it, and what is made of it. Here alone a kind is told
from a name; everything else asks the product, or the document that was made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from press.project import Project

Kind = Literal["brief", "poster", "corrigendum", "web"]
FormName = Literal[
    "pdf", "press", "booklet", "tiles-a4", "tiles-a3", "tiles-a4-smaller", "tiles-a3-smaller",
    "tiles-a4-light", "tiles-a3-light",
    "png", "web", "social",
]  # fmt: skip
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
    where publication.yaml asks for it. `place`: its file or folder, where that is not named for a
    product.
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
    switched = _switched(project)
    on = {form.name for form in FORMS.values() if switched.get(form.name, form.usual)}
    kinds: tuple[Kind, ...] = ("brief", "poster")
    found = False
    for kind in kinds:
        named = sorted(path.stem for path in (project.root / "content").glob(f"{kind}*.yaml"))
        for stem in named:
            if stem == kind or stem.startswith(f"{kind}-"):
                found = True
                yield Product(stem, kind, tuple(f for f in forms_of(kind) if f == "pdf" or f in on))
    if found and (forms := tuple(form for form in forms_of("web") if form in on)):
        yield Product(SITE, "web", forms)


def _switched(project: Project) -> dict[str, bool]:
    """The forms that publication.yaml switches on or off; what is wrong in it, validate says.

    Nothing of a draft goes to a press.
    """
    path = project.root / "content" / "publication.yaml"
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    # A word in quotation marks may have a letter as its number, or run on.
    if not any(said in text for said in ("outputs", "draft", "\\x", "\\u", "\\U", "\\\n")):
        return {}
    import yaml  # only where something is switched

    try:
        held = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        typed = {form: asked != "no" for form, asked in held.get("outputs", {}).items()}
        return {**typed, "press": False} if held.get("audit") == "draft" else typed
    except (yaml.YAMLError, AttributeError, TypeError, KeyError):
        return {}
