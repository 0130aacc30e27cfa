"""Load the content files: YAML as text, lists and maps, each with file, line and column."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import yaml

from press.content.nodes import Entries, Items, Raw, Text
from press.diagnostics import Diagnostic, Place, Refusal, quote
from press.project import Project

# libyaml's composer is some ten times faster than PyYAML's own and keeps the marks.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Content:
    """The raw content by file name below content/ (`brief.yaml`, `events/….yaml`)."""

    files: MappingProxyType[str, Entries]


def load(project: Project) -> Content:
    """The content of `project`, every value a text with its place.

    Nothing is interpreted: `12:30` and `no` stay text. Raises `Refusal` with all problems of all
    files: not UTF-8, not YAML, not a map, a key that is no word or stands twice.
    """
    problems: list[Diagnostic] = []
    files: dict[str, Entries] = {}
    for name, path in project.content_files():
        shown = project.shown(path)
        try:
            source = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            problems.append(
                Diagnostic(
                    "load/not-utf8",
                    Place(shown, line),
                    "this file is not text in UTF-8",
                    "save it again with the encoding UTF-8",
                )
            )
            continue
        reader = _Reader(shown, source.removeprefix("\ufeff"))
        value = reader.read()
        problems += reader.problems
        if isinstance(value, Entries):
            files[name] = value
    if problems:
        raise Refusal(problems)
    return Content(MappingProxyType(files))


class _Reader:
    """Reads one file; gathers its problems instead of stopping at the first."""

    def __init__(self, shown: str, source: str) -> None:
        self.shown = shown
        self.source = source
        self.problems: list[Diagnostic] = []

    def read(self) -> Raw | None:
        """The file's value, or None when it is no map."""
        try:
            node = yaml.compose(self.source, Loader)
        except yaml.YAMLError as error:
            self._not_yaml(error)
            return None
        if not isinstance(node, yaml.MappingNode):
            self.problems.append(
                Diagnostic(
                    "load/not-a-map",
                    Place(self.shown, 1),
                    "this file holds no `key: value` lines",
                    "begin with a line such as `title: …`",
                )
            )
            return None
        return self._value(node)

    def _not_yaml(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = Place(self.shown, mark.line + 1, mark.column + 1) if mark else Place(self.shown)
        said = getattr(error, "problem", None) or "it cannot be read"
        self.problems.append(
            Diagnostic(
                "load/not-yaml",
                place,
                f"this is not well-formed YAML: {said}",
                "look for a missing colon or quote, a tab, or a line that is indented wrongly",
            )
        )

    def _place(self, mark: yaml.Mark) -> Place:
        return Place(self.shown, mark.line + 1, mark.column + 1)

    def _value(self, node: yaml.Node) -> Raw:
        if isinstance(node, yaml.ScalarNode):
            return self._text(node)
        place = self._place(node.start_mark)
        if isinstance(node, yaml.SequenceNode):
            return Items.placed([self._value(n) for n in node.value], place)
        pairs: dict[Text, Raw] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in pairs:
                first = next(k for k in pairs if k == key)
                self.problems.append(
                    Diagnostic(
                        "load/duplicate-key",
                        key.place,
                        f"the key {quote(key)} stands here a second time",
                        f"it was first typed at {first.place}; keep one of the two",
                    )
                )
            else:
                pairs[key] = self._value(value_node)
        return Entries.placed(pairs.items(), place)

    def _key(self, node: yaml.Node) -> Text:
        if isinstance(node, yaml.ScalarNode):
            return self._text(node)
        place = self._place(node.start_mark)
        self.problems.append(
            Diagnostic(
                "load/key-not-text",
                place,
                "a key must be a word, not a list or a map",
                "put the text with { } or [ ] between double quotes",
            )
        )
        return Text.placed(f"\0{place}", place)

    def _text(self, node: yaml.ScalarNode) -> Text:
        start, end = node.start_mark.index, node.end_mark.index
        mark = node.start_mark
        line, column = mark.line + 1, mark.column + 1
        if node.style in ("|", ">"):
            # The header line (`|`, `>-`) and the indentation come before the first letter.
            body = self.source.index("\n", start) + 1 if "\n" in self.source[start:] else end
            line += 1
            column = 1
            while body < end and self.source[body].isspace():
                if self.source[body] == "\n":
                    line, column = line + 1, 1
                else:
                    column += 1
                body += 1
            start = body
        elif node.style in ("'", '"'):
            start, column = start + 1, column + 1
        written = self.source[start:end]
        return Text.placed(node.value, Place(self.shown, line, column), written)
