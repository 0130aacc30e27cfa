"""Each rule of typesetting is broken by one small page, and by no other."""

import io
import re
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from press.pdf.pages import read_pages
from press.preflight.finding import Finding
from press.preflight.lines import Setting, read_setting
from press.preflight.rules.table import WELL_SET
from press.render.render import Html
from press.typeset.tagging.tags import mend_tags
from press.typeset.typeset import typeset
from tests.support.findings import said
from tests.support.projects import OURS

ROOT = Path(__file__).resolve().parents[2]
# A page holds ten lines of 8 mm, some seven words each.
STYLE = """
@font-face { font-family: "Latin Text"; src: local("Noto Sans Regular"), local("Noto Sans") }
@page { size: 100mm 100mm; margin: 10mm }
html { font: 12pt/8mm "Noto Naskh Arabic", "Latin Text"; color: #18222d; orphans: 2; widows: 2 }
body, p, h1, h2, table, ol { margin: 0; padding: 0 }
h1, h2 { font-size: 12pt; line-height: 8mm }
table { border-collapse: collapse; width: 100% } td, th { padding: 0; height: 8mm }
ol { list-style: none }
bdi { font-family: "Latin Text"; font-size: 11.5pt; line-height: 1; white-space: nowrap }
"""
SIX = "كلام عن حماية المدنيين في النزاعات "  # a line, and a bit


def lines(count: int, more: str = "") -> str:
    """A paragraph of `count` lines."""
    return f"<p>{'<br>'.join([f'كلام عن حماية المدنيين {more}'.strip()] * count)}</p>"


@cache
def set_page(body: str, style: str = "") -> Setting:
    html = f'<html lang="ar" dir="rtl"><style>{STYLE}{style}</style><title>مثال</title><body>{body}'
    with pikepdf.open(io.BytesIO(typeset(Html("example", html), OURS).pdf)) as pdf:
        mend_tags(pdf)
        out = io.BytesIO()
        pdf.save(out)
        return read_setting(pdf, out.getvalue(), read_pages(out.getvalue()))


def judged(body: str, style: str = "") -> dict[str, list[Finding]]:
    setting = set_page(body, style)
    found = {rule.__name__: list(rule(setting)) for rule in WELL_SET}
    return {name: findings for name, findings in found.items() if findings}


ROWS = "".join(f"<tr><td>خلية</td><td>{n}</td></tr>" for n in range(14))
# Lines of one length: they have the same words.
ALIKE = (
    "كلام مستفيض عن حماية الناس في زمن النزاع",
    "عن زمن النزاع كلام في حماية الناس مستفيض",
    "حماية الناس كلام مستفيض عن النزاع في زمن",
    "في النزاع حماية مستفيض زمن عن كلام الناس",
    "مستفيض زمن عن الناس حماية النزاع كلام في",
    "الناس في كلام النزاع مستفيض حماية عن زمن",
)


def gaping(number: int) -> str:
    """One of these lines with one wide word space, each line elsewhere."""
    words = ALIKE[number].split()
    return " ".join(words[:number]) + "<b> </b>" + " ".join(words[number:]) if number else ALIKE[0]


