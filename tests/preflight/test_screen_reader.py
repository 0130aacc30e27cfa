"""screen_reader: what a screen reader says of a page, in the order of the tags."""

import io
from pathlib import Path

import pikepdf

from press.preflight.screen_reader import Heard, heard
from press.render.render import Html
from press.typeset.tagging.tags import mend_tags
from press.typeset.typeset import typeset
from tests.support.projects import OURS

ROOT = Path(__file__).resolve().parents[2]

STYLE = "@page { size: 150mm 100mm } body { font-family: 'Noto Naskh Arabic', 'Latin Text' }"
BODY = (
    "<h1>عنوان</h1><p>في القرار <bdi dir='ltr'>S/RES/1674 (2006)</bdi> كلام.</p>"
    "<div role='img' aria-label='رسم لثلاثة أصوات'><p>3</p></div>"
)


def tagged(body: str) -> bytes:
    """A page of the body with its tags, as a build makes it."""
    html = f'<html lang="ar" dir="rtl"><style>{STYLE}</style><title>مثال</title><body>{body}'
    with pikepdf.open(io.BytesIO(typeset(Html("example", html), OURS).pdf)) as pdf:
        mend_tags(pdf)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_elements_are_heard_in_order_and_a_drawing_by_its_words():
    assert heard(tagged(BODY))[1] == (
        Heard("H1", "عنوان"),
        Heard("P", "في القرار S/RES/1674 (2006) كلام."),
        Heard("Figure", "رسم لثلاثة أصوات"),
    )


def test_what_is_read_aloud_otherwise_than_it_is_printed_is_heard_so():
    title = "<h1><span aria-label='الفصل 1:'><b>الفصل</b> 1</span> <b>مؤتمر القمة</b></h1>"
    assert heard(tagged(title))[1] == (Heard("H1", "الفصل 1: مؤتمر القمة"),)
