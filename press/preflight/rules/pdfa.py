"""Archive, the pages: rules of PDF/A-2a on what is drawn and clicked (ISO 19005-2, 6.2, 6.3, 6.5).

A finding begins with its requirement as veraPDF's profile numbers it: clause and test.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pikepdf

from press.pdf.objects import held
from press.preflight.finding import Finding
from press.preflight.inspection import Inspected
from press.preflight.rules.pdfa_file import ARCHIVE_FILE
from press.preflight.rules.pdfa_xmp import XMP_RULES

_BLENDS = frozenset(
    f"/{mode}"
    for mode in (
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
        "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation",
        "Color", "Luminosity",
    )
)  # fmt: skip
# Every operator (ISO 32000-1, annex A), and the words that are values.
_OPERATORS = frozenset((
    "b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1",
    "Do", "DP", "EI", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J",
    "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "sc", "SC",
    "scn", "SCN", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw",
    "Tz", "v", "w", "W", "W*", "y", "'", '"', "true", "false", "null",
))  # fmt: skip
_DELIMITER = re.compile(r"[\[\]<>{}()]")
# Which resources an operator takes its name from; some colour spaces need none.
_KINDS = {
    "gs": "/ExtGState", "cs": "/ColorSpace", "CS": "/ColorSpace", "scn": "/Pattern",
    "SCN": "/Pattern", "sh": "/Shading", "Do": "/XObject", "Tf": "/Font",
}  # fmt: skip
_BUILT_IN = frozenset(("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"))
# What asks for a device's own colours, and what the output intent must be then (6.2.4.3). Images
# and shadings are left to preflight/colour-space.
_DEVICES = (
    ("6.2.4.3-2", "RGB", (b"rg", b"RG")),
    ("6.2.4.3-3", "CMYK", (b"k", b"K")),
)
_SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4, b"Lab ": 3}
_INTENTS = frozenset(
    (b"RelativeColorimetric", b"AbsoluteColorimetric", b"Perceptual", b"Saturation")
)
# Flags of an annotation (ISO 32000-1, table 165): hidden, print, no view, toggle no view.
_PRINT, _UNSEEN = 4, 1 | 2 | 32 | 256
_TEXT = re.compile(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>")


def archive_content(seen: Inspected) -> Iterator[Finding]:
    """What is drawn asks for nothing unknown or not there (6.1.6, 6.1.10, 6.2.2, 6.2.6)."""
    for drawn in (*seen.drawn, *seen.inner):
        if drawn.images:
            yield Finding(drawn.page, case="inline-image")
        if drawn.odd:
            yield Finding(drawn.page, case="odd")
        if drawn.uneven:
            yield Finding(drawn.page, case="states")
        parts = {p for w in drawn.words for p in _DELIMITER.split(w.decode("latin-1"))}
        unknown = {p for p in parts if p and p[0] not in "/+-.0123456789%"} - _OPERATORS
        if unknown and not drawn.images:
            yield Finding(drawn.page, {"operator": min(unknown)}, case="operator")
        for name, operator in sorted(drawn.uses):
            kind = _KINDS.get(operator.decode())
            named = name.decode("latin-1")
            if kind is None:
                if name not in _INTENTS:
                    yield Finding(drawn.page, {"name": named}, case="intent")
            elif f"/{named}" not in drawn.resources.get(kind, {}) and named not in _BUILT_IN:
                yield Finding(drawn.page, {"name": named}, case="resource")


def archive_colours(seen: Inspected) -> Iterator[Finding]:
    """Colours are those of the output intent or of a sound profile (6.2.3, 6.2.4)."""
    intents = [
        (intent.get("/S"), stream)
        for intent in held(seen.pdf.Root, "/OutputIntents") or ()
        if (stream := held(intent, "/DestOutputProfile")) is not None
    ]
    profiles = {stream.objgen: stream for _, stream in intents}
    if len(profiles) > 1:
        yield Finding(0, case="profiles")
    spaces = set()
    for kind, profile in intents:
        problem, space = _profile(profile, (b"prtr", b"mntr"))
        if kind == "/GTS_PDFA1":
            spaces.add(space)
        if problem:
            yield Finding(0, case=f"intent-{problem}")
    told = set(profiles)
    if not profiles:
        return  # preflight/archivable says so
    for drawn in (*seen.drawn, *seen.inner):
        for colour in drawn.resources.get("/ColorSpace", pikepdf.Dictionary()).values():
            based = isinstance(colour, pikepdf.Array) and colour[0] == "/ICCBased"
            if based and colour[1].objgen not in told:
                told.add(colour[1].objgen)
                problem, _ = _profile(colour[1], (b"prtr", b"mntr", b"scnr", b"spac"))
                if problem:
                    yield Finding(drawn.page, case=f"profile-{problem}")
        for requirement, name, words in _DEVICES:
            if not drawn.words.isdisjoint(words) and name.ljust(4).encode() not in spaces:
                values = {"requirement": requirement, "name": name}
                yield Finding(drawn.page, values, "device")


def _profile(stream: Any, classes: tuple[bytes, ...]) -> tuple[str, bytes]:
    """What is wrong with a colour profile (ICC.1, 7.2), or nothing; its colour space."""
    data = stream.read_bytes()
    kind, space = data[12:16], data[16:20]
    if data[36:40] != b"acsp" or kind not in classes or space not in _SPACES or data[8] >= 5:
        return "unknown", space
    if int(stream.get("/N", 0)) != _SPACES[space]:
        return "inks", space
    return "", space


def archive_graphics(seen: Inspected) -> Iterator[Finding]:
    """States and images are such as every reader shows alike (6.2.4, 6.2.8, 6.2.10)."""
    told: set[tuple[int, int]] = set()
    for drawn in (*seen.drawn, *seen.inner):
        for state in drawn.resources.get("/ExtGState", pikepdf.Dictionary()).values():
            if "/TR" in state:  # a name that rows of tables have too: not one of `NEVER`
                yield Finding(drawn.page, case="transfer")
            modes = state.get("/BM", "/Normal")
            for mode in modes if isinstance(modes, pikepdf.Array) else [modes]:
                if str(mode) not in _BLENDS:
                    yield Finding(drawn.page, {"mode": str(mode)}, case="blend")
            if state.get("/OPM", 0) != 0:
                yield Finding(drawn.page, case="overprint")
    for page, _, image in seen.xobjects():
        if image.objgen in told:
            continue
        told.add(image.objgen)
        kind = image.get("/Subtype")
        if kind not in ("/Image", "/Form"):
            yield Finding(page, case="other")
        if kind != "/Image":
            if "/PS" in image:
                yield Finding(page, case="program")
            continue
        if image.get("/Interpolate") is True:
            yield Finding(page, case="interpolated")
        depth, mask = image.get("/BitsPerComponent"), image.get("/ImageMask") is True
        if mask and depth not in (None, 1):
            yield Finding(page, {"depth": str(depth)}, case="mask-depth")
        elif not mask and depth not in (1, 2, 4, 8, 16):
            yield Finding(page, {"depth": str(depth)}, case="depth")


def archive_private_use(seen: Inspected) -> Iterator[Finding]:
    """No glyph stands for a private character, which says nothing to others (6.2.11.7.3)."""
    for page, font, _ in seen.fonts():
        texts = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
        for match in _TEXT.finditer(texts):
            text = bytes.fromhex(match[1].decode()).decode("utf-16-be", "replace")
            if any(unicodedata.category(c) == "Co" for c in text):
                name = str(font.get("/BaseFont", "/?"))[1:]
                yield Finding(page, {"name": name})
                break


def archive_annotations(seen: Inspected) -> Iterator[Finding]:
    """What can be clicked is printed and seen, and the file does nothing by itself (6.3, 6.5)."""
    for number, annotation in seen.annotations():
        flags = annotation.get("/F")
        if flags is None:
            yield Finding(number, case="silent")
        elif not int(flags) & _PRINT or int(flags) & _UNSEEN:
            yield Finding(number, case="unseen")
    if isinstance(held(seen.pdf.Root, "/OpenAction"), pikepdf.Dictionary):
        yield Finding(0, case="action")


ARCHIVE: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    *ARCHIVE_FILE,
    archive_content,
    archive_colours,
    archive_graphics,
    archive_private_use,
    archive_annotations,
    *XMP_RULES,
)
