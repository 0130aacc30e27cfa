"""Makes hostile inputs from a seed: content, templates, styles, pictures and options.

Each is a small sound project that is spoilt in a way that people or attackers spoil one. What
comes of it is a complaint or a result; an exception, an endless wait, or the words of a file
outside the project would be a fault of ours.
"""

import io
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import click.testing
from PIL import Image

import build as door
from press.audit.audit import audit
from press.content.load import load
from press.content.resolve import resolve
from press.content.validate import validate
from press.diagnostics import Refusal
from press.layout.brief.brief import lay_out_brief
from press.layout.layout import Sheets
from press.pdf.pages import read_pages
from press.project import HOME, Project
from press.render.render import Html, render
from press.typeset import complaints
from press.typeset.gather import gather
from press.workers import alone
from tests.fuzz.hostile import (
    BOXES,
    EXPRESSIONS,
    OPTIONS,
    RULES,
    SECRET,
    SHAPES,
)  # fmt: skip
from tests.fuzz.spoil import SPOIL
from tests.support.projects import project_in, resolved
from tests.support.small import BASE


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of an input: `refused` or `accepted`, and all that was said."""

    outcome: str
    said: str


def sound(folder: Path) -> Path:
    """A sound project in `folder`/project, with a secret beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    root = folder / "project"
    shutil.copytree(BASE, root / "content")
    (folder / "secret.yaml").write_text(f"{SECRET}: {SECRET}\n", "utf-8")
    return root


def project_of(root: Path) -> Project:
    return project_in(root)


# -- content ---------------------------------------------------------------------------------------


def content(draw: random.Random, folder: Path) -> Tried:
    """A check of records of which one or two are spoilt."""
    root = sound(folder)
    for _ in range(draw.choice((1, 1, 1, 2))):
        path = draw.choice(sorted((root / "content").rglob("*.yaml")))
        draw.choice(SPOIL)(draw, path)
    project = project_of(root)
    try:
        records = validate(load(project))
        found = audit(resolve(records), records)
    except Refusal as refusal:
        found = refusal.diagnostics
    said = "\n".join(f"{one.lines()}\n{one.lines('ar')}\n{one.json_line()}" for one in found)
    return Tried("refused" if any(d.severity == "error" for d in found) else "accepted", said)


# -- templates -------------------------------------------------------------------------------------


def template(draw: random.Random, folder: Path) -> Tried:
    """A brief filled into its templates, of which one is spoilt."""
    root = sound(folder)
    name = draw.choice(
        sorted(p.relative_to(HOME) for p in (HOME / "templates" / "brief").glob("*.html"))
    )
    (root / name).parent.mkdir(parents=True)
    lines = (HOME / name).read_text("utf-8").split("\n")
    at = draw.randrange(len(lines) + 1)
    match draw.randrange(5):
        case 0:
            del lines[at:]
        case 1 if at < len(lines):
            del lines[at]
        case _:
            lines.insert(at, draw.choice(EXPRESSIONS))
    (root / name).write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    project = project_of(root)
    try:
        edition = resolved(project)
        (made,) = render(Sheets(lay_out_brief(edition, "0123456789ab"), None), project).values()
    except Refusal as refusal:
        return Tried("refused", str(refusal))
    return Tried("accepted", "".join(html.text for html in made))


# -- styles and pictures ---------------------------------------------------------------------------

STYLE = """@page { size: 100mm 90mm; margin: 15mm } html { font-family: "Noto Naskh Arabic" }
p { margin: 0 } img { width: 20mm } table { width: 100% }
"""
BODY = (
    '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>كتاب</title>'
    '<link rel="stylesheet" href="styles/brief.css"></head><body>'
    '<h1 id="a">عنوان</h1>'
    '<p>نص الفقرة <a href="#a">الأولى</a> في 2006</p>'
    "<table><tr><td>خلية</td><td>2</td></tr></table>"
    "{picture}</body></html>"
)


