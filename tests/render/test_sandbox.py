"""render: a template asks for nothing that cannot be, and no exception of Python is shown."""

from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError

from press.content.values import House
from press.diagnostics import Refusal
from press.render.render import environment, ready_proof, render_page, render_proof
from tests.support.projects import project_in


def refused(folder: Path, text: str) -> str:
    """What is said of a template that holds `text` on its second line."""
    (folder / "templates").mkdir()
    (folder / "templates" / "page.html").write_text(f"<p>\n{text}\n</p>\n", "utf-8")
    project = project_in(folder)
    with pytest.raises(Refusal) as caught:
        render_page("page", project, House(), {"rows": [1, 2], "word": "كلمة"})
    (found,) = caught.value.diagnostics
    return found.lines()


@pytest.mark.parametrize(
    "text",
    [
        "{{ 1 / 0 }}", "{{ range(10**9) }}", "{{ range(1000000000)|list }}",
        "{{ word.index('x') }}", "{{ word|wordwrap(0) }}", "{% include 'page.html' %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "{{ rows|mm }}",
        "{{ rows|line }}", "{{ 3|prose }}", "{{ rows|document_anchor }}", "{{ 'a' * 10000000000 }}",
        "{{ 10000000000 * 'a' }}", "{{ rows * 100000000 }}", "{{ '%999999999d' % 1 }}",
        "{{ 9 ** 9 ** 9 }}", "{{ lipsum(n=100000) }}", "{{ word.__class__.__mro__ }}",
        "{{ rows|sum(attribute='x') }}", "{{ word|format(1) }}",
        "{{ rows|first|attr('real')|map|list }}",
    ],
)  # fmt: skip
def test_whatever_cannot_be_worked_out_is_a_complaint_at_its_line(tmp_path, text):
    said = refused(tmp_path, text)
    assert said.startswith("templates/page.html:2: error:")
    assert "[render/template-" in said


def test_what_an_object_may_be_asked_hangs_on_its_kind(tmp_path):
    class Named:
        mro = "said"

    here = environment(project_in(tmp_path), House())
    ask = here.from_string("{{ one.mro }}")
    assert ask.render(one=Named()) == "said"
    with pytest.raises(SecurityError):
        ask.render(one=Named)
    assert ask.render(one=Named()) == "said"


def test_the_templates_of_the_proof_are_compiled_before_it_is_filled(tmp_path, monkeypatch):
    project, house = project_in(tmp_path), House()
    ready_proof(house, project)
    here = environment(project, house)
    monkeypatch.setattr(type(here), "compile", lambda *asked: pytest.fail("compiled again"))
    assert here.get_template("proof.html")
    assert here.get_template("proof/words.html")


def test_a_fault_in_the_template_of_the_proof_is_told_when_it_is_filled(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "proof.html").write_text("{% if %}", "utf-8")
    project, house = project_in(tmp_path), House()
    ready_proof(house, project)
    with pytest.raises(Refusal) as caught:
        render_proof(None, house, project)
    (found,) = caught.value.diagnostics
    assert found.code == "render/template-syntax"
