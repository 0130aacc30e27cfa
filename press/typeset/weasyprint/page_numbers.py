"""Page numbers: pages take their numbers after they are laid out, when all others are counted.

WeasyPrint 70 numbers the pages of a document from 1 and draws the margins with the text. Where a
publication is set in gatherings, a gathering's first folio, and the page numbers that its links
print, are known only when others are laid out. Number and running head stand in the margins,
which change no line of the text; and a number in the text takes no more room than another of as
many digits. Both are set anew here, and nothing else; where that would move a line, the gathering
must be laid out again.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import weasyprint.layout
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import make_margin_boxes, set_page_type_computed_styles
from weasyprint.text.line_break import split_first_line

from press.language.phrases import Digits, in_digits
from press.render.folios import AGAIN, DIGITS, FOLIO, ONCE
from press.typeset.weasyprint.exchange import replaced
from press.typeset.weasyprint.running_elements import found_by_strings

# Two numbers are equally wide when they differ by no more, in CSS px.
SAME_PX = 0.01
# What must be the same on left and right pages for the text to stay as it was laid out.
_PLACE = (
    "size",
    "bleed_top", "bleed_right", "bleed_bottom", "bleed_left",
    "margin_top", "margin_right", "margin_bottom", "margin_left",
    "padding_top", "padding_right", "padding_bottom", "padding_left",
    "border_top_width", "border_right_width", "border_bottom_width", "border_left_width",
    "width", "height",
)  # fmt: skip


@dataclass(slots=True)
class Foliation:
    """What a document laid out needs to be numbered anew.

    `first`: the folio it was laid out with. `asked`: the addresses whose folio its style sheets
    print. `pages`: WeasyPrint's context, page and page counters, page by page. `leans`: the running
    strings that it takes from the pages before it. `renumbered`: the boxes that print another
    number than they were laid out with, each with the text, the line and the folio that it had.
    """

    first: int
    asked: set[str] = field(default_factory=set)
    pages: list[tuple[Any, Any, Any]] = field(default_factory=list)
    before: dict[str, str] = field(default_factory=dict)
    leans: set[str] = field(default_factory=set)
    renumbered: list[tuple[Any, str, Any, str]] = field(default_factory=list)

    def running(self) -> dict[str, str]:
        """The running strings in force after the last page, by name."""
        found = {}
        for context, _, _ in self.pages[:1]:
            for name, set_on in context.string_set.items():
                if filled := {page: texts for page, texts in set_on.items() if texts}:
                    found[name] = filled[max(filled)][-1]
        return found


@contextmanager
def foliating(first: int, before: Mapping[str, str] | None = None) -> Iterator[Foliation]:
    """While the block runs, WeasyPrint lays out pages from folio `first`, and keeps their margins.

    `before` are the running strings of the pages before them, as far as they are known.
    An odd folio is on a left page in a right-to-left publication, as WeasyPrint has it.
    """
    kept = Foliation(first, before=dict(before or {}))
    begin = weasyprint.layout.initialize_page_maker
    fill = build.content_to_boxes

    def begin_at_first(context: Any, root_box: Any) -> None:
        begin(context, root_box)
        resume_at, next_page, right, (depth, counters, scopes, groups), remake = context.page_maker[
            0
        ]
        if first > 1:
            counters, scopes = {**counters, "page": [first - 1]}, [scopes[0] | {"page"}]
        state = depth, counters, scopes, groups
        context.page_maker[0] = resume_at, next_page, right ^ (first % 2 == 0), state, remake

    def margins(context: Any, page: Any, state: Any) -> Iterator[Any]:
        if not kept.pages:
            _look_further_back(context, kept)
            found_by_strings(context)
        kept.pages.append((context, page, state))
        yield from getattr(page, "margins", None) or make_margin_boxes(context, page, state)

    def fill_and_note(style: Any, parent_box: Any, *rest: Any) -> Any:
        if any(kind == "attr()" and said[0] == FOLIO for kind, said in _content(style)):
            kept.asked.add(parent_box.element.get("href", ""))
        return fill(style, parent_box, *rest)

    with (
        replaced(weasyprint.layout, "initialize_page_maker", begin_at_first),
        replaced(weasyprint.layout, "make_margin_boxes", margins),
        replaced(build, "content_to_boxes", fill_and_note),
    ):
        yield kept


def _content(style: Any) -> tuple[Any, ...]:
    """What a box's `content` is made of; nothing for a keyword."""
    held = style["content"]
    return held if isinstance(held, tuple) else ()


def _look_further_back(context: Any, kept: Foliation) -> None:
    """A running string that no page of the document has set yet is that of the pages before."""
    look = context.get_string_set_for

    def look_back(page: Any, name: str, keyword: str = "first") -> tuple[str, ...]:
        found: tuple[str, ...] = look(page, name, keyword)
        pages = (p for p, texts in context.string_set[name].items() if texts)
        if found or keyword == "all-once" or min(pages, default=10**9) <= context.current_page:
            return found
        kept.leans.add(name)
        return (kept.before[name],) if name in kept.before else ()

    context.get_string_set_for = look_back


