"""Spares WeasyPrint the parsing of a C type for every font that it subsets.

cffi remembers the types that it has parsed by their text, and WeasyPrint 70 writes the size of each
array into that. Files are the same with and without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.pdf import fonts

from press.typeset.weasyprint.exchange import replaced


@contextmanager
def unsized_arrays() -> Iterator[None]:
    """While the block runs, a C array of a font takes its size from what it holds."""
    with replaced(fonts, "ffi", _Unsized(fonts.ffi)):
        yield


class _Unsized:
    """cffi, for which an array has the size of what it holds."""

    def __init__(self, ffi: Any) -> None:
        self._ffi = ffi

    def new(self, kind: str, *held: Any) -> Any:
        return self._ffi.new(re.sub(r"\[\d+\]$", "[]", kind) if held else kind, *held)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ffi, name)
