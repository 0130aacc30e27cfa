"""Judges a finished PDF as a file: pages, boxes, fonts, tags, metadata, bytes."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from press.geometry import MM_PER_PT, PAPERS_MM
from press.layout.poster.composition import paper as sized
from press.pdf.fonts import fonts_of
from press.pdf.objects import held
from press.preflight.document import Opened
from press.preflight.finding import Finding

# A box may differ from its paper by so much: points are rounded to a millionth, browsers do worse.
BOX_MM = 0.1
# What goes through every mail system, in bytes; a file of hundreds of pages is handed over in
# another way, and has so much a page.
MOST_BYTES, PAGE_BYTES = 10_000_000, 30_000
# A page holds two entries or six notes, sources, terms; it may hold half of that.
PAGES_AROUND, ENTRIES_A_PAGE, RECORDS_A_PAGE = 10, 1, 3
# An operator that no page has: all are parsed, and none is handed over.
_NONE_KEPT = "BX"
DC = "{http://purl.org/dc/elements/1.1/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"


def syntax(opened: Opened) -> Iterator[Finding]:
    """A PDF is well formed (ISO 32000-1, 7).

    What pikepdf's `check_pdf_syntax` looks at, which hands every operand of every page to Python
    and takes five times as long.
    """
    pdf = opened.pdf
    pdf._check_document_structures()
    pdf._decode_all_streams_and_discard()
    for number, page in enumerate(pdf.pages, start=1):
        try:
            pikepdf.parse_content_stream(page, _NONE_KEPT)
        except pikepdf.PdfError as error:
            yield Finding(number, {"said": str(error)}, case="damaged")
    for problem in pdf.get_warnings():
        yield Finding(0, {"said": problem}, case="damaged")


def page_count(opened: Opened) -> Iterator[Finding]:
    """A PDF has the pages that were typeset; a poster that is not divided has one."""
    pages, typeset = len(opened.pdf.pages), opened.document.pages
    if pages < 1 or pages != typeset:
        yield Finding(0, {"pages": pages, "typeset": typeset}, case="typeset")
    elif opened.kind == "poster" and opened.document.sheet_mm is None and pages != 1:
        yield Finding(2, {"pages": pages}, case="runs-over")


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
                    {
                        "name": name,
                        "wide": x1 - x0,
                        "high": y1 - y0,
                        "width": width,
                        "height": height,
                    },
                    case="paper",
                )
                break
        else:
            if list(page.mediabox) != list(page.trimbox):
                yield Finding(number, case="boxes")


def paper(opened: Opened) -> tuple[float, float]:
    """Width and height of the publication's paper in mm."""
    words, brief = opened.edition.poster, opened.edition.brief
    if opened.kind == "brief" and brief:
        return brief.paper
    if opened.kind != "poster" or words is None:
        return PAPERS_MM["A4"]
    sheet = sized(words.paper, words.orientation)
    return sheet.width_mm, sheet.height_mm


def fonts_embedded(opened: Opened) -> Iterator[Finding]:
    """Every font is in the file, and no more of it than is used (ISO 19005-2, 6.2.11.4)."""
    told = set()
    for font in fonts_of(opened.pdf):
        if font.tagged in told or font.kind == "Type3":
            continue
        told.add(font.tagged)
        if font.program is None:
            yield Finding(font.page, {"name": font.tagged}, case="absent")
        elif not font.is_subset:
            yield Finding(font.page, {"name": font.tagged}, case="whole")


def tagged(opened: Opened) -> Iterator[Finding]:
    """A PDF says what is a heading and what a paragraph, and in which order (ISO 14289-1, 7.1)."""
    root = opened.pdf.Root
    if held(root, "/MarkInfo", "/Marked") is not True:
        yield Finding(0, case="mark")
    if not held(root, "/StructTreeRoot", "/K"):
        yield Finding(0, case="tags")
        return
    for number, page in enumerate(opened.pdf.pages, start=1):
        if page.obj.get("/Tabs") != "/S":
            yield Finding(number, case="order")


