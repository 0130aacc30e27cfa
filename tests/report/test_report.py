"""report: what was made, checked and printed where, in the published form."""

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pytest

from press.colour.inks import Press, mix
from press.colour.profiles import DEFAULT_PROFILE, output_condition
from press.colour.tokens import Palette
from press.content.ledger import own_dates
from press.diagnostics import Place
from press.pdf.objects import goals, page_numbers
from press.pdf.pages import Page
from press.report.fonts_and_colours import in_use
from press.report.schema import schema, schema_text
from tests.support.built import Run
from tests.support.projects import project_in, resolved

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def told(run: Run) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((run.output / "report.json").read_bytes())
    return held


def test_the_report_has_the_published_form(told):
    jsonschema.validate(told, schema(), jsonschema.Draft202012Validator)


def test_the_published_schema_is_that_of_the_program():
    """After a change: `python -c "from press.report.schema import *; print(schema_text())"`."""
    assert (ROOT / "docs" / "report.schema.json").read_text("utf-8") == schema_text()


def test_under_double_entry_every_reading_is_typed_and_every_date_has_a_source(told):
    assert told["readings"] == {"typed": len(told["facts"]), "untyped": 0, "own_dates": 0}


def test_what_a_record_alone_says_is_counted():
    """The first example, in English, is no double entry: its records vouch for their own dates."""
    home = ROOT / "examples" / "first.en"
    made = project_in(home, day="2026-11-23")
    edition = resolved(made)
    assert set(own_dates(edition)) <= set(edition.entries)
    assert own_dates(edition)


@pytest.mark.parametrize("key", ["facts", "outputs", "version"])
def test_a_report_that_lacks_a_key_or_has_another_is_not_of_that_form(key, told):
    validator = jsonschema.Draft202012Validator(schema())
    assert not validator.is_valid({k: v for k, v in told.items() if k != key})
    assert not validator.is_valid({**told, f"{key}2": told[key]})


def test_the_report_names_no_path_of_this_machine(run, told):
    text = json.dumps(told)
    assert str(ROOT) not in text
    assert str(run.output) not in text


def letters_in(page: Page, spot: dict[str, Any]) -> str:
    """What is printed in a box, from right to left."""
    box = spot["box"]
    right, bottom = box["x_mm"] + box["width_mm"], box["y_mm"] + box["height_mm"]
    held = [
        glyph
        for row in page.rows
        for glyph in row.glyphs
        if box["x_mm"] < (glyph.left + glyph.right) / 2 < right
        and box["y_mm"] < (glyph.top + glyph.bottom) / 2 < bottom
    ]
    return "".join(g.character for g in sorted(held, key=lambda g: -g.begin))


@pytest.mark.parametrize("file", ["brief.pdf", "poster.pdf"])
def test_the_box_of_a_fact_holds_its_words_and_no_others(file, run, told):
    (held,) = [f for f in told["facts"] if f["id"] == "unsc-1706-17300"]
    (printed,) = [p for p in held["printed"] if p["file"] == file]
    pages = run.brief if file == "brief.pdf" else (run.poster,)
    for spot in printed["spots"]:
        letters = sorted(letters_in(pages[spot["page"] - 1], spot))
        assert letters in (sorted("17300فرد"), sorted("17300")), spot


def test_large_figures_and_what_notes_are_marked_at_are_where_facts_are_printed_too(run, told):
    facts = {fact["id"]: fact for fact in told["facts"]}
    poster = run.built.edition.poster
    assert poster
    for figure in poster.figures:
        (printed,) = [p for p in facts[figure.fact]["printed"] if p["file"] == "poster.pdf"]
        assert max(spot["box"]["height_mm"] for spot in printed["spots"]) > 5, figure.fact
    with pikepdf.open(run.output / "brief.pdf") as pdf:
        numbers, names = page_numbers(pdf), goals(pdf)
        marks = {str(name): numbers[goal[0].objgen] for name, goal in names.items()}
    for note in run.brief_sheet.notes:
        (printed,) = [p for p in facts[note.id]["printed"] if p["file"] == "brief.pdf"]
        if note.marked:
            assert marks[f"mark-{note.id}"] in printed["pages"], note.id
    assert sum(note.marked for note in run.brief_sheet.notes) > 20


def test_every_printed_box_lies_on_its_page_and_is_a_line_or_less_high(run, told):
    for fact in told["facts"]:
        for printed in fact["printed"]:
            pages = run.brief if printed["file"] == "brief.pdf" else (run.poster,)
            assert printed["pages"] == sorted({spot["page"] for spot in printed["spots"]})
            for spot in printed["spots"]:
                page, box = pages[spot["page"] - 1], spot["box"]
                assert 0 < box["x_mm"] < box["x_mm"] + box["width_mm"] < page.width_mm, fact["id"]
                assert 0.2 < box["height_mm"] < 40, fact["id"]


def test_gatherings_are_timed_and_make_up_their_file(told):
    pages = {made["file"]: made["pages"] for made in told["outputs"]}
    for file in ("brief.pdf", "poster.pdf"):
        held = [g for g in told["gatherings"] if g["file"] == file]
        assert sum(g["pages"] for g in held) == pages[file]
        assert [g["first"] for g in held][:1] == [1]


def test_fonts_and_colours_in_use_are_told_with_the_tokens_they_are_of(told):
    made = {output["file"]: output for output in told["outputs"]}
    names = {font["name"] for font in made["brief.pdf"]["fonts"]}
    assert "Noto-Naskh-Arabic" in names
    assert all(font["embedded"] and font["subset"] for font in made["brief.pdf"]["fonts"])
    inks = {c["token"]: c["value"] for c in made["poster-press.pdf"]["colours"]}
    press = Press(DEFAULT_PROFILE.read_bytes(), 5.0, 3.0)
    accent = " ".join(f"{100 * share:g}" for share in mix((0xA2, 0x37, 0x1F), press))
    assert inks["--accent"] == f"cmyk({accent})"
    shown = {c["token"]: c["value"] for c in made["poster.pdf"]["colours"]}
    assert shown["--accent"] == "#a2371f"


def test_a_press_file_made_for_no_press_in_particular_says_so(told):
    made = {output["file"]: output["profile"] for output in told["outputs"]}
    ours = DEFAULT_PROFILE.read_bytes()
    for name in ("brief-press.pdf", "poster-press.pdf"):
        assert made.pop(name) == {
            "name": output_condition(ours, Place("")),
            "sha256": hashlib.sha256(ours).hexdigest(),
            "file": "default_cmyk.icc",
            "default": True,
        }
    assert set(made.values()) == {None}


def test_colours_are_read_from_every_operator_that_sets_one():
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    content = b"q 1 0 0 rg 0.5 g /Cs cs 0 0 1 scn 0 .25 1 0 k 9 9 9 9 re f (x) Tj 3 w Q "
    page.Contents = pdf.make_stream(content)
    fonts, colours = in_use(pdf, Palette({(255, 0, 0): "--red"}, {}))
    assert fonts == ()
    held = {(c.value, c.shown, c.token) for c in colours}
    assert held == {
        ("#ff0000", "#ff0000", "--red"),
        ("grey(50)", "#808080", ""),
        ("#0000ff", "#0000ff", ""),
        ("cmyk(0 25 100 0)", "#ffbf00", ""),
    }
