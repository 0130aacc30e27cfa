"""watch: from saving a record to the new page in a browser; no error and no editor ends it."""

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Error, Page

from press.commands.server import Desk
from press.commands.turns import STEP_MS, TRIES, Onlooker, Turns
from tests.support.browser import browsing
from tests.support.processes import alive, begin
from tests.support.projects import project_in

ROOT = Path(__file__).resolve().parents[2]
EVENT = "content/events/2006-08-31-resolution-1706.yaml"
LONG_S = 300  # a bound on every wait, for a busy machine


@dataclass(frozen=True)
class Watching:
    """A small project with a brief, watched by a process of its own.

    `slow` is asked for as soon as it serves, and never comes to an end by itself; `ending` is set
    when the process is about to be stopped, and its pages with it.
    """

    folder: Path
    process: subprocess.Popen[str]
    log: Path
    address: str
    slow: socket.socket
    ending: threading.Event

    def edit(self, name: str, old: str, new: str) -> None:
        """Put other words into a file, as an editor does who saves in one go."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def said(self, words: str, times: int = 1) -> None:
        """Until the process has said `words`."""
        for _ in range(LONG_S * 10):
            if self.log.read_text("utf-8").count(words) >= times:
                return
            time.sleep(0.1)
        raise AssertionError(f"never said: {words}\n{self.log.read_text('utf-8')}")

    def get(self, name: str, host: str = "") -> tuple[int, str]:
        """What the server answers."""
        headers = {"Host": host} if host else {}
        request = urllib.request.Request(self.address + name, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=LONG_S) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            return error.code, ""


@pytest.fixture(scope="module")
def watching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    """The process; its port is taken, so that it must find another."""
    folder = tmp_path_factory.mktemp("watch") / "مشروع"
    shutil.copytree(ROOT / "tests" / "cases" / "base", folder)
    (folder / "content" / "poster.yaml").unlink()
    log = folder / "log.txt"
    with socket.socket() as taken, socket.socket() as slow, log.open("w") as out:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, str(ROOT / "build.py"), "watch"]
        command += ["--project", str(folder), "--port", port]
        process = begin(command, stdout=out, stderr=out)
        held = Watching(folder, process, log, "", slow, threading.Event())
        try:
            held.said("Ctrl-C")
            told = log.read_text("utf-8")
            assert f"port {port} is taken" in told
            address = told.split("the proof: ")[1].split()[0]
            assert address.startswith("http://127.0.0.1:") and port not in address
            held = replace(held, address=address)
            host, _, served = address.removeprefix("http://").strip("/").partition(":")
            slow.settimeout(LONG_S)
            slow.connect((host, int(served)))
            slow.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            held.said("✓")
            yield held
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def page(watching: Watching) -> Iterator[Page]:
    """The served proof in one browser for all tests; anything wrong on its console fails.

    When the watch ends, a browser may say that the connection is gone.
    """
    wrong: list[str] = []

    def note(said: str) -> None:
        if not watching.ending.is_set():
            wrong.append(said)

    with browsing() as browser:
        page = browser.new_page()
        page.on("pageerror", lambda error: note(str(error)))
        page.on("console", lambda said: note(said.text) if said.type == "error" else None)
        page.goto(watching.address)
        yield page
    assert wrong == []


def other(pictures: list[str]) -> str:
    """An expression: whether other pictures are shown."""
    return f"{PICTURES}.join(' ') !== {' '.join(pictures)!r}"


def wait(page: Page, expression: str) -> None:
    """Until an expression is true, whatever page it is asked of meanwhile."""
    for _ in range(LONG_S * 30):
        try:
            if page.evaluate(expression):
                return
        except Error:  # the page is just being loaded again
            pass
        time.sleep(0.03)
    raise AssertionError(f"never true: {expression}\n{page.content()[-3000:]}")


BOX = "document.getElementById('watch')"
PICTURES = "[...document.querySelectorAll('#pages a.leaf img')].map((i) => i.currentSrc || i.src)"


STATE = "document.getElementById('watch-frame').dataset.state"


def test_a_saved_record_is_seen_before_it_is_judged_and_then_as_text_too(watching, page):
    wait(page, "document.body.innerText.includes('17\\u00a0300')")
    wait(page, f"{STATE} === 'passed'")
    before = page.evaluate(PICTURES)
    assert before
    watching.edit(EVENT, "17300", "17500")  # the value and the reading that vouches for it
    wait(page, f"{STATE} === 'waiting' && {other(before)}")
    assert "17\u00a0500" not in page.text_content("#facts")  # of the proof before
    seen = page.evaluate(PICTURES)
    assert page.inner_text("#watch-frame") == "لم تُفحص بعد"
    wait(page, "document.querySelector('#facts').textContent.includes('17\\u00a0500')")
    wait(page, f"{STATE} === 'passed'")
    after = page.evaluate(PICTURES)
    drawn = [n for n, (a, b) in enumerate(zip(before, seen, strict=True)) if a != b]
    assert drawn
    assert [seen[n] for n in drawn] == [after[n] for n in drawn]  # it was no guess
    changed = [n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b]
    # The page of the entry and that of the note; the last has the fingerprint of the content.
    assert 1 not in changed and len(before) in changed and len(changed) >= 3
    assert "GENERATION" not in page.content()


def test_what_breaks_a_rule_is_shown_with_its_fault_and_the_frame_turns_red(watching, page):
    before = page.evaluate(PICTURES)
    watching.edit(EVENT, "brief: |\n", "brief: |\n  حضر 23 وفداً.\n")
    wait(page, f"{STATE} === 'refused' && {BOX}.textContent.includes('[audit/unsourced-number]')")
    assert page.evaluate(PICTURES) != before
    assert page.inner_text("#watch-frame") == "فُحصت ولم تُقبل"
    watching.edit(EVENT, "  حضر 23 وفداً.\n", "")
    wait(page, f"{STATE} === 'passed'")
    assert page.evaluate(PICTURES) == before


def test_a_newer_edit_overtakes_the_one_that_is_being_judged(watching, page):
    printed = watching.log.read_text("utf-8").count("✓")
    before = page.evaluate(PICTURES)
    watching.edit(EVENT, "17500", "17510")
    wait(page, f"{STATE} === 'waiting' && {other(before)}")
    first = page.evaluate(PICTURES)
    page.evaluate("scrollTo(0, 700); location.hash = 'brief.pdf/2'")
    watching.edit(EVENT, "17510", "17520")
    wait(page, other(first))
    wait(page, "document.querySelector('#facts').textContent.includes('17\\u00a0520')")
    assert watching.log.read_text("utf-8").count("✓") == printed + 1
    # The place in the proof and the page that was open are what they were.
    wait(page, "document.getElementById('viewer').open && here === 'brief.pdf/2'")
    assert page.evaluate("viewer.contains(document.getElementById('watch-frame'))")
    page.keyboard.press("Escape")  # as a reader closes it: an empty fragment leads to the top
    wait(page, f"!viewer.open && {STATE} === 'passed' && scrollY === 700")


def test_an_error_is_shown_above_the_last_good_proof_and_gone_with_the_next_save(watching, page):
    shown = page.evaluate(PICTURES)
    watching.edit(EVENT, "actor: security-council", "actor: nowhere")
    wait(page, f"!{BOX}.hidden && {BOX}.textContent.includes('[resolve/unknown-id]')")
    assert f"{EVENT}:3:8" in page.evaluate(f"{BOX}.textContent")
    assert page.inner_text("#watch .fault") == "خطأ: لا توجد جهة بالمعرّف \u2068nowhere\u2069"
    place = page.locator("#watch li p").nth(1)
    assert place.get_attribute("dir") == "ltr"
    edges = page.evaluate("all('#watch li p').map((p) => p.getBoundingClientRect().right)")
    assert max(edges) - min(edges) < 1  # what is read from the left stands at the right as well
    page.evaluate("speak('en')")  # as who reads English turns the proof
    wait(page, f"{BOX}.dir === 'ltr'")
    assert page.inner_text("#watch .fault") == "Error: there is no actor nowhere"
    assert page.inner_text("#watch-frame") == "Judged and refused"
    page.evaluate("speak('ar')")
    assert page.evaluate(PICTURES) == shown
    assert watching.process.poll() is None
    watching.edit(EVENT, "actor: nowhere", "actor: security-council")
    wait(page, f"{BOX}.hidden")
    assert page.evaluate(PICTURES) == shown


def test_a_template_with_a_fault_does_not_end_it_either(watching, page):
    own = watching.folder / "templates" / "brief"
    own.mkdir(parents=True)
    # A folder that was not there is not watched: the record that is saved next has it read.
    (own / "cover.html").write_text("{% if %}", "utf-8")
    watching.edit(EVENT, "17520", "17600")
    wait(page, f"{BOX}.textContent.includes('[render/template-syntax]')")
    shutil.rmtree(watching.folder / "templates")
    watching.edit(EVENT, "17600", "17700")
    wait(page, "document.querySelector('#facts').textContent.includes('17\\u00a0700')")


def test_a_file_that_is_away_for_a_moment_is_waited_for(watching, page):
    path = watching.folder / EVENT
    text = path.read_text("utf-8")
    away = path.with_suffix(".away")
    path.rename(away)
    away.write_text(text.replace("17700", "17800"), "utf-8")
    away.rename(path)
    wait(page, "document.querySelector('#facts').textContent.includes('17\\u00a0800')")
    assert "Traceback" not in watching.log.read_text("utf-8")


class Blind:
    """A bench that cannot draw anything before it is built."""

    def __init__(self) -> None:
        self.built: list[tuple[str, ...]] = []

    def stale(self) -> tuple[str, ...]:
        return ("brief",)

    def look(self, *_: object) -> dict[str, Any]:
        raise KeyError("brief")

    def build(self, names: tuple[str, ...], overtaken: object) -> None:
        self.built.append(names)

    def printed(self, looked: object) -> None:
        """Nothing is printed here."""


def test_what_cannot_be_drawn_before_is_built_all_the_same(tmp_path):
    told: list[object] = []

    async def run() -> Blind:
        project = project_in(tmp_path, day="2026-11-23")
        desk, bench, dirty = Desk(project, "run"), Blind(), asyncio.Event()
        onlooker = Onlooker(print, lambda names, _: told.append(names), print, told.append)
        dirty.set()
        turns = asyncio.create_task(Turns(desk, cast(Any, bench), dirty, onlooker).run())
        while len(told) < 2:
            await asyncio.sleep(0.01)
        turns.cancel()
        return bench

    with ThreadPoolExecutor() as apart:  # Playwright has a loop of its own in this thread
        assert apart.submit(asyncio.run, run()).result(LONG_S).built == [("brief",)]
    assert isinstance(told[0], KeyError)
    assert told[1] == ("brief",)


class Slow(Blind):
    """A bench that draws until what it draws is built as well."""

    def __init__(self) -> None:
        super().__init__()
        self.done = threading.Event()
        self.seen: list[str] = []

    def look(self, names: object, show: object, overtaken: object, ready: Any) -> dict[str, Any]:
        ready()
        assert self.done.wait(LONG_S)
        self.seen.append("seen")
        return {"brief": ()}

    def build(self, names: tuple[str, ...], overtaken: object) -> None:
        self.done.set()

    def printed(self, looked: object) -> None:
        self.seen.append(f"printed {looked}")


def test_an_edit_is_judged_while_it_is_drawn_and_seen_before_it_is_said_to_be(tmp_path):
    async def run() -> Slow:
        project = project_in(tmp_path, day="2026-11-23")
        desk, bench, dirty = Desk(project, "run"), Slow(), asyncio.Event()
        onlooker = Onlooker(print, lambda *_: None, print, print)
        dirty.set()
        turns = asyncio.create_task(Turns(desk, cast(Any, bench), dirty, onlooker).run())
        while len(bench.seen) < 2:
            await asyncio.sleep(0.01)
        turns.cancel()
        return bench

    with ThreadPoolExecutor() as apart:  # Playwright has a loop of its own in this thread
        made = apart.submit(asyncio.run, run()).result(LONG_S)
    assert made.seen == ["seen", "printed {'brief': ()}"]


class Gone:
    """A bench whose files are being replaced: `times` looks find one of them gone."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.looks = 0

    def stale(self) -> tuple[str, ...]:
        self.looks += 1
        if self.looks <= self.times:
            raise FileNotFoundError(2, "No such file or directory")
        return ()

    def look(self, *_: object) -> dict[str, Any]:
        return {}

    def printed(self, looked: object) -> None:
        """Nothing is printed here."""


