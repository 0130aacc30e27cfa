"""A brief prints the parts that it names, in that order, and pages of its own."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from press.content.brief_fields import PARTS
from press.content.selection import edition_of
from press.layout.brief.brief import lay_out_brief
from press.layout.layout import Sheets
from press.pdf.pages import Page
from press.preflight.readback.expected import brief_texts
from press.render.render import render
from tests.support import small
from tests.support.projects import resolved

PAGES = """
pages:
  foreword:
    title: تصدير
    text: |
      كُتب هذا الموجز لمن أراد أن يعرف [كيف بدأ الأمر]{resolution-1674}.
    image:
      file: images/hall.jpg
      alt: قاعة فيها دوائر
      caption: القاعة في {covered}
      credit: أرشيف المركز
    sign: {name: أمل حداد, role: مديرة المركز, image: {file: images/sign.svg, alt: توقيع}}
headings:"""
SIGN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 9h80v9z"/></svg>'


def photograph(width: int, height: int) -> bytes:
    """A photograph of no more than noise, in colour."""
    noise = Image.effect_noise((width, height), 90)
    out = io.BytesIO()
    Image.merge("RGB", (noise, noise.rotate(180), noise)).save(out, "JPEG", quality=60)
    return out.getvalue()


def typed(folder: Path, parts: str = "") -> small.Project:
    """The base project with a foreword, and the parts of its brief, if they are typed."""
    said = f"{parts}\n{PAGES.strip()}"
    return small.project(
        folder,
        {
            "brief.yaml": ("headings:", said),
            "poster.yaml": None,
            "images/hall.jpg": photograph(900, 600),
            "images/sign.svg": SIGN,
        },
    )


def html(folder: Path, parts: str) -> str:
    """The brief as HTML."""
    project = typed(folder, parts)
    edition = edition_of(resolved(project), "brief")
    sheet = lay_out_brief(edition, "0123456789ab")
    return "".join(part.text for part in render(Sheets(sheet, None), project)["brief"])


def test_pages_of_its_own_follow_the_contents_unless_a_brief_says_so(tmp_path):
    words = resolved(typed(tmp_path)).brief
    assert words
    assert words.parts == (*PARTS[:3], "foreword", *PARTS[3:])


def test_parts_stand_in_the_order_in_which_they_are_named(tmp_path):
    said = html(tmp_path, "parts: [colophon, chapters, foreword, contents]")
    places = [
        said.index(f'id="{id}"')
        for id in ("colophon", "chapter-council", "page-foreword", "contents")
    ]
    assert places == sorted(places)
    assert 'class="cover"' not in said


@pytest.mark.parametrize(
    "parts", ["[cover, chapters]", "[contents, people, foreword]", "[chapters, notes, glossary]"]
)
def test_nothing_leads_to_a_part_that_is_left_out(tmp_path, parts):
    said = html(tmp_path, f"parts: {parts}")
    led = set(re.findall(r'href="#([^"]+)"', said))
    assert led <= set(re.findall(r'\bid="([^"]+)"', said))


def test_a_page_of_its_own_is_listed_and_set_on_the_paper_that_a_brief_names(tmp_path):
    project = typed(tmp_path, "paper: [150, 220]")
    pages = small.printed(project, "brief")["brief"]
    assert {(round(page.width_mm, 1), round(page.height_mm, 1)) for page in pages} == {(150, 220)}
    words = [letters(page) for page in pages]
    (signed,) = (number for number, said in enumerate(words) if "حداد" in said)
    assert "تصدير" in words[signed]
    assert sum("تصدير" in said for said in words[:signed]) == 1
    assert "أرشيف" in words[signed]
    assert {"قاعة فيها دوائر", "توقيع"} <= set(told(project.output / "brief.pdf"))


def told(path: Path) -> list[str]:
    """What the figures of a file are to who cannot see them."""
    with pikepdf.open(path) as pdf:
        tags = (held for held in pdf.objects if isinstance(held, pikepdf.Dictionary))
        return [str(tag.get("/Alt")) for tag in tags if tag.get("/S") == "/Figure"]


def letters(page: Page) -> str:
    """The letters of a page, right to left in every row."""
    return "".join(g.character for row in page.rows for g in reversed(row.glyphs))


def test_who_signs_a_page_must_be_read_on_it(tmp_path):
    edition = edition_of(resolved(typed(tmp_path)), "brief")
    sheet = lay_out_brief(edition, "")
    assert sheet
    asked = {(e.what, e.text) for e in brief_texts(sheet) if e.anchor == "page-foreword"}
    assert {("name", "أمل حداد"), ("role", "مديرة المركز")} <= asked
