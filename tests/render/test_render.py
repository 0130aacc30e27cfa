"""render: templates are compiled once in a process, and anew where a designer changed one."""

import datetime
from pathlib import Path

from jinja2 import Environment

from press.content.values import House
from press.project import Project
from press.render.render import render_page


def test_a_template_that_is_changed_added_or_taken_away_is_seen_at_once(tmp_path):
    home, own = tmp_path / "home" / "templates", tmp_path / "own" / "templates"
    for folder, said in ((home, "ours"), (own, "")):
        folder.mkdir(parents=True)
        if said:
            (folder / "page.html").write_text(said)
    project = Project(own.parent, tmp_path / "out", datetime.date(2026, 1, 1), home=home.parent)

    def page() -> str:
        return render_page("page", project, House(), {}).text

    assert page() == "ours"
    (own / "page.html").write_text("theirs")
    assert page() == "theirs"
    (own / "page.html").write_text("mended")
    assert page() == "mended"
    (own / "page.html").unlink()
    assert page() == "ours"


def test_what_many_projects_are_lent_is_compiled_once_for_a_house(tmp_path, monkeypatch):
    home = tmp_path / "home"
    (home / "templates").mkdir(parents=True)
    (home / "templates" / "page.html").write_text("{{ 1234|number }} {% include 'own.html' %}")
    compiled = []
    compile_one = Environment.compile

    def counted(here, source, name=None, filename=None, **more):
        compiled.append(Path(filename).relative_to(tmp_path).as_posix())
        return compile_one(here, source, name, filename, **more)

    monkeypatch.setattr(Environment, "compile", counted)

    def page(name: str, house: House) -> str:
        own = tmp_path / name / "templates"
        own.mkdir(parents=True, exist_ok=True)
        (own / "own.html").write_text(f"of {name}")
        project = Project(own.parent, tmp_path / "out", datetime.date(2026, 1, 1), home=home)
        return render_page("page", project, house, {}).text

    european, arabic = House(digits="european"), House(digits="arabic")
    first, other, again = page("a", european), page("b", european), page("a", arabic)
    assert first.replace("of a", "of b") == other
    assert again.endswith("of a") and again != first  # a figure in the digits of its house
    lent, own = "home/templates/page.html", "{}/templates/own.html"
    assert compiled == [lent, own.format("a"), own.format("b"), lent, own.format("a")]
