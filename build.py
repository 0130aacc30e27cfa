"""The front door of Warraq: arguments, what is shown, exit code."""

from __future__ import annotations

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # who is interrupted while importing just ends

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OWN_PYTHON = HERE / ".venv" / "bin" / "python"

try:
    from press.commands.unchanged import standing

    # What has not changed is told before what reads the command line is even imported.
    if __name__ == "__main__" and (answer := standing(sys.argv[1:], HERE)):
        print(*answer, sep="\n")
        sys.exit(0)
    import click

    from press.commands.asked import Asked
except ModuleNotFoundError:
    # Somebody typed `python build.py` with the system's Python: use our own when it is there.
    if OWN_PYTHON.exists() and Path(sys.prefix).resolve() != (HERE / ".venv").resolve():
        os.execv(OWN_PYTHON, [str(OWN_PYTHON), *sys.argv])
    sys.exit("Warraq is not set up here yet: type `make` in its folder, then try again.")

from press.codes.row import Language
from press.commands.arguments import PROJECTS, SHARD, STATUSES, Front
from press.commands.progress import watched
from press.commands.streams import run as run_command
from press.products import products_of
from press.project import open_project
from press.stamps import made_by_last_build
from press.write import finish

# Exit code of `changes` when something printed has changed; 1 is for problems, 2 for wrong usage.
CHANGED = 3


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
def main(
    ctx: click.Context, root: Path, output: Path | None, lang: Language, as_json: bool
) -> None:
    """Warraq prints Arabic briefs and timeline posters from records, and refuses what is wrong."""
    try:
        ctx.obj = Asked(open_project(root, output), output, lang, as_json)
        with ctx.obj.complaining():
            for folder in (ctx.obj.project.root, ctx.obj.project.output):
                finish(folder)  # that of the records is switched by `import`
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error


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
    asked: Asked,
    names: tuple[str, ...],
    force: bool,
    jobs: int,
    scheduler: str | None,
    projects: str | None,
    share: tuple[int, int],
) -> None:
    """Build all publications, or those named (brief, poster); unchanged ones are left alone."""
    from press.commands import build as building

    if projects:
        building.build_editions(asked, projects, names, share, jobs, scheduler, force=force)
    building.build(asked, names, share, jobs, scheduler, force=force)


@main.command()
@PROJECTS
@SHARD
@click.pass_obj
def plan(asked: Asked, projects: str | None, share: tuple[int, int]) -> None:
    """Say what would be made, from which files, with a hash of all that it depends on."""
    from press.commands.plan import tell_plan

    tell_plan(asked, projects, share)


@main.command()
@click.pass_obj
def check(asked: Asked) -> None:
    """Read and audit all records; typeset nothing."""
    from press.pipeline import Watch
    from press.pipeline import check as check_records

    with asked.complaining():
        edition, advice = check_records(asked.project, Watch())
    asked.report(advice)
    asked.say(f"[green]✓[/green] {len(edition.entries)} records, {len(edition.facts)} facts")


@main.command()
@click.option("--csv", "as_csv", is_flag=True, help="Print the ledger as CSV.")
@click.option("--status", type=click.Choice(STATUSES), help="Only facts of this status.")
@click.option("--source", help="Only facts that this source attests.")
@click.pass_obj
def facts(asked: Asked, as_csv: bool, status: str | None, source: str | None) -> None:
    """Show the fact ledger: id, printed value, status, what each source says, where it is used."""
    from press.commands.facts import tell_facts

    tell_facts(asked, status, source, comma=as_csv)


@main.command()
@click.argument("name")
@click.pass_obj
def release(asked: Asked, name: str) -> None:
    """Freeze this edition under output/releases/NAME: files, facts and records; for good."""
    from press.commands.current import bring_up_to_date
    from press.release.release import as_told, check_name, freeze, refuse_draft
    from press.report.report import NAME as REPORT

    project = asked.project
    with asked.complaining():
        check_name(project, name)
        products = tuple(products_of(project))
        edition, said = watched(
            asked.as_json, lambda watch: bring_up_to_date(project, products, watch)
        )
        refuse_draft(draft=edition.masthead.draft)
        files = [file for made in made_by_last_build(project).values() for file in made]
        made = freeze(project, name, [*files, REPORT], said, edition.beside)
    if asked.as_json:
        print(as_told(made))
    where = f"{project.output.name}/{made.folder.relative_to(project.output).as_posix()}"
    asked.say(f"[green]✓[/green] {where}  {len(made.files)} files, {len(said.facts)} facts")


@main.command()
@click.option(
    "--since", metavar="NAME", help="The release to compare with (the newest unless named)."
)
@click.pass_obj
def changes(asked: Asked, since: str | None) -> None:
    """Say what changed since a release, and print a corrigendum; exit code 3 when print did."""
    from press.commands.changes_text import tell_changes

    sys.exit(CHANGED if tell_changes(asked, since) else 0)


@main.command()
@click.pass_obj
def doctor(asked: Asked) -> None:
    """Say what this system has of all that Warraq needs, to paste into a bug report."""
    from press.commands import doctor as examined

    signs = examined.examine_system(asked.project)
    print(examined.as_json(signs) if asked.as_json else "\n".join(examined.lines(signs)))
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
    asked: Asked,
    folder: Path,
    language: str | None,
    sheet_file: Path | None,
    sheet: str,
    columns: Path | None,
) -> None:
    """Begin a publication in the empty folder DIR: it builds at once."""
    from press.commands.new import begin

    if not sheet_file and (sheet or columns):
        raise click.UsageError("--sheet and --columns go with --from FILE")
    with asked.complaining():
        if sheet_file:
            from press.commands.new_from_sheet import begin_from_sheet

            files, advice = begin_from_sheet(folder, language, sheet_file, sheet, columns)
            asked.report(advice)
        else:
            files = begin(folder, language or "ar")
    asked.say(f"[green]✓[/green] {folder}  {len(files)} files; read {folder}/README.md")


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
def import_(asked: Asked, file: Path, sheet: str, columns: Path | None, dry_run: bool) -> None:
    """Take the rows of a spreadsheet as records of events; again after edits on both sides."""
    from press.commands.import_sheet import import_sheet

    with asked.complaining():
        done = import_sheet(asked.project, file, sheet, columns, dry_run=dry_run)
    asked.report(tuple(done.found), tail=False)
    asked.say(done.told(dry_run=dry_run))
    sys.exit(1 if done.refused else 0)


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def export(asked: Asked, file: Path) -> None:
    """Write all records to a spreadsheet, .xlsx or .csv, that can be edited and imported again."""
    from press.commands.export_sheet import export_sheet

    with asked.complaining():
        names = export_sheet(asked.project, file)
    for name in names:
        asked.say(f"[green]✓[/green] {name}")


@main.command()
@click.pass_obj
def schema(asked: Asked) -> None:
    """Write the JSON Schemas of all records into schema/ of the project."""
    from press.commands import schema as described
    from press.write import write

    folder = asked.project.root / described.FOLDER
    with asked.complaining():
        write({folder / name: data for name, data in described.files().items()}, asked.project.root)
    asked.say(f"[green]✓[/green] {described.FOLDER}/  {len(described.files())} files")


@main.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True,
    help="Where the proof is served on 127.0.0.1; a free one where it is taken.",
)  # fmt: skip
@click.pass_obj
def watch(asked: Asked, port: int) -> None:
    """Build again at every save, and serve the proof with live reload; Ctrl-C stops."""
    from press.commands.watch import tell_watch

    tell_watch(asked, port)


if __name__ == "__main__":
    run_command(lambda: main(standalone_mode=True))
