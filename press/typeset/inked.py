"""A document that was laid out for a screen, in the inks of a press: laid out once, painted twice.

Colours move nothing. So the custom properties that are colours are set in inks where the style of a
box says them, and what was computed of them is forgotten: WeasyPrint computes it anew as it paints.
Grounds, pictures and the rules of tables, which it holds ready, are made again. When it is painted,
all is put back: the next edit may go on from it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

import tinycss2
from tinycss2.color5 import parse_color
from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.counters import CounterStyle
from weasyprint.css.properties import Dimension
from weasyprint.css.targets import TargetCollector
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.html import handle_svg
from weasyprint.images import get_image_from_uri
from weasyprint.layout import LayoutContext
from weasyprint.layout.background import layout_backgrounds

from press.colour.drawings import turn_to_inks
from press.colour.inks import Press, as_css
from press.colour.tokens import CMYK, TWIN, colour_token
from press.geometry import MM_PER_PX
from press.project import Project
from press.typeset.files import BASE, Files

# Properties whose values hold colours, as WeasyPrint names them; custom ones begin with __.
_COLOURED = re.compile(r"^__|color$|^(?:background_image|box_shadow|border_image_source)$")
_TWIN = TWIN.replace("-", "_")
_SIDES = ("top", "right", "bottom", "left")
# What boxes hold ready of colours and pictures.
_READY = (
    "style", "background", "canvas_background", "border_image", "mask_border_image",
    "replacement", "collapsed_border_grid",
)  # fmt: skip


@contextmanager
def in_inks(
    document: Any, pictures: Mapping[str, Any], project: Project, press: Press
) -> Iterator[Any]:
    """A WeasyPrint document of the pages of another, in the inks and with the bleed of a press.

    `pictures`: what the other holds of files, by address. It is not to be used while the block
    runs, and is as it was after it.
    """
    pages = [page._page_box for page in document.pages]
    every = [box for page in pages for box in _boxes(page)]
    styles = _lineages(box.style for box in every)
    said = list({id(s.cascaded): s.cascaded for s in styles if hasattr(s, "cascaded")}.values())
    as_it_was = [(held, dict(held)) for held in (*styles, *said)]
    ready = [{name: vars(box)[name] for name in _READY if name in vars(box)} for box in every]
    try:
        yield _turned(document, every, styles, said, pictures, project, press)
    finally:
        for held, before in as_it_was:
            held.clear()
            held.update(before)
        for box, before in zip(every, ready, strict=True):
            for name in _READY:
                vars(box).pop(name, None)
            vars(box).update(before)


def _turned(
    document: Any,
    every: list[Any],
    styles: list[Any],
    said: list[dict[str, Any]],
    pictures: Mapping[str, Any],
    project: Project,
    press: Press,
) -> Any:
    """The document of `every` box of another, whose `styles` say what is `said`, in inks."""
    addresses = {id(picture): address for address, picture in pictures.items()}
    pages = [page._page_box for page in document.pages]
    looks = _say_inks(styles, said, press)
    context = _context(document, project, press)
    for box in every:
        if grid := getattr(box, "collapsed_border_grid", None):
            box.collapsed_border_grid = tuple(_ruled(borders, looks) for borders in grid)
        if isinstance(box, boxes.ReplacedBox):
            box.replacement = _picture(box, addresses, context, press)
    for page in pages:
        page.style.update(
            {f"bleed_{s}": Dimension(press.bleed_mm / MM_PER_PX, "px") for s in _SIDES}
        )
        layout_backgrounds(page, context.get_image_from_uri)
    # The profiles of its colours are added as it is written: none of the other's.
    return Document(
        [Page(page) for page in pages], document.metadata, document.url_fetcher,
        document.font_config, {}, CMYK,
    )  # fmt: skip


def _boxes(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)  # where it was taken out of the flow
    yield box
    for child in box.all_children() if hasattr(box, "all_children") else ():
        yield from _boxes(child)


def _lineages(styles: Iterable[Any]) -> list[Any]:
    """Styles, and all that they inherit from."""
    found: dict[int, Any] = {}
    for style in styles:
        while style is not None and id(style) not in found:
            found[id(style)] = style
            style = style.parent_style
    return list(found.values())


def _say_inks(styles: list[Any], said: list[dict[str, Any]], press: Press) -> dict[Any, Any]:
    """Set what styles say in inks; the inks of each colour, by how it looks on a screen."""
    looks: dict[Any, Any] = {}
    for declared in said:
        for name, (value, weight) in list(declared.items()):
            if not (name.startswith("__") and isinstance(value, tuple)):
                continue  # a property, or one that has the value of another
            twin, _ = declared.get(name + _TWIN, ((), 0))
            typed = tinycss2.serialize(value)
            if token := colour_token(name, typed, tinycss2.serialize(twin)):
                inks = as_css(token.inks(press), token.alpha)
                declared[name] = tuple(tinycss2.parse_component_value_list(inks)), weight
                looks.setdefault(_look(parse_color(typed)), parse_color(inks))
    for style in styles:
        for name in [name for name in style if _is_coloured(name)]:
            del style[name]
    return looks


@cache
def _is_coloured(name: str) -> bool:
    return _COLOURED.search(name) is not None


def _look(colour: Any) -> tuple[Any, ...]:
    return colour.space, *colour.coordinates, colour.alpha


def _ruled(borders: list[list[Any]], looks: dict[Any, Any]) -> list[list[Any]]:
    """The rules of a table whose cells share them, in inks."""
    return [
        [
            (score, (style, width, looks.get(_look(colour), colour)))
            for score, (style, width, colour) in line
        ]
        for line in borders
    ]


def _context(document: Any, project: Project, press: Press) -> LayoutContext:
    """What WeasyPrint asks for pictures."""
    find = partial(
        get_image_from_uri, cache={}, url_fetcher=Files(project, press), options=DEFAULT_OPTIONS
    )
    return LayoutContext(None, find, document.font_config, CounterStyle(), TargetCollector())


def _picture(box: Any, addresses: Mapping[int, str], context: LayoutContext, press: Press) -> Any:
    """The picture that a box stands for, in inks: of a file, or a drawing in the HTML."""
    if address := addresses.get(id(box.replacement)):
        return context.get_image_from_uri(url=address, orientation=box.style["image_orientation"])
    drawing = copy.deepcopy(box.element)
    turn_to_inks(drawing, press)
    (made,) = handle_svg(drawing, box, context.get_image_from_uri, BASE)
    return made.replacement
