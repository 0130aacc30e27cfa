"""Reads a tag of HTML in one piece, where WeasyPrint's parser goes through it letter by letter.

tinyhtml5 2.1 reads with a call a letter. What a tag says is handed to the same builder of the tree;
a tag with anything out of the common, as an entity in a value, the same attribute twice or a
capital, is left to the parser. Trees are the same with and without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tinyhtml5.constants import Token
from tinyhtml5.tokenizer import HTMLTokenizer

from press.typeset.weasyprint.exchange import replaced

_ATTRIBUTE = r'[a-z_:][a-z0-9_:.-]*(?:="[^"&\0]*")?'
_attributes = re.compile(_ATTRIBUTE, re.ASCII).findall
# What follows a `<`.
_TAG = re.compile(rf"(/?)([a-z][a-z0-9:-]*)((?:[ \t\n\f]+{_ATTRIBUTE})*)[ \t\n\f]*(/?)>", re.ASCII)


@contextmanager
def reading_tags() -> Iterator[None]:
    """While the block runs, tags are read in one piece."""
    by_letters = HTMLTokenizer.tag_open_state

    def read(reader: Any) -> bool:
        stream = reader.stream
        tag = _TAG.match(stream.chunk, stream.chunk_offset)
        if tag is None:
            return bool(by_letters(reader))
        closing, name, said, alone = tag.groups()
        pairs = [one.partition("=") for one in _attributes(said)]
        if (closing and (said or alone)) or len({key for key, _, _ in pairs}) < len(pairs):
            return bool(by_letters(reader))
        stream.chunk_offset = tag.end()
        reader.current_token = {
            "type": Token.END_TAG if closing else Token.START_TAG,
            "name": name,
            "data": [[key, value[1:-1]] for key, _, value in pairs],
            "selfClosing": bool(alone),
        }
        if not closing:
            reader.current_token["selfClosingAcknowledged"] = False
        reader.emit_current_token()
        return True

    with replaced(HTMLTokenizer, "tag_open_state", read):
        yield
