"""Materials: the fonts and colours of all files together, each once, with the files that use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from press.report.schema import Output


@dataclass(frozen=True, slots=True)
class Material:
    """A font or a colour by its name, and the files that use it.

    `forms` are the names of a font in the files, the values of a colour; `shown` is #rrggbb, or
    empty for a font.
    """

    name: str
    forms: tuple[str, ...]
    shown: str
    files: tuple[str, ...]


def fonts_of(outputs: Sequence[Output]) -> tuple[Material, ...]:
    """The fonts by the name that each bears itself, in alphabetical order."""
    found: dict[str, tuple[set[str], list[str]]] = {}
    for output in outputs:
        for font in output.fonts:
            names, files = found.setdefault(font.face or font.name, (set(), []))
            names.add(font.name)
            files.append(output.file)
    return tuple(
        Material(face, tuple(sorted(names)), "", tuple(dict.fromkeys(files)))
        for face, (names, files) in sorted(found.items())
    )


def colours_of(outputs: Sequence[Output]) -> tuple[Material, ...]:
    """The colours by their token, those of screens before inks; last, those that are of none."""
    found: dict[tuple[str, str], tuple[list[str], str, list[str]]] = {}
    for output in outputs:
        for colour in output.colours:
            key = colour.token, "" if colour.token else colour.value
            values, _, files = found.setdefault(key, ([], colour.shown, []))
            values.append(colour.value)
            files.append(output.file)
    return tuple(
        Material(
            token.removeprefix("--"),
            tuple(sorted(dict.fromkeys(values), key=_screens_first)),
            shown,
            tuple(dict.fromkeys(files)),
        )
        for (token, _), (values, shown, files) in sorted(
            found.items(), key=lambda item: (not item[0][0], item[0])
        )
    )


def _screens_first(value: str) -> tuple[bool, str]:
    return not value.startswith("#"), value
