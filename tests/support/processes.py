"""Processes of a test's own group, and how they are started and looked for."""

import signal
import subprocess
from pathlib import Path
from typing import Any


def begin(command: list[str], **streams: Any) -> subprocess.Popen[str]:
    """Start `command` in a group of its own, as a terminal does: Ctrl-C reaches it.

    Who was started in the background of a script has Ctrl-C turned off, and so have its children.
    """
    return subprocess.Popen(
        command,
        text=True,
        errors="replace",
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        **streams,
    )


def alive(group: int) -> list[int]:
    """The processes of a group that run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, leader = path.read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(leader) == group and state != "Z":
            found.append(int(path.parent.name))
    return found
