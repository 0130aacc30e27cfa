"""Find the languages that publications may have: each module of this room with a LANGUAGE."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import press.language
from press.language.language import Language


@cache
def languages() -> dict[str, Language]:
    """Every language by its tag, in the order of the modules' names."""
    found = {}
    for module in pkgutil.iter_modules(press.language.__path__, "press.language."):
        if module.name != __name__:
            one = getattr(importlib.import_module(module.name), "LANGUAGE", None)
            if isinstance(one, Language):
                found[one.tag] = one
    return found


def language_of(tag: str) -> Language:
    """The language called `tag`. Raises KeyError."""
    return languages()[tag]
