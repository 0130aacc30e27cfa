"""Measures the lines of finished pages: word spaces of justified lines, holes of ragged ones, rivers.

Usage: python tests/bench/lines.py FILE.pdf …
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pikepdf

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from press.pdf.pages import read_pages  # noqa: E402 (the root must be on the path first)
from press.preflight.lines import Line, read_setting  # noqa: E402

FULL_MM = 0.6


def spaces(line: Line) -> list[float]:
    """The word spaces of a line, in em."""
    gaps = ((b.begin - a.end) / max(a.em, b.em) for a, b in pairwise(line.glyphs))
    return [gap for gap in gaps if gap > 0.11]


def main(path: Path) -> None:
    data = path.read_bytes()
    pages = read_pages(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        setting = read_setting(pdf, data, pages)
    count: Counter[str] = Counter()
    worst: list[tuple[float, int, str]] = []
    short: list[tuple[float, int, str]] = []
    holes: list[float] = []
    for block in setting.blocks:
        if block.type not in ("P", "LBody", "Note", "LI") or len(block.lines) < 2:
            continue
        right = max(line.right for line in block.lines)
        left = min(line.left for line in block.lines)
        full = [abs(line.left - left) < FULL_MM for line in block.lines[:-1]]
        even = all(full) and len(full) > 0
        count["paragraphs"] += 1
        count["justified paragraphs"] += even
        for line in block.lines[:-1]:
            if even:
                count["justified lines"] += 1
                wide = max(spaces(line), default=0)
                count["over 0.45"] += wide > 0.45
                count["over 0.40"] += wide > 0.40
                count["over 0.60"] += wide > 0.60
                worst.append((round(wide, 2), line.page, line.said()[:40]))
            else:
                count["ragged lines"] += 1
                holes.append(line.left - left)
        last = block.lines[-1]
        if last.right - last.left < 25:
            count["short last lines"] += 1
            short.append((round(last.right - last.left, 1), last.page, last.said()))
    print(path, len(pages), "pages", dict(count))
    print(sorted(worst, reverse=True)[:8])
    print(sorted(short)[:12])
    if holes:
        print("holes of ragged lines, mm: median", sorted(holes)[len(holes) // 2], max(holes))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        main(Path(name))
