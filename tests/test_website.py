"""website: the page in a browser, and the folder that is put on a server."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files as files_of
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from press.cache import open_store
from press.pipeline import Built, Watch, build
from press.preflight.web.texts import letters_of, web_texts
from press.products import products_of
from press.project import Project
from press.stamps import gone, unchanged
from tests.support import small
from tests.support.browser import browsing, need_browser
from tests.support.projects import project_in
from tests.support.site import ENGLISH, english

FIRST = ENGLISH.parents[2] / "examples" / "first.en"


@dataclass(frozen=True)
class Made:
    """A project whose site was built."""

    project: Project
    built: Built

    @property
    def site(self) -> Path:
        return self.project.output / "web"

    @property
    def page(self) -> str:
        return (self.site / "index.html").as_uri()


@pytest.fixture(scope="module")
def floods(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The English project of the tests, its site alone."""
    return site_of(ENGLISH, tmp_path_factory.mktemp("floods"), "web")


@pytest.fixture(scope="module")
def museum(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A publication as it is begun: its brief, and the site that offers it."""
    return site_of(FIRST, tmp_path_factory.mktemp("museum"), "brief", "web")


def site_of(source: Path, folder: Path, *names: str) -> Made:
    shutil.copytree(source, folder, dirs_exist_ok=True)
    return built_in(folder, *names)


def built_in(folder: Path, *names: str) -> Made:
    project = project_in(folder)
    return Made(project, build(project, names, Watch(), None, open_store(project)))


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """An Arabic project of three events, its site alone."""
    project = small.project(tmp_path_factory.mktemp("arabic"), {})
    return Made(project, build(project, ("web",), Watch()))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    need_browser()
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, floods: Made) -> Iterator[Page]:
    """The English page on a wide screen; whatever it asks for beside itself fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(floods.page)
    yield page
    own = page.evaluate("location.href.split(/[?#]/)[0]")
    assert [
        url for url in asked if url.split("#")[0].split("?")[0] != own and url[:5] != "data:"
    ] == []
    assert said == []
    context.close()


# -- the folder ------------------------------------------------------------------------------------


def test_the_site_holds_the_page_its_data_and_copies_of_what_was_printed(museum):
    assert {path.name for path in museum.site.iterdir()} == {
        "index.html", "timeline.json", "timeline.ics", "anniversaries.ics", "timelinejs.json",
        "brief.pdf", "brief-booklet.pdf",
    }  # fmt: skip
    for name in ("brief.pdf", "brief-booklet.pdf"):
        assert (museum.site / name).read_bytes() == (museum.project.output / name).read_bytes()
    told = json.loads((museum.project.output / "report.json").read_bytes())
    outputs = {one["file"]: one for one in told["outputs"]}
    assert outputs["web/brief.pdf"]["sha256"] == outputs["brief.pdf"]["sha256"]
    assert outputs["web/brief.pdf"]["pages"] == outputs["brief.pdf"]["pages"]
    told_files = [one["file"] for one in told["outputs"] if "/" in one["file"]]
    assert len(told_files) == 7


def test_the_report_tells_of_the_page_and_of_the_facts_that_it_shows(floods):
    told = json.loads((floods.project.output / "report.json").read_bytes())
    outputs = {one["file"]: one for one in told["outputs"]}
    assert outputs["web/index.html"]["bytes"] < 500_000
    printed = {
        fact["id"] for fact in told["facts"]
        if any(place["file"] == "web/index.html" for place in fact["printed"])
    }  # fmt: skip
    assert {"crest-stage", "crest-flow", "crest-date", "winter-range", "dike-date"} <= printed


def test_a_site_that_is_up_to_date_is_left_alone_and_one_that_lacks_a_file_is_not(museum):
    assert unchanged(museum.project, ["brief", "web"]) == {"brief", "web"}
    # The poster was never built: when it is, the page will offer it.
    assert unchanged(museum.project, ["brief", "poster", "web"]) == {"brief"}


def test_what_is_switched_off_is_taken_away(arabic, tmp_path):
    shutil.copytree(arabic.project.root, tmp_path, dirs_exist_ok=True)
    project = project_in(tmp_path)
    assert gone(project, {"brief": ()}) == []
    typed = tmp_path / "content" / "publication.yaml"
    typed.write_text(typed.read_text("utf-8") + "outputs: {web: no}\n", "utf-8")
    assert list(products_of(project)) == ["brief", "poster"]
    left = {path.name for path in gone(project, {"brief": ()})}
    assert left == {path.name for path in (project.output / "web").iterdir()}


def test_a_picture_is_in_the_page_for_telephones_and_beside_it_for_screens(browser, tmp_path):
    shutil.copytree(ENGLISH, tmp_path, dirs_exist_ok=True)
    event = next((tmp_path / "content/events").glob("*crest.yaml"))
    image = "image: {file: river.jpg, alt: The river over its banks, credit: Staff of the gauge}\n"
    event.write_text(event.read_text("utf-8") + image, "utf-8")
    Image.effect_noise((3000, 1500), 60).convert("RGB").save(tmp_path / "content/river.jpg")
    made = built_in(tmp_path, "web")
    (large,) = made.site.glob("picture-*.jpg")
    with Image.open(large) as picture:
        assert picture.size == (2400, 1200)
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(made.page)
    link = page.get_by_role("link", name="The river over its banks")
    shown = link.locator("img")
    assert shown.evaluate("shown => shown.decode().then(() => shown.naturalWidth)") == 800
    assert shown.bounding_box()["width"] <= 390
    link.click()
    page.wait_for_url(large.as_uri())
    page.close()


# -- the page --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("arabic", 390, "light"), ("arabic", 900, "light"), ("arabic", 1440, "light"),
        ("arabic", 1440, "dark"), ("floods", 390, "dark"), ("floods", 1440, "light"),
    ],
)  # fmt: skip
def test_axe_finds_nothing_to_complain_of(name, width, scheme, browser, request):
    made: Made = request.getfixturevalue(name)
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(made.page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate((files_of("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run().then((done) => done.violations)")
    context.close()
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_a_browser_shows_every_text_of_the_records(page):
    held = english()
    house = held.sheet.publication.house
    shown = " ".join(page.evaluate("document.body.textContent").replace("\u200b", "").split())
    for text in web_texts(held.sheet):
        for letters in letters_of(text, "ltr", house):
            assert letters.text in shown, text.what


def test_a_browser_sets_symbols_in_arabic_from_left_to_right(browser, arabic):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(arabic.page)
    lefts = page.evaluate(
        """() => {
          const symbol = [...document.querySelectorAll("bdi.latin")]
            .find((held) => held.textContent.startsWith("S/RES/1674 (2006)"));
          const text = symbol.firstChild;
          return [...text.data].map((_, at) => {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return range.getBoundingClientRect().left;
          });
        }"""
    )
    page.close()
    assert lefts == sorted(lefts)
    assert len(lefts) == len("S/RES/1674 (2006)")


def test_marks_stand_to_scale_and_from_right_to_left_in_arabic(browser, floods, arabic):
    for made, sign in ((floods, 1), (arabic, -1)):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(made.page)
        edge = "right" if sign < 0 else "left"
        places = page.evaluate(
            f"[...document.querySelectorAll('.mark')].map((m) => m.getBoundingClientRect().{edge})"
        )
        page.close()
        assert [sign * x for x in places] == sorted(sign * x for x in places)
        assert len(set(places)) == len(places)


def test_a_telephone_has_the_upright_list_and_no_drawing(browser, floods):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(floods.page)
    assert not page.locator(".scale").is_visible()
    tops = [event.bounding_box()["y"] for event in page.locator(".event").all()]
    page.close()
    assert tops == sorted(tops)


def test_events_are_filtered_by_who_acted_and_counted(page):
    page.get_by_role("button", name="Middle").click()
    assert page.locator(".event:visible .event-title").all_inner_texts() == [
        "The December crest", "The gauge is surveyed again",
    ]  # fmt: skip
    assert page.locator(".mark:visible").count() == 2
    assert page.get_by_role("status").inner_text().endswith("2")
    page.get_by_role("button", name="All", exact=True).click()
    assert page.locator(".event:visible").count() == 6


def test_arrows_move_along_the_scale_and_signs_change_it(page):
    marks = page.locator(".mark")
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    focused = "document.activeElement.getAttribute('href')"
    assert page.evaluate(focused) == "#event-survey"
    assert page.locator(".mark[tabindex='0']").count() == 1
    page.keyboard.press("End")
    assert page.evaluate(focused) == "#event-gauge"
    wide = page.locator(".scale-sheet").bounding_box()["width"]
    page.keyboard.press("+")
    assert page.locator(".scale-sheet").bounding_box()["width"] == pytest.approx(2 * wide, abs=2)
    page.keyboard.press("-")
    assert page.locator(".scale-sheet").bounding_box()["width"] == pytest.approx(wide, abs=2)
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#event-gauge"


def move_two_fingers(page: Page, middle: tuple[float, float], *apart: int) -> None:
    """Two fingers touch the screen, each so many pixels beside `middle` in turn, and leave it."""
    client = page.context.new_cdp_session(page)
    for step, px in enumerate(apart):
        points = [{"x": middle[0] + s * px, "y": middle[1], "id": s + 1} for s in (-1, 1)]
        what = "touchMove" if step else "touchStart"
        client.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": points})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_two_fingers_and_ctrl_with_the_wheel_change_the_scale_where_they_are(
    browser, floods, arabic
):
    for made in (floods, arabic):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, has_touch=True)
        page = context.new_page()
        page.goto(made.page)
        page.locator(".scale").scroll_into_view_if_needed()
        zoom = page.locator(".scale")
        box = page.locator(".scale-window").bounding_box()
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

        assert zoom.get_attribute("data-zoom") == "1"
        move_two_fingers(page, middle, 60, 80, 100, 120)
        assert zoom.get_attribute("data-zoom") == "2"
        # What stood between the fingers stays there.
        place = "e => (Math.abs(e.scrollLeft) + e.clientWidth / 2) / e.scrollWidth"
        assert page.locator(".scale-window").evaluate(place) == pytest.approx(0.5, abs=0.01)
        move_two_fingers(page, middle, 120, 100, 80, 60)
        assert zoom.get_attribute("data-zoom") == "1"
        page.mouse.move(*middle)
        page.keyboard.down("Control")
        page.mouse.wheel(0, -100)
        page.wait_for_function("document.querySelector('.scale').dataset.zoom === '2'")
        page.mouse.wheel(0, 100)
        page.wait_for_function("document.querySelector('.scale').dataset.zoom === '1'")
        page.keyboard.up("Control")
        assert page.evaluate("visualViewport.scale") == 1
        context.close()


def test_a_link_to_what_is_folded_or_filtered_away_shows_it(page):
    note = page.locator("details.note").first
    assert not note.locator(".note-reason").is_visible()
    page.evaluate(f"location.hash = '{note.get_attribute('id')}'")
    note.locator(".note-reason").wait_for(state="visible")
    page.get_by_role("button", name="Upper").click()
    page.evaluate("location.hash = 'event-crest'")
    page.locator("#event-crest").wait_for(state="visible")


def test_as_a_part_of_another_page_it_is_the_timeline_alone(page, floods):
    page.goto(f"{floods.page}?embed=timeline")
    assert page.locator(".timeline").is_visible()
    assert not page.locator(".masthead, .chapter, .colophon").first.is_visible()
    link = page.locator(".read-on").first
    assert "embed" not in link.get_attribute("href")
    assert link.get_attribute("target") == "_blank"


def test_without_scripts_everything_is_there(browser, floods):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(floods.page)
    assert page.locator(".event").count() == 6
    assert page.locator("article.entry").count() == 6
    assert not page.locator(".tools").is_visible()
    context.close()


def test_on_paper_notes_are_unfolded_and_buttons_are_gone(page):
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".note-reason").first.is_visible()
    assert not page.locator(".tools, .contents, .scale").first.is_visible()
