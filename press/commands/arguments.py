"""How the words of a command line are read, in any order and without the name of a command."""

from __future__ import annotations

import click

# What a fact's sources make of it: press.content.facts.Status, which is too dear to import here.
STATUSES = ("agreed", "single", "resolved", "unresolved", "unconfirmed")
# The options of all commands, and whether a word follows them.
COMMON = {"--project": True, "--output": True, "--lang": True, "--json": False}


class Front(click.Group):
    """Takes the options of all commands in any place, and runs `build` when no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the common options first, and `build` before a first word that is no command."""
        first: list[str] = []
        rest = list(args)
        for index in reversed(range(len(rest))):
            option = rest[index].partition("=")[0]
            if option in COMMON:
                width = 2 if COMMON[option] and "=" not in rest[index] else 1
                first = rest[index : index + width] + first
                del rest[index : index + width]
        named = next((word for word in rest if not word.startswith("-")), None)
        if named not in self.commands and "--help" not in rest:
            rest = ["build", *rest]
        return super().parse_args(ctx, [*first, *rest])


def read_share(_: click.Context, __: click.Parameter, typed: str) -> tuple[int, int]:
    """`2/5` as numbers. Raises click.BadParameter for what is no share."""
    first, slash, of = typed.partition("/")
    if not (slash and first.isdecimal() and of.isdecimal() and 1 <= int(first) <= int(of)):
        raise click.BadParameter(f"{typed} is no share: type its number and how many, as 1/4")
    return int(first), int(of)


PROJECTS = click.option(
    "--projects", metavar="'DIR/*'", help="The folders of many publications, in one run."
)
SHARD = click.option(
    "--shard", "share", metavar="I/N", default="1/1", callback=read_share,
    help="Only this share of them, so that several machines have one each.",
)  # fmt: skip
