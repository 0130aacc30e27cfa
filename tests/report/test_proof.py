"""proof: one page that opens from disk, looked at in a browser as a publisher would."""

import datetime
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files as files_of
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Page
from pydantic import TypeAdapter

from press.geometry import Box
from press.preflight.screen_reader import heard
from press.project import Project
from press.report.page_images import scale_for, views
from press.report.previous import Earlier
from press.report.proof import MARGIN_MM, NAME, proof, searchable
from press.report.prove import compare
from press.report.schema import CheckPlace, Report
from tests.support.browser import browsing, need_browser
from tests.support.built import Run

ROOT = Path(__file__).resolve().parents[2]
DESK = {"width": 1280, "height": 900}
# What the proof is told besides what the build found: advice with a place, and without a page.
ADVISED = Box(30, 60, 80, 20)
# The spot that the earlier brief has on its page 5, in mm from the upper left corner.
SPOT = Box(100, 250, 30, 20)
NEW = 7
TYPED = "content/events/2006-04-28-resolution-1674.yaml:9:3"


@dataclass(frozen=True)
class Opened:
    """The proof in a browser, the report it was made from, and all that the browser said."""

    page: Page
    told: Report
    said: list[str]


UNUSED = CheckPlace(
    "content/people.yaml", 12, 5, 0, None, "", "content/people.yaml:12:5",
    "no text prints the fact luck-until",
    "write {luck-until} or […]{luck-until} where it is said, or take it out",
    "لا يطبع نص الواقعة luck-until", "اكتب {luck-until} حيث تُذكر، أو احذفها",
)  # fmt: skip


@pytest.fixture(scope="module")
def told(run: Run) -> Report:
    """The report of the run with three pieces of advice and no other."""
    held = TypeAdapter(Report).validate_json((run.output / "report.json").read_bytes())
    places = (
        CheckPlace(
            "brief.pdf", 0, 0, 5, ADVISED, "resolution-1674", TYPED, "a line is loose", "reword it",
            "في السطر فراغ واسع",
            "أعد صياغته",
        ),
        CheckPlace(
            "content/brief.yaml", 3, 1, 0, None, "", "content/brief.yaml:3:1", "it is long", "",
            "هذا طويل",
            "",
        ),
    )  # fmt: skip
    checks = [replace(check, status="passed", places=()) for check in held.checks]
    checks[-1] = replace(checks[-1], status="advice", places=places)
    unused = next(check for check in checks if check.code == "audit/unused-fact")
    checks.remove(unused)
    checks.append(replace(unused, status="advice", places=(UNUSED,)))
    return replace(held, checks=tuple(checks))


def earlier_brief(brief: bytes) -> bytes:
    """The brief with a black spot on page 5 and without page 7."""
    with pikepdf.open(io.BytesIO(brief)) as pdf:
        mm = 72 / 25.4
        # WeasyPrint's content leaves the axis turned: y goes down from the upper edge.
        box = (SPOT.x_mm, SPOT.y_mm, SPOT.width_mm, SPOT.height_mm)
        drawn = " ".join(f"{length * mm:.3f}" for length in box)
        pdf.pages[4].contents_add(pdf.make_stream(f"q 0 g {drawn} re f Q".encode()))
        del pdf.pages[NEW - 1]
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