@pytest.mark.parametrize(("times", "looks", "told"), [(3, 4, 0), (10**6, TRIES, 1)])
def test_a_file_that_is_gone_while_it_is_read_is_looked_for_again(tmp_path, times, looks, told):
    broke: list[BaseException] = []

    async def run() -> Gone:
        project = project_in(tmp_path, day="2026-11-23")
        desk, bench, dirty = Desk(project, "run"), Gone(times), asyncio.Event()
        onlooker = Onlooker(print, print, print, broke.append)
        dirty.set()
        rebuilding = asyncio.create_task(Turns(desk, cast(Any, bench), dirty, onlooker).run())
        while bench.looks < looks or len(broke) < told:
            await asyncio.sleep(0.01)
        await asyncio.sleep(5 * STEP_MS / 1000)  # it might look once more
        rebuilding.cancel()
        return bench

    # Playwright has a loop of its own in this thread.
    with ThreadPoolExecutor() as apart:
        assert apart.submit(asyncio.run, run()).result().looks == looks
    assert len(broke) == told


def test_pictures_are_sent_apart_and_seen_all_the_same(watching, page):
    wait(page, f"{PICTURES}.length > 0")
    assert all("pictures/" in source for source in page.evaluate(PICTURES))
    assert "image/jpeg;base64,/" not in watching.get("")[1]
    small = "document.querySelector('#pages a.leaf img').naturalWidth"
    wait(page, f"{small} > 100")
    page.evaluate("location.hash = 'brief.pdf/1'")
    wait(page, f"one('viewer-image').naturalWidth > 4 * {small}")
    page.evaluate("location.hash = ''")
    assert watching.get("pictures/none")[0] == 404
    assert watching.get("favicon.ico")[0] == 204


