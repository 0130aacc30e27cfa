"""Names the files below content/ and the models of what they hold."""

from __future__ import annotations

import re

from pydantic import BaseModel

from press.content.product_records import BriefPlan, PosterPlan
from press.content.publication_record import Publication
from press.content.records import (
    ActorRecord,
    GlossaryTerm,
    Headings,
    Kinds,
    Omitted,
    PersonRecord,
    SourceRecord,
    State,
)

# The models of the files below content/: one record a file, or one record a key.
WHOLE: dict[str, type[BaseModel]] = {
    "publication.yaml": Publication,
    "headings": Headings,
    "kinds.yaml": Kinds,
}
# A product by its stem: brief.yaml, brief-short.yaml, poster-a3.yaml.
PLANS: dict[str, type[BaseModel]] = {"brief": BriefPlan, "poster": PosterPlan}
PLAN_FILE = re.compile(r"(?P<stem>(?P<kind>brief|poster)(?:-[a-z0-9-]+)?)\.yaml")
KEYED: dict[str, type[BaseModel]] = {
    "people.yaml": PersonRecord,
    "actors.yaml": ActorRecord,
    "states.yaml": State,
    "sources.yaml": SourceRecord,
    "glossary.yaml": GlossaryTerm,
    "omitted.yaml": Omitted,
}
# An event's file is named for its id, and for its date if one stands before that:
# 1998-05-03-old-bridge.yaml, 185X-mill.yaml, gutenberg.yaml.
EVENT_FILE = re.compile(
    r"events/(?:(?P<date>-?(?:\d{4}(?:-\d\d){0,2}|\d{3}X|\d\dXX))-)?(?P<id>[a-z0-9][a-z0-9-]*)\.yaml"
)
ID = re.compile(r"[a-z0-9][a-z0-9-]*")
