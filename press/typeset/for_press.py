"""For the press: a publication's gatherings painted in its inks, while readers' are judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from press.cache import Store
from press.colour.inks import Press
from press.fingerprint import digest
from press.project import Project
from press.render.render import Html
from press.typeset.gathering import Gathering, place_of
from press.typeset.tasks import set_for_press, sweep
from press.workers import Crew


def gather_for_press(
    htmls: Sequence[Html],
    project: Project,
    press: Press,
    crew: Crew,
    store: Store | None,
    gathered: Sequence[Gathering],
) -> Callable[[], tuple[Gathering, ...]]:
    """The gatherings painted again for a press, from now on by `crew`; waited for when asked for.

    They are laid out and numbered as those `gathered` for readers.
    """
    jobs = []
    for html, like in zip(htmls, gathered, strict=True):
        said = digest(html.text, like.numbers, sorted(like.away), press)
        key = store.key("press gathering", html.name, str(html.part), said) if store else ""
        known = store.get(key, Gathering) if store else None
        job = None
        if not known:
            near = place_of(html, project)
            job = crew.submit(set_for_press, html, project, press, like, at=like.worker, near=near)
        jobs.append((key, known, job))
    for worker in {like.worker for like in gathered} - {None}:
        crew.submit(sweep, at=worker, last=True)

    def wait_for() -> tuple[Gathering, ...]:
        made = []
        for key, known, job in jobs:
            one = known or (job.result() if job else None)
            if store and job and one:
                store.put(key, one)
            made.append(one)
        return tuple(one for one in made if one)

    return wait_for
