"""Measures how much of one Arabic text comes back whole from PDFs of several makers.

Prints a Markdown table: a maker and its settings a row, a reader's program a column, and in each
cell the share of Arabic words and of left-to-right symbols that are copied as they were sent.
Usage: python tests/bench/extraction.py [paragraphs]
"""

import html
import importlib
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

import pikepdf  # noqa: E402 (the root must be on the path first)
from weasyprint import HTML  # noqa: E402 (the root must be on the path first)

from press.content.edition import Edition  # noqa: E402
from press.content.prose import Piece, Printed, Prose, Words  # noqa: E402
from press.diagnostics import Place  # noqa: E402
from press.preflight.readback.extraction import Share, copied_share, copied_text  # noqa: E402
from press.preflight.readback.words import words_of  # noqa: E402
from press.project import open_project  # noqa: E402
from press.typeset.tagging.tounicode import mend_lettering  # noqa: E402
from tests.support.html import as_html  # noqa: E402
from tests.support.projects import resolved  # noqa: E402

FONTS = ("Noto Naskh Arabic", "Amiri")
# Name in the table, the style rules it stands for.
SETTINGS = {
    "as it comes": "",
    "second face for Latin": '.latin { font-family: "Latin Text" }',
    "the same, no ligatures": '.latin { font-family: "Latin Text" } '
    "html { font-variant-ligatures: none }",
    "the same, no ligatures, no kerning": '.latin { font-family: "Latin Text" } '
    "html { font-variant-ligatures: none; font-kerning: none }",
}
STYLE = """
@font-face {{ font-family: "Latin Text"; src: local("{latin}") }}
@page {{ size: A4; margin: 25mm }}
html {{ font: 12pt/1.7 "{font}", "Noto Sans" }}
.latin {{ white-space: nowrap }}
{rules}
"""


def texts(edition: Edition, count: int) -> list[Prose]:
    """The texts of as many entries as asked for, each under a line with its date and symbol."""
    place = Place("")
    sent = []
    for entry in list(edition.told())[:count]:
        head: list[Piece] = [Printed(entry.date, entry.id, "date", place)]
        if entry.symbol:
            symbol = Printed(entry.symbol, entry.id, "symbol", place)
            head += [Words("، الوثيقة ", place), symbol, Words(" (انظر المصادر)", place)]
        sent.append(Prose((tuple(head), *entry.brief.paragraphs)))
    return sent


def page(sent: list[Prose], font: str, rules: str) -> str:
    """The texts as an HTML document."""
    latin = "Amiri" if font == "Amiri" else "Noto Sans Regular"
    style = STYLE.format(font=font, latin=latin, rules=rules)
    body = "".join(as_html(text) for text in sent)
    return f'<html lang="ar" dir="rtl"><meta charset="utf-8"><style>{style}</style>{body}'


def weasyprint(sent: list[Prose]) -> Iterator[tuple[str, bytes]]:
    """WeasyPrint with every font and setting."""
    for font in FONTS:
        for name, rules in SETTINGS.items():
            yield f"WeasyPrint, {font}, {name}", HTML(string=page(sent, font, rules)).write_pdf()


def warraq(sent: list[Prose]) -> Iterator[tuple[str, bytes]]:
    """The same with the text of letters mended, as `bind` does for everything that we print."""
    rules = SETTINGS["second face for Latin"]
    for font in FONTS:
        plain = HTML(string=page(sent, font, rules)).write_pdf()
        with pikepdf.open(io.BytesIO(plain)) as pdf:
            mend_lettering(pdf)
            out = io.BytesIO()
            pdf.save(out)
        yield f"**Warraq, {font}**", out.getvalue()


def chromium(sent: list[Prose]) -> Iterator[tuple[str, bytes]]:
    """Chromium's print to PDF, of the same HTML."""
    for font in FONTS:
        source = page(sent, font, SETTINGS["second face for Latin"])
        command = ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer"]
        yield f"Chromium, {font}", _run("page.html", source, [*command, "--print-to-pdf=page.pdf"])


