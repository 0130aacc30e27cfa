"""Load the content files: YAML as text, lists and maps, each with file, line and column."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import yaml

from press.content.nodes import Entries, Items, Raw, Text
from press.content.yaml_causes import (
    grouped,
    invisible,
    line_ends,
    lost,
    not_yaml,
    place_at,
    written,
)
from press.diagnostics import Diagnostic, Place, Refusal
from press.files import below
from press.project import Project

# What is lent to a publication by its language: `headings.ar.yaml`, `lexicon.ar.yaml`.
PER_LANGUAGE = ("headings", "lexicon")
# libyaml's composer is some ten times faster than PyYAML's own and keeps the marks.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


PARSER = getattr(yaml, "CParser", yaml.BaseLoader)

# What a file of records may hold: bytes, values, levels of lists and maps in each other, and signs
# without a space; the longest addresses have some 2,000.
LARGEST = 2_000_000
MOST = 100_000
DEEPEST = 50
LONGEST = 4_000
_LONG = re.compile(rf"(?<!\S)\S{{{LONGEST + 1}}}")
_NAMED = re.compile(r"(?:[&!]\S*\s+)+")
# Block lists and maps are indented, or begin on one line, at least a column a level.
_INDENTED = re.compile(rf"^[ \-?:]{{{DEEPEST + 1}}}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Content:
    """The raw content by file name below content/ (`brief.yaml`, `events/….yaml`), and the day.

    `headings` and `lexicon` are those of the publication's language, the project's own
    entries over the lent ones. `folder` has the files that records name.
    """

    files: MappingProxyType[str, Entries]
    today: datetime.date
    folder: Path

    @property
    def language(self) -> str:
        """What publication.yaml says its language is; empty when it says nothing."""
        publication = self.files.get("publication.yaml")
        said = publication.get("language") if publication else None
        return str(said) if isinstance(said, Text) else ""


# Files as they were read last, by the place that they are shown at: bytes and what they say.
KnownFiles = dict[str, tuple[bytes, Entries]]


def load(project: Project, known: KnownFiles | None = None) -> Content:
    """The content of `project`, every value a text with its place.

    A file whose bytes are `known` is not read again; the others are put there.

    Nothing is interpreted: `12:30` and `no` stay text. Raises `Refusal` with all problems of all
    files: not UTF-8, not YAML, not a map, a key that is no word or stands twice.
    """
    folder = project.root / "content"
    problems: list[Diagnostic] = [
        Diagnostic("load/not-a-file", Place(project.shown(path)), case=why)
        for path, why in project.strange()
    ]
    problems += _not_text(project)
    known = {} if known is None else known
    files = _read_all(project, project.content_files(), problems, known)
    language = Content(MappingProxyType(files), project.today, folder).language
    for name in PER_LANGUAGE:
        lent = _read_all(project, project.lent_files(f"{name}.{language}.yaml"), problems, known)
        own = files.pop(f"{name}.{language}.yaml", None)
        parts = [part for part in (*lent.values(), own) if part is not None]
        if parts:
            files[name] = _over(parts)
    if problems:
        raise Refusal(problems)
    return Content(MappingProxyType(files), project.today, folder)


def _over(parts: Sequence[Entries]) -> Entries:
    """Maps as one, the later over the earlier, key by key; a map in both is so again."""
    pairs: dict[Text, Raw] = {}
    for part in parts:
        for key, value in part.items():
            before = pairs.get(cast(Text, key))
            if isinstance(before, Entries) and isinstance(value, Entries) and len(parts) > 1:
                value = _over([before, value])
            pairs.pop(cast(Text, key), None)  # the key keeps the place of the later one
            pairs[cast(Text, key)] = value
    return Entries.placed(pairs.items(), parts[-1].place)


def _read_all(
    project: Project,
    named: Iterable[tuple[str, Path]],
    problems: list[Diagnostic],
    known: KnownFiles,
) -> dict[str, Entries]:
    files: dict[str, Entries] = {}
    for name, path in named:
        shown = project.shown(path)
        if path.stat().st_size > LARGEST:
            values = {"most": LARGEST}
            problems.append(Diagnostic("load/too-much", Place(shown), values, case="large"))
            continue
        data = path.read_bytes()
        before = known.get(shown)
        if before and before[0] == data:
            files[name] = before[1]
            continue
        try:
            value, found = read_source(data.decode("utf-8"), shown)
        except UnicodeDecodeError as error:
            problems.append(_not_utf8(error, shown))
            continue
        problems += found
        if isinstance(value, Entries):
            files[name] = value
            if not found:
                known[shown] = data, value
    return files


def read_source(source: str, shown: str) -> tuple[Raw | None, list[Diagnostic]]:
    """What the text of a file says, None where that is no map, and what is wrong with it."""
    reader = _Reader(shown, line_ends(source.removeprefix("\ufeff")))
    return reader.read(), reader.problems


def _not_text(project: Project) -> Iterator[Diagnostic]:
    """The templates and styles that are not text in UTF-8."""
    for name, ending in (("templates", ".html"), ("styles", ".css")):
        for path in below(project.root / name, ending):
            try:
                path.read_bytes().decode("utf-8")
            except UnicodeDecodeError as error:
                yield _not_utf8(error, project.shown(path))


def _not_utf8(error: UnicodeDecodeError, shown: str) -> Diagnostic:
    before = error.object[: error.start].decode("utf-8")
    return Diagnostic("load/not-utf8", place_at(before, len(before), shown))


class _TooMuch(Exception):
    """A file stands for more values than it may."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


