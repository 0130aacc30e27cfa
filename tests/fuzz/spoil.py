"""Spoils a file of records in one way, drawn from a seed."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.hostile import KEYS, NAMES, VALUES


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8", "surrogateescape").split("\n")


def put(path: Path, lines: list[str]) -> None:
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))


def other_value(draw: random.Random, path: Path) -> None:
    lines = lines_of(path)
    keyed = [n for n, line in enumerate(lines) if ":" in line]
    if keyed:
        at = draw.choice(keyed)
        lines[at] = f"{lines[at].partition(':')[0]}: {draw.choice(VALUES)}"
    put(path, lines)


def put_in(draw: random.Random, path: Path) -> None:
    text = path.read_text("utf-8", "surrogateescape")
    at = draw.randrange(len(text) + 1)
    put(path, [text[:at] + draw.choice(VALUES) + text[at:]])


def take_out(draw: random.Random, path: Path) -> None:
    lines = lines_of(path)
    del lines[draw.randrange(len(lines))]
    put(path, lines)


def twice(draw: random.Random, path: Path) -> None:
    lines = lines_of(path)
    at = draw.randrange(len(lines))
    put(path, lines[:at] + lines[at:] * draw.choice((2, 2, 60)))


def moved(draw: random.Random, path: Path) -> None:
    lines = lines_of(path)
    at = draw.randrange(len(lines))
    lines.insert(draw.randrange(len(lines)), " " * draw.randrange(4) + lines.pop(at))
    put(path, lines)


def indented(draw: random.Random, path: Path) -> None:
    lines = lines_of(path)
    at = draw.randrange(len(lines))
    lines[at] = draw.choice((" ", "   ", "\t", "\u00a0", "- ", "? ", "# ", "  - - ")) + lines[at]
    put(path, lines)


def other_byte(draw: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(draw.choice((1, 1, 4, 40))):
        data[draw.randrange(len(data))] = draw.randrange(256)
    path.write_bytes(data)


def cut(draw: random.Random, path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: draw.randrange(len(data))])


def coded(draw: random.Random, path: Path) -> None:
    text = path.read_text("utf-8", "replace")
    coding = draw.choice(("utf-16", "utf-8-sig", "cp1256", "utf-32"))
    path.write_bytes(
        text.replace("\n", draw.choice(("\n", "\r\n", "\r"))).encode(coding, "replace")
    )


def nested(draw: random.Random, path: Path) -> None:
    deep = draw.choice((10, 60, 2000))
    put(path, [*lines_of(path), f"x: {'[' * deep}{']' * deep}"])


def aliases(draw: random.Random, path: Path) -> None:
    lines = ["l0: &l0 [a, b]"] + [
        f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, draw.choice((2, 9)))
    ]
    put(path, [*lines_of(path), *lines])


def other_key(draw: random.Random, path: Path) -> None:
    lines = lines_of(path)
    at = draw.randrange(len(lines))
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    lines[at] = f"{indent}{draw.choice(KEYS)}:{lines[at].partition(':')[2]}"
    put(path, lines)


def strange_file(draw: random.Random, path: Path) -> None:
    new = path.with_name(draw.choice(NAMES))
    match draw.randrange(6):
        case 0:
            path.unlink()
            path.symlink_to(path.parents[2 if path.parent.name == "content" else 3] / "secret.yaml")
        case 1:
            new.symlink_to("nowhere")
        case 2:
            new.mkdir(exist_ok=True)
        case 3:
            path.rename(new)
        case 4:
            shutil.copyfile(path, new)
        case _:
            path.unlink()


SPOIL: tuple[Callable[[random.Random, Path], None], ...] = (
    other_value, other_value, other_value, put_in, put_in, take_out, twice, moved, indented,
    other_byte,    cut, coded, nested, aliases, other_key, strange_file,
)  # fmt: skip
