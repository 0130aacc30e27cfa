"""Measure: how high each card of the poster is at a width; one that was measured before is kept."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from press.cache import Store
from press.content.values import House
from press.files import below
from press.fingerprint import digest
from press.layout.poster.blocks import Trial
from press.project import Project
from press.render.render import Dressing, Html, render_trials
from press.workers import Crew


def heights(
    trials: tuple[Trial, ...],
    house: House,
    dress: Dressing,
    project: Project,
    crew: Crew,
    store: Store | None,
) -> dict[str, float]:
    """The height in mm of each of `trials` by its id; `crew` measures what `store` has not.

    Trials stand one below the other and know nothing of each other, but for their scale. Raises
    `Refusal` as `typeset` does.
    """
    known: dict[str, float] = {}
    keys: dict[str, str] = {}
    if store:
        templates = _templates(project)
        for trial in trials:
            key = store.key("height", templates, digest(replace(trial, id=""), house, dress.style))
            height = store.get(key, float)
            if height is None:
                keys[trial.id] = key
            else:
                known[trial.id] = height
    if new := tuple(trial for trial in trials if trial.id not in known):
        found = crew.submit(measured, render_trials(new, house, project, dress), project).result()
        for id, key in keys.items():
            if store:
                store.put(key, found[id])
        known |= found
    return known


def measured(html: Html, project: Project) -> dict[str, float]:
    """`measure` in the process that takes the task; only there is WeasyPrint needed."""
    from press.typeset.typeset import measure

    return measure(html, project)


def _templates(project: Project) -> str:
    """What all templates say: any of them may be part of a card."""
    held = hashlib.sha256()
    for folder in project.folders("templates"):
        for path in below(folder, ".html"):
            held.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return held.hexdigest()