def test_the_page_on_disk_has_nothing_of_the_server(watching):
    assert "EventSource" in watching.get("")[1]
    assert "EventSource" not in (watching.folder / "output" / "proof.html").read_text("utf-8")


def test_files_of_the_output_are_served_and_nothing_else_is(watching):
    assert watching.get("report.json")[0] == 200
    assert watching.get(".stamps.json")[0] == 404
    assert watching.get("..%2Fcontent%2Fbrief.yaml")[0] == 404
    assert watching.get("", host="elsewhere.example")[0] == 400


def test_every_answer_says_that_it_is_what_it_is_and_stands_in_no_frame(watching):
    for name in ("", "report.json", "nothing.txt", "favicon.ico"):
        request = urllib.request.Request(watching.address + name)
        try:
            headers = urllib.request.urlopen(request, timeout=LONG_S).headers
        except urllib.error.HTTPError as error:
            headers = error.headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_a_long_name_and_a_link_that_leads_out_are_not_there(watching):
    (watching.folder / "output" / "out.txt").symlink_to("/etc/hostname")
    assert watching.get("x" * 300)[0] == 404
    assert watching.get("out.txt")[0] == 404


def test_a_request_that_never_ends_is_closed(watching):
    assert watching.slow.recv(1000) == b""


def test_it_stops_in_the_middle_of_a_build_without_a_word_and_leaves_no_process(watching, page):
    """Last of all: with a page still listening."""
    told = watching.log.read_text("utf-8")
    proof = (watching.folder / "output" / "proof.html").read_bytes()
    watching.edit(EVENT, "17800", "17900")
    wait(page, f"!{BOX}.hidden && {BOX}.textContent.includes('تُعدّ تجربة جديدة')")
    watching.ending.set()
    os.killpg(watching.process.pid, signal.SIGINT)
    assert watching.process.wait(timeout=LONG_S) == 0
    assert watching.log.read_text("utf-8") == told
    assert (watching.folder / "output" / "proof.html").read_bytes() == proof
    for _ in range(LONG_S * 10):
        if not alive(watching.process.pid):
            break
        time.sleep(0.1)
    assert alive(watching.process.pid) == []
