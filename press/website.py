"""Publish the site: layout … preflight of the folder that is put on a server.

It is made when all else is: it offers the files that others are printed from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from press.bind.bind import Document
from press.bind.web import calendars, linked_data, timelinejs
from press.bind.web.faces import embed_faces
from press.bind.web.pictures import SIZES, draw_social, page_of, turning_points
from press.cache import Store
from press.content.edition import Edition
from press.content.values import House
from press.diagnostics import Diagnostic, refuse_errors
from press.language.amounts import read_amount
from press.language.phrases import Phrase
from press.layout.web.sheet import Download, WebSheet
from press.layout.web.web import lay_out_web
from press.preflight.web.social import judge_social
from press.preflight.web.web import judge_web
from press.preflight.witness import Witness
from press.products import SITE, FormName, Product, file_name
from press.project import Project
from press.render.web import render_web
from press.render.web_pictures import size_web_pictures
from press.report.previous import Carried
from press.stages import Watch
from press.workers import Crew

# The forms that readers are offered; the others are for those who print.
OFFERED: tuple[FormName, ...] = ("pdf", "booklet", "tiles-a4", "tiles-a3")
# What stands beside the page for programs: the file, the key of its words, who writes it.
DATA: tuple[tuple[str, str, Callable[[WebSheet, Edition], bytes]], ...] = (
    (calendars.NAME, "calendar", lambda sheet, _: calendars.calendar(sheet)),
    (calendars.YEARLY, "anniversaries", lambda sheet, _: calendars.anniversaries(sheet)),
    (linked_data.NAME, "data", linked_data.linked_data),
    (timelinejs.NAME, "timelinejs", lambda sheet, _: timelinejs.timelinejs(sheet)),
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A finished file that readers are offered, with its pages."""

    product: Product
    form: FormName
    data: bytes
    pages: int

    @property
    def file(self) -> str:
        """Its file, below the output folder and beside the page."""
        return file_name(self.product.name, self.form)


@dataclass(slots=True)
class Site:
    """What is put on a server, by its place below the output folder, and what it says."""

    files: dict[str, bytes] = field(default_factory=dict)
    witnesses: dict[str, Witness] = field(default_factory=dict)
    advice: tuple[Diagnostic, ...] = ()


def publish_site(
    product: Product,
    edition: Edition,
    fingerprint: str,
    offered: Sequence[Offered],
    project: Project,
    watch: Watch,
    crew: Crew,
    store: Store | None,
) -> Site:
    """layout … preflight of the site. Raises `Refusal`."""
    with watch("layout"):
        sheet = lay_out_web(edition, fingerprint, ())
    site = Site()
    if "social" in product.forms:
        site = Site(_pictures(sheet, edition, project, watch, crew, store))
    if "web" not in product.forms:
        return site
    with watch("layout"):
        made = {file: told(sheet, edition) for file, _, told in DATA} if sheet.timeline else {}
        downloads = [*_downloads(offered, edition.masthead.house)]
        downloads += [Download(file, word, 0, None, True) for file, word, _ in DATA if file in made]
        sheet = replace(sheet, downloads=tuple(downloads))
    with watch("render"):
        pictures = size_web_pictures(sheet.brief, project, store)
        html = render_web(sheet, project, pictures).text
    with watch("bind"):
        html = embed_faces(html, crew, store)
    large = {one.file: one.large for one in pictures.values() if one.file}
    beside = {**{one.file: one.data for one in offered}, **made, **large}
    with watch("preflight"):
        found, witness = judge_web(html, beside.keys(), sheet, edition)
        advice = refuse_errors(found)
    page = file_name(SITE, "web")
    site.files |= {page: html.encode()}
    site.files |= {f"{SITE}/{name}": data for name, data in beside.items()}
    return replace(site, witnesses={page: witness}, advice=advice)


def _pictures(
    sheet: WebSheet,
    edition: Edition,
    project: Project,
    watch: Watch,
    crew: Crew,
    store: Store | None,
) -> dict[str, bytes]:
    """The pictures of turning points in each size. Raises `Refusal`."""
    found: dict[str, bytes] = {}
    if not (events := turning_points(sheet)):
        return found
    with watch("render"):
        texts = [page_of(sheet, events, size, project).text for size in SIZES]
    jobs = {}
    for size, text in zip(SIZES, texts, strict=True):
        key = store.key("social", text) if store else text
        if store and (known := store.get(key, dict[str, bytes])):
            found |= known
        else:
            jobs[key] = crew.submit(draw_social, sheet, size, project)
    with watch("typeset"):
        drawn = {key: job.result() for key, job in jobs.items()}
    with watch("preflight"):
        judged = [crew.submit(judge_social, made, edition) for made in drawn.values()]
        refuse_errors(one for job in judged for one in job.result())
    for key, made in drawn.items():
        found |= made.pictures
        if store:
            store.put(key, made.pictures)
    return dict(sorted(found.items()))


def offered_of(
    products: Mapping[str, Product],
    documents: Sequence[Document],
    files: Mapping[str, bytes],
    earlier: Carried,
    fingerprint: str,
) -> Iterator[Offered]:
    """What readers are offered of `products`, in their order: `files` of this build, and what an
    earlier one made of the same content, with its pages."""
    made = {one.file: (files[one.file], one.pages) for one in documents}
    told = earlier.told
    if told and told.edition.content == fingerprint:
        left = (one for one in told.outputs if one.current and one.file in earlier.files)
        made |= {one.file: (earlier.files[one.file], one.pages) for one in left}
    for product in products.values():
        for form in OFFERED:
            file = file_name(product.name, form)
            if form in product.forms and (held := made.get(file)):
                yield Offered(product, form, *held)


def _downloads(offered: Sequence[Offered], house: House) -> Iterator[Download]:
    for one in offered:
        word = f"{one.form}-{one.product.kind}"
        yield Download(one.file, word, one.pages, _size(len(one.data), house), one.form != "pdf")


def _size(size: int, house: House) -> Phrase:
    """A size in megabytes to one place, never less than the least."""
    amount = read_amount(f"{max(size / 1e6, 0.1):.1f} MB")
    return house.language.say_amount(amount, digits=house.digits)