def typst(sent: list[Prose]) -> Iterator[tuple[str, bytes]]:
    """Typst, the same words without markup."""
    for font in FONTS:
        head = f'#set text(font: ("{font}", "Noto Sans"), lang: "ar", dir: rtl, size: 12pt)\n'
        body = "\n\n".join(_typst(text) for text in sent)
        yield f"Typst, {font}", importlib.import_module("typst").compile((head + body).encode())


def _typst(text: Prose) -> str:
    escaped = "".join(f"\\{c}" if c in "\\#*_`$<>@=-+/~[]" else c for c in text.plain())
    return escaped.replace("\n", "\n\n")


def lualatex(sent: list[Prose]) -> Iterator[tuple[str, bytes]]:
    """LuaLaTeX with babel, the same words without markup."""
    for font in FONTS:
        head = (
            "\\documentclass[12pt]{article}\\usepackage[bidi=basic]{babel}"
            "\\babelprovide[main,import]{arabic}"
            f"\\babelfont{{rm}}[Renderer=HarfBuzz]{{{font}}}\\begin{{document}}\n"
        )
        body = "\n\n".join(_tex(text) for text in sent)
        source = f"{head}{body}\n\\end{{document}}\n"
        command = ["lualatex", "-interaction=batchmode"]
        yield f"LuaLaTeX, {font}", _run("page.tex", source, command)


def _tex(text: Prose) -> str:
    escaped = "".join(f"\\{c}" if c in "#$%&_{}" else c for c in text.plain())
    return escaped.replace("\n", "\n\n")


def _run(name: str, source: str, command: list[str]) -> bytes:
    """The PDF that `command` makes of `source`; its input is the last argument."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text(source, "utf-8")
        subprocess.run([*command, name], cwd=folder, check=True, capture_output=True)
        return Path(folder, "page.pdf").read_bytes()


MAKERS: dict[str, Callable[[list[Prose]], Iterator[tuple[str, bytes]]]] = {
    "warraq": warraq,
    "weasyprint": weasyprint,
    "chromium": chromium,
    "typst": typst,
    "lualatex": lualatex,
}


def poppler(pdf: bytes) -> str:
    """The text that poppler's pdftotext copies."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(pdf)
        command = ["pdftotext", "-enc", "UTF-8", file.name, "-"]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()


READERS: dict[str, Callable[[bytes], str]] = {"pdfium": copied_text, "poppler": poppler}
PROGRAMS = {"poppler": "pdftotext", "chromium": "chromium", "lualatex": "lualatex"}
# Makers that are Python packages.
MODULES = {"typst": "typst"}


def missing(name: str) -> bool:
    """Whether the program of a maker or reader is not installed; says so."""
    program = PROGRAMS.get(name) or MODULES.get(name)
    there = shutil.which(program) if name in PROGRAMS else name not in MODULES or find_spec(name)
    if program is None or there:
        return False
    print(f"skipped {name}: there is no {program} on this machine", file=sys.stderr)
    return True


def cell(share: Share) -> str:
    """The two shares of one reader."""
    words = share.words_copied / max(share.words, 1)
    symbols = share.symbols_copied / max(share.symbols, 1)
    return f"{words:.3f} / {symbols:.2f}"


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    sent = texts(resolved(open_project(ROOT)), count)
    words = [words_of(text) for text in sent]
    readers = {name: read for name, read in READERS.items() if not missing(name)}
    print(f"| words / symbols that come back whole | {' | '.join(readers)} |")
    print(f"| --- |{' --- |' * len(readers)}")
    for name, make in MAKERS.items():
        if missing(name):
            continue
        for label, pdf in make(sent):
            cells = (cell(copied_share(read(pdf), words)) for read in readers.values())
            print(f"| {html.unescape(label)} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