class _Reader:
    """Reads one file; gathers its problems instead of stopping at the first."""

    def __init__(self, shown: str, source: str) -> None:
        self.shown = shown
        self.source = source
        self.problems: list[Diagnostic] = []
        self.read_so_far = 0

    def read(self) -> Raw | None:
        """The file's value, or None when it is no map."""
        try:
            if too_deep := self._too_deep():
                self._beyond("deep", too_deep, DEEPEST)
                return None
            if long := _LONG.search(self.source):
                self._beyond("long", place_at(self.source, long.start(), self.shown), LONGEST)
                return None
            if found := list(invisible(self.source, self.shown)):
                self.problems += found
                return None
            node = yaml.compose(self.source, Loader)
        except yaml.YAMLError as error:
            self._not_yaml(error)
            return None
        if node is None:  # a file of comments alone says nothing, and that is allowed
            return Entries.placed([], Place(self.shown, 1))
        if not isinstance(node, yaml.MappingNode):
            self.problems.append(Diagnostic("load/not-a-map", Place(self.shown, 1)))
            return None
        try:
            return self._value(node)
        except _TooMuch as error:
            self._beyond("many", self._place(error.node.start_mark), MOST)
            return None

    def _too_deep(self) -> Place | None:
        """Where lists and maps stand more than `DEEPEST` levels in each other.

        libyaml's composer calls itself for each level, and its stack ends before our patience. Only
        a text that could be so deep is asked event by event, which takes twice as long.
        """
        opened = self.source.count("[") + self.source.count("{")
        if opened <= DEEPEST and not _INDENTED.search(self.source):
            return None
        level = 0
        for event in yaml.parse(self.source, PARSER):
            level += isinstance(event, yaml.CollectionStartEvent)
            level -= isinstance(event, yaml.CollectionEndEvent)
            if level > DEEPEST:
                return self._place(event.start_mark)
        return None

    def _beyond(self, case: str, place: Place, most: int) -> None:
        self.problems.append(Diagnostic("load/too-much", place, {"most": most}, case=case))

    def _not_yaml(self, error: yaml.YAMLError) -> None:
        if cause := not_yaml(self.source, self.shown, error):
            self.problems.append(cause)
            return
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = Place(self.shown, mark.line + 1, mark.column + 1) if mark else Place(self.shown)
        said = str(getattr(error, "problem", None) or "")
        case = "said" if said else "unread"
        self.problems.append(Diagnostic("load/not-yaml", place, {"said": said}, case=case))

    def _place(self, mark: Any) -> Place:
        return Place(self.shown, mark.line + 1, mark.column + 1)

    def _value(self, node: yaml.Node, level: int = 0, key: str = "") -> Raw:
        # An alias is read wherever it stands: a few stand for millions, or for themselves.
        self.read_so_far += 1
        if self.read_so_far > MOST or level > DEEPEST:
            raise _TooMuch(node)
        if isinstance(node, yaml.ScalarNode):
            if cut := lost(self.source, self.shown, key, node):
                self.problems.append(cut)
            return self._text(node)
        place = self._place(node.start_mark)
        if isinstance(node, yaml.SequenceNode):
            self.problems += grouped(self.source, self.shown, node)
            return Items.placed([self._value(n, level + 1) for n in node.value], place)
        pairs: dict[Text, Raw] = {}
        first: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in pairs:
                values = {"key": str(key), "first": str(first[key])}
                self.problems.append(Diagnostic("load/duplicate-key", key.place, values))
            else:
                first[key] = key.place
                pairs[key] = self._value(value_node, level + 1, str(key))
        return Entries.placed(pairs.items(), place)

    def _key(self, node: yaml.Node) -> Text:
        if isinstance(node, yaml.ScalarNode):
            return self._text(node)
        place = self._place(node.start_mark)
        self.problems.append(Diagnostic("load/key-not-text", place))
        return Text.placed(f"\0{place}", place)

    def _text(self, node: yaml.ScalarNode) -> Text:
        start, end = node.start_mark.index, node.end_mark.index
        # What YAML reads as a name or kind of the value stands before it.
        if named := _NAMED.match(self.source, start, end):
            start = named.end()
        line = node.start_mark.line + self.source.count("\n", node.start_mark.index, start) + 1
        column = start - self.source.rfind("\n", 0, start)
        if node.style in ("|", ">"):
            # The header line (`|`, `>-`) and the indentation come before the first letter.
            body = self.source.find("\n", start) + 1 or end
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
        place = Place(self.shown, line, column)
        return Text.placed(node.value, place, written(self.source[start:end], node.style or ""))