BAD = {
    "heading_at_foot": (f"<section>{lines(8)}<h2>عنوان</h2>{lines(1)}{lines(4)}</section>", ""),
    "split_paragraph": (f"<section>{lines(9)}{lines(5)}</section>", "html { orphans: 1 }"),
    "split_entry": (
        f"<section>{lines(6)}<article><h2>القرار</h2><p>مجلس الأمن</p>"
        "<p class='date'>28 نيسان/أبريل 2006</p>"
        f"<div class='text'>{lines(4)}</div></article></section>",
        "article p { font-size: 9pt } .text p { font-size: 12pt }"
        ".date { break-after: page } .text { break-before: page }"
        "article { padding-bottom: 8mm }",
    ),
    "missing_table_head": (f"<section><table><tbody>{ROWS}</tbody></table></section>", ""),
    "thin_page": (
        f"<section>{lines(3)}<p style='break-before: page'>كلام</p>{lines(3)}</section>",
        "",
    ),
    "off_grid": (f"{lines(4)}<div class='gap'></div>{lines(3)}", ".gap { height: 3mm }"),
    "wide_space": (f"<p>{SIX}{'8' * 24}</p>", "p { text-align: justify }"),
    "loose_lines": (
        f"<p>{'<br>'.join(map(gaping, range(6)))}</p>",
        "b { font-weight: normal; word-spacing: 0.3em }",
    ),
    "overfull_line": (f"<p>{'<br>'.join([*ALIKE[:2], ALIKE[2] + 'وو', *ALIKE[3:]])}</p>", ""),
    "river": (
        "<p>" + "<br>".join(["قرر المجلس أن يبقي الأمر"] * 4) + "</p>",
        "p { word-spacing: 0.2em }",
    ),
    "broken_join": ("<p>كلام عن الحم<b>اية</b></p>", "b { font-weight: normal }"),
    "stretched_type": ("<p>كلام عن حمـــاية المدنيين</p>", ""),
    "broken_value": ("<p>بلغت النسبة<br>50<br>% من المجموع</p>", ""),
    "house_marks": ("<p>كلام عن الحماية, وكلام آخر</p>", ""),
    "foreign_phrase": ("<p>كلام عن <bdi>Human Rights</bdi></p>", ""),
    "mixed_digits": ("<p>من 2005 إلى ٢٠١٢</p>", ""),
    "list_style": (
        "<ol><li>بند أول</li><li>بند ثان</li></ol>",
        "@counter-style dots { system: numeric; symbols: '0' '1' '2'; suffix: '. ' }"
        "li { display: list-item; list-style: dots inside }",
    ),
    "small_type": (
        f"<div class='small'>{lines(4, 'في كل مكان')}</div>",
        ".small { font-size: 11pt }",
    ),
    "outside_margins": (
        "<p>كلام عن <span>حماية المدنيين في النزاعات المسلحة "
        "وحماية الأطفال والنساء في كل مكان</span></p>",
        "span { white-space: nowrap }",
    ),
    "out_of_box": (
        "<div class='box'>حماية المدنيين في النزاعات</div>",
        ".box { background: #f4f0e8; width: 20mm; white-space: nowrap }",
    ),
    "collision": (
        "<p>كلام عن حماية المدنيين</p><p class='up'>حماية المدنيين في النزاعات</p>",
        ".up { margin-top: -8mm }",
    ),
    "low_contrast": ("<p class='pale'>كلام عن حماية المدنيين</p>", ".pale { color: #8a949e }"),
    "colour_alone": (
        "<p>كلام عن <a href='#goal'>حماية</a> المدنيين</p><p id='goal'>كلام</p>",
        "a { color: #4a1010; text-decoration: none }",
    ),
}
BAD |= {
    "short_last_line": (
        "".join(
            f"<p>{'<br>'.join([*ALIKE[:2], word])}</p>" for word in ("كلام", "حماية", "عن", "في")
        ),
        "",
    ),
    "uneven_heading": (
        f"<section><h2>حماية المدنيين في النزاعات<br>كلام</h2>{lines(3)}</section>",
        "",
    ),
    "stray_title": (
        f"<section><h1>حماية المدنيين</h1>{lines(3)}</section>",
        "h1 { padding-right: 20mm }",
    ),
    "blank_line": (f"<section>{lines(2) * 3}</section>", "p { margin-bottom: 8mm }"),
    "uneven_spread": (
        f"<section>{lines(14)}{lines(9)}<div class='gap'></div>{lines(14)}{lines(9)}</section>",
        "p { line-height: 5.5mm } .gap { break-after: page }",
    ),
    "missing_running_head": (
        f"<section>{lines(10)}{lines(10)}{lines(10)}</section>",
        "@page :left { @top-center { content: 'الفصل'; font-size: 9pt } }",
    ),
    "missing_tab": (
        f"<section>{lines(10)}{lines(10)}{lines(10)}{lines(10)}</section>",
        "@page :left { @left-top { content: ''; display: block; background: #2171ab;"
        " width: 3mm; height: 12mm; margin-right: auto } }",
    ),
    "tall_figure": (
        f"<p>{'<br>'.join(['كلام عن <i>2005</i> وما بعدها', 'وعن <i>2012</i> وما قبلها'] * 2)}</p>",
        "i { font-style: normal; font-size: 16pt; line-height: 1 }",
    ),
    "marked_figure": (
        "<table><tbody><tr><td>الأصوات</td><td>92<sup>7</sup></td></tr></tbody></table>",
        "sup { font-size: 0.72em; vertical-align: 0.5em; line-height: 0 }"
        " sup::before { content: '\\200f' }",
    ),
}
SENTENCE = "كلام عن حماية المدنيين في النزاعات المسلحة"
DATE = "<p class='date'>14 تشرين الأول 2026، من الساعة 11:00 إلى الساعة 12:30</p>"
RETURNING = "@page { margin: 16mm 10mm 12mm } :root { --grid: 8mm } .gap { height: 3mm }"
GOOD = {
    "text that returns to the grid after a box": (
        f"{lines(3)}<div class='gap'></div><div class='after'>{lines(3)}</div>",
        f"{RETURNING} .after {{ --on-grid: start }}",
    ),
    "text that returns to the grid after a table": (
        f"{lines(2)}<div class='gap'></div><div class='table'><p class='cell'>كلام</p></div>"
        f"<div class='after'>{lines(3)}</div>",
        f"{RETURNING} .table {{ --on-grid: start; border-top: 1mm solid; display: table }}"
        ".cell { display: table-cell } .after { --on-grid: start }",
    ),
    "text that returns to the grid after a heading": (
        f"{lines(3)}<h2>عنوان</h2>{lines(3)}",
        f"{RETURNING} h2 {{ --on-grid: end; line-height: 9mm }}",
    ),
    "dates of many lines beside little text": (
        f"{DATE}<p>{SENTENCE}</p>{DATE}<p>{SENTENCE}</p>{DATE}",
        ".date { font-size: 9pt; line-height: 5mm; width: 24mm; margin: 0 0 3.3mm }",
    ),
    "a foreign phrase with its language": (
        "<p>كلام عن <bdi lang='en'>Human Rights</bdi> و<bdi>S/RES/1674 (2006)</bdi></p>",
        "",
    ),
    "a heading with two lines below it": (
        f"<section>{lines(7)}<h2>عنوان</h2>{lines(5)}</section>",
        "",
    ),
    "a table whose head is repeated": (
        f"<section><table><thead><tr><th>رأس</th><th>عدد</th></tr></thead><tbody>{ROWS}</tbody>"
        "</table></section>",
        "",
    ),
    "a chapter that ends in the middle of its page": (
        f"<section>{lines(5)}</section><section style='break-before: page'>{lines(5)}</section>",
        "",
    ),
    "a justified line": (f"<p>{SIX * 4}</p>", "p { text-align: justify }"),
    "an underlined link": (
        "<p>كلام عن <a href='#goal'>حماية</a> المدنيين</p><p id='goal'>كلام</p>",
        "a { color: #4a1010; text-decoration: underline }",
    ),
    "white on a dark box": (
        "<p class='box'>كلام عن حماية المدنيين</p>",
        ".box { background: #12305a; color: #fff }",
    ),
    "a numbered list in the house style": (
        "<ol><li>بند أول</li><li>بند ثان</li></ol>",
        "@counter-style dash { system: numeric; symbols: '0' '1' '2'; suffix: ' - ' }"
        "li { display: list-item; list-style: dash inside }",
    ),
    "values on lines of their own": (
        "<p>بلغت النسبة<br><bdi>50%</bdi> من المجموع في<br>2005–2012 في القرار<br>"
        "<bdi>S/RES/1674 (2006)</bdi></p>",
        "",
    ),
}


