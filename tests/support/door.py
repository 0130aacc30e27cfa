"""The front door, `python build.py WORDS`: as a process of its own, or in this one."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from build import main
from press.project import HOME

DOOR = [sys.executable, str(HOME / "build.py")]


def door(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """What a process says that is started anew, with more variables of the environment."""
    command = [*DOOR, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **variables})


def said(*words: str | Path) -> Result:
    """What is said without the seconds that a process takes to begin."""
    return CliRunner().invoke(main, [str(word) for word in words])
