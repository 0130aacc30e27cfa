"""Anatomy: rules on a finished PDF as a file: boxes, fonts, tags, metadata, bookmarks, links."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any
from urllib.parse import urlsplit

import pikepdf

from press.bidi import fold
from press.box import Box
from press.diagnostics import quote
from press.opened import Finding, Opened, held
from press.pages import MM_PER_PT

# Paper in mm, upright (ISO 216).
PAPERS = {
    "A0": (841.0, 1189.0),
    "A1": (594.0, 841.0),
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
}
# A box may differ from its paper by so much: points are rounded to a millionth, browsers do worse.
BOX_MM = 0.1
DC = "{http://purl.org/dc/elements/1.1/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"


def syntax(opened: Opened) -> Iterator[Finding]:
    """A PDF is well formed (ISO 32000-1, 7)."""
    for problem in opened.pdf.check_pdf_syntax():
        yield Finding(0, f"the file is damaged: {problem}", "build it again with --force")


def page_count(opened: Opened) -> Iterator[Finding]:
    """A PDF has the pages that were typeset; a poster has one."""
    pages, typeset = len(opened.pdf.pages), opened.document.pages
    if pages < 1 or pages != typeset:
        yield Finding(
            0, f"the file has {pages} pages, {typeset} were typeset", "build it again with --force"
        )
    elif opened.document.name == "poster" and pages != 1:
        yield Finding(
            2, f"the poster runs over {pages} pages", "shorten a text, or mend styles/poster.css"
        )


def page_size(opened: Opened) -> Iterator[Finding]:
    """Every page is cut to its paper, and its boxes say so."""
    width, height = paper(opened)
    for number, page in enumerate(opened.pdf.pages, start=1):
        for name, box in (("MediaBox", page.mediabox), ("TrimBox", page.trimbox)):
            x0, y0, x1, y1 = (float(edge) * MM_PER_PT for edge in box)
            off = max(abs(x1 - x0 - width), abs(y1 - y0 - height))
            if off > BOX_MM:
                yield Finding(
                    number,
                    f"the {name} is {x1 - x0:.1f} × {y1 - y0:.1f} mm; "
                    f"the paper is {width:.0f} × {height:.0f} mm",
                    "see `size` of @page in the style sheet",
                )
                break
        else:
            if list(page.mediabox) != list(page.trimbox):
                yield Finding(
                    number,
                    "the TrimBox does not lie on the MediaBox",
                    "see `bleed` of @page in the style sheet",
                )


def paper(opened: Opened) -> tuple[float, float]:
    """Width and height of the publication's paper in mm."""
    words = opened.edition.poster
    if not opened.is_poster or words is None:
        return PAPERS["A4"]
    short, long = PAPERS.get(words.paper, PAPERS["A1"])
    return (long, short) if words.orientation == "landscape" else (short, long)


def fonts_embedded(opened: Opened) -> Iterator[Finding]:
    """Every font is in the file, and no more of it than is used (ISO 19005-2, 6.2.11.4)."""
    told = set()
    for number, font in _fonts(opened):
        name = str(font.get("/BaseFont", "/?"))[1:]
        if name in told or font.get("/Subtype") == "/Type3":
            continue
        told.add(name)
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        programs = ("/FontFile", "/FontFile2", "/FontFile3")
        if not any(held(inner, "/FontDescriptor", program) for program in programs):
            yield Finding(
                number,
                f"the font {quote(name)} is not embedded",
                "a reader without it would see another one; see the log of the build",
            )
        elif not re.match(r"[A-Z]{6}\+", name):
            yield Finding(
                number,
                f"the font {quote(name)} is embedded whole",
                "take `full_fonts` out; a subset is a third of the size",
            )


