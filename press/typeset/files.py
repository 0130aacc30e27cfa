"""Hand WeasyPrint the files that it asks for: those of a project and installed fonts, no others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlparse

from weasyprint.urls import URLFetcher, URLFetcherResponse

from press.colour.drawings import drawing_in_inks
from press.colour.inks import Press
from press.colour.pictures import cut, picture_in_inks, picture_on_screen
from press.project import Project
from press.typeset.fonts import installed_faces

# Addresses in HTML and CSS are relative to this one; only files below the project, or below our
# own folder, answer. Nothing is ever fetched from elsewhere.
BASE = "file:///project/"
SVG = "image/svg+xml"
KINDS = {
    ".css": "text/css",
    ".svg": SVG,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}


class Files(URLFetcher):  # type: ignore[misc]
    """Answers with files of the project, of our own folder, and with installed fonts.

    For a press pictures are in its inks.
    """

    def __init__(self, project: Project, press: Press | None = None) -> None:
        super().__init__(allowed_protocols=["file"])
        self.project, self.press = project, press

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file at `url`. Raises ValueError, which WeasyPrint logs, when there is none."""
        path = self._path(url)
        _, _, asked = url.partition("?")
        if path is None:
            raise ValueError("no such file")
        kind = KINDS.get(path.suffix.lower(), "application/octet-stream")
        data = path.read_bytes()
        if asked and kind != SVG:
            kind, data = _shown(kind, data, parse_qs(asked), self.press)
        elif self.press and kind.startswith("image/"):
            kind, data = _in_inks(kind, data, self.press)
        return URLFetcherResponse(url, data, {"Content-Type": kind})

    def states(self, addresses: Iterable[str]) -> dict[str, tuple[int, int] | None]:
        """When files were changed last, in ns, and their length in bytes, by address."""
        held = {}
        for url in addresses:
            path = self._path(url)
            told = path.stat() if path else None
            held[url] = (told.st_mtime_ns, told.st_size) if told else None
        return held

    def _path(self, url: str) -> Path | None:
        """The file at `url`, if it may be read."""
        name = unquote(url.partition("?")[0].removeprefix(BASE))
        return self.project.find(name) if url.startswith(BASE) else _font_file(url)


def _shown(
    kind: str, data: bytes, asked: Mapping[str, list[str]], press: Press | None
) -> tuple[str, bytes]:
    """A picture of a record as it is printed, see `press/layout/pictures.py`."""
    left, top, right, bottom = map(float, asked.get("crop", ["0,0,1,1"])[0].split(","))
    data = cut(data, (left, top, right, bottom), int(asked.get("px", ["0"])[0]))
    if press:
        return "image/jpeg", picture_in_inks(data, press)
    return picture_on_screen(data, photograph=kind == "image/jpeg")


def _in_inks(kind: str, data: bytes, press: Press) -> tuple[str, bytes]:
    """A picture of that kind for a press."""
    if kind == SVG:
        return kind, drawing_in_inks(data.decode("utf-8"), press).encode("utf-8")
    return "image/jpeg", picture_in_inks(data, press)


def _font_file(url: str) -> Path | None:
    """The installed font that `local()` led WeasyPrint to."""
    path = Path(unquote(urlparse(url).path))
    installed = {file for file, _ in installed_faces().values()}
    return path if url.startswith("file:") and str(path) in installed else None