@pytest.fixture(scope="module")
def opened(run: Run, told: Report, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The proof of the run, compared with an earlier brief, in one browser for all tests."""
    need_browser()
    folder = tmp_path_factory.mktemp("proof")
    project = Project(ROOT, run.output, datetime.date(2026, 11, 23))
    files = {made.file: (run.output / made.file).read_bytes() for made in told.outputs}
    pages = {
        made.file: views(files[made.file], run.output, None, scale_for(made.file, made.pages))
        for made in told.outputs
        if made.pages
    }
    facts = {fact.id: (fact.about, fact.value) for fact in told.facts}
    facts["unsc-1706-17300"] = (facts["unsc-1706-17300"][0], "16 300 عنصر")
    before = Earlier("", 1, "0123456789ab", {"brief.pdf": earlier_brief(files["brief.pdf"])}, facts)
    compared = [compare(before, files, told, run.output)]
    path = folder / NAME
    aloud = {"brief.pdf": heard(files["brief.pdf"])}
    house = run.built.edition.masthead.house
    path.write_bytes(proof(told, pages, compared, house, project, aloud))
    said: list[str] = []
    with browsing() as browser:
        page = browser.new_page(viewport=DESK)
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("request", lambda request: said.append(request.url))
        page.goto(path.as_uri())
        yield Opened(page, told, said)


@pytest.fixture
def page(opened: Opened) -> Iterator[Page]:
    """The open page as it first was: at a desk, in Arabic, nothing chosen."""
    page = opened.page
    yield page
    page.set_viewport_size(DESK)
    page.emulate_media(media="screen")
    page.evaluate("viewer.close(); if (root.lang === 'en') one('language').click()")
    page.evaluate("one('filter-reset').form.reset(); filter(); scrollTo(0, 0)")


def shown_facts(page: Page) -> list[str]:
    rows = "all('#ledger tbody tr').filter((r) => !r.hidden).map((r) => r.id.slice(5))"
    held: list[str] = page.evaluate(rows)
    return held


def wait(page: Page, expression: str) -> None:
    """Until an expression is true; the page's own policy forbids what Playwright waits with."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(30)
    raise AssertionError(f"never true: {expression}")


def in_mm(page: Page, selector: str) -> Box:
    """Where an element of the viewer's picture stands on the page that it shows, in mm."""
    edges = page.evaluate(
        """(selector) => {
          const image = one('viewer-image').getBoundingClientRect();
          const held = document.querySelector(selector).getBoundingClientRect();
          const scale = one('viewer-image').getAttribute('width') / 10 / image.width;
          return [held.x - image.x, held.y - image.y, held.width, held.height].map(n => n * scale);
        }""",
        selector,
    )
    return Box(*edges)


def near(found: Box, wanted: Box) -> bool:
    """Whether a mark stands at its place, with the margin around it."""
    edges = (wanted.x_mm - MARGIN_MM, wanted.y_mm - MARGIN_MM)
    sizes = (wanted.width_mm + 2 * MARGIN_MM, wanted.height_mm + 2 * MARGIN_MM)
    held = (found.x_mm, found.y_mm, found.width_mm, found.height_mm)
    return held == pytest.approx((*edges, *sizes), abs=0.6)


# -- layout ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "least", "most"), [(390, 2, 40), (820, 4, 6), (1440, 5, 8)])
def test_nothing_stands_out_of_the_window_and_pages_run_from_the_right(width, least, most, page):
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("root.scrollWidth") <= width
    # A spread has two places, of which the first and the last may be without a page.
    boxes = "all('.spread > *').map((place) => place.getBoundingClientRect())"
    tops = page.evaluate(f"{boxes}.map((box) => [box.x, box.y])")
    first_row = [x for x, y in tops if y == tops[0][1]]
    assert least <= len(first_row) <= most
    assert first_row == sorted(first_row, reverse=True)


def test_every_page_of_every_output_has_its_picture(page, told):
    addresses = page.evaluate("leaves")
    # What is read comes first, then the same for the press, as a booklet and on office sheets.
    derived = re.compile(r"-(press|booklet|tiles)\b")
    outputs = sorted(told.outputs, key=lambda output: bool(derived.search(output.file)))
    assert addresses == [f"{o.file}/{n}" for o in outputs for n in range(1, o.pages + 1)]
    assert page.evaluate("leaves.every((address) => stored.get(address).textContent.length > 999)")
    sizes = page.evaluate(
        "all('.leaf img').map((i) => [i.loading, i.src.startsWith('data:image/jpeg')])"
    )
    assert all(size == ["lazy", True] for size in sizes)


def test_large_pictures_are_decoded_only_when_they_are_looked_at(page):
    assert page.evaluate("one('viewer-image').hasAttribute('src')") is False
    page.evaluate("location.hash = 'poster.pdf/1'")
    wait(page, "one('viewer-image').naturalWidth > 2000")


def test_rules_are_said_in_arabic_and_in_english(page, told):
    page.evaluate("document.querySelector('#checks details').open = true")
    said = page.locator("#checks .rules").all_inner_texts()
    assert "المطبوع هو ما تقوله السجلات حرفاً حرفاً" in "".join(said)
    rules = {check.code: check.rule for check in told.checks}
    assert rules["preflight/readback"] not in "".join(said)
    page.click("#language")
    said = page.locator("#checks .rules").all_inner_texts()
    assert all(rule in "".join(said) for rule in rules.values())
    page.evaluate("document.querySelector('#checks details').open = false")


# -- finding one's way -----------------------------------------------------------------------------


Choice = Callable[[Any], bool]


@pytest.mark.parametrize(
    ("field", "value", "chosen"),
    [
        ("filter-status", "unconfirmed", lambda fact: fact.status == "unconfirmed"),
        ("filter-source", "icrtop-792", lambda f: "icrtop-792" in {a.source for a in f.said}),
        ("filter-file", "poster.pdf", lambda f: "poster.pdf" in {p.file for p in f.printed}),
    ],
)
def test_the_table_shows_the_facts_of_a_choice(field, value, chosen, page, told):
    page.select_option(f"#{field}", value)
    wanted = [fact.id for fact in told.facts if chosen(fact)]
    assert 0 < len(wanted) < len(told.facts)
    assert shown_facts(page) == wanted
    assert page.inner_text("#filter-shown") == str(len(wanted))


def test_words_are_found_without_hamzas_and_choices_add_up(page, told):
    page.fill("#filter-text", "بالاجماع القرار")
    found = shown_facts(page)
    assert "unsc-1674-unanimous" in found
    assert len(found) < 20
    page.select_option("#filter-file", "poster.pdf")
    printed = {f.id for f in told.facts if "poster.pdf" in {p.file for p in f.printed}}
    assert shown_facts(page) == [id for id in found if id in printed]
    page.fill("#filter-text", "لا توجد هذه الكلمات")
    assert shown_facts(page) == []
    assert page.is_visible("#filter-none")
    page.click("#filter-reset")
    wait(page, "one('filter-shown').textContent == all('#ledger tbody tr').length")


def test_script_and_program_fold_a_search_alike(page):
    text = "إلى الأمم المتحدة عُقِدَت الجلسة ٥٤٣٠ في ٢٠٠٦، S/PV.5430"
    assert page.evaluate("(text) => searchable(text)", text) == searchable(text)


def test_the_switch_turns_the_page_round(page):
    assert page.evaluate("[root.lang, root.dir]") == ["ar", "rtl"]
    assert page.inner_text("#facts h2") == "الوقائع"
    page.click("#language")
    assert page.evaluate("[root.lang, root.dir]") == ["en", "ltr"]
    assert page.inner_text("#facts h2") == "Facts"
    assert page.inner_text("#filter-status option:first-child") == "All"
    assert page.title().startswith("Proof")
    # The pages of an Arabic publication stay as they are bound, whoever looks at them.
    first, second = (page.locator(".leaf").nth(n).bounding_box() for n in (0, 1))
    assert first and second and first["x"] > second["x"]
    assert page.evaluate("root.scrollWidth") <= DESK["width"]
    page.click("#language")
    assert page.inner_text("#facts h2") == "الوقائع"


def test_pages_are_turned_with_the_keyboard_alone(page):
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.focus(".leaf[href='#brief.pdf/5']")
    page.keyboard.press("Enter")
    assert page.inner_text("#viewer-number") == "5"
    assert page.get_attribute("#viewer-image", "alt") == "الموجز · صفحة 5"
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#viewer-number") == "6"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#viewer-number") == "4"
    page.keyboard.press("Escape")
    assert page.evaluate("viewer.open") is False
    assert page.evaluate("document.activeElement.hash") == "#brief.pdf/5"
    page.click("#language")  # an Arabic publication is turned so by who reads English too
    page.focus(".leaf[href='#brief.pdf/5']")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#viewer-number") == "6"
    page.keyboard.press("Escape")
    page.click("#language")


# -- places ----------------------------------------------------------------------------------------


def test_a_fact_leads_to_its_page_and_its_words_are_marked(page, told):
    (fact,) = [fact for fact in told.facts if fact.id == "unsc-1706-17300"]
    for printed in fact.printed:
        spot = printed.spots[0]
        page.click(f"#fact-{fact.id} a[href='#{printed.file}/{spot.page}/{fact.id}']")
        assert page.inner_text("#viewer-number") == str(spot.page)
        assert page.evaluate("document.activeElement.dataset.fact") == fact.id
        assert near(in_mm(page, "#viewer .mark.here"), spot.box)
        page.keyboard.press("Escape")


def test_a_picture_is_enlarged_to_its_own_pixels_with_its_marks(page, told):
    page.evaluate("location.hash = 'poster.pdf/1/unsc-1706-17300'")
    wait(page, "one('viewer-image').naturalWidth > 2000")
    page.click("#viewer-zoom")
    assert page.evaluate("one('viewer-image').width === one('viewer-image').naturalWidth")
    (fact,) = [fact for fact in told.facts if fact.id == "unsc-1706-17300"]
    (printed,) = [printed for printed in fact.printed if printed.file == "poster.pdf"]
    assert near(in_mm(page, "#viewer .mark.here"), printed.spots[0].box)
    page.click("#viewer-zoom")
    page.keyboard.press("Escape")


def test_advice_is_worded_in_the_language_of_the_page(page):
    held = page.locator("#advice-3")
    isolated = held.inner_text().replace("\u2066", "").replace("\u2069", "")
    assert UNUSED.message_ar in isolated
    assert UNUSED.message not in isolated
    page.click("#language")
    assert UNUSED.message in held.inner_text()
    assert "لا يطبع" not in held.inner_text()
    page.click("#language")


def test_advice_is_pinned_on_its_page_and_told_beside_it(page):
    assert page.locator(".leaf .badge.advice").count() == 1
    page.click("#advice-1 a")
    assert near(in_mm(page, "#viewer .mark.pin.here"), ADVISED)
    assert "في السطر فراغ واسع" in page.inner_text("#viewer-advice")
    page.keyboard.press("Escape")
    assert TYPED in page.inner_text("#advice-1")
    assert "content/brief.yaml:3:1" in page.inner_text("#advice-2")


def test_what_changed_is_shown_before_and_after_and_outlined(page):
    changes = page.locator("#changes .difference")
    assert "صفحة جديدة" in page.inner_text("#changes")
    spotted = changes.first
    spotted.scroll_into_view_if_needed()
    wait(page, "all('#changes img').every((i) => i.naturalWidth > 1.5 * i.width)")  # sharp
    assert spotted.locator("figure").count() == 2
    assert spotted.locator("figure").first.locator(".mark").count() == 1
    page.evaluate("location.hash = 'brief.pdf/5'")
    page.check("#viewer-changes")
    found = in_mm(page, "#viewer .mark.change")
    assert near(found, SPOT)
    page.uncheck("#viewer-changes")
    page.keyboard.press("Escape")
    assert "16 300 عنصر" in page.inner_text("#changes table")


def test_a_gathering_is_named_with_a_space_before_its_number(page):
    page.evaluate("document.querySelector('#engineers details').open = true")
    word, number = page.evaluate(
        """[document.querySelector('.times td .ar'), document.querySelector('.times td .code')]
           .map((held) => held.getBoundingClientRect()).map((box) => [box.left, box.right])
        """
    )
    page.evaluate("document.querySelector('#engineers details').open = false")
    assert word[0] - number[1] > 2  # the number stands on the left of the word


def test_fonts_and_colours_are_told_once_by_the_names_they_bear(page, told):
    said = page.inner_text("#dress")
    assert said.count("Noto Sans Regular") == 1  # which the styles call Latin Text and Arabic Signs
    assert "Latin-Text" in said and "Arabic-Signs" in said
    assert re.search(r"#a2371f · cmyk\(\d+", said)
    soft = page.inner_text("#dress li:has(b:text-is('ink-soft'))")
    assert re.search(r"cmyk\(0 0 0 \d", soft)  # a neutral is of the black plate alone


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_a_symbol_in_the_table_stands_on_one_line(width, page):
    page.set_viewport_size({"width": width, "height": 900})
    symbols = "all('.value bdi bdi').filter((held) => held.textContent.includes('/RES/'))"
    assert set(page.evaluate(f"{symbols}.map((held) => held.getClientRects().length)")) == {1}


@pytest.mark.parametrize("width", [390, 768, 1440, 690])
def test_no_value_runs_out_of_its_cell(width, page):
    """On paper too, which is 182 mm wide."""
    page.set_viewport_size({"width": width, "height": 900})
    if width == 690:
        page.emulate_media(media="print")
    wide = "all('td').filter((cell) => cell.scrollWidth > cell.clientWidth + 1)"
    assert page.evaluate(f"{wide}.map((cell) => cell.textContent.trim())") == []


# -- verdict, remarks, what is heard ------------------------------------------------------------


def test_the_first_line_is_a_verdict_whose_links_choose_what_they_name(page, told):
    verdict = page.inner_text(".verdict")
    assert verdict.startswith("صالح للطبع، بعد قرارك في:")
    unsure = [fact.id for fact in told.facts if fact.status == "unconfirmed"]
    assert f"وقائع لم تتأكد ({len(unsure)})" in verdict
    page.click(".verdict a[data-status=unconfirmed]")
    assert shown_facts(page) == unsure


def test_on_a_telephone_the_box_to_sign_is_within_twelve_screens(page):
    page.set_viewport_size({"width": 390, "height": 844})
    end = page.evaluate("one('sign').getBoundingClientRect().bottom + scrollY")
    assert end < 12 * 844


def test_a_remark_on_a_place_is_kept_and_given_out_as_text(page):
    page.evaluate("location.hash = 'brief.pdf/5'")
    wait(page, "viewer.open && one('viewer-image').complete")
    page.click("#remark-place")
    box = page.locator("#viewer-image").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 4)
    page.locator("#viewer-remarks textarea").fill("هذا السطر طويل")
    said = page.input_value("#remarks-text")
    assert said == "brief.pdf, صفحة 5 (105 × 74 mm): هذا السطر طويل"
    assert page.locator("#viewer .mark.remark").count() == 1
    page.click("#viewer-remarks button")
    assert page.input_value("#remarks-text") == ""


