"""Operations: what a content stream says, one operator after another with what it is told.

pikepdf hands every operand to Python as an object of its own. Streams as WeasyPrint and we write
them are told apart by one pattern, in a fifth of the time; pikepdf reads the others.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

import pikepdf

# An operator, and its operands: a number, a name or a string each, or a bracket around some.
Operation = tuple[bytes, list[bytes]]
# How an image that stands in the content is called here (ISO 32000-1, 8.9.7); all of it is operand.
INLINE_IMAGE = b"INLINE IMAGE"
_TOKEN = re.compile(
    rb"<<|>>|<[0-9A-Fa-f]*>|[\[\]]|\((?:[^()\\]|\\.)*\)|[^\s<>\[\](){}/%]+|/[^\s<>\[\](){}/%]*",
    re.DOTALL,
)
_SPACES = b" \t\r\n\f\0"
_OPERAND = [first in b"<>[]/+-.0123456789(" for first in range(256)]
_NO_VALUES = frozenset((b"<", b">", b"[", b"]", b"(", b"t", b"f", b"n"))
_WORDS = frozenset((b"true", b"false", b"null"))
# Strings in brackets may hold others, images may hold anything, a comment holds nothing.
_STRANGE = (b"(", b"%", b"BI")
# What pikepdf writes as it stands.
_AS_IT_IS = re.compile(rb"-?(?:0|[1-9]\d*)(?:\.\d+)?|/[A-Za-z0-9.+_-]+|[\[\]]|true|false|null")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def operations(content: pikepdf.Page | pikepdf.Object) -> list[Operation]:
    """What a page, a form or a pattern says. Raises `pikepdf.PdfError` for a damaged stream."""
    data = text_of(content)
    found = None if any(sign in data for sign in _STRANGE) else _told(data)
    return _by_pikepdf(content) if found is None else found


def rewritten(
    content: pikepdf.Page | pikepdf.Object, without: Container[bytes] = ()
) -> list[Operation]:
    """The same with all operands as pikepdf writes them, and `without` some operators."""
    found = [said for said in operations(content) if said[0] not in without]
    told = {b"-0": b""}
    for _, operands in found:
        for place, token in enumerate(operands):
            if token not in told:
                told[token] = _written(token)
            if not told[token]:
                return [said for said in _by_pikepdf(content) if said[0] not in without]
            operands[place] = told[token]
    return found


def unparsed(said: list[Operation]) -> bytes:
    """A content stream that says this, as pikepdf writes it."""
    return b"\n".join(
        b" ".join(operands if operator == INLINE_IMAGE else (*operands, operator))
        for operator, operands in said
    )


def text_of(content: pikepdf.Page | pikepdf.Object) -> bytes:
    """The operators of a page, a form or a pattern as they are written."""
    if isinstance(content, pikepdf.Page):
        held = content.obj.get("/Contents", pikepdf.Array())
        parts = list(held) if isinstance(held, pikepdf.Array) else [held]
        return b"\n".join(part.read_bytes() for part in parts)
    return content.read_bytes()


def name_of(token: bytes) -> str:
    """A name as the resources have it, with its slash."""
    if b"#" in token:
        token = _ESCAPED.sub(lambda found: bytes((int(found[1], 16),)), token)
    return token.decode("utf-8", "replace")


def string_of(token: bytes) -> bytes:
    """What a string holds."""
    if token[:1] == b"<":
        digits = token[1:-1]
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return bytes(pikepdf.Object.parse(token))


def values_of(operands: list[bytes]) -> list[Any]:
    """The names and numbers among operands; what is shown and brackets are left out."""
    return [
        name_of(token) if token[:1] == b"/" else float(token)
        for token in operands
        if token[:1] not in _NO_VALUES
    ]


def _told(data: bytes) -> list[Operation] | None:
    """What a plain stream says; None where the pattern does not take all of it."""
    tokens = _TOKEN.findall(data)
    if sum(map(len, tokens)) != len(data.translate(None, _SPACES)):
        return None
    found: list[Operation] = []
    operands: list[bytes] = []
    for token in tokens:
        if _OPERAND[token[0]] or token in _WORDS:
            operands.append(token)
        else:
            found.append((token, operands))
            operands = []
    return found


def _by_pikepdf(content: Any) -> list[Operation]:
    found: list[Operation] = []
    for instruction in pikepdf.parse_content_stream(content):
        line = pikepdf.unparse_content_stream([instruction])
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            found.append((INLINE_IMAGE, [line]))
        else:
            *operands, operator = _TOKEN.findall(line)
            found.append((operator, operands))
    return found


def _written(token: bytes) -> bytes:
    """An operand as pikepdf writes it; nothing where that is not known here."""
    if token[:1] == b"<" and token != b"<<":
        return pikepdf.String(string_of(token)).unparse()
    return token if _AS_IT_IS.fullmatch(token) else b""
