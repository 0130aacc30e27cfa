"""What the command line asks of every command, and how its answer is told."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.console import Console

from press.codes.row import Language
from press.commands.terminal import shown
from press.diagnostics import TOLD, Diagnostic, Refusal, for_people
from press.project import Project


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of all commands.

    `output` is the folder that was typed, None where none was; `lang` the language of complaints
    on stderr; `as_json`: whether programs read stdout.
    """

    project: Project
    output: Path | None
    lang: Language
    as_json: bool

    def say(self, text: str) -> None:
        """One line of good news on stdout, coloured in a terminal."""
        if not self.as_json:
            Console(highlight=False, soft_wrap=True).print(text)

    def report(self, diagnostics: tuple[Diagnostic, ...], *, tail: bool = True) -> None:
        """Print diagnostics: for people on stderr, with `--json` for programs on stdout.

        `tail`: whether a last line says that nothing was written.
        """
        if self.as_json:
            narrow = not (sys.stdout.encoding or "").lower().startswith("utf")
            for found in diagnostics[:TOLD]:
                print(found.json_line(ascii_only=narrow))
            return
        whose = partial(self.project.seen, here=Path.cwd())
        for line in for_people(diagnostics, self.lang, tail=tail, whose=whose):
            print(shown(line, sys.stderr), file=sys.stderr)

    @contextmanager
    def complaining(self) -> Iterator[None]:
        """Ends the command with the complaints, and exit code 1, where the block is refused."""
        try:
            yield
        except Refusal as refusal:
            self.report(refusal.diagnostics)
            sys.exit(1)