@pytest.mark.parametrize("rule", BAD)
def test_a_bad_page_breaks_its_rule_and_no_other(rule):
    found = judged(*BAD[rule])
    assert list(found) == [rule]


def test_a_box_that_asks_for_the_grid_is_moved_down_by_less_than_a_line():
    setting = set_page(*GOOD["text that returns to the grid after a box"])
    baselines = [line.baseline for block in setting.blocks for line in block.lines]
    assert baselines[3] - baselines[2] == pytest.approx(16, abs=0.1)  # 8, 3, and 5 of the grid
    setting = set_page(*GOOD["text that returns to the grid after a heading"])
    baselines = [line.baseline for block in setting.blocks for line in block.lines]
    assert baselines[4] - baselines[2] == pytest.approx(24, abs=0.1)  # 8, 9, and 7 of the grid


@pytest.mark.parametrize("what", GOOD)
def test_a_good_page_breaks_no_rule(what):
    assert judged(*GOOD[what]) == {}


def test_every_rule_has_its_bad_page():
    assert set(BAD) == {rule.__name__ for rule in WELL_SET}


def test_a_cell_that_runs_into_the_next_column_is_found():
    rows = (
        "<tr><td>خلية</td><td>ثانية</td></tr><tr><td class='long'>خلية طويلة حقا</td><td></td></tr>"
    )
    style = "table { table-layout: fixed; width: 40mm } .long { white-space: nowrap }"
    found = judged(f"<table><tbody>{rows}</tbody></table>", style)
    assert list(found) == ["out_of_box"]
    assert "خلية طويلة" in said("out_of_box", found["out_of_box"][0])


def test_a_note_called_in_a_table_stands_in_no_column_and_under_no_head():
    note = "<span class='note'>حاشية طويلة عن كلام في خلية</span>"
    rows = f"<tr><td>خلية{note}</td><td>ثانية</td></tr>"
    style = ".note { float: footnote; font-size: 10pt }"
    assert judged(f"<table><tbody>{rows}</tbody></table>", style) == {}


