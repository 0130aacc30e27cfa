"""slug: a line is set once and its numbers are kept, and each looks as if it were set whole."""

from dataclasses import replace

import pytest
from PIL import ImageChops

from press.bind.slug import HEIGHT_MM, INSET_MM, set_slug
from press.cache import Store
from press.colour.profiles import open_press, output_condition
from press.content.values import House
from press.diagnostics import Place, Refusal
from press.preflight.readback.extraction import copied_pages as texts
from press.render.render import render_page
from press.typeset import typeset as engine
from tests.support.pdfs import finished, picture
from tests.support.projects import OURS, project_in

WIDTH_MM, PAGES = 210.0, 12


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_a_number_stands_where_it_would_in_its_line(tag, tmp_path, monkeypatch):
    edition = finished("brief").edition
    masthead = replace(edition.masthead, house=House(tag), language=tag)
    press = replace(open_press(OURS, finished("brief").sheets.of("brief").press), bleed_mm=0.0)
    store = Store(project_in(tmp_path).output / "work", "engine")
    asked = {"width_mm": WIDTH_MM, "pages": PAGES, "store": store}
    set_slug(masthead, press, OURS, fingerprint="0123456789ab", **asked)
    times = []
    typeset = engine.typeset
    monkeypatch.setattr(
        engine, "typeset", lambda *held, **o: times.append(1) or typeset(*held, **o)
    )
    slug = set_slug(masthead, press, OURS, fingerprint="ffaa11ee77cc", **asked)
    assert (len(times), slug.pages) == (1, PAGES)
    said = {
        "masthead": masthead,
        "fingerprint": "ffaa11ee77cc",
        "condition": output_condition(press.profile, Place("press/slug")),
        "width": WIDTH_MM - 2 * INSET_MM,
        "height": HEIGHT_MM,
    }
    html = render_page("press/slug", OURS, masthead.house, said)
    end = '<span class="slug-end" id="end"></span>'
    assert end in html.text
    for number in (1, PAGES):
        own = f'<bdi dir="ltr" class="latin">{number}/{PAGES}</bdi>'
        whole = typeset(replace(html, text=html.text.replace(end, own)), OURS, press=press)
        one, other = picture(whole.pdf, 0, 3.0, "L"), picture(slug.pdf, number - 1, 3.0, "L")
        assert ImageChops.difference(one, other).getbbox() is None


OWN = """<style>@page { size: 100mm 4mm; margin: 0 } p { break-after: page; margin: 0 }</style>
{% for number in range(1, SHEETS + 1) %}<p>Sheet {{ number }}</p>{% endfor %}"""


@pytest.mark.parametrize("sheets", ["pages", "pages - 1"])
def test_a_template_of_ones_own_sets_a_line_for_every_sheet_or_is_named(sheets, tmp_path):
    project = project_in(tmp_path)
    template = tmp_path / "templates" / "press" / "slug.html"
    template.parent.mkdir(parents=True)
    template.write_text(OWN.replace("SHEETS", sheets), "utf-8")
    press = open_press(OURS, finished("brief").sheets.of("brief").press)
    masthead = finished("brief").edition.masthead

    def slug():
        return set_slug(
            masthead, press, project, fingerprint="ffaa11ee77cc", width_mm=WIDTH_MM, pages=3
        )

    if sheets == "pages":
        assert [text.split()[-1] for text in texts(slug().pdf)] == ["1", "2", "3"]
    else:
        with pytest.raises(Refusal, match="render/template-value"):
            slug()
