"""Measures the lines of finished pages: word spaces of justified ones, last lines, rivers, holes.

Usage: python tests/bench/lines.py FILE.pdf …
"""

import io
import sys
from pathlib import Path

import pikepdf

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from press.pdf.pages import read_pages  # noqa: E402 (the root must be on the path first)
from press.preflight.lines import read_setting  # noqa: E402
from press.preflight.rules.justification import justified, overfull_line, river, widest_space  # noqa: E402

SHORT_MM = 25


def main(path: Path) -> None:
    data = path.read_bytes()
    pages = read_pages(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        setting = read_setting(pdf, data, pages)
    held = list(justified(setting))
    lines = [line for one in held for line in one.lines]
    wide = sorted(
        ((round(widest_space(line), 2), line.page, line.said()) for line in lines), reverse=True
    )
    print(f"{path}: {len(pages)} pages, {len(held)} justified paragraphs of {len(lines)} lines")
    for limit in (0.40, 0.45, 0.60):
        over = sum(em > limit for em, *_ in wide)
        print(f"  over {limit:.2f} em: {over}, {over / max(len(lines), 1):.1%}")
    print("  widest:", *(f"{em} p{page} {said[:30]}" for em, page, said in wide[:6]), sep="\n    ")
    last = [one.block.lines[-1] for one in held]
    short = [(line.right - line.left, line.page, line.said()) for line in last]
    for length, page, said in sorted(short):
        if length < SHORT_MM:
            print(f"  last line of {length:.0f} mm, page {page}: {said}")
    print("  overfull:", len(list(overfull_line(setting))), "rivers:", len(list(river(setting))))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        main(Path(name))
