"""The poster: axis, marks, cards and panels, every measure in mm from the sheet's upper left."""

from __future__ import annotations
