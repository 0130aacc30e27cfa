"""Hashes each page of a PDF, so that a page is known to be as it was without being drawn."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

import pikepdf

from press.pdf.objects import held, inherited
from press.pdf.operations import text_of

# What a page shows does not hang on these: the way up, marks of the structure, names of subsets.
_UNSEEN = frozenset({"/Parent", "/StructParents", "/StructParent", "/BaseFont", "/FontName"})
_SHOWN = ("/MediaBox", "/CropBox", "/TrimBox", "/Rotate", "/Resources")
_SHEET = (*_SHOWN, "/BleedBox", "/ArtBox", "/Group", "/UserUnit")
# Forms of such names stand outside the bleed of a page, and how one is drawn.
SLUG = "/Slug"
_DRAWN = re.compile(rb"q [-\d. ]+ cm /Slug\d+ Do Q")

# A build asks for the keys of what it has bound, and of what stood there before; `watch` asks for
# the same after the next edit. Those of so many files are held.
MOST = 32
_FOUND: dict[tuple[str, bytes], tuple[str, ...]] = {}
_LOCK = Lock()


def _content(page: pikepdf.Page) -> Any:
    return inherited(page.obj, "/Contents")


def _without_slug(page: pikepdf.Page) -> bytes:
    return _DRAWN.sub(b"", text_of(page))


def page_keys(pdf: bytes) -> tuple[str, ...]:
    """A key for each page that changes with whatever is drawn on it, and with nothing else."""
    return _once(_of_pages, pdf)


def bleed_keys(pdf: bytes) -> tuple[str, ...]:
    """The same for what is drawn within the bleed of each page: slugs are left out."""
    return _once(_of_bleeds, pdf)


def _once(find: Callable[[pikepdf.Pdf], tuple[str, ...]], pdf: bytes) -> tuple[str, ...]:
    """What `find` finds in a file, which is not held for it."""
    name = find.__name__, hashlib.sha256(pdf).digest()
    keys = _FOUND.get(name)
    if keys is None:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            keys = find(opened)
        with _LOCK:
            _FOUND[name] = keys
            for old in [*_FOUND][:-MOST]:
                del _FOUND[old]
    return keys


def _of_pages(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    return keys_of(pdf)


def _of_bleeds(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    slugs = _slugs(pdf)
    return keys_of(pdf, _UNSEEN | slugs, content=_without_slug if slugs else _content)


def sheet_keys(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """A key for each page of a press file that covers all that a print shop finds on it, boxes,
    fonts by their names, and where its slug stands, but not what the slug is.
    """
    return keys_of(pdf, frozenset({"/Parent"}) | _slugs(pdf), entries=_SHEET)


def keys_of(
    pdf: pikepdf.Pdf,
    unseen: frozenset[str] = _UNSEEN,
    *,
    entries: Sequence[str] = _SHOWN,
    content: Callable[[pikepdf.Page], Any] = _content,
) -> tuple[str, ...]:
    """The key of each page: it covers its `content`, the other `entries` and all that these lead
    to, but for what stands under the keys `unseen`.
    """
    digests: dict[tuple[int, int], bytes] = {}
    keys = []
    for page in pdf.pages:
        digest = hashlib.sha256(b"/Contents" + hash_of(content(page), digests, unseen))
        for key in entries:
            if (value := inherited(page.obj, key)) is not None:
                digest.update(key.encode() + hash_of(value, digests, unseen))
        keys.append(digest.hexdigest()[:32])
    return tuple(keys)


def _slugs(pdf: pikepdf.Pdf) -> frozenset[str]:
    """The names of the slugs of a press file."""
    forms = (held(page.obj, "/Resources", "/XObject") or {} for page in pdf.pages)
    return frozenset(name for names in forms for name in names if name.startswith(SLUG))


def hash_of(
    held: Any, known: dict[tuple[int, int], bytes], unseen: frozenset[str] = frozenset({"/Parent"})
) -> bytes:
    """A hash of an object and all that it leads to, but for what stands under the keys `unseen`.

    `known` keeps those of the indirect objects of one file.
    """
    if not isinstance(held, pikepdf.Object):
        return hashlib.sha256(f"{type(held).__name__} {held}".encode()).digest()
    number = held.objgen
    if number != (0, 0):
        if number in known:
            return known[number]
        known[number] = b"loop"
    digest = hashlib.sha256()
    if isinstance(held, pikepdf.Stream):
        digest.update(b"stream" + held.read_raw_bytes())
    if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in sorted(held.items()):
            if key not in unseen:
                digest.update(key.encode() + hash_of(value, known, unseen))
    elif isinstance(held, pikepdf.Array):
        for value in list(held):
            digest.update(b"," + hash_of(value, known, unseen))
    else:
        digest.update(held.unparse())
    if number != (0, 0):
        known[number] = digest.digest()
    return digest.digest()
