"""Set the small pages that a file has beside its own: labels of office sheets, ruled pages.

They say the same from build to build, so that what an earlier one set is taken from its store.
"""

from __future__ import annotations

from press.cache import Store
from press.colour.inks import Press
from press.fingerprint import digest
from press.project import Project
from press.render.render import Html
from press.typeset.gathering import Gathering


def furnish(
    html: Html, project: Project, store: Store | None, press: Press | None = None
) -> Gathering:
    """The pages of `html`, for a screen or for `press`. Raises `Refusal` as `typeset` does."""
    from press.typeset.typeset import typeset

    key = store.key("furnishing", html.name, digest(html.text, press)) if store else ""
    known: Gathering | None = store.get(key, Gathering) if store else None
    if known is None:
        known = typeset(html, project, press=press)
        if store:
            store.put(key, known)
    return known
