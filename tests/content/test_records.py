"""A record needs no more than what it is called and when, and prints no part that is empty."""

import datetime
from pathlib import Path

import pytest

from press.content.edition import Edition
from press.diagnostics import Refusal
from press.language.calendar import day_of
from press.language.dates import DAY
from press.layout.brief.brief import lay_out_brief
from press.layout.brief.sheet import BriefSheet
from press.project import Project
from press.render.render import environment
from tests.support.typed import PUBLICATION, edition_of

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z"/></svg>'


def brief_of(edition: Edition) -> BriefSheet:
    sheet = lay_out_brief(edition, "0123456789ab")
    assert sheet
    return sheet


def html_of(edition: Edition) -> str:
    project = Project(Path("nowhere"), Path("nowhere"), datetime.date(2026, 1, 31))
    template = environment(project, edition.masthead.house).get_template("brief.html")
    return template.render(brief=brief_of(edition), style="styles/brief.css")


BRIDGE = {"events/old-bridge.yaml": "title: الجسر القديم\ndate: 1998\n"}


def test_a_title_and_a_date_make_an_event(tmp_path):
    entry = edition_of(tmp_path, BRIDGE).entries["old-bridge"]
    assert (entry.actors, entry.kind, entry.rank, entry.symbol) == ((), "", "minor", None)
    assert not entry.brief and not entry.poster
    assert entry.dress == "none"


def test_an_edition_is_the_first_and_of_the_day_of_its_build(tmp_path):
    masthead = edition_of(tmp_path, BRIDGE).masthead
    assert (masthead.number, str(masthead.edition)) == (1, "2026-01-31")
    assert (masthead.publisher, masthead.subject, bool(masthead.subtitle)) == ("", "", False)


def test_a_file_of_comments_alone_takes_everything_from_us(tmp_path):
    edition = edition_of(tmp_path, {**BRIDGE, "brief.yaml": "# ours\n", "poster.yaml": "# ours\n"})
    assert [entry.id for entry in edition.told()] == ["old-bridge"]
    assert edition.poster and edition.poster.title == "جسور المدينة"
    assert edition.poster.period == (day_of(1998) * DAY, day_of(1999) * DAY)


def test_a_project_may_have_a_brief_alone_or_a_poster_alone(tmp_path):
    assert edition_of(tmp_path / "a", {**BRIDGE, "brief.yaml": "# ours\n"}).poster is None
    assert edition_of(tmp_path / "b", {**BRIDGE, "poster.yaml": "# ours\n"}).brief is None


def test_what_there_is_nothing_of_is_neither_printed_nor_listed(tmp_path):
    edition = edition_of(tmp_path, {**BRIDGE, "brief.yaml": "# ours\n"})
    empty_parts = ("introduction", "people", "glossary", "notes", "sources", "documents")
    assert not set(brief_of(edition).parts) & set(empty_parts)
    html = html_of(edition)
    for part in empty_parts:
        assert f'id="{part}"' not in html
        assert f'href="#{part}"' not in html
    for empty in ("<h1></h1>", "<p></p>", "None", '<ul class="annex">'):
        assert empty not in html


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("2006-08-31-bridge", "bridge"),
        ("2006-bridge", "bridge"),
        ("bridge", "bridge"),
        ("2nd-bridge", "2nd-bridge"),
        ("185X-bridge", "bridge"),
        ("18XX-bridge", "bridge"),
    ],
)
def test_the_stem_of_a_file_is_its_id_but_for_a_date_before_it(tmp_path, name, id):
    files = {f"events/{name}.yaml": "title: جسر\ndate: 2006-08-31\n"}
    assert list(edition_of(tmp_path, files).entries) == [id]


ACTORS = """
city: {name: بلدية المدينة, short: البلدية, colour: '#7a1f2b', icon: icons/city.svg, side: above}
guild: {name: نقابة المهندسين, icon: ن}
port: {name: هيئة الميناء}
"""


def test_actors_have_their_colours_and_icons_from_their_records(tmp_path):
    event = "title: جسر\ndate: 1998\nactor: [guild, city]\n"
    files = {"actors.yaml": ACTORS, "icons/city.svg": DRAWING, "events/bridge.yaml": event}
    edition = edition_of(tmp_path, {**files, "brief.yaml": "# ours\n"})
    assert [actor.id for actor in edition.entries["bridge"].actors] == ["guild", "city"]
    assert edition.entries["bridge"].dress == "guild"
    assert edition.actors["port"].short == "هيئة الميناء"
    tokens = brief_of(edition).scheme.tokens
    assert tokens["actor-city"] == "#7a1f2b"
    assert len({tokens[f"actor-{id}"] for id in ("city", "guild", "port")}) == 3
    html = html_of(edition)
    assert 'd="M0 0h9v9z"' in html
    assert 'viewBox="0 0 10 10"' in html


@pytest.mark.parametrize(
    "drawing",
    [
        "no drawing",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 5"><path d="M0 0h9"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/><path d="M1 1"/>'
        "</svg>",
    ],
)
def test_an_icon_is_one_path_in_a_square(tmp_path, drawing):
    with pytest.raises(Refusal, match=r"content/actors\.yaml:2:70"):
        edition_of(tmp_path, {"actors.yaml": ACTORS, "icons/city.svg": drawing})


def test_a_kind_is_one_of_kinds_yaml(tmp_path):
    event = "title: جسر\ndate: 1998\nkind: opening\n"
    kinds = "events: {opening: {name: افتتاح}}\n"
    edition = edition_of(tmp_path, {"kinds.yaml": kinds, "events/bridge.yaml": event})
    assert edition.entries["bridge"].kind == "افتتاح"
    with pytest.raises(Refusal, match="resolve/unknown-id"):
        edition_of(tmp_path, {"kinds.yaml": "events: {}\n"})


@pytest.mark.parametrize(
    ("tag", "said", "direction"),
    [("fa", "بالفارسية", "rtl"), ("tr", "بالتركية", "ltr"), ("pt-BR", "بالبرتغالية", "ltr")],
)
def test_a_source_may_be_in_any_language(tmp_path, tag, said, direction):
    files = {
        **BRIDGE,
        "brief.yaml": "# ours\n",
        "sources.yaml": f"book: {{title: كتاب الجسور, language: {tag}}}\n",
    }
    files["events/old-bridge.yaml"] += (
        "facts: {length: {about: الطول, value: 300, said: {book: {}}}}\n"
    )
    (source,) = brief_of(edition_of(tmp_path, files)).sources
    assert source.language_name.startswith(said)
    assert source.direction == direction


@pytest.mark.parametrize("mark", ["BL C.51.a.5", "10.1000/182", "قانون 5 لسنة 1998"])
def test_a_symbol_is_any_mark_where_the_publication_has_no_pattern(tmp_path, mark):
    event = f"title: جسر\ndate: 1998\nsymbol: {mark}\n"
    edition = edition_of(tmp_path, {"events/bridge.yaml": event})
    symbol = edition.entries["bridge"].symbol
    assert symbol
    assert symbol.text == mark


def test_a_symbol_has_the_form_that_the_publication_gives_it(tmp_path):
    publication = f"{PUBLICATION}symbols: 'B-\\d+'\n"
    event = "title: جسر\ndate: 1998\nsymbol: {}\n"
    files = {"publication.yaml": publication, "events/bridge.yaml": event.format("B-7")}
    assert edition_of(tmp_path, files).entries["bridge"].symbol
    files["events/bridge.yaml"] = event.format("C-7")
    with pytest.raises(Refusal, match=r"content/events/bridge\.yaml:3:9"):
        edition_of(tmp_path, files)
