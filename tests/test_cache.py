"""The store: kept work saves time and changes nothing else."""

import hashlib
import inspect
import os
import pickle
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from press import publication
from press.cache import Store, open_store
from press.codes.row import Part
from press.diagnostics import Diagnostic, Place, Refusal
from press.pdf.pages import Page
from press.pipeline import Watch, build
from press.preflight import apart as judging_apart
from press.preflight import preflight, verdict
from press.preflight.finding import Finding
from press.preflight.inspection import Inspected
from press.preflight.rules.table import ADVISING
from press.products import products_of
from press.project import Project
from press.render.render import Html
from press.stamps import STAMPS
from press.tasks import Alone
from press.typeset.gather import gather
from press.typeset.gathering import Gathering
from press.workers import Crew, alone
from tests.support.door import DOOR
from tests.support.projects import OURS, project_in, typed_in
from tests.support.small import tiny
from tests.typeset.test_gather import HTMLS

ROOT = Path(__file__).resolve().parent.parent
LONG_S = 300  # a bound on every wait, for a busy machine
BASE = ROOT / "tests" / "cases" / "base" / "content"


class Counting(Alone):
    """Does tasks in this process and remembers which."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def submit(self, fn, /, *args, **kwargs):
        self.done.append(fn.__name__)
        return super().submit(fn, *args, **kwargs)


def timeless(gathered: tuple[Gathering, ...]) -> list[Gathering]:
    return [replace(gathering, seconds=None) for gathering in gathered]


def set_with(store: Store, htmls: tuple[Html, ...] = HTMLS) -> tuple[list[Gathering], list[str]]:
    """The gatherings, and the tasks that they took."""
    counting = Counting()
    made = gather(htmls, OURS, Crew([counting]), store=store)
    return timeless(made), counting.done


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "work", "engine 1")


def test_what_is_kept_is_given_back(store):
    page = Page(3, 210.0, 297.0, ())
    store.put(store.key("page", "a"), page)
    assert store.get(store.key("page", "a"), Page) == page
    assert store.get(store.key("page", "b"), Page) is None


def test_advice_is_given_back_with_values_of_every_kind(store):
    values = {
        "full": 0.25, "least": 1,
        "text": "س",
        "parts": (Part("more", {"left": 2.5}),), "names": ("a", "b"),
    }  # fmt: skip
    place = Place("brief.pdf", 2)
    advice = (Diagnostic("preflight/thin-page", place, values, "advice", case="last"),)
    key = store.key("advice")
    store.put(key, advice)
    assert store.get(key, tuple[Diagnostic, ...]) == advice


def test_another_engine_or_style_finds_nothing(store):
    store.put(store.key("x"), 1)
    other = replace(store, base="engine 2")
    assert other.get(other.key("x"), int) is None


def test_a_store_that_does_not_read_gives_nothing_and_still_keeps(store):
    forced = replace(store, reads=False)
    forced.put(store.key("x"), 2)
    assert forced.get(store.key("x"), int) is None
    assert store.get(store.key("x"), int) == 2


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\0" * 500])
def test_a_damaged_entry_is_thrown_away(store, damage):
    key = store.key("x")
    store.put(key, 1)
    (store.folder / key).write_bytes(damage)
    assert store.get(key, int) is None
    assert not (store.folder / key).exists()


def test_a_byte_that_changed_is_noticed_and_so_is_an_entry_under_a_wrong_name(store):
    key, other = store.key("x"), store.key("y")
    store.put(key, "text")
    data = bytearray((store.folder / key).read_bytes())
    (store.folder / other).write_bytes(data)
    assert store.get(other, str) is None
    data[-3] ^= 1
    (store.folder / key).write_bytes(data)
    assert store.get(key, int) is None


def signed(store: Store, key: str, held: bytes) -> Path:
    """An entry that somebody made who knows how ours are signed."""
    path = store.folder / key
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(hashlib.sha256(key.encode() + held).digest() + held)
    return path


class Harm:
    """What a pickle could do."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("false",)


@pytest.mark.parametrize(
    "held",
    [
        pickle.dumps(Harm()),
        msgspec.msgpack.encode("a text"),
        msgspec.msgpack.encode({"pages": 1, "anchors": "no map"}),
        msgspec.msgpack.encode([1, 2, 3]),
        msgspec.msgpack.encode(None)[:0],
        b"\x91" * 100_000 + b"\xc0",  # lists in lists
    ],
)
def test_an_entry_of_another_type_is_data_and_is_thrown_away(store, held):
    path = signed(store, store.key("x"), held)
    assert store.get(store.key("x"), Gathering) is None
    assert not path.exists()


def test_what_is_no_data_is_not_kept(store):
    with pytest.raises(TypeError):
        store.put(store.key("x"), os.system)
    assert store.get(store.key("x"), int) is None