def language(opened: Opened) -> Iterator[Finding]:
    """The file names its language (ISO 14289-1, 7.2)."""
    asked, said = opened.edition.masthead.language, str(opened.pdf.Root.get("/Lang", ""))
    if said != asked:
        yield Finding(0, {"said": said, "asked": asked}, "other" if said else "unnamed")


def title(opened: Opened) -> Iterator[Finding]:
    """The window shows the document's title, not the file's name (ISO 14289-1, 7.1)."""
    poster = opened.edition.poster if opened.kind == "poster" else None
    asked = poster.title if poster else opened.edition.masthead.title
    if held(opened.pdf.Root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield Finding(0, case="window")
    if (said := _metadata(opened).get(f"{DC}title", "")) != asked:
        yield Finding(0, {"said": said, "asked": asked}, case="other")


def direction(opened: Opened) -> Iterator[Finding]:
    """Facing pages are shown in the order of the language (ISO 32000-1, table 150)."""
    asked = opened.edition.masthead.house.language.direction
    said = held(opened.pdf.Root, "/ViewerPreferences", "/Direction")
    if (said or "/L2R") != ("/R2L" if asked == "rtl" else "/L2R"):
        yield Finding(0)


def metadata(opened: Opened) -> Iterator[Finding]:
    """The file says who published it, and on what."""
    said, masthead = _metadata(opened), opened.edition.masthead
    for key, what, asked in (
        ("creator", "author", masthead.publisher),
        ("description", "subject", masthead.subject),
    ):
        if asked not in (found := said.get(f"{DC}{key}", "")):
            yield Finding(0, {"what": what, "found": found, "asked": asked})


def archivable(opened: Opened) -> Iterator[Finding]:
    """The file keeps (PDF/A-2a) and is for everybody (PDF/UA-1): it claims both, with colours."""
    said = _metadata(opened)
    claims = [said.get(f"{PDFA}part"), said.get(f"{PDFA}conformance"), said.get(f"{PDFUA}part")]
    if claims != ["2", "A", "1"]:
        yield Finding(0, case="claims")
    intents = held(opened.pdf.Root, "/OutputIntents") or []
    if not any("/DestOutputProfile" in intent for intent in intents):
        yield Finding(0, case="intent")


def _metadata(opened: Opened) -> dict[str, str]:
    """The XMP metadata as text; empty without any."""
    said = opened.pdf.open_metadata()  # as a context it would be written anew, and mended
    return {key: _said(said[key]) for key in said}


def _said(value: object) -> str:
    return value if isinstance(value, str) else "، ".join(map(str, value))  # type: ignore[call-overload]


def file_size(opened: Opened) -> Iterator[Finding]:
    """A file is no larger than mail carries, or than its pages need."""
    size = len(opened.document.pdf)
    most = max(MOST_BYTES, PAGE_BYTES * len(opened.pdf.pages))
    if size > most:
        yield Finding(0, {"size": size / 1e6, "most": most / 1e6})


def page_bounds(opened: Opened) -> Iterator[Finding]:
    """The brief has a page for every chapter at least, and no more than its records can fill."""
    sheet = opened.sheets.brief
    if opened.kind == "poster" or sheet is None:
        return
    pages = len(opened.pdf.pages)
    entries = sum(len(chapter.entries) for chapter in sheet.chapters)
    records = len(sheet.people) + len(sheet.glossary) + len(sheet.notes) + len(sheet.omitted)
    records += len(sheet.sources)
    least = len(sheet.chapters) + 1
    most = PAGES_AROUND + 2 * len(sheet.chapters)
    most += entries // ENTRIES_A_PAGE + records // RECORDS_A_PAGE
    if not least <= pages <= most:
        yield Finding(
            0,
            {
                "pages": pages,
                "chapters": len(sheet.chapters),
                "entries": entries,
                "records": records,
                "least": least,
                "most": most,
            },
        )
