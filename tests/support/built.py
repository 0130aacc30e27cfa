"""The first publication as built once a session, and what its files hold."""

from dataclasses import dataclass
from pathlib import Path

from press.layout.brief.sheet import BriefSheet
from press.layout.poster.sheet import PosterSheet
from press.pdf.pages import Page
from press.pipeline import Built


@dataclass(frozen=True)
class Run:
    """A finished build and what its files hold; `readers` are the threads that used PDFium."""

    built: Built
    output: Path
    brief: tuple[Page, ...]
    poster: Page
    readers: frozenset[str]

    @property
    def brief_sheet(self) -> BriefSheet:
        return self.built.sheets.brief

    @property
    def poster_sheet(self) -> PosterSheet:
        return self.built.sheets.poster
