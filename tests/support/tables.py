"""Tables of texts that tests go through, each in a file beside its test.

A line in brackets names a table, a row has its cells parted by `|`; what stands behind `  # ` says
why. An empty cell is an empty text.
"""

from pathlib import Path


def table(test: str, name: str) -> list[tuple[str, ...]]:
    """The rows of a table of the test module that stands in the file `test`."""
    text = Path(test).with_suffix(".txt").read_text("utf-8")
    rows = text.split(f"[{name}]\n")[1].split("\n\n")[0].splitlines()
    parted = (row.split("  # ")[0].split("|") for row in rows)
    return [tuple(cell.strip() for cell in cells) for cells in parted]
