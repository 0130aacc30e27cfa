"""What the tests can be asked on the command line."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes what the golden cases give now as what they must give."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/cases/**/expected.txt")
