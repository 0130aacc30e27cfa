"""Judge the pictures that are passed on, read from the pages that they were drawn from."""

from __future__ import annotations

from press.bind.web.pictures import SocialSet
from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.pdf.pages import read_pages
from press.preflight.preflight import told
from press.preflight.rules.social import SocialPage
from press.preflight.rules.table import SOCIAL


def judge_social(made: SocialSet, edition: Edition) -> list[Diagnostic]:
    """What is wrong with the pictures of one size, read from the pages they were drawn from."""
    pages = zip(made.pictures, read_pages(made.pdf), made.events, strict=True)
    return [
        told(rule.__name__, finding, file, edition)
        for file, page, event in pages
        for rule in SOCIAL
        for finding in rule(SocialPage(page, event, edition))
    ]
