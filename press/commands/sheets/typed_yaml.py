"""Write records as an editor types them, and change one key of a file without touching the rest."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString
from ruamel.yaml.tag import Tag

_TEXT = Tag(suffix="tag:yaml.org,2002:str")
# Texts of these keys stand below their key, a paragraph a line.
_PROSE = ("brief",)


class _Texts(VersionedResolver):
    """Takes every value that is not a list or map for a text, as our own loader does."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The kind of a value."""
        return _TEXT if kind is ScalarNode else super().resolve(kind, value, implicit)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = _Texts
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def dumped(record: Mapping[str, object], head: str = "") -> bytes:
    """A record as the bytes of a file that begins with the line `head`."""
    out = io.StringIO()
    if head:
        out.write(f"{head}\n")
    _yaml().dump({key: _typed(key, value) for key, value in record.items()}, out)
    return out.getvalue().encode()


def opened(data: bytes) -> Any:
    """What a file holds, with its comments; `closed` gives the bytes again."""
    return _yaml().load(data.decode("utf-8-sig"))


def closed(document: Any) -> bytes:
    """The bytes of what `opened` gave, changed or not."""
    out = io.StringIO()
    _yaml().dump(document, out)
    return out.getvalue().encode()


def put(document: Any, key: str, value: object) -> None:
    """Have `document` say `value` of `key`; nothing when that is None."""
    if value is None:
        document.pop(key, None)
    else:
        document[key] = _typed(key, value)


def plain(value: object) -> object:
    """What `opened` gave as texts, lists and maps that can be compared."""
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return str(value).strip()


def _typed(key: str, value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _typed(name, one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_typed("", one) for one in value]
    text = str(value)
    if key in _PROSE or "\n" in text:
        return LiteralScalarString(f"{text.strip()}\n")
    return text
