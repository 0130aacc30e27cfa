"""The guide is performed step by step, in both languages; in English it is printed as well."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

import build as front
from press.pdf.pages import read_pages

ROOT = Path(__file__).resolve().parent.parent
PRINT = ["--project", "library"]


@dataclass(frozen=True)
class Step:
    """A block of the guide: files to write, commands to type or what they say."""

    kind: str
    text: str
    file: str = ""
    more: bool = False


def steps(guide: Path) -> list[Step]:
    """The blocks of the guide; a file to write is the last that the words before it name."""
    found, words, block, kind = [], "", "", ""
    for line in guide.read_text("utf-8").splitlines(keepends=True):
        if not line.startswith("```"):
            words, block = (words, block + line) if kind else (words + line, "")
        elif kind:
            paragraph = words.strip().split("\n\n")[-1]
            sentence = re.split(r"(?<=[.:]) ", paragraph)[-1]
            files = re.findall(r"`([\w./-]+\.(?:yaml|csv))`", paragraph)
            file = files[-1] if kind in ("yaml", "csv") else ""
            more = bool(re.match("Add to|أضف إلى", sentence))
            found.append(Step(kind, block, file, more))
            words, block, kind = "", "", ""
        else:
            kind = line[3:].strip()
    return found


def perform(found: list[Step], *, printing: bool) -> None:
    """Perform the steps in this folder, but for those that print unless that is asked for."""
    said = ""
    for step in found:
        match step.kind:
            case "yaml" | "csv":
                before = Path(step.file).read_text("utf-8") if step.more else ""
                Path(step.file).write_text(before + step.text, "utf-8")
            case "sh":
                said = ""
                for line in step.text.splitlines():
                    python, script, *words = shlex.split(line)
                    assert (python, script) == ("python", "build.py")
                    if printing or words != PRINT:
                        done = CliRunner().invoke(front.main, words)
                        said += done.stderr + done.stdout
                        assert done.exit_code == ("error:" in done.stderr), said
            case "text":
                for line in step.text.splitlines():
                    assert line in said, said


@pytest.mark.parametrize("name", ["guide.md", "guide.ar.md"])
def test_every_step_of_the_guide_does_what_it_says(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = steps(ROOT / "docs" / name)
    printed = name == "guide.md"
    perform(found, printing=printed)
    if printed:
        table = re.findall(r"^\| (`[^|]+) \| ", (ROOT / "docs" / name).read_text("utf-8"), re.M)
        told = [
            file for cell in table for file in re.findall(r"`([\w-]+\.(?:pdf|png|html))`", cell)
        ]
        assert len(told) == 9
        assert [file for file in told if not (tmp_path / "library/output" / file).is_file()] == []
        press = (tmp_path / "library/output/poster-press.pdf").read_bytes()
        assert len(read_pages(press)) == 1


def test_both_guides_ask_for_the_same_commands_in_the_same_order():
    typed = [
        [step.text for step in steps(ROOT / "docs" / name) if step.kind == "sh"]
        for name in ("guide.md", "guide.ar.md")
    ]
    assert typed[0] == typed[1]
    assert len(typed[0]) >= 6


def test_a_sheet_is_a_press_file_after_three_commands_of_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    way = readme.split("**I have a spreadsheet.**")[1].split("**")[0].split("\n## ")[0]
    commands = re.findall(r"`(python build\.py [^`]+)`", " ".join(way.split()))
    assert [command.split()[2:4] for command in commands[:2]] == [
        ["new", "DIR"],
        ["--project", "DIR"],
    ]
    begun = [step.text.split()[2:] for step in steps(ROOT / "docs/guide.md") if step.kind == "sh"]
    assert begun[0] == ["new", "library", "--from", "timeline.csv"]
    assert PRINT in begun
    assert "\nmake  " in readme  # the first of the three
