"""Runs a command whatever its streams are: closed, full, of another encoding; or interrupted."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import NoReturn

# Exit codes: what was asked for could not be done; it was interrupted, as a shell has it.
FAILED, INTERRUPTED = 1, 130


def run(command: Callable[[], object]) -> NoReturn:
    """Run `command` and end the process with its exit code, without a traceback of the streams'.

    What a stream cannot say is said with replacements; SIGTERM ends the work as Ctrl-C does.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed by whoever called us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        else:
            with suppress(AttributeError, ValueError):
                getattr(sys, name).reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, _interrupt)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # as in the background of a script
        signal.signal(signal.SIGINT, _interrupt)
    try:
        try:
            command()
            code: object = 0
        except SystemExit as end:
            code = end.code
        sys.stdout.flush()
    except KeyboardInterrupt:
        with suppress(OSError):
            print("interrupted; nothing was written.", file=sys.stderr)
        code = INTERRUPTED
    except OSError as error:
        if error.filename is not None:
            raise
        with suppress(OSError):
            print(f"what was to be said cannot be: {error.strerror}", file=sys.stderr)
        code = FAILED
    # Python would flush the streams again, and complain again.
    _deaf(sys.stdout.fileno())
    sys.exit(code if isinstance(code, int | str) else 0)


def _deaf(handle: int) -> None:
    """Let nothing more reach a stream that has been flushed."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, handle)
        os.close(nowhere)


def _interrupt(number: int, frame: FrameType | None) -> None:
    stop_server()
    raise KeyboardInterrupt


def stop_server() -> None:
    """End the process that starts others, and start no more.

    It imports the engine first, for seconds on a busy machine, and who asked it for a process waits
    for that: a thread, and so the end of ours.
    """
    module = sys.modules.get("multiprocessing.forkserver")
    server = getattr(module, "_forkserver", None)
    if server is None or not getattr(server, "_forkserver_pid", None):
        return

    def refuse() -> None:
        raise OSError("this process is ending")

    server.ensure_running = refuse
    with suppress(OSError):
        os.kill(server._forkserver_pid, signal.SIGKILL)