def foliate(kept: Foliation, html: Any, first: int, before: Mapping[str, str]) -> bool:
    """Number the pages from `first`, with the running strings `before` them.

    False when left and right pages differ so that the text would have to be laid out again.
    """
    shift = first - kept.first
    turned = shift % 2 == 1
    if turned and not all(_turns(context, page, html) for context, page, _ in kept.pages):
        return False
    if shift == 0 and all(kept.before.get(name) == before.get(name) for name in kept.leans):
        return True
    kept.before.clear()
    kept.before.update(before)
    for number, (context, page, state) in enumerate(kept.pages, start=1):
        depth, counters, scopes, groups = copy.deepcopy(state)
        counters["page"] = [value + shift for value in counters["page"]]
        context.current_page = number
        if turned:
            page.page_type = _other_side(page.page_type)
            page.style = _dress(context, page.page_type, page.style["overflow"])
        held = [box for box in page.children if not isinstance(box, boxes.MarginBox)]
        made = make_margin_boxes(context, page, (depth, counters, scopes, groups))
        page.children = (*held, *made)
        layout_backgrounds(page, context.get_image_from_uri)
        kept.pages[number - 1] = context, page, (depth, counters, scopes, groups)
    kept.first = first
    return True


def ask_for_lists(kept: Foliation, html: Any) -> None:
    """Ask for the folios of the links in lists, those that are left out for now too."""
    kept.asked |= {a.get("href", "") for a in html.etree_element.iter("a") if a.get(ONCE)}


def renumber(kept: Foliation, html: Any, folios: Mapping[str, int]) -> bool:
    """Print `folios` by id in place of the page numbers laid out; False where lines would move.

    Only links with the attribute `FOLIO` print one, by `content` before or after them.
    """
    if _repeats_otherwise(html, folios):
        return False
    changes = []
    for context, page, _ in kept.pages:
        for box in _texts(page):
            element = box.element
            if element is None or "::" not in box.element_tag or element.tag != "a":
                continue
            name, laid = element.get("href", "")[1:], element.get(FOLIO)
            right = _printed(folios, name, html) or laid
            if laid is None or laid == right or element.get("href") not in kept.asked:
                continue
            found = list(re.finditer(rf"(?<!\d){laid}(?!\d)", box.text))
            if not found:
                continue  # the words before the number, on the line above
            start, end = found[-1].span()
            text = box.text[:start] + right + box.text[end:]
            line = split_first_line(text, box.style, context, None, box.justification_spacing)
            if line[2] is not None or abs(line[3] - box.width) > SAME_PX:
                return False
            changes.append((box, text, line[0]))
    for box, text, line in changes:
        kept.renumbered.append((box, box.text, box.pango_layout, box.element.get(FOLIO)))
        box.text, box.pango_layout = text, line
    for box, _, _ in changes:
        box.element.set(FOLIO, _printed(folios, box.element.get("href")[1:], html))
    return True


def unnumber(kept: Foliation) -> None:
    """Have the text print the numbers again that it was laid out with."""
    for box, text, line, folio in reversed(kept.renumbered):
        box.text, box.pango_layout = text, line
        box.element.set(FOLIO, folio)
    kept.renumbered.clear()


def _printed(folios: Mapping[str, int], name: str, html: Any) -> str:
    """The folio of an id in the digits of the document; empty where it is not known."""
    digits: Digits = "arabic" if html.etree_element.get(DIGITS) == "arabic" else "european"
    return in_digits(str(folios[name]), digits) if name in folios else ""


def _repeats_otherwise(html: Any, folios: Mapping[str, int]) -> bool:
    """Whether other links of a list lead to the page of the one before than as laid out."""
    last = "", ""
    for link in html.etree_element.iter("a"):
        once, laid = link.get(ONCE, ""), link.get(FOLIO, "")
        here = once, once and (_printed(folios, link.get("href", "")[1:], html) or laid)
        if once and (here[1] != "" and here == last) != (link.get(AGAIN) is not None):
            return True
        last = here
    return False


def _texts(box: Any) -> Iterator[Any]:
    """Every box of text in a box, in those out of the flow too."""
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            yield from _texts(child)


def _other_side(page_type: Any) -> Any:
    return page_type._replace(side="left" if page_type.side == "right" else "right")


def _dress(context: Any, page_type: Any, overflow: Any) -> Any:
    style = context.style_for(page_type)
    style["overflow"] = overflow
    return style


def _turns(context: Any, page: Any, html: Any) -> bool:
    """Whether a page can become one of the other side and keep its text where it stands."""
    other = _other_side(page.page_type)
    set_page_type_computed_styles(other, html, context.style_for)
    here, there = context.style_for(page.page_type), context.style_for(other)
    return all(here[name] == there[name] for name in _PLACE)
