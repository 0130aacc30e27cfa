"""furnishing: small pages are set once, and again where their text or their press is another."""

import datetime
from pathlib import Path

import pytest

from press.bind.furnishing import furnish
from press.cache import Store
from press.colour.inks import Press
from press.project import Project
from press.render.render import Html
from press.typeset import typeset
from press.typeset.gathering import Gathering

LABELS = Html("tiles", "<p>1/4")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path, tmp_path / "output", datetime.date(2026, 1, 31))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Html]:
    """What WeasyPrint is asked to set."""
    found: list[Html] = []

    def counted(html: Html, project: Project, *, press: Press | None = None) -> Gathering:
        found.append(html)
        return Gathering(html.name, f"{html.text} {press}".encode(), 1)

    monkeypatch.setattr(typeset, "typeset", counted)
    return found


def test_pages_are_set_once(project, asked):
    store = Store(project.output / ".kept" / "work", "base")
    first = furnish(LABELS, project, store)
    assert furnish(LABELS, project, store) == first
    assert asked == [LABELS]


@pytest.mark.parametrize(
    ("html", "press"),
    [
        pytest.param(Html("tiles", "<p>2/4"), None, id="another text"),
        pytest.param(LABELS, Press(b"profile", 0.0, 3.0), id="a press"),
        pytest.param(Html("notes", "<p>1/4"), None, id="another name"),
    ],
)
def test_others_are_set_anew(project, asked, html, press):
    store = Store(project.output / ".kept" / "work", "base")
    furnish(LABELS, project, store)
    made = furnish(html, project, store, press)
    assert asked == [LABELS, html]
    assert made.pdf == f"{html.text} {press}".encode()


def test_without_a_store_all_is_set(project, asked):
    for _ in range(2):
        furnish(LABELS, project, None)
    assert len(asked) == 2
