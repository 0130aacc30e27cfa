"""Plans a build: what would be made, from which files, and a hash of all that it depends on.

For those who run many builds their own way: a matrix of a build server, Slurm, Make.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NoReturn

import click

from press.commands.asked import Asked
from press.fingerprint import PRINTED, engines, inputs_of
from press.machine import font_files
from press.products import FORMS, PAGE, SITE, Product, products_of
from press.project import HOME, Project
from press.stamps import unchanged


@dataclass(frozen=True, slots=True)
class Planned:
    """A product of an edition: the files that it is made of and those that are made, as paths.

    `hash` is the same on every machine, wherever the folders are, as long as all that the product
    depends on says the same: records, templates, styles, engine, libraries and fonts. A date that
    is left to the day of the build is not in it.
    """

    edition: str
    product: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    hash: str
    unchanged: bool


def plan(editions: Iterable[tuple[str, Project]]) -> Iterator[Planned]:
    """The products of each edition, by the name that it goes by. Raises OSError."""
    known: dict[Path, str] = {}
    shared = engines() + "".join(font_files())
    for edition, project in editions:
        products = products_of(project)
        still = unchanged(project, products)
        for name, product in products.items():
            inputs = _inputs(project, product)
            held = hashlib.sha256(f"{name}\n{shared}".encode())
            for path, said in sorted((_placed(path, project), path) for path in inputs):
                if said not in known:
                    known[said] = hashlib.sha256(said.read_bytes()).hexdigest()
                held.update(f"{path}\0{known[said]}\n".encode("utf-8", "surrogateescape"))
            yield Planned(
                edition,
                name,
                tuple(_shown(path) for path in inputs),
                tuple(_shown(project.output / file) for file in product.files),
                held.hexdigest(),
                name in still,
            )


def tell_plan(asked: Asked, projects: str | None, share: tuple[int, int]) -> NoReturn:
    """Print the share of the plan of one project, or of all that the pattern `projects` names.

    Ends with exit code 1 where one of them is refused. Raises `click.UsageError`.
    """
    try:
        if projects:
            from press.commands import editions  # which needs the whole engine

            found = editions.find(projects, asked.output, share)
            refused = [one for held in found.refused for one in held.found]
            rows = [*plan((one.name, one.project) for one in found.orders)]
        else:
            refused, rows = [], [*plan([("", asked.project)])][share[0] - 1 :: share[1]]
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    replace(asked, as_json=False).report(tuple(refused), tail=False)  # stdout has the plan alone
    print(as_json(rows) if asked.as_json else "\n".join(lines(rows)))
    sys.exit(1 if refused else 0)


def as_json(planned: Iterable[Planned]) -> str:
    """The plan as JSON: an object with the list `products`."""
    told = [asdict(one) for one in planned]
    return json.dumps({"products": told}, ensure_ascii=False, indent=1)


def lines(planned: Iterable[Planned]) -> Iterator[str]:
    """The plan for people, a line for each product."""
    for one in planned:
        where = f"{one.edition}/{one.product}" if one.edition else one.product
        state = "=" if one.unchanged else "+"
        counted = f"{len(one.inputs)} inputs, {len(one.outputs)} files"
        yield f"{state} {where}  {one.hash[:PRINTED]}  {counted}"


def _inputs(project: Project, product: Product) -> list[Path]:
    """What a product is made of: not the templates and styles of products of another kind.

    The site has what is made of all others in it.
    """
    kinds = frozenset[str]().union(*(form.kinds for form in FORMS.values()))
    others = () if product.name == SITE else (PAGE, *(kinds - {product.kind}))

    def is_other(path: Path) -> bool:
        _, _, name = _placed(path, project).partition("/")
        room, _, inner = name.partition("/")
        return not room.startswith("content") and inner.startswith(others)

    return [path for path in inputs_of(project) if not is_other(path)]


def _placed(path: Path, project: Project) -> str:
    """The name of a file in its project, or in what is lent to it."""
    if path.is_relative_to(project.root):
        return f"own/{path.relative_to(project.root).as_posix()}"
    home = project.home if path.is_relative_to(project.home) else HOME
    return f"lent/{path.relative_to(home).as_posix()}"


def _shown(path: Path) -> str:
    """A path from the folder that one stands in, where it lies below that."""
    here = Path.cwd()
    found = path.relative_to(here) if path.is_relative_to(here) else path
    return os.fsencode(found).decode("utf-8", "replace")
