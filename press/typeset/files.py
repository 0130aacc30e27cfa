"""Hand WeasyPrint the files that it asks for: those of a project and installed fonts, no others."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlparse

from weasyprint.urls import URLFetcher, URLFetcherResponse

from press.colour.inks import Press
from press.colour.pictures import picture_in_inks
from press.colour.tokens import in_inks
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
        name = unquote(url.removeprefix(BASE))
        path = self.project.find(name) if url.startswith(BASE) else _font_file(url)
        if path is None:
            raise ValueError("no such file")
        kind, data = KINDS.get(path.suffix, "application/octet-stream"), path.read_bytes()
        if self.press and kind.startswith("image/"):
            kind, data = _in_inks(kind, data, self.press)
        return URLFetcherResponse(url, data, {"Content-Type": kind})


def _in_inks(kind: str, data: bytes, press: Press) -> tuple[str, bytes]:
    """A picture of that kind for a press."""
    if kind == SVG:
        return kind, in_inks(data.decode("utf-8"), press).encode("utf-8")
    return "image/jpeg", picture_in_inks(data, press)


def _font_file(url: str) -> Path | None:
    """The installed font that `local()` led WeasyPrint to."""
    path = Path(unquote(urlparse(url).path))
    installed = {file for file, _ in installed_faces().values()}
    return path if url.startswith("file:") and str(path) in installed else None
