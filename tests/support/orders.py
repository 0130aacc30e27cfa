"""The order of signs on paper that was written by hand, for what sets and reads them."""

from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "language" / "orders.txt"


@dataclass(frozen=True, slots=True)
class Order:
    """A token as typed, and its signs from left to right on paper by the language's direction."""

    typed: str
    rtl: str
    ltr: str


def orders() -> list[Order]:
    """The rows of the table."""
    found = []
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("# "):
            typed, *paper = line.split(" | ")
            found.append(Order(typed, *(typed if way == "=" else way for way in paper)))
    return found
