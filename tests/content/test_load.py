"""load: YAML as text, with places."""

import gc
import random
import shutil
import time
from pathlib import Path

import pytest

from press.content.load import KnownFiles, load, read_source
from press.content.nodes import Entries, Items, Text
from press.content.validate import KnownRecords, validate
from press.diagnostics import Refusal
from press.project import Project
from tests.support.projects import project_in, typed_in

BASE = Path(__file__).resolve().parent.parent / "cases" / "base" / "content"


def project(folder: Path, **files: str) -> Project:
    """A project whose content/ holds `files`, named without their ending."""
    typed_in(folder, {f"{name}.yaml": text for name, text in files.items()})
    return project_in(folder, home=folder, day="2026-01-01")


def test_nothing_is_interpreted(tmp_path):
    files = load(project(tmp_path, a="time: 12:30\nanswer: no\nnumber: 017\n")).files
    assert files["a.yaml"] == {"time": "12:30", "answer": "no", "number": "017"}


def test_every_value_knows_its_file_line_and_column(tmp_path):
    files = load(project(tmp_path, a="first: x\nlist:\n  - one\n  - deep: two\n")).files
    items = files["a.yaml"]["list"]
    assert isinstance(items, Items)
    deep = items[1]
    assert isinstance(deep, Entries)
    two = deep["deep"]
    assert isinstance(two, Text)
    assert str(two.place) == "content/a.yaml:4:11"


@pytest.mark.parametrize(
    ("yaml", "word", "place"),
    [
        ("text: |\n  one\n  two three\n", "three", "3:7"),
        ("text: >-\n  one two\n  three\n", "three", "3:3"),
        ("text: |2\n    one\n  two\n", "two", "3:3"),
        ('text: "one two"\n', "two", "1:12"),
        ("text: one\n  two\n", "two", "2:3"),
        ("text: |\n\n  أول\n\n  ثانٍ هنا\n", "هنا", "5:8"),
        ("other: x\ntext: 'قال: «نعم»'\n", "«نعم»", "2:13"),
    ],
)
def test_a_word_inside_a_text_has_its_place_in_every_style(tmp_path, yaml, word, place):
    text = load(project(tmp_path, a=yaml)).files["a.yaml"]["text"]
    assert isinstance(text, Text)
    assert str(text.at(text.index(word))) == f"content/a.yaml:{place}"


def test_all_problems_of_all_files_come_together(tmp_path):
    broken = project(tmp_path, a="x: 1\nx: 2\n", b="- a list\n", c="x: [\n")
    with pytest.raises(Refusal) as refusal:
        load(broken)
    codes = [d.code for d in refusal.value.diagnostics]
    assert codes == ["load/duplicate-key", "load/not-a-map", "load/not-yaml"]


def test_a_file_that_is_not_utf8_is_named_with_its_place(tmp_path):
    broken = project(tmp_path)
    (tmp_path / "content" / "a.yaml").write_bytes("x: 1\ny: أو ".encode() + b"\xe9\n")
    with pytest.raises(Refusal, match=r"content/a\.yaml:2:7: error: .*UTF-8"):
        load(broken)


@pytest.mark.parametrize("line", ["\u00a0k{n}: كلمة\n", "k{n}: كلمة كلمة # كلمة\n"])
def test_the_time_to_read_a_file_grows_with_its_length_and_no_faster(line):
    def seconds(signs: int) -> float:
        """Of the processor's time, so that a busy machine makes no difference."""
        source = "".join(line.format(n=number) for number in range(signs // len(line)))
        gc.disable()  # else it looks through all that other tests left behind, again and again
        try:
            begin = time.process_time()
            read_source(source, "a.yaml")
            return time.process_time() - begin
        finally:
            gc.enable()

    few = min(seconds(120_000) for _ in range(3))
    # 16 times, by its square; the first that is soon enough settles it.
    assert any(seconds(480_000) < 10 * few + 0.05 for _ in range(3))


def test_what_is_read_again_after_an_edit_is_as_read_anew(tmp_path):
    shutil.copytree(BASE, tmp_path / "content")
    ours = project_in(tmp_path)
    event = tmp_path / "content" / "events" / "2006-08-31-resolution-1706.yaml"
    shared = tmp_path / "content" / "publication.yaml"
    brief, spoilt = event.read_text("utf-8"), shared.read_text("utf-8")
    edits = [
        (event, brief.replace("brief: |\n", "brief: |\n  وقيل.\n", 1)),
        (event, f"# a line more\n{brief}"),
        (event, f"{brief}\nstrange: 1\n"),
        (event, f"{brief}\n: ["),
        (shared, f"{spoilt}\nsymbols: 'X+'\n"),
        (event, brief),
        (shared, spoilt),
    ]
    files: KnownFiles = {}
    records: KnownRecords = {}

    def said(*known: dict) -> str:
        try:
            return repr(validate(load(ours, *known[:1]), *known[1:]))
        except Refusal as refusal:
            return repr(refusal.diagnostics)

    assert said(files, records) == said()
    for path, text in [*edits, *random.Random(7).choices(edits, k=12)]:
        path.write_text(text, "utf-8")
        assert said(files, records) == said()