def set_page(root: Path, picture: str = "") -> Tried:
    """A page of the project's style, set."""
    html = Html("brief", BODY.replace("{picture}", picture))
    try:
        with patch.object(complaints, "SET_S", 5):  # enough for a page; what hangs is ended sooner
            made = gather((html,), project_of(root), alone())
    except Refusal as refusal:
        return Tried("refused", str(refusal))
    pages = [page for one in made for page in read_pages(one.pdf)]
    rows = ("".join(g.character for g in row.glyphs) for page in pages for row in page.rows)
    return Tried("accepted", "\n".join(rows))


def style(draw: random.Random, folder: Path) -> Tried:
    """A page whose style asks for something odd."""
    root = sound(folder)
    lines = STYLE.split("\n")
    for _ in range(draw.choice((1, 1, 2))):
        rule = draw.choice(RULES)
        where = draw.choice(("p", "html", "td", "h1", "*", "a::after", "p:nth-child(2n)", "@page"))
        whole = rule.startswith(("@", "}", "{", "/", "\\"))
        lines.insert(draw.randrange(len(lines) + 1), rule if whole else f"{where} {{ {rule} }}")
    (root / "styles").mkdir()
    data = "\n".join(lines).encode()
    if draw.random() < 0.1:
        data = data[: draw.randrange(len(data))]
    (root / "styles" / "brief.css").write_bytes(data)
    return set_page(root)


def picture(draw: random.Random, folder: Path) -> Tried:
    """A page with a picture that is damaged, or draws something odd."""
    root = sound(folder)
    (root / "styles").mkdir()
    (root / "styles" / "brief.css").write_text(STYLE, "utf-8")
    kind = draw.choice(("png", "jpeg", "svg", "svg"))
    name = f"content/x.{kind}"
    (root / name).write_bytes(_drawing(draw) if kind == "svg" else _pixels(draw, kind))
    return set_page(root, f'<img src="{name}" alt="صورة">')


def _pixels(draw: random.Random, kind: str) -> bytes:
    held = io.BytesIO()
    Image.new(draw.choice(("RGB", "L")), (40, 30), 90).save(held, kind)
    data = bytearray(held.getvalue())
    for _ in range(draw.choice((0, 1, 8))):
        data[draw.randrange(len(data))] = draw.randrange(256)
    return bytes(data[: draw.choice((len(data), draw.randrange(len(data))))])


def _drawing(draw: random.Random) -> bytes:
    box = draw.choice(BOXES)
    head = draw.choice(("", "", '<!DOCTYPE svg [<!ENTITY x SYSTEM "../../secret.yaml">]>'))
    inner = "".join(draw.choice(SHAPES) for _ in range(draw.choice((1, 2, 3))))
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inner}</svg>'.encode()


# -- options ---------------------------------------------------------------------------------------


def options(draw: random.Random, folder: Path) -> Tried:
    """A command line that asks for what is not there."""
    root = sound(folder)
    words = draw.choice(OPTIONS).split(" ")
    if draw.random() < 0.4:
        words.insert(
            draw.randrange(len(words) + 1),
            draw.choice(("--json", "--lang", "ar", "-x", "--force", "\udcff")),
        )
    words = ["" if word == "''" else word for word in words]
    if "--project" not in words:
        words += ["--project", str(root)]
    done = click.testing.CliRunner().invoke(door.main, words, catch_exceptions=True)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Tried("accepted" if done.exit_code == 0 else "refused", done.output)


KINDS: dict[str, tuple[Callable[[random.Random, Path], Tried], int]] = {
    "content": (content, 1_800),
    "templates": (template, 250),
    "styles": (style, 180),
    "pictures": (picture, 150),
    "options": (options, 120),
}


def inputs(
    kind: str, first: int, last: int, folder: Path
) -> Iterator[tuple[int, Tried | BaseException]]:
    """What came of the inputs `first` to `last` of a kind: the answer, or what was raised."""
    make, _ = KINDS[kind]
    for number in range(first, last):
        try:
            yield number, make(random.Random(f"{kind} {number}"), folder)
        except Exception as error:  # whatever it is, it is a fault of ours
            yield number, error
