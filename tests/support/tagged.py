"""A small tagged PDF for tests of PDF/UA and PDF/A, and ways to damage it."""

import io
import re
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from types import SimpleNamespace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.bind.bind import bind
from press.preflight.inspection import judge_file
from press.preflight.rules.table import FOR_ALL
from press.typeset.tagging.mend import mend
from tests.support.damages import Damage, rewritten
from tests.support.findings import said
from tests.typeset.tagging.test_tags import example


@cache
def sound() -> bytes:
    """A small tagged PDF that breaks no rule."""
    return bind(mend(example()), SimpleNamespace(language="ar"), "brief", "brief").pdf


def after(damage: Damage) -> bytes:
    """The sound PDF after a damage; its streams are packed as the damage left them."""
    with pikepdf.open(io.BytesIO(sound())) as pdf, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what is damaged
        damage(pdf)
        out = io.BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            compress_streams=False,
            fix_metadata_version=False,  # else the metadata would be mended
        )
        return out.getvalue()


def found_in(data: bytes) -> list[tuple[str, str]]:
    """The rule and the message of everything found in a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            (rule.__name__, said(rule.__name__, f)) for rule, f in judge_file(pdf, data, FOR_ALL)
        ]


# -- ways to damage a file ----------------------------------------------------------------------


def every(pdf: pikepdf.Pdf, kind: str) -> Iterator[Any]:
    """The tags of a type, in order."""

    def walk(held: Any) -> Iterator[Any]:
        kids = held.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                if f"/{kind}" == kid.S:
                    yield kid
                yield from walk(kid)

    yield from list(walk(pdf.Root.StructTreeRoot))


def first(pdf: pikepdf.Pdf, kind: str) -> Any:
    return next(every(pdf, kind))


def last(pdf: pikepdf.Pdf, kind: str) -> Any:
    return list(every(pdf, kind))[-1]


def retagged(kind: str, other: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        first(pdf, kind).S = Name(f"/{other}")

    return damage


def without(kind: str, key: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        del first(pdf, kind)[key]

    return damage


def mapped(roles: dict[str, str], kind: str = "") -> Damage:
    """Maps types to others, and gives the last paragraph the type `kind`."""

    def damage(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(
            {f"/{key}": Name(f"/{value}") for key, value in roles.items()}
        )
        if kind:
            last(pdf, "P").S = Name(f"/{kind}")

    return damage


def drawn(change: Callable[[bytes], bytes]) -> Damage:
    """Changes what the second page draws."""
    return rewritten("1/Contents", change)


def font(pdf: pikepdf.Pdf) -> Any:
    return next(iter(pdf.pages[1].resources.Font.values()))


def of_font(change: Callable[[pikepdf.Pdf, Any, Any], None]) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        change(pdf, font(pdf), font(pdf).DescendantFonts[0])

    return damage


def with_text(old: bytes, new: bytes) -> Damage:
    def change(pdf: pikepdf.Pdf, held: Any, _: Any) -> None:
        held.ToUnicode = pdf.make_stream(re.sub(old, new, held.ToUnicode.read_bytes()))

    return of_font(change)


def skip_a_level(pdf: pikepdf.Pdf) -> None:
    list(every(pdf, "H1"))[1].S = Name.H3


def head_plainly(pdf: pikepdf.Pdf) -> None:
    """Every heading is a plain H."""
    for heading in every(pdf, "H1"):
        heading.S = Name.H


def take_a_scope(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "TH").A["/Scope"]


def repeat_an_id(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Note").ID = first(pdf, "H1").ID


def stick_a(kind: str) -> Damage:
    """Sticks an annotation of a kind on the first page."""

    def damage(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], F=4, Contents="x")
        note.Subtype = Name(f"/{kind}")
        pdf.pages[0].Annots.append(pdf.make_indirect(note))

    return damage


def untag_a_link(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Link").S = Name.Span


def with_form(content: bytes, times: int, **entries: Any) -> Damage:
    """Draws a form, as an artifact, so many times on the last page."""

    def damage(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], **entries
        )
        page = pdf.pages[-1]
        page.Resources.XObject = Dictionary(Fm=form)
        draw = b"/Artifact BMC " + b"/Fm Do " * times + b"EMC"
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + draw)

    return damage


def widen(pdf: pikepdf.Pdf, _: Any, inner: Any) -> None:
    inner.W[1][0] = float(inner.W[1][0]) + 2


def with_one_more(head: re.Match[bytes]) -> bytes:
    return b"%d beginbfchar\n<fff0> <0041>\n" % (int(head[1]) + 1)


def show_no_glyph(pdf: pikepdf.Pdf) -> None:
    """Shows a glyph that has a text and is in no font."""
    drawn(lambda c: re.sub(rb"\[<[0-9a-f]{4}", rb"[<fff0", c, count=1))(pdf)
    for held in pdf.pages[1].resources.Font.values():
        data = held.ToUnicode.read_bytes()
        data = re.sub(rb"(\d+) beginbfchar\n", with_one_more, data, count=1)
        held.ToUnicode = pdf.make_stream(data)
