"""resuming: after any edits pages are those of a layout from nothing, and few are laid out."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from press.colour.inks import Press
from press.colour.profiles import DEFAULT_PROFILE
from press.commands.preview import draw_unjudged
from press.project import Project
from press.render.render import Html
from press.typeset import worker
from press.typeset.gathering import Numbers
from press.typeset.laid import Laid
from press.typeset.typeset import lay_out, number, sketch
from tests.support.projects import OURS

STYLE = """
@page { size: 420px 300px; margin: 40px 20px 30px;
  @top-left { content: element(tab, last) }
  @top-right { content: string(running, start) }
  @bottom-left { content: counter(page) }
  @bottom-right { content: string(head) } }
h1 { string-set: head content(), tab attr(data-tab) }
html { --grid: 16px; font: 11px/16px Noto Sans; orphans: 2; widows: 2 }
body, h1, h2, p { margin: 0; font-size: 11px; font-weight: normal }
.tab { position: running(tab) }
.chapter { string-set: running attr(id) }
.chapter.own { break-before: page }
h1, h2 { break-after: avoid; --lines: level }
.entry { --leads: 2; margin-top: 16px; position: relative }
.entry.whole { break-inside: avoid }
.entry p { --lines: fit; text-align: justify }
.entry p:last-child { text-indent: 8px }
.side { position: absolute; left: -10px; top: 0 }
.shown { --float: down; break-inside: avoid; border: 1px solid; margin-top: 16px }
table { width: 100% } .many { column-count: 2 }
body { --ink: #124578; color: var(--ink) } a::after { content: " " attr(data-folio) }
"""
HEAD = '<!doctype html><html lang="en"><title>x</title>'
LINK = '<a href="#there" data-folio="40">alpha</a>'
PRESS = Press(DEFAULT_PROFILE.read_bytes(), 3.0, 3.0)
WORDS = (
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "zeta",
    "eta",
    "theta",
    "iota",
    "kappa",
    "lambda",
    "mu",
    "nu",
    "xi",
    "omicron",
    "pi",
)


@dataclass
class Page:
    """A document of chapters: their ids, and the HTML of what stands in each."""

    draw: random.Random
    chapters: list[list[str]] = field(default_factory=list)
    made: int = 0

    def text(self, most: int) -> str:
        return " ".join(self.draw.choices(WORDS, k=self.draw.randrange(3, most)))

    def entry(self) -> str:
        self.made += 1
        at, kind = f"e{self.made}", self.draw.randrange(10)
        if kind == 0:
            height = self.draw.randrange(30, 120)
            return f'<div class="shown" id="{at}" style="height: {height}px">x</div>'
        if kind == 1:
            rows = "".join(f"<tr><td>{self.text(9)}<td>{self.text(9)}" for _ in range(4))
            return f'<table id="{at}">{rows}</table>'
        if kind == 2:
            return f'<div class="many" id="{at}"><p>{self.text(90)}<p>{self.text(30)}</div>'
        whole = " whole" if kind < 7 else ""
        texts = "".join(f"<p>{self.text(70)}</p>" for _ in range(self.draw.randrange(1, 3)))
        return (
            f'<article class="entry{whole}" id="{at}"><h2>{self.text(12)}</h2>'
            f'<div class="side">{self.made}</div>{texts}</article>'
        )

    def edit(self) -> None:
        """Change something: words, an entry or its place, or a whole chapter."""
        chapter = self.draw.choice(self.chapters)
        at, what = self.draw.randrange(len(chapter)), self.draw.randrange(8)
        if what < 4:
            word = self.draw.choice(WORDS)
            chapter[at] = chapter[at].replace(word, self.text(6), 1) + ("" if what else "<p>more")
        elif what == 4:
            chapter.insert(at, self.entry())
        elif what == 5 and len(chapter) > 1:
            del chapter[at]
        elif what == 6:
            chapter.insert(self.draw.randrange(len(chapter)), chapter.pop(at))
        else:
            self.chapters.append(self.chapters.pop(0))

    def html(self) -> Html:
        held = []
        for at, entries in enumerate(self.chapters):
            name = entries[0][-20:].encode().hex()
            head = f'<div class="tab" data-running="c{name}">{name[:5]}</div>'
            head += f'<h1 data-tab="c{name}">Chapter {name[:9]}</h1>'
            own = " own" if at % 2 else ""
            held.append(
                f'<section class="chapter{own}" id="c{name}">{head}{"".join(entries)}</section>'
            )
        return Html("x", f"<style>{STYLE}</style><body>{''.join(held)}")


def page(seed: int) -> Page:
    made = Page(random.Random(seed))
    made.chapters = [[made.entry() for _ in range(made.draw.randrange(4, 9))] for _ in range(4)]
    return made


BEFORE = {"running": "before"}


def painted(laid: Laid) -> bytes:
    number(laid, Numbers(1, BEFORE, {}))
    return sketch(laid, OURS, frozenset())


@pytest.mark.parametrize("seed", range(3))
def test_pages_after_edits_are_those_of_a_layout_from_nothing(seed):
    document = page(seed)
    laid = lay_out(document.html(), OURS)
    for _ in range(3):
        document.edit()
        laid = lay_out(document.html(), OURS, running=BEFORE, last=laid)
        assert painted(laid) == painted(lay_out(document.html(), OURS))


@pytest.mark.parametrize("seed", range(2))
def test_after_edits_readers_and_press_have_the_pages_of_a_layout_from_nothing(seed, monkeypatch):
    monkeypatch.setattr(worker, "_kept", {})
    monkeypatch.setattr(worker, "HELD_PAGES", 96)
    document = page(seed + 20)
    del document.chapters[2:]

    def made(folio: int) -> tuple[bytes, bytes]:
        """The gathering as a build makes it: laid out with a guess, then numbered and painted."""
        html = document.html()
        html = Html("x", HEAD + html.text.replace("alpha", LINK))
        worker.lay(html, OURS, 1, {} if folio == 42 else BEFORE)
        numbers = Numbers(1, BEFORE, {"there": folio})
        _, shown = worker.press(html, OURS, numbers, frozenset({"there"}))
        return shown.pdf, worker.set_for_press(html, OURS, PRESS, shown).pdf

    made(40)
    for folio in (41, 42, 100):
        document.edit()
        going_on = made(folio)
        with monkeypatch.context() as nothing:
            nothing.setattr(worker, "_kept", {})
            assert made(folio) == going_on


def test_a_word_moves_few_pages_and_those_that_are_taken_over_are_as_they_were():
    document = page(3)
    laid = lay_out(document.html(), OURS)
    painted(laid)
    pages = len(laid.document.pages)
    assert laid.held.changed() == list(range(pages)) and pages > 8
    before = [alone(laid, number) for number in range(pages)]
    document.chapters[2][1] = document.chapters[2][1].replace("<p>", "<p>word ", 1)
    laid = lay_out(document.html(), OURS, last=laid)
    painted(laid)
    changed = laid.held.changed()
    assert 1 <= len(changed) <= 4
    differ = [number for number in range(pages) if alone(laid, number) != before[number]]
    assert differ and set(differ) <= set(changed)


def test_what_is_taken_over_is_of_the_elements_that_there_are_now():
    document = page(3)
    laid = lay_out(document.html(), OURS, running=BEFORE)
    document.chapters[2][1] = document.chapters[2][1].replace("<p>", "<p>word ", 1)
    laid = lay_out(document.html(), OURS, running=BEFORE, last=laid)
    there = {id(element) for element in laid.source.etree_element.iter()}
    for each in laid.held.pages:
        held = {id(box.element) for box in each.descendants() if hasattr(box.element, "attrib")}
        assert held and held <= there


def test_a_page_whose_margins_alone_change_is_changed():
    made = page(3).html()
    laid = lay_out(made, OURS, running=BEFORE)
    changed = Html(made.name, made.text.replace(">Chapter ", ">Another ", 1))
    again = lay_out(changed, OURS, running=BEFORE, last=laid)
    fresh = lay_out(changed, OURS, running=BEFORE)
    assert painted(again) == painted(fresh)
    taken = [at for at in again.held.changed() if at in again.held.heads]
    assert taken  # where the chapter goes on, other words stand at the foot


@pytest.mark.parametrize(
    "old, new",
    [
        ("--leads: 2", "--leads: 1"),
        ("</section>", "<i style='float: footnote'>note</i></section>"),
        ("<body>", "<body><div style='position: fixed; top: 0'>everywhere</div>"),
        ("<body>", "<body style='color: red'>"),
    ],
)
def test_what_reaches_further_than_a_page_is_laid_out_from_nothing(old, new):
    made = page(2).html()
    other = Html(made.name, made.text.replace(old, new, 1))
    assert other != made
    for before, after in ((made, other), (other, other)):
        laid = lay_out(after, OURS, last=lay_out(before, OURS))
        fresh = lay_out(after, OURS)
        assert painted(laid) == painted(fresh)
        if before is not after or "footnote" in new or "fixed" in new:
            assert laid.held.changed() == list(range(len(fresh.document.pages)))


def test_a_picture_that_is_drawn_anew_is_read_anew(tmp_path):
    project = Project(tmp_path, tmp_path / "output", OURS.today)
    (tmp_path / "content").mkdir()
    html = Html("x", '<p>text</p><img src="content/a.svg"><p>text</p>')
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"><path d="M0,0h9"/></svg>'
    )
    laid = None
    for side in (30, 400):
        (tmp_path / "content" / "a.svg").write_text(drawing.format(side), "utf-8")
        laid = lay_out(html, project, last=laid)
        assert side in [box.width for box in laid.document.pages[0]._page_box.descendants()]


def test_the_pages_that_an_edit_changes_are_drawn_and_all_after_a_fault(monkeypatch, tmp_path):
    project = Project(OURS.root, tmp_path, OURS.today)
    document, numbers = page(3), Numbers(1, BEFORE, {})

    def drawn() -> list[int]:
        told = document.html(), numbers, frozenset[str](), project, "x.pdf"
        pages, sights = draw_unjudged(*told)
        assert all(sights[at].address == f"x.pdf/{at + 1}" for at in sights)
        return list(sights) if len(sights) < pages else []

    assert not drawn()  # all: nothing was looked at before
    document.chapters[2][1] = document.chapters[2][1].replace("<p>", "<p>word ", 1)
    assert 1 <= len(drawn()) <= 4
    with monkeypatch.context() as broken:
        broken.setattr("press.commands.preview.sketch", None)
        document.chapters[1][1] = document.chapters[1][1].replace("<p>", "<p>other ", 1)
        with pytest.raises(TypeError):
            drawn()
    assert not drawn()


def alone(laid: Laid, number: int) -> bytes:
    """One page of what was laid out, painted."""
    return sketch(laid, OURS, frozenset(), [number])
