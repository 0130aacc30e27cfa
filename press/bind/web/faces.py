"""Put faces into a web page: of each the letters that the page has, so that it needs no network."""

from __future__ import annotations

import base64
import io
import re
import subprocess
from concurrent.futures import Future
from functools import cache

from fontTools import subset
from fontTools.ttLib import TTFont

from press.cache import Store, kept
from press.workers import Crew

# A face of a style sheet that is to be found on this system, by its family and its weight.
_FACE = re.compile(r"@font-face\s*{[^}]*?src:\s*local\(\"([^\"]+)\"\)\s*;?\s*}")
_TAG = re.compile(r"<(style|script)\b.*?</\1>|<[^<>]*>", re.DOTALL)
# What a reader's buttons and counters may show beside the letters of the page.
ALWAYS = "0123456789٠١٢٣٤٥٦٧٨٩+−-/"
# Letters that no line shows, and that a face must have to break and to join words.
JOINERS = "\u200c\u200d\u200e\u200f\u00a0\u202f"
# A font that says so may be put into a page for anybody to read (OpenType, OS/2, fsType).
_RESTRICTED = 0x0002 | 0x0004


def embed_faces(html: str, crew: Crew, store: Store | None) -> str:
    """`html`, in which each face that this system has is brought along as WOFF2.

    A face that is not here, has none of the letters, or may not be embedded is left to the
    reader's own system.
    """
    letters = "".join(sorted(letters_of(html)))
    jobs: dict[str, Future[bytes]] = {}
    for match in _FACE.finditer(html):
        if (name := match[1]) not in jobs:
            jobs[name] = crew.submit(kept_face, store, name, letters)

    def brought(match: re.Match[str]) -> str:
        made = jobs[match[1]].result()
        if not made:
            return ""
        held = base64.b64encode(made).decode()
        source = f'url("data:font/woff2;base64,{held}") format("woff2")'
        return match[0].replace(f'local("{match[1]}")', source)

    return _FACE.sub(brought, html)


def letters_of(html: str) -> frozenset[str]:
    """The letters that the elements of a page show."""
    text = _TAG.sub(" ", html[html.find("<body") :])
    entities = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'"}
    for name, sign in entities.items():
        text = text.replace(name, sign)
    return frozenset(f"{text}{ALWAYS}{JOINERS}") - {"\n"}


def kept_face(store: Store | None, name: str, letters: str) -> bytes:
    """`cut_face`, or what an earlier build made of the same face and letters."""
    return kept(store, cut_face, name, letters)


def cut_face(name: str, letters: str) -> bytes:
    """The face called `name` as WOFF2 with the glyphs of `letters`, empty where it has none."""
    found = find_face(name)
    if found is None:
        return b""
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=["*"], notdef_outline=True, name_IDs=[1, 2],
    )  # fmt: skip
    with TTFont(found[0], fontNumber=found[1], lazy=True) as font:
        wanted = {ord(letter) for letter in letters}
        drawn = wanted & set(font.getBestCmap()) - set(map(ord, f"{JOINERS} "))
        if not drawn or font["OS/2"].fsType & _RESTRICTED:
            return b""
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=wanted)
        cutter.subset(font)
        font["head"].modified = font["head"].created  # the same letters give the same bytes
        font.recalcTimestamp = False
        font.flavor = "woff2"
        out = io.BytesIO()
        font.save(out)
        return out.getvalue()


@cache
def find_face(name: str) -> tuple[str, int] | None:
    """The file of the face called `name`, as "Noto Sans Bold", and its number in it."""
    family, bold = (name.removesuffix(" Bold"), name.endswith(" Bold"))
    try:
        said = subprocess.run(
            ["fc-match", "--format", "%{family}\t%{file}\t%{index}",
             f"{family}:weight={200 if bold else 80}"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return None
    families, file, index = said.split("\t")
    return (file, int(index) & 0xFFFF) if family in families.split(",") else None
