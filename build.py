"""The front door of Warraq: arguments, what is shown, exit code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

HERE = Path(__file__).resolve().parent
OWN_PYTHON = HERE / ".venv" / "bin" / "python"

try:
    from press.commands.unchanged import said_of, standing

    # What has not changed is told before what reads the command line is even imported.
    if __name__ == "__main__" and (answer := standing(sys.argv[1:], HERE)):
        print(*answer, sep="\n")
        sys.exit(0)
    import click
    from rich.console import Console
except ModuleNotFoundError:
    # Somebody typed `python build.py` with the system's Python: use our own when it is there.
    if OWN_PYTHON.exists() and Path(sys.prefix).resolve() != (HERE / ".venv").resolve():
        os.execv(OWN_PYTHON, [str(OWN_PYTHON), *sys.argv])
    sys.exit("Warraq is not set up here yet: type `make` in its folder, then try again.")

from press.commands.progress import watched
from press.commands.streams import INTERRUPTED
from press.commands.streams import run as run_command
from press.commands.terminal import shown
from press.diagnostics import TOLD, Diagnostic, Refusal, for_people
from press.fingerprint import made_by_last_build, unchanged
from press.products import SITE, products_of
from press.project import Project, open_project
from press.write import finish

if TYPE_CHECKING:  # what has not changed is told without the engine
    from press.workers import Crew

# What a fact's sources make of it: press.content.facts.Status, which is too dear to import here.
STATUSES = ("agreed", "single", "resolved", "unresolved", "unconfirmed")
# Exit code of `changes` when something printed has changed; 1 is for problems, 2 for wrong usage.
CHANGED = 3


class Front(click.Group):
    """Takes the options of all commands in any place, and runs `build` when no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the common options first, and `build` before a first word that is no command."""
        first: list[str] = []
        rest = list(args)
        for index in reversed(range(len(rest))):
            option = rest[index].partition("=")[0]
            if option in ("--project", "--output", "--lang", "--json"):
                width = 2 if option != "--json" and "=" not in rest[index] else 1
                first = rest[index : index + width] + first
                del rest[index : index + width]
        named = next((word for word in rest if not word.startswith("-")), None)
        if named not in self.commands and "--help" not in rest:
            rest = ["build", *rest]
        return super().parse_args(ctx, [*first, *rest])


def read_share(_: click.Context, __: click.Parameter, typed: str) -> tuple[int, int]:
    """`2/5` as numbers, or a complaint about the command line."""
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


@click.group(cls=Front)
@click.option(
    "--project", "root", type=click.Path(file_okay=False, path_type=Path), default=HERE,
    help="The folder with content/, templates/ and styles/ (this one unless named).",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path),
    help="Where the PDFs go (the project's folder output/ unless named).",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["en", "ar"]), default="en",
    help="The language of complaints on stderr: English unless named.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print diagnostics as JSON lines on stdout.")
@click.pass_context
def main(ctx: click.Context, root: Path, output: Path | None, lang: str, as_json: bool) -> None:
    """Warraq prints Arabic briefs and timeline posters from records, and refuses what is wrong."""
    try:
        ctx.obj = (open_project(root, output), as_json)
        finish(ctx.obj[0].output)
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    except Refusal as refusal:
        report(refusal.diagnostics, as_json)
        sys.exit(1)


@main.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--force", is_flag=True, help="Build again what has not changed.")
@click.option(
    "--jobs", type=click.IntRange(1), default=os.cpu_count(), show_default="one a core",
    help="How many processes typeset side by side; 1 is this one.",
)  # fmt: skip
@click.option("--scheduler", metavar="ADDRESS", help="Typeset on the Dask cluster at ADDRESS.")
@PROJECTS
@SHARD
@click.pass_obj
def build(
    obj: tuple[Project, bool],
    names: tuple[str, ...],
    force: bool,
    jobs: int,
    scheduler: str | None,
    projects: str | None,
    share: tuple[int, int],
) -> None:
    """Build all publications, or those named (brief, poster); unchanged ones are left alone."""
    project, as_json = obj
    if projects:
        build_editions(projects, share, names, jobs, scheduler, force=force)
    known = products_of(project)
    if strange := [n for n in names if n not in known]:
        raise click.UsageError(f"there is no publication {strange[0]}; known: {', '.join(known)}")
    wanted = tuple(names or known)[share[0] - 1 :: share[1]]
    kept = set() if force else unchanged(project, wanted)
    for line in said_of(project, kept):
        say(as_json, line)
    if todo := tuple(n for n in wanted if n not in kept):
        with crew(jobs, scheduler, project, as_json=as_json) as workers:
            run(project, todo, as_json, workers, force=force)


@main.command()
@PROJECTS
@SHARD
@click.pass_obj
def plan(obj: tuple[Project, bool], projects: str | None, share: tuple[int, int]) -> None:
    """Say what would be made, from which files, with a hash of all that it depends on."""
    from press.commands import editions
    from press.commands import plan as planned

    project, as_json = obj
    output = click.get_current_context().find_root().params["output"]
    try:
        if projects:
            found = editions.find(projects, output, share)
            rows = [*planned.plan((one.name, one.project) for one in found.orders)]
        else:
            rows = [*planned.plan([("", project)])][share[0] - 1 :: share[1]]
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    refused = [one for held in (found.refused if projects else ()) for one in held.found]
    report(tuple(refused), as_json=False, tail=False)
    print(planned.as_json(rows) if as_json else "\n".join(planned.lines(rows)))
    sys.exit(1 if refused else 0)


@main.command()
@click.pass_obj
def check(obj: tuple[Project, bool]) -> None:
    """Read and audit all records; typeset nothing."""
    from press.pipeline import Watch
    from press.pipeline import check as check_records

    project, as_json = obj
    with complaining(as_json):
        edition, advice = check_records(project, Watch())
    report(advice, as_json)
    say(as_json, f"[green]✓[/green] {len(edition.entries)} records, {len(edition.facts)} facts")


@main.command()
@click.option("--csv", "as_csv", is_flag=True, help="Print the ledger as CSV.")
@click.option("--status", type=click.Choice(STATUSES), help="Only facts of this status.")
@click.option("--source", help="Only facts that this source attests.")
@click.pass_obj
def facts(obj: tuple[Project, bool], as_csv: bool, status: str | None, source: str | None) -> None:
    """Show the fact ledger: id, printed value, status, what each source says, where it is used."""
    from press.commands import facts as listing
    from press.content import ledger
    from press.fingerprint import content_fingerprint
    from press.pipeline import Watch
    from press.pipeline import check as check_records
    from press.report.report import NAME, printed_in

    project, as_json = obj
    with complaining(as_json):
        edition, _ = check_records(project, Watch())
    if source and source not in edition.sources:
        raise click.UsageError(f"there is no source {source}; content/sources.yaml has them")
    rows = ledger.choose(ledger.ledger(edition), status, source)
    if as_json:
        print(ledger.as_json(rows))
    elif as_csv:
        print(ledger.as_csv(rows), end="")
    else:
        told = project.output / NAME
        report_bytes = told.read_bytes() if told.is_file() else b""
        printed = printed_in(report_bytes, content_fingerprint(project))
        wide = None if sys.stdout.isatty() else 200
        Console(width=wide).print(
            listing.table(rows, printed, lambda text: shown(text, sys.stdout))
        )
        for line in listing.summary(edition, rows):
            say(as_json, line)


@main.command()
@click.argument("name")
@click.pass_obj
def release(obj: tuple[Project, bool], name: str) -> None:
    """Freeze this edition under output/releases/NAME: files, facts and records; for good."""
    from press.commands.current import bring_up_to_date
    from press.release.release import as_told, check_name, freeze, refuse_draft
    from press.report.report import NAME as REPORT

    project, as_json = obj
    with complaining(as_json):
        check_name(project, name)
        products = tuple(products_of(project))
        edition, said = watched(as_json, lambda watch: bring_up_to_date(project, products, watch))
        refuse_draft(draft=edition.masthead.draft)
        files = [file for made in made_by_last_build(project).values() for file in made]
        made = freeze(project, name, [*files, REPORT], said, edition.beside)
    if as_json:
        print(as_told(made))
    where = f"{project.output.name}/{made.folder.relative_to(project.output).as_posix()}"
    say(as_json, f"[green]✓[/green] {where}  {len(made.files)} files, {len(said.facts)} facts")


@main.command()
@click.option(
    "--since", metavar="NAME", help="The release to compare with (the newest unless named)."
)
@click.pass_obj
def changes(obj: tuple[Project, bool], since: str | None) -> None:
    """Say what changed since a release, and print a corrigendum; exit code 3 when print did."""
    from press.commands import changes as compared
    from press.commands import changes_text as listing
    from press.commands.corrigendum import corrigendum

    project, as_json = obj
    products = tuple(products_of(project))
    with complaining(as_json):
        found = watched(as_json, lambda watch: compared.changes(project, products, since, watch))
        sheet = corrigendum(project, found)
    if as_json:
        print(listing.as_json(found, f"{project.output.name}/{sheet.file}" if sheet else ""))
    else:
        for line in listing.lines(found):
            print(shown(line, sys.stdout))
        if sheet:
            pages = f"{sheet.pages} page{'s' if sheet.pages != 1 else ''}"
            say(as_json, f"[green]✓[/green] {project.output.name}/{sheet.file}  {pages}")
    sys.exit(CHANGED if found.reprint else 0)


@main.command()
@click.pass_obj
def doctor(obj: tuple[Project, bool]) -> None:
    """Say what this system has of all that Warraq needs, to paste into a bug report."""
    from press.commands import doctor as examined

    project, as_json = obj
    signs = examined.examine_system(project)
    print(examined.as_json(signs) if as_json else "\n".join(examined.lines(signs)))
    sys.exit(0 if all(sign.ok for sign in signs) else 1)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--language", type=click.Choice(["ar", "en"]),
    help="The language that it is written in: Arabic, or with --from that of the rows.",
)  # fmt: skip
@click.option(
    "--from", "sheet_file", metavar="FILE", type=click.Path(path_type=Path),
    help="A spreadsheet whose rows become its records.",
)  # fmt: skip
@click.option("--sheet", metavar="NAME", default="", help="See import.")
@click.option("--columns", metavar="MAP.yaml", type=click.Path(path_type=Path), help="See import.")
@click.pass_obj
def new(
    obj: tuple[Project, bool],
    folder: Path,
    language: str | None,
    sheet_file: Path | None,
    sheet: str,
    columns: Path | None,
) -> None:
    """Begin a publication in the empty folder DIR: it builds at once."""
    from press.commands.new import begin

    _, as_json = obj
    if not sheet_file and (sheet or columns):
        raise click.UsageError("--sheet and --columns go with --from FILE")
    with complaining(as_json):
        if sheet_file:
            from press.commands.new_from_sheet import begin_from_sheet

            files, advice = begin_from_sheet(folder, language, sheet_file, sheet, columns)
            report(advice, as_json)
        else:
            files = begin(folder, language or "ar")
    say(as_json, f"[green]✓[/green] {folder}  {len(files)} files; read {folder}/README.md")


@main.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--sheet", metavar="NAME", default="", help="The sheet to read; the first unless named."
)
@click.option(
    "--columns", metavar="MAP.yaml", type=click.Path(path_type=Path),
    help="A file that says which column is what, and the order of days and months.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be written; write nothing.")
@click.pass_obj
def import_(
    obj: tuple[Project, bool], file: Path, sheet: str, columns: Path | None, dry_run: bool
) -> None:
    """Take the rows of a spreadsheet as records of events; again after edits on both sides."""
    from press.commands.import_sheet import import_sheet

    project, as_json = obj
    with complaining(as_json):
        done = import_sheet(project, file, sheet, columns, dry_run=dry_run)
    report(tuple(done.found), as_json, tail=False)
    say(as_json, done.told(dry_run=dry_run))
    sys.exit(1 if done.refused else 0)


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def export(obj: tuple[Project, bool], file: Path) -> None:
    """Write all records to a spreadsheet, .xlsx or .csv, that can be edited and imported again."""
    from press.commands.export_sheet import export_sheet

    project, as_json = obj
    with complaining(as_json):
        names = export_sheet(project, file)
    for name in names:
        say(as_json, f"[green]✓[/green] {name}")


@main.command()
@click.pass_obj
def schema(obj: tuple[Project, bool]) -> None:
    """Write the JSON Schemas of all records into schema/ of the project."""
    from press.commands import schema as described
    from press.write import write

    project, as_json = obj
    folder = project.root / described.FOLDER
    with complaining(as_json):
        write({folder / name: data for name, data in described.files().items()}, folder)
    say(as_json, f"[green]✓[/green] {described.FOLDER}/  {len(described.files())} files")


@main.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True,
    help="Where the proof is served on 127.0.0.1; a free one where it is taken.",
)  # fmt: skip
@click.pass_obj
def watch(obj: tuple[Project, bool], port: int) -> None:
    """Build again at every save, and serve the proof with live reload; Ctrl-C stops."""
    from press.commands import watch as watching
    from press.commands.turns import Onlooker

    project, as_json = obj

    def ready(address: str, free: bool) -> None:
        if not free:
            say(as_json, f"port {port} is taken; another is used")
        say(as_json, f"the proof: {address}  (Ctrl-C stops)")

    def built(names: tuple[str, ...], seconds: float) -> None:
        now = time.strftime("%H:%M:%S")
        say(as_json, f"[green]✓[/green] {now}  {', '.join(names)}  {seconds:.1f} s")

    def refused(diagnostics: tuple[Diagnostic, ...]) -> None:
        report(diagnostics, as_json)
        sys.stdout.flush()

    def broke(error: BaseException) -> None:
        import traceback

        traceback.print_exception(error)

    watching.watch(
        project, tuple(products_of(project)), port, Onlooker(ready, built, refused, broke)
    )


def crew(jobs: int, scheduler: str | None, project: Project, *, as_json: bool) -> Crew:
    """Who typesets: processes of this machine, started before the engine is needed, or a cluster's.

    Raises `click.UsageError` when there is no cluster at the address, or nothing to reach it with.
    """
    from press.processes import hire

    if not scheduler:
        return hire(jobs)
    try:
        from press.cluster import enlist

        workers, left_out = enlist(scheduler, project)
    except ModuleNotFoundError as error:
        raise click.UsageError(
            "--scheduler needs the package distributed: .venv/bin/pip install '.[cluster]'"
        ) from error
    except (OSError, ValueError) as error:
        raise click.UsageError(f"no cluster answers at {scheduler}") from error
    except Refusal as refusal:
        report(refusal.diagnostics, as_json)
        sys.exit(1)
    report(left_out, as_json)
    return workers


def build_editions(
    pattern: str, share: tuple[int, int], names: tuple[str, ...], jobs: int,
    scheduler: str | None, *, force: bool,
) -> NoReturn:  # fmt: skip
    """Build the publications that `pattern` names, a line for each; one that is refused is told."""
    from rich.markup import escape

    from press.commands import editions

    options = click.get_current_context().find_root().params
    as_json = options["as_json"]
    if strange := [name for name in names if os.sep in name]:
        raise click.UsageError(
            f"{strange[0]} is no product; put the pattern of --projects between quotes"
        )
    try:
        found = editions.find(pattern, options["output"], share, names, force=force)
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    told = list(found.refused)
    start = time.perf_counter()
    for one in found.refused:
        report(one.found, as_json, tail=False)
    try:
        if scheduler and found.orders:
            seen = replace(found.orders[0].project, output=found.folder)
            hired = crew(jobs, scheduler, seen, as_json=as_json)
        else:
            hired = editions.hire_for(found.orders, jobs)
        with hired as workers:
            for one in editions.run(found.orders, workers):
                told.append(one)
                # Of what was made, people read the advice in editions.json.
                report(one.found if as_json else one.errors, as_json, tail=False)
                name = escape(one.edition)
                line = f"{name}  {len(one.files)} files, {one.seconds:.1f} s"
                signs = {
                    "done": f"[green]✓[/green] {line}",
                    "unchanged": f"= {name}  unchanged",
                    "refused": f"[red]✗[/red] {name}  refused",
                }
                say(as_json, signs[one.state])
        where = editions.summary(found.folder, told, time.perf_counter() - start, share)
    except Refusal as refusal:
        report(refusal.diagnostics, as_json)
        sys.exit(1)
    except KeyboardInterrupt:
        print(f"interrupted; {len(told)} editions are told of; the rest is left.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    refused = sum(one.state == "refused" for one in told)
    say(as_json, f"{len(told)} editions, {refused} refused; {escape(str(where))}")
    sys.exit(1 if refused else 0)


def run(
    project: Project, names: tuple[str, ...], as_json: bool, workers: Crew, *, force: bool
) -> None:
    """Build `names` with a moving line in a terminal, plain lines elsewhere."""
    from press.cache import open_store
    from press.pipeline import build as build_publications

    store = open_store(project, reads=not force)
    start = time.perf_counter()
    with complaining(as_json):
        built = watched(
            as_json, lambda watch: build_publications(project, names, watch, workers, store)
        )
    report(built.advice, as_json)
    seconds = time.perf_counter() - start
    records = len(built.edition.entries)
    copies = {f"{SITE}/{name}" for name, _ in built.files}
    for name, pages in built.files:
        if name in copies:
            continue
        held = [f"{pages} page{'s' if pages != 1 else ''}"] * bool(pages)
        line = ", ".join([*held, f"{records} records", f"{seconds:.1f} s"])
        say(as_json, f"[green]✓[/green] {project.output.name}/{name}  {line}")


@contextmanager
def complaining(as_json: bool) -> Iterator[None]:
    """Ends the command with the complaints, and exit code 1, where the block is refused."""
    try:
        yield
    except Refusal as refusal:
        report(refusal.diagnostics, as_json)
        sys.exit(1)


def report(diagnostics: tuple[Diagnostic, ...], as_json: bool, *, tail: bool = True) -> None:
    """Print diagnostics: for people on stderr, with `--json` for programs on stdout.

    `tail`: whether a last line says that nothing was written.
    """
    if as_json:
        for found in diagnostics[:TOLD]:
            print(found.json_line())
        return
    lang = click.get_current_context().find_root().params["lang"]
    for line in for_people(diagnostics, lang, tail=tail):
        print(shown(line, sys.stderr), file=sys.stderr)


def say(as_json: bool, text: str) -> None:
    """One line of good news on stdout, coloured in a terminal."""
    if not as_json:
        Console(highlight=False, soft_wrap=True).print(text)


if __name__ == "__main__":
    run_command(lambda: main(standalone_mode=True))
