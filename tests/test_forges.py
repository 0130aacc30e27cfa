"""What a forge or a commit runs is there, and does what it says."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from press.commands.new import begin

ROOT = Path(__file__).resolve().parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_a_commit_is_stopped_by_what_would_stop_the_build(tmp_path):
    (hook,) = HOOKS
    assert hook["language"] == "script" and hook["pass_filenames"] is False
    begin(tmp_path / "p", "en")
    event = tmp_path / "p/content/events/2004-new-wing.yaml"
    entry = ROOT / hook["entry"]
    assert os.access(entry, os.X_OK)
    assert re.search(hook["files"], event.relative_to(tmp_path / "p").as_posix())
    good = subprocess.run([entry], cwd=tmp_path / "p", capture_output=True, text=True)
    assert (good.returncode, good.stdout.count("✓")) == (0, 1), good.stderr
    event.write_text("tittle: x\ndate: 2004\n", "utf-8")
    bad = subprocess.run([entry, "p"], cwd=tmp_path, capture_output=True, text=True)
    assert bad.returncode == 1
    assert "content/events/2004-new-wing.yaml:1:1: error:" in bad.stderr


def test_the_workflow_runs_what_is_there_and_keeps_what_was_made():
    flow = yaml.load((ROOT / "docs/ci/publication.yml").read_text("utf-8"), yaml.BaseLoader)
    (job,) = flow["jobs"].values()
    runs = " ".join(step["run"] for step in job["steps"] if "run" in step)
    assert ".venv/.ready:" in (ROOT / "Makefile").read_text("utf-8")
    assert "make --directory .warraq .venv/.ready" in runs
    assert "build.py --project ." in runs
    assert job["steps"][-1]["with"]["path"] == "output/"


@pytest.mark.parametrize("tool", ["git", "make", "python3-venv"])
def test_windows_and_the_workflow_install_the_same(tool):
    for name in ("docs/windows.md", "docs/ci/publication.yml"):
        assert tool in (ROOT / name).read_text("utf-8")