def _fonts(opened: Opened) -> Iterator[tuple[int, Any]]:
    """Every font with a page that uses it, in the forms that it draws too."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(opened.pdf.pages, start=1):
        waiting = [page.resources]
        while waiting:
            resources = waiting.pop()
            for font in (held(resources, "/Font") or {}).values():
                yield number, font
            for form in (held(resources, "/XObject") or {}).values():
                if form.objgen not in seen and "/Resources" in form:
                    seen.add(form.objgen)
                    waiting.append(form.Resources)


def tagged(opened: Opened) -> Iterator[Finding]:
    """A PDF says what is a heading and what a paragraph, and in which order (ISO 14289-1, 7.1)."""
    root = opened.pdf.Root
    hint = "WeasyPrint writes tags for the variant pdf/a-2a; see press/typeset.py"
    if held(root, "/MarkInfo", "/Marked") is not True:
        yield Finding(0, "the file is not marked as tagged", hint)
    if not held(root, "/StructTreeRoot", "/K"):
        yield Finding(0, "the file has no tags: a screen reader cannot follow it", hint)
        return
    for number, page in enumerate(opened.pdf.pages, start=1):
        if page.obj.get("/Tabs") != "/S":
            yield Finding(number, "the tab key does not follow the tags here", hint)


def language(opened: Opened) -> Iterator[Finding]:
    """The file names its language (ISO 14289-1, 7.2)."""
    asked, said = opened.edition.masthead.language, str(opened.pdf.Root.get("/Lang", ""))
    if said != asked:
        yield Finding(
            0,
            f"the language of the file is {said or 'not named'}, that of the publication {asked}",
            "a screen reader picks its voice by it; see press/bind.py",
        )


def title(opened: Opened) -> Iterator[Finding]:
    """The window shows the document's title, not the file's name (ISO 14289-1, 7.1)."""
    poster = opened.edition.poster
    asked = poster.title if opened.is_poster and poster else opened.edition.masthead.title
    hint = "see <title> in the template, and press/bind.py"
    if held(opened.pdf.Root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield Finding(0, "a reader's window would show the file's name as title", hint)
    if (said := _metadata(opened).get(f"{DC}title", "")) != asked:
        yield Finding(0, f"the title of the file is {quote(said)}, not {quote(asked)}", hint)


def direction(opened: Opened) -> Iterator[Finding]:
    """Two facing pages are shown with the first at the right (ISO 32000-1, table 150)."""
    if held(opened.pdf.Root, "/ViewerPreferences", "/Direction") != "/R2L":
        yield Finding(0, "facing pages would be shown from left to right", "see press/bind.py")


def metadata(opened: Opened) -> Iterator[Finding]:
    """The file says who published it, and on what."""
    said, masthead = _metadata(opened), opened.edition.masthead
    for key, what, asked in (
        ("creator", "author", masthead.publisher),
        ("description", "subject", masthead.subject),
    ):
        if asked not in (found := said.get(f"{DC}{key}", "")):
            yield Finding(
                0,
                f"the {what} of the file is {quote(found)}, not {quote(asked)}",
                "see <meta> in the template",
            )


def archivable(opened: Opened) -> Iterator[Finding]:
    """The file keeps (PDF/A-2a) and is for everybody (PDF/UA-1): it claims both, with colours."""
    said = _metadata(opened)
    claims = [said.get(f"{PDFA}part"), said.get(f"{PDFA}conformance"), said.get(f"{PDFUA}part")]
    if claims != ["2", "A", "1"]:
        yield Finding(0, "the file does not claim both PDF/A-2a and PDF/UA-1", "see press/bind.py")
    intents = held(opened.pdf.Root, "/OutputIntents") or []
    if not any("/DestOutputProfile" in intent for intent in intents):
        yield Finding(0, "the file has no output intent with a profile", "see press/typeset.py")


def _metadata(opened: Opened) -> dict[str, str]:
    """The XMP metadata as text; empty without any."""
    said = opened.pdf.open_metadata()  # as a context it would be written anew, and mended
    return {key: _said(said[key]) for key in said}


def _said(value: object) -> str:
    return value if isinstance(value, str) else "، ".join(map(str, value))  # type: ignore[call-overload]


def bookmarks(opened: Opened) -> Iterator[Finding]:
    """Each chapter and each entry of the brief has a bookmark, in order."""
    sheet = opened.sheets.brief
    if opened.is_poster or sheet is None:
        return
    wanted = []
    for chapter in sheet.chapters:
        wanted.append((f"chapter-{chapter.id}", chapter.title.plain()))
        wanted += [(entry.id, entry.title.plain()) for entry in chapter.entries]
    labels = [fold(label, "logical") for label, _ in _outline(opened)]
    after = 0
    for record, label in wanted:
        folded = fold(label, "logical")
        place = next((n for n in range(after, len(labels)) if folded in labels[n]), None)
        if place is not None:
            after = place + 1
            continue
        where = "has no bookmark" if folded not in labels else "has its bookmark out of order"
        yield Finding(
            0,
            f"{record} {where}: {quote(label)}",
            "see `bookmark-level` in styles/brief.css",
            record=record,
            typed=opened.edition.typed(record, "title"),
        )


def _outline(opened: Opened) -> Iterator[tuple[str, object]]:
    """Every bookmark with what it leads to, in order."""
    waiting = [held(opened.pdf.Root, "/Outlines", "/First")]
    while waiting:
        if (here := waiting.pop()) is not None:
            yield str(here.get("/Title", "")), held(here, "/Dest") or held(here, "/A", "/D")
            waiting += [held(here, "/Next"), held(here, "/First")]


def dead_link(opened: Opened) -> Iterator[Finding]:
    """A link leads to a place in the file, or to a well-formed address."""
    names = set(opened.names())
    pages = set(opened.page_numbers())
    for number, at, goal in _goals(opened):
        if not _resolves(goal, names, pages):
            shown = str(goal) if isinstance(goal, str | pikepdf.String) else "a page"
            yield Finding(
                number,
                f"a link leads to {quote(shown)}, which is not in the file",
                "see the id that it names in the template",
                at,
            )
    printed = (source for source in opened.edition.sources.values() if source.address)
    sources = {source.address: f"source-{source.id}" for source in printed}
    for number, at, address in _addresses(opened):
        parts = urlsplit(address)
        host = parts.hostname or ""
        whole = "." in host if parts.scheme in ("http", "https") else parts.scheme == "mailto"
        if not whole or re.search(r"\s", address):
            record = sources.get(address.partition("://")[2], "")
            yield Finding(
                number,
                f"the address {quote(address)} is malformed",
                "mend it in its record",
                at,
                record,
                opened.edition.typed(record, "address"),
            )


def _resolves(goal: object, names: Container[str], pages: Container[object]) -> bool:
    if isinstance(goal, pikepdf.Array):
        return len(goal) > 1 and getattr(goal[0], "objgen", None) in pages
    return str(goal).removeprefix("/") in names


def _goals(opened: Opened) -> Iterator[tuple[int, Box | None, object]]:
    """What links, bookmarks and named destinations lead to, with page and place of the link."""
    for number, at, link in _links(opened):
        if "/Dest" in link:
            yield number, at, link.Dest
        elif held(link, "/A", "/URI") is None:
            yield number, at, held(link, "/A", "/D") or "nowhere"
    for _, goal in _outline(opened):
        yield 0, None, goal
    for goal in opened.names().values():
        yield 0, None, goal


def _addresses(opened: Opened) -> Iterator[tuple[int, Box, str]]:
    for number, at, link in _links(opened):
        if (address := held(link, "/A", "/URI")) is not None:
            yield number, at, str(address)


def _links(opened: Opened) -> Iterator[tuple[int, Box, Any]]:
    """Every link with its page and its place there."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        for link in held(page.obj, "/Annots") or []:
            if held(link, "/Subtype") == "/Link":
                yield number, _place(link, page), link


def _place(link: Any, page: pikepdf.Page) -> Box:
    left, low, right, high = (float(edge) for edge in link.get("/Rect", (0, 0, 0, 0)))
    x0, top = float(page.trimbox[0]), float(page.trimbox[3])
    sides = (min(left, right) - x0, top - max(low, high), abs(right - left), abs(high - low))
    return Box(*(side * MM_PER_PT for side in sides))