def test_a_page_is_told_as_it_is_heard(page):
    page.evaluate("location.hash = 'brief.pdf/2'")
    wait(page, "viewer.open")
    heard_of_it = page.text_content("#viewer-heard") or ""
    assert heard_of_it.lstrip().startswith("H1 ملخص")


# -- paper, silence, access ------------------------------------------------------------------------


def test_on_paper_stand_the_pages_and_the_box_to_sign_but_no_tools(page):
    page.emulate_media(media="print")
    for tool in (".bar", ".filters", "#print"):
        assert not page.is_visible(tool)
    for part in (".verdict", ".leaf img", "#ledger", ".signature"):
        assert page.locator(part).first.is_visible()
    assert not page.is_visible(".hashes")
    assert len(pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) <= 8


def test_what_is_signed_is_named_on_the_page_that_is_signed(page, told):
    said = page.inner_text("#sign")
    assert told.title in said and told.edition.content in said
    assert "23 تشرين الثاني/نوفمبر 2026" in said
    hashes = page.text_content("#engineers") or ""
    assert all(made.sha256 in hashes for made in told.outputs)
    # Nobody signs a press file for a profile that no print shop asked for without being told.
    assert "وهذا هو الملف الافتراضي" in said
    assert "default_cmyk.icc" in said


