"""Archive, the file: rules of PDF/A-2a on a file as bytes and objects (ISO 19005-2, 6.1).

A finding begins with its requirement as veraPDF's profile numbers it: clause and test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import pikepdf

from press.preflight.finding import Finding
from press.preflight.inspection import Inspected

# Implementation limits (ISO 19005-2, 6.1.13); a page side in units of 1/72 inch.
LONGEST_STRING, LONGEST_NAME, GREATEST, MOST_OBJECTS, DEEPEST = 32767, 127, 2**31 - 1, 8388607, 28
GREATEST_REAL = 34 * 10**37
LEAST_SIDE, MOST_SIDE = 3, 14400
# Digits of a name, as those of a picture have that WeasyPrint names by a hash, are no number.
_LONG = re.compile(rb"(?<![\w.#/+-])[+-]?(\d{10,})(\.?)")
_TINY = re.compile(rb"(?<![\w.#/+-])[+-]?0?\.0{37}")
_ESCAPED = re.compile(r"#([0-9A-Fa-f]{2})")
# Names that PDF/A-2 forbids anywhere or admits for what we never make, by requirement.
NEVER = {
    "6.1.7.1-3": ("FFilter", "FDecodeParms"),
    "6.1.7.2-1": ("LZWDecode", "LZW", "Crypt"),
    "6.1.12-1": ("Perms",),
    "6.1.12-2": ("ByteRange", "TransformMethod", "DigestMethod"),
    "6.2.3-3": ("DestOutputProfileRef",),
    "6.2.4.4-1": ("DeviceN", "NChannel"),
    "6.2.4.4-2": ("Separation",),
    "6.2.5-2": ("TR2",),
    "6.2.5-3": ("HTP",),
    "6.2.5-4": ("HT",),
    "6.2.6-1": ("RI", "Intent"),
    "6.2.8-1": ("Alternates",),
    "6.2.8-2": ("OPI",),
    "6.2.8.3-1": ("JPXDecode",),
    "6.2.9-1": ("Subtype2",),
    "6.3.3-1": ("AP",),
    "6.4.2-2": ("NeedsRendering",),
    "6.5.1-1": (
        "JavaScript", "JS", "Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide",
        "SetOCGState", "Rendition", "Trans", "GoTo3DView", "SubmitForm", "GoToR", "GoToE",
    ),
    "6.5.1-2": ("Named",),
    "6.5.2-1": ("AA",),
    "6.10-1": ("AlternatePresentations",),
    "6.10-2": ("PresSteps",),
    "6.11-1": ("Requirements",),
}  # fmt: skip


def archive_syntax(seen: Inspected) -> Iterator[Finding]:
    """Every byte of the file stands where it should (6.1.2 to 6.1.9)."""
    for fault in () if seen.pdf.is_encrypted else seen.written.faults:  # matterhorn_26 says so
        yield Finding(0, {"at": fault.at}, fault.case)


def archive_file(seen: Inspected) -> Iterator[Finding]:
    """The file has an identifier, and keeps its data in itself (6.1.3, 6.1.7)."""
    if not seen.pdf.trailer.get("/ID"):
        yield Finding(0, case="id")
    for found in seen.pdf.objects:
        if isinstance(found, pikepdf.Stream) and "/F" in found:
            number = found.objgen[0]
            yield Finding(0, {"number": number}, case="outside")


def archive_bare(seen: Inspected) -> Iterator[Finding]:
    """The file holds nothing that runs, moves, signs or is shown otherwise (6.1.7 to 6.11)."""
    for requirement, names in () if seen.pdf.is_encrypted else NEVER.items():
        for name in names:
            if name in seen.written.names:
                yield Finding(0, {"requirement": requirement, "name": name})


def archive_limits(seen: Inspected) -> Iterator[Finding]:
    """Nothing is larger than every reader can hold (6.1.13), and names are UTF-8 (6.1.8)."""
    written = seen.written
    plain = [written.plain, *(b" ".join(d.words) for d in (*seen.drawn, *seen.inner))]
    for text in plain:
        for number, real in _LONG.findall(text):
            if int(number) > (GREATEST_REAL if real else GREATEST):
                requirement = "6.1.13-2" if real else "6.1.13-1"
                yield Finding(
                    0, {"requirement": requirement, "number": number.decode()[:20]}, case="great"
                )
        if _TINY.search(text):
            yield Finding(0, case="small")
    if written.longest > LONGEST_STRING:
        yield Finding(0, {"bytes": written.longest}, case="string")
    for name in sorted(written.names):
        try:
            data = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), name).encode("latin-1")
            data.decode("utf-8")
        except UnicodeDecodeError:
            yield Finding(0, {"name": name[:40]}, case="name")
        if len(data) > LONGEST_NAME:
            yield Finding(0, {"name": name[:40], "bytes": len(data)}, case="name-long")
    if int(seen.pdf.trailer.get("/Size", 0)) > MOST_OBJECTS:
        yield Finding(0, {"most": MOST_OBJECTS}, case="objects")
    for drawn in (*seen.drawn, *seen.inner):
        if drawn.deep > DEEPEST:
            yield Finding(drawn.page, {"deep": drawn.deep, "deepest": DEEPEST}, case="states")
    for number, page in enumerate(seen.pdf.pages, start=1):
        for name in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            if name not in page.obj:
                continue
            left, low, right, high = (float(edge) for edge in page.obj[name])
            sides = right - left, high - low
            if min(sides) < LEAST_SIDE or max(sides) > MOST_SIDE:
                yield Finding(number, {"name": name[1:]}, case="sides")


ARCHIVE_FILE: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    archive_syntax,
    archive_file,
    archive_bare,
    archive_limits,
)
