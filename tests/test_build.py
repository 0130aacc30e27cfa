"""The first publication, built once a session and read back; and what the front door says."""

import datetime
import json
import re
import shutil
from pathlib import Path
from typing import NoReturn

import pikepdf
import pytest

from press import pipeline, website
from press.diagnostics import Diagnostic, Place, Refusal
from press.geometry import MM_PER_PT, Box
from press.pdf.pages import read_shapes
from press.pipeline import STAGES, Watch, build
from press.preflight.readback.readback import Found, Reader
from press.preflight.readback.words import words_of
from press.products import SITE, Product, products_of
from press.project import Project
from press.stamps import STAMPS
from tests.support.door import door, said
from tests.support.projects import project_in
from tests.support.small import tiny

ROOT = Path(__file__).resolve().parent.parent
DAY_MM = 800 / (datetime.date(2013, 1, 1) - datetime.date(2005, 1, 1)).days
SMALL = ROOT / "tests" / "cases" / "base"


def test_the_brief_has_ten_pages_or_more_all_a4(run):
    assert len(run.brief) >= 10
    sizes = {(round(p.width_mm), round(p.height_mm)) for p in run.brief}
    assert sizes == {(210, 297)}


def test_the_poster_is_one_a1_page_across(run):
    assert (round(run.poster.width_mm), round(run.poster.height_mm)) == (841, 594)


@pytest.mark.parametrize("name", ["brief", "poster"])
def test_every_font_is_embedded(run, name):
    with pikepdf.open(run.output / f"{name}.pdf") as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
        descriptors = [o for o in fonts if o.get("/Type") == "/FontDescriptor"]
        assert descriptors
        assert all("/FontFile2" in d or "/FontFile3" in d for d in descriptors)


def test_every_event_stands_in_the_brief_with_title_and_date(run):
    reader = Reader(run.brief)
    told = [entry for chapter in run.brief_sheet.chapters for entry in chapter.entries]
    assert len(told) == len(list((ROOT / "content" / "events").glob("*.yaml")))
    for entry in told:
        for text in (entry.title, entry.date):
            (words,) = words_of(text)
            assert isinstance(reader.find([words], 0, len(reader.lines)), Found), entry.id


def test_every_event_of_the_period_stands_on_the_poster(run):
    reader = Reader((run.poster,))
    dated = [e for e in run.built.edition.entries.values() if e.when.year >= 2005]
    assert {card.id for card in run.poster_sheet.cards} == {e.id for e in dated}
    for card in run.poster_sheet.cards:
        said = card.face.date or card.face.year
        assert said
        (words,) = words_of(said)
        assert isinstance(reader.find([words], 0, len(reader.lines)), Found), card.id


def test_the_foot_of_the_poster_names_who_acted_and_no_one_else(run):
    sheet = run.poster_sheet
    acted = {actor.id for card in sheet.cards for actor in card.face.actors}
    assert {actor.id for actor in sheet.legend} == acted


def test_the_years_of_the_poster_stand_on_one_baseline(run):
    em = run.poster_sheet.label_mm
    years = [g.baseline for r in run.poster.rows for g in r.glyphs if abs(g.em - em) < 0.01]
    assert len(years) == 4 * 8
    assert max(years) - min(years) < 0.1


def test_every_mark_stands_within_three_tenths_of_a_millimetre_of_its_date(run):
    """Derived from the dates alone: 820.5 mm is the morning of 1 January 2005."""
    shapes = read_shapes((run.output / "poster.pdf").read_bytes())
    line = run.poster_sheet.axis.y_mm
    marks = [s for s in shapes if line - 8 < s.top < line + 10 and 1.5 < s.bottom - s.top < 16]
    for entry in run.built.edition.entries.values():
        if entry.when.year < 2005:
            continue
        days = entry.when.first - datetime.date(2005, 1, 1).toordinal()
        begin = 820.5 - days * DAY_MM
        if entry.when.precision == "day":
            # Days that are too near to be apart are one mark, from the first to the last.
            few = [s for s in marks if s.right - s.left < 4]
            assert min(max(s.left - begin, begin - s.right) for s in few) < 0.3, entry.id
        else:
            length = (entry.when.last - entry.when.first + 1) * DAY_MM
            assert (
                min(max(abs(s.right - begin), abs(s.right - s.left - length)) for s in marks) < 0.3
            ), entry.id


