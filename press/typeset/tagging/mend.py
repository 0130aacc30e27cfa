"""Mending: a gathering as WeasyPrint left it gets the texts of its letters and its last tags.

It is done where the gathering is set, and kept with it: whoever binds has but to join.
"""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf

from press.typeset.gathering import Gathering
from press.typeset.tagging.tags import mend_tags
from press.typeset.tagging.tounicode import mend_lettering


def with_letters(gathering: Gathering) -> Gathering:
    """The gathering, which has no tags, with the texts of its letters mended."""
    with pikepdf.open(io.BytesIO(gathering.pdf)) as pdf:
        mend_lettering(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return replace(gathering, pdf=out.getvalue())


def mend(gathering: Gathering) -> Gathering:
    """The gathering with its tags and the texts of its letters mended."""
    with pikepdf.open(io.BytesIO(gathering.pdf)) as pdf:
        mend_lettering(pdf)
        names, calls = mend_tags(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return replace(gathering, pdf=out.getvalue(), names=names, calls=calls)
