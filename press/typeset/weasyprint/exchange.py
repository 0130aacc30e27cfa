"""Puts something in the place of what WeasyPrint has, for as long as a block runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def exchanged(function: Callable[..., Any], instead: Callable[..., Any]) -> Iterator[None]:
    """While the block runs, WeasyPrint has `instead` wherever a module of it names `function`."""
    name = function.__name__
    places = [
        module
        for key, module in list(sys.modules.items())
        if key.startswith("weasyprint.") and getattr(module, name, None) is function
    ]
    for module in places:
        setattr(module, name, instead)
    try:
        yield
    finally:
        for module in places:
            setattr(module, name, function)


@contextmanager
def replaced(owner: Any, name: str, instead: Any) -> Iterator[None]:
    """While the block runs, a class or module of WeasyPrint has `instead` under `name`."""
    own = getattr(owner, name)
    setattr(owner, name, instead)
    try:
        yield
    finally:
        setattr(owner, name, own)
