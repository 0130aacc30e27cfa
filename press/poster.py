"""The poster: axis, marks, cards and panels, every measure in mm from the sheet's upper left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from press.arabic import Phrase
from press.edition import Edition, Entry, Masthead, Organ
from press.prose import Prose