def test_on_paper_open_facts_stand_whatever_is_looked_for_on_the_screen(page, told):
    page.fill("#filter-text", "لا توجد هذه الكلمات")
    assert page.locator("#ledger tbody tr:visible").count() == 0
    page.emulate_media(media="print")
    unsure = [fact for fact in told.facts if fact.status in ("unconfirmed", "unresolved")]
    assert page.locator("#ledger tbody tr:visible").count() == len(unsure) > 0
    assert not page.is_visible("#filter-none")


@pytest.mark.parametrize("state", ["arabic", "english", "viewer", "telephone"])
def test_axe_finds_nothing_to_complain_of(state, page):
    if state == "english":
        page.click("#language")
    if state == "viewer":
        page.evaluate("location.hash = 'brief.pdf/5/advice-1'")
        wait(page, "viewer.open")
    if state == "telephone":
        page.set_viewport_size({"width": 390, "height": 800})
    page.fill("#filter-text", "1674") if state != "viewer" else None
    if not page.evaluate("'axe' in window"):
        page.evaluate((files_of("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run().then((done) => done.violations)")
    told = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found]
    assert told == []


def test_the_page_is_silent_asks_nobody_and_is_small_enough_to_send(opened):
    asked = [said for said in opened.said if not said.startswith("data:")]
    assert len(asked) == 1 and asked[0].startswith("file:")
    size = Path(asked[0].removeprefix("file://")).stat().st_size
    assert size < 6_000_000
