"""render: templates are compiled once in a process, and anew where a designer changed one."""

import datetime

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