def test_notes_at_the_foot_do_not_fill_the_page_above_them():
    note = "<span class='note'>حاشية</span>"
    body = f"<section><p>كلام{note}</p><p style='break-before: page'>كلام</p></section>"
    style = ".note { float: footnote; font-size: 10pt }"
    assert list(judged(body, style)) == ["thin_page"]


def test_a_chapter_that_ends_high_on_its_page_is_thin_in_a_document_of_many_pages():
    page = "<section style='break-before: page'>{}</section>"
    turn = "<div style='break-before: page'></div>"
    last = page.format(lines(9) + turn + lines(2))
    assert list(judged(page.format(lines(9)) * 7 + last, "")) == ["thin_page"]
    assert judged(page.format(lines(9)) * 6 + last, "") == {}
    assert judged(page.format(lines(9)) * 8 + page.format(lines(2)), "") == {}
    tint = "<div style='height: 40mm; background: #d7eafa'></div>"
    tinted = page.format(lines(9) + turn + lines(2) + tint)
    assert judged(page.format(lines(9)) * 7 + tinted, "") == {}


def test_the_table_of_rules_has_each_of_them():
    table = (ROOT / "docs" / "typesetting.md").read_text("utf-8")
    named = re.findall(r"^\| `([a-z][\w-]*)` \|", table, re.MULTILINE)
    assert named == [rule.__name__.replace("_", "-") for rule in WELL_SET]


def test_a_finding_names_page_and_place():
    (found,) = judged(*BAD["heading_at_foot"])["heading_at_foot"]
    assert found.page == 1
    assert found.at
    # The ninth line of 8 mm, from 10 mm on.
    assert 10 + 8 * 8 < found.at.y_mm < found.at.bottom_mm < 10 + 9 * 8 + 1
    assert "عنوان" in said("heading_at_foot", found)


def test_a_pale_running_head_is_found():
    style = "@page { @top-right { content: 'رأس'; color: #b0b8c0 } }"
    (found,) = judged("<p>كلام</p>", style)["low_contrast"]
    assert "#b0b8c0" in said("low_contrast", found)
    assert found.at and found.at.y_mm < 10


def test_contrast_is_measured_on_what_lies_under():
    style = ".box { background: #f4f0e8 } p { color: #6b7580 }"
    (found,) = judged("<p class='box'>كلام عن حماية المدنيين</p>", style)["low_contrast"]
    assert "#6b7580 on #f4f0e8: 4.1 to 1" in said("low_contrast", found)


@pytest.mark.parametrize(
    ("last", "first", "cut"),
    [
        ("50", "%", True),
        ("2005–", "2012", True),
        ("2005", "–2012", True),
        ("S/RES/1674", "(2006)", True),
        ("S/RES/", "1674", True),
        ("القرار", "1674", False),
        ("2005", "2006", False),
        ("المجلس", "(2006)", False),
    ],
)
def test_a_value_is_cut_where_its_halves_meet(last, first, cut):
    from press.preflight.rules.spacing import is_cut

    assert is_cut(last, first) is cut


@pytest.mark.parametrize(
    ("last", "first", "parted"),
    [
        ("28", "نيسان/أبريل", True),
        ("و24", "تموز/يوليه", True),
        ("14–16", "أيلول/سبتمبر،", True),
        ("نيسان/", "أبريل", True),
        ("الثاني/", "يناير", True),
        ("كانون", "الثاني/يناير", True),
        ("بتشرين", "الأول", True),
        ("نيسان/أبريل", "2006", False),
        ("نيسان/أبريل", "28", False),
        ("القانون", "الأول", False),
        ("1706", "نيسان", False),
        ("و/", "أو", False),
    ],
)
def test_a_day_is_parted_from_its_month_where_a_line_ends_between(last, first, parted):
    from press.preflight.rules.spacing import is_parted

    assert is_parted(last, first) is parted


def test_a_date_that_a_line_cuts_is_found_on_the_page():
    for cut in ("28<br>نيسان/أبريل", "28 نيسان/<br>أبريل", "28 كانون<br>الثاني/يناير"):
        (found,) = judged(f"<p>في {cut} 2006</p>")["broken_value"]
        assert "belong together" in said("broken_value", found)
    assert judged("<p>في 28 نيسان/أبريل<br>2006</p>") == {}


def test_a_heading_may_end_a_page_with_all_that_it_heads():
    entry = f"<article><h2>اسم</h2>{lines(1)}</article>"
    assert "heading_at_foot" not in judged(f"<section>{lines(8)}{entry}{lines(4)}</section>")