def test_a_pipe_a_link_and_a_folder_in_the_store_are_passed_over(store):
    store.folder.mkdir()
    key = store.key("x")
    signed(store, "elsewhere", b"\x01")
    os.mkfifo(store.folder / key)
    assert store.get(key, int) is None
    (store.folder / key).unlink()
    (store.folder / key).mkdir()
    assert store.get(key, int) is None
    (store.folder / key).rmdir()
    (store.folder / key).symlink_to(store.folder / "elsewhere")
    assert store.get(key, int) is None


@pytest.mark.parametrize("level", [0, 1])
def test_a_store_that_is_a_link_is_none(tmp_path, level):
    """Who hands an output folder over could have others' files thrown away."""
    store = Store(tmp_path / "output" / ".kept" / "work", "engine 1")
    others = tmp_path / "others" / "work"
    others.mkdir(parents=True)
    (others / "theirs").write_bytes(b"x" * 100)
    (store.folder, store.folder.parent)[level].parent.mkdir(parents=True)
    (store.folder, store.folder.parent)[level].symlink_to((others, others.parent)[level])
    store.put(store.key("x"), 1)
    store.tidy(limit=10)
    assert [path.name for path in others.iterdir()] == ["theirs"]
    assert store.get(store.key("x"), int) is None


def test_the_oldest_goes_when_there_is_too_much(store):
    for age, name in enumerate(("new", "older", "oldest")):
        store.put(store.key(name), bytes(1000))
        os.utime(store.folder / store.key(name), (10_000 - age, 10_000 - age))
    store.tidy(limit=2500)
    assert store.get(store.key("oldest"), bytes) is None
    assert store.get(store.key("new"), bytes) is not None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_harms_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    blocked = Store(tmp_path / "file" / "work", "engine")
    blocked.put(blocked.key("x"), 1)
    assert blocked.get(blocked.key("x"), int) is None
    blocked.tidy()


def test_kept_gatherings_are_the_same_bytes_without_a_task(store):
    first, tasks = set_with(store)
    again, none = set_with(store)
    assert tasks
    assert none == []
    assert again == first == timeless(gather(HTMLS, OURS, alone()))


def test_a_changed_word_sets_its_own_gathering_again_and_no_other(store):
    set_with(store)
    changed = tuple(replace(h, text=h.text.replace("كلمة 7 ", "لفظة 7 ")) for h in HTMLS)
    made, tasks = set_with(store, changed)
    assert tasks == ["lay", "press"]
    assert made == timeless(gather(changed, OURS, alone()))


def test_when_a_page_more_is_needed_all_that_carries_a_folio_is_right_again(store):
    before, _ = set_with(store)
    long = "<p>فقرة أخرى تطول</p>" * 12
    grown = tuple(
        replace(h, text=h.text.replace('<h2 id="late">', f'{long}<h2 id="late">')) for h in HTMLS
    )
    made, _ = set_with(store, grown)
    assert [g.first for g in made][2:] != [g.first for g in before][2:]
    assert made == timeless(gather(grown, OURS, alone()))


# What an editor does to a publication of some records: names of files, and what they say.
Said = dict[str, str]


def says_more(said: Said, draw: random.Random) -> None:
    name = draw.choice([name for name in said if name.startswith("events/")])
    word = draw.choice(("ثم", "وقد", "كذلك"))
    said[name] = said[name].replace("brief: |\n  ", f"brief: |\n  {word} جاء هذا بعد نقاش. ", 1)


def moves_a_file(said: Said, draw: random.Random) -> None:
    name = draw.choice([name for name in said if name.startswith("events/")])
    stem = Path(name).stem.removeprefix("2006-08-31-")
    moved = draw.choice([f"events/{stem}.yml", f"events/2006-08-31-{stem}.yaml"])
    said[moved] = said.pop(name)


def turns_the_order(said: Said, draw: random.Random) -> None:
    there, other = "[opening, closing]", "[closing, opening]"
    text = said["brief.yaml"]
    said["brief.yaml"] = text.replace(there, other) if there in text else text.replace(other, there)


def put(project: Project, said: Said) -> None:
    shutil.rmtree(project.root / "content")
    typed_in(project.root, said)


@pytest.mark.parametrize("seed", [1])
def test_edits_undos_and_moves_of_files_end_with_the_bytes_of_a_build_from_nothing(tmp_path, seed):
    project = tiny(tmp_path)
    content = project.root / "content"
    said = {
        p.relative_to(content).as_posix(): p.read_text("utf-8") for p in content.rglob("*.yaml")
    }
    draw = random.Random(seed)
    before = [dict(said)]
    for _ in range(4):
        if len(before) > 1 and draw.random() < 0.25:
            before.pop()
            said = dict(before[-1])
        else:
            draw.choice((says_more, moves_a_file, turns_the_order))(said, draw)
            before.append(dict(said))
        put(project, said)
        build(project, ("brief",), Watch(), alone(), open_store(project))
    made = (project.output / "brief.pdf").read_bytes()
    shutil.rmtree(project.output)
    build(project, ("brief",), Watch(), alone(), open_store(project))
    assert (project.output / "brief.pdf").read_bytes() == made


