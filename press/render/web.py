"""Render the web page: its template with its styles and its script in it, and what it may load."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping

from markupsafe import Markup

from press.layout.web.sheet import WebSheet
from press.project import Project
from press.render.render import Html, render_page
from press.render.web_pictures import WebPicture

# What the page may do (Content Security Policy, level 3): nothing but show what it brings along.
POLICY = (
    "default-src 'none'; img-src data: 'self'; font-src data:; style-src 'unsafe-inline'; "
    "script-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
)
_IMPORT = re.compile(r'@import url\("([^"]+)"\);\n?')
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def render_web(sheet: WebSheet, project: Project, pictures: Mapping[str, WebPicture]) -> Html:
    """The page of `sheet` with its pictures by their addresses.

    Raises `Refusal` for a fault in a template.
    """
    house = sheet.publication.house
    script = _text(project, "templates/index.js").strip()
    faces = f"styles/web/faces-{house.language.direction}.css"
    style = _text(project, faces) + _sheet(project, "styles/index.css")
    values = {
        "web": sheet,
        "brief": sheet.brief,
        "pictures": {address: one.shown for address, one in pictures.items()},
        "large": {address: one.file for address, one in pictures.items()},
        "style": Markup("<style>\n{}</style>").format(Markup(_COMMENT.sub("", style))),
        "script": Markup(script),
        "policy": POLICY.format(
            base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        ),
    }
    return render_page("index", project, house, values)


def _sheet(project: Project, name: str) -> str:
    """A style sheet with those that it imports in it; each is the project's own where it has it."""
    folder = name.rpartition("/")[0]
    return _IMPORT.sub(lambda match: _sheet(project, f"{folder}/{match[1]}"), _text(project, name))


def _text(project: Project, name: str) -> str:
    path = project.find(name)
    return path.read_text("utf-8") if path else ""