def test_no_card_overlaps_another_or_leaves_the_safe_area(run):
    cards = [card.box for card in run.poster_sheet.cards]
    pairs = [(a, b) for i, a in enumerate(cards) for b in cards[i + 1 :]]
    assert not any(a.overlaps(b) for a, b in pairs)
    assert all(card.within(Box(10, 10, 841 - 20, 594 - 20)) for card in cards)


def test_all_text_keeps_ten_millimetres_from_the_trim(run):
    for page in (*run.brief, run.poster):
        for row in page.rows:
            for glyph in row.glyphs:
                if glyph.character.isspace():
                    continue
                assert glyph.left > 10, page.number
                assert glyph.right < page.width_mm - 10, page.number
                assert glyph.top > 10
                assert glyph.bottom < page.height_mm - 10, page.number


def test_the_brief_has_a_bookmark_for_every_chapter_and_entry(run):
    with pikepdf.open(run.output / "brief.pdf") as pdf, pdf.open_outline() as outline:
        tops = [item.title for item in outline.root]
        below = [child.title for item in outline.root for child in item.children]
    for chapter in run.brief_sheet.chapters:
        assert chapter.title.plain() in tops
        assert all(entry.title.plain() in below for entry in chapter.entries)


def test_title_author_language_and_subject_are_in_the_metadata(run):
    with pikepdf.open(run.output / "brief.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == "المسؤولية عن الحماية في الأمم المتحدة"
        assert str(pdf.docinfo["/Author"]) == run.built.edition.masthead.publisher
        assert str(pdf.docinfo["/Subject"]) == run.built.edition.masthead.subject
        assert str(pdf.Root.Lang) == "ar"


def test_no_fact_is_unresolved(run):
    assert not [f.id for f in run.built.edition.facts.values() if f.status == "unresolved"]


def test_every_stage_was_run_and_timed(run):
    assert set(run.built.seconds) == set(STAGES)


def test_two_builds_give_the_same_bytes(run, tmp_path):
    project = Project(ROOT, tmp_path, datetime.date(2027, 1, 1))
    build(project, ("poster",), Watch())
    for name in ("poster.pdf", "poster-press.pdf", "poster-tiles-a4.pdf", "poster-tiles-a3.pdf"):
        assert (tmp_path / name).read_bytes() == (run.output / name).read_bytes(), name
    here, there = (json.loads((at / "report.json").read_bytes()) for at in (tmp_path, run.output))
    for held in (there["outputs"], *(fact["printed"] for fact in there["facts"])):
        held[:] = [part for part in held if not part["file"].startswith("brief")]
    for key in set(there) - {"checks", "copied", "gatherings", "stages"}:
        assert here[key] == there[key], key


def test_the_report_says_what_was_made_checked_and_printed(run):
    told = json.loads((run.output / "report.json").read_bytes())
    files = {made["file"]: made for made in told["outputs"]}
    assert files["poster.pdf"]["trim_mm"] == [841.0, 594.0]
    assert files["brief.pdf"]["pages"] == len(run.brief)
    assert {check["status"] for check in told["checks"]} <= {"passed", "advice"}
    assert str(ROOT) not in json.dumps(told)


def test_every_fact_is_printed_and_the_report_says_where(run):
    told = json.loads((run.output / "report.json").read_bytes())
    assert [fact["id"] for fact in told["facts"] if not fact["printed"]] == []
    troops = next(fact for fact in told["facts"] if fact["id"] == "unsc-1706-17300")
    assert {made["file"] for made in troops["printed"]} == {"brief.pdf", "poster.pdf"}


def test_nearly_every_word_of_the_brief_is_copied_whole(run):
    told = json.loads((run.output / "report.json").read_bytes())
    assert told["copied"]["brief.pdf"]["pdfium"]["words"] > 0.98


def test_all_publications_are_tried_before_a_build_is_refused(small, monkeypatch):
    def refuse(product: Product, *rest: object) -> NoReturn:
        found = Diagnostic("typeset/missing-image", Place(product.name), {"file": "x.png"})
        raise Refusal([found, Diagnostic("crew/lost-process", Place("press"))])

    monkeypatch.setattr(pipeline, "publish", refuse)
    monkeypatch.setattr(website, "publish_site", refuse)
    made = project_in(small)
    with pytest.raises(Refusal) as refusal:
        build(made, tuple(products_of(made)), Watch())
    assert [one.place.path for one in refusal.value.diagnostics] == [
        "brief",
        "poster",
        "press",
        SITE,
    ]
    assert not (small / "output" / STAMPS).exists()


# -- the front door --------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small valid project, in a folder whose name has a space and Arabic."""
    folder = tmp_path / "مشروع صغير"
    shutil.copytree(SMALL, folder)
    return folder


def spoil(folder: Path) -> None:
    """Give the project a figure that no fact vouches for."""
    event = next((folder / "content" / "events").glob("*.yaml"))
    text = event.read_text("utf-8")
    event.write_text(text.replace("brief: |\n", "brief: |\n  وشارك في ذلك 98765 شخصاً.\n"), "utf-8")


def test_check_counts_records_and_facts(small):
    done = said("check", "--project", small)
    assert done.exit_code == 0
    # No press is named in the small project, of which the check advises; of nothing else.
    assert re.findall(r"\[(\w+/[\w-]+)\]", done.stderr) == ["bind/default-profile"]
    assert "records" in done.stdout


def test_an_error_is_told_with_its_place_and_exit_code_1(small):
    spoil(small)
    done = door("check", "--project", small)
    assert done.returncode == 1
    assert "[audit/unsourced-number]" in done.stderr
    assert f"{small}/content/events/" in done.stderr  # whose file it is, where another is built
    assert "hint:" in done.stderr
    assert "Traceback" not in done.stderr


def test_after_an_error_the_earlier_files_stay(tmp_path):
    small = tiny(tmp_path).root
    first = said("--project", small, "brief")
    assert first.exit_code == 0, first.stderr
    before = (small / "output" / "brief.pdf").read_bytes()
    stamps = (small / "output" / STAMPS).read_bytes()
    spoil(small)
    done = door("--project", small)
    assert done.returncode == 1
    assert (small / "output" / "brief.pdf").read_bytes() == before
    assert (small / "output" / STAMPS).read_bytes() == stamps
    names = sorted(p.name for p in (small / "output").iterdir())
    assert names == sorted([".kept", STAMPS, "brief.pdf", "proof.html", "report.json"])


def test_what_has_not_changed_is_left_alone_and_force_builds_it(tmp_path):
    small = tiny(tmp_path).root
    assert said("--project", small, "brief").exit_code == 0
    again = door("--project", small, "brief")
    assert "unchanged" in again.stdout
    forced = said("--project", small, "brief", "--force")
    assert "unchanged" not in forced.stdout
    assert "✓" in forced.stdout


def test_json_gives_one_object_a_line_on_stdout(small):
    spoil(small)
    done = said("check", "--json", "--project", small)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found[0]["code"] == "audit/unsourced-number"
    assert found[0]["line"] > 0
    assert done.stderr == ""


def test_wrong_usage_is_exit_code_2(small):
    assert said("nonsense", "--project", small).exit_code == 2
    assert said("--project", small / "nowhere").exit_code == 2


def test_arabic_is_shaped_and_ordered_where_the_setting_asks_for_it(small):
    spoil(small)
    logical = door("check", "--project", small).stderr
    visual = door("check", "--project", small, WARRAQ_TERMINAL="visual").stderr
    assert logical != visual or not any("\u0600" <= c <= "\u06ff" for c in logical)


def test_the_ledger_is_a_table_json_or_csv(small):
    rows = json.loads(said("facts", "--json", "--project", small).stdout)
    assert rows
    assert {"id", "value", "status", "said", "texts"} <= set(rows[0])
    csv = said("facts", "--csv", "--project", small).stdout.splitlines()
    assert len(csv) == len(rows) + 1
    assert csv[0].startswith("\ufeffid,")  # a spreadsheet takes it for UTF-8
    table = said("facts", "--project", small).stdout
    assert rows[0]["id"] in table


def test_a_millimetre_is_a_millimetre():
    assert pytest.approx(25.4) == 72 * MM_PER_PT