def test_two_builds_at_once_and_one_that_is_killed_leave_a_sound_store(tmp_path):
    tiny(tmp_path)
    door = [*DOOR, "--project", str(tmp_path), "brief"]
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    one, two, three = (
        subprocess.Popen([*door, "--force", "--jobs", "1"], **options) for _ in range(3)
    )
    three.kill()
    assert (one.wait(LONG_S), two.wait(LONG_S)) == (0, 0)
    three.wait()
    first = (tmp_path / "output" / "brief.pdf").read_bytes()
    (tmp_path / "output" / STAMPS).unlink()
    assert subprocess.run(door, **options, timeout=LONG_S).returncode == 0
    assert (tmp_path / "output" / "brief.pdf").read_bytes() == first


def test_words_of_the_brief_alone_leave_the_poster_and_all_that_is_made_of_it(tmp_path):
    shutil.copytree(BASE, tmp_path / "content")
    project = project_in(tmp_path)
    event = tmp_path / "content" / "events" / "2006-08-31-resolution-1706.yaml"
    with (tmp_path / "content" / "poster.yaml").open("a") as poster:
        poster.write("paper: A3\n")
    made = []
    tasks = []
    derived = []
    for words in ("", "", "وذكرت الصحف ذلك.\n  "):
        event.write_text(
            event.read_text("utf-8").replace("brief: |\n  ", f"brief: |\n  {words}"), "utf-8"
        )
        crew = Counting()
        build(project, ("brief", "poster"), Watch(), Crew([crew]), open_store(project))
        tasks.append(set(crew.done))
        derived.append(crew.done.count("derive_poster"))
        files = [*sorted(project.output.glob("poster*")), project.output / "brief.pdf"]
        made.append({file.name: file.read_bytes() for file in files})
    first, again, edited = tasks
    assert derived == [len(products_of(project)["poster"].forms) - 1, 0, 0]  # a task a form
    of_the_press = {"set_for_press", "judge_pressed", "judge_same_on_press"}
    made_of_pages = {"derive_poster", "derive_brief", "judge_sheets", "lay", "measured"}
    assert of_the_press | made_of_pages <= first
    assert again == set()
    of_the_poster = {"derive_poster", "judge_picture", "judge_whole"}
    of_the_brief = of_the_press | {"derive_brief", "judge_sheets"}
    assert not edited & of_the_poster
    assert edited == {"lay", "press", "review", "inspect_file", "draw", "sweep"} | of_the_brief
    assert made[0] == made[1]
    changed = {name for name, data in made[2].items() if data != made[1][name]}
    assert changed == {"brief.pdf"}
    shutil.rmtree(project.output)
    build(project, ("poster",), Watch(), alone(), open_store(project))
    for name in made[0].keys() - {"brief.pdf"}:
        assert (project.output / name).read_bytes() == made[0][name]


@pytest.mark.parametrize(("large", "apart"), [(8_000_000, None), (0, None), (0, Counting())])
def test_what_is_found_at_the_very_end_stops_the_build_and_is_not_kept(
    tmp_path, monkeypatch, large, apart
):
    for module in (preflight, publication, verdict):
        monkeypatch.setattr(module, "LARGE", large)
    project = tiny(tmp_path)
    crew = Crew([Alone()], apart=apart)

    def archive_file(seen: Inspected) -> Iterator[Finding]:
        yield Finding(0, case="id")

    for _ in range(2):  # not kept as sound
        with monkeypatch.context() as patch, pytest.raises(Refusal, match="archive-file"):
            for module in (preflight, judging_apart):
                patch.setattr(module, "FOR_ALL", (archive_file,))
            build(project, ("brief",), Watch(), crew, open_store(project))
        assert not (project.output / "brief.pdf").exists()
    build(project, ("brief",), Watch(), crew, open_store(project))
    assert (project.output / "brief.pdf").exists()
    assert apart is None or apart.done == ["bind", "advise_here", "judge_here"] * 3


def test_a_large_file_is_bound_and_inspected_apart_and_is_the_same(tmp_path, monkeypatch):
    files = []
    for large in (8_000_000, 0):
        for module in (preflight, publication, verdict):
            monkeypatch.setattr(module, "LARGE", large)
        project = project_in(tmp_path / str(large))
        shutil.copytree(BASE, project.root / "content")
        apart = Counting()
        build(project, ("brief",), Watch(), Crew([Alone()], apart=apart))
        files.append((project.output / "brief.pdf").read_bytes())
        assert apart.done == (["bind", "advise_here", "judge_here"] if large == 0 else [])
    assert files[0] == files[1]


def test_what_every_file_is_inspected_for_is_never_mere_advice():
    assert preflight.FOR_ALL
    for rule in {*preflight.FOR_ALL, *preflight.COMPLETE} - {*ADVISING}:
        assert "advice" not in inspect.getsource(rule), rule.__name__
