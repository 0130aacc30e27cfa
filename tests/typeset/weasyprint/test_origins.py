"""origins: every tag remembers its element; without the patch what HTML says of it is lost."""

import io
from contextlib import nullcontext

import pikepdf

from press.pdf.structure import read_structure
from press.render.render import Html
from press.typeset import typeset as typesetting
from press.typeset.typeset import typeset
from press.typeset.weasyprint.origins import origin_of
from tests.support.projects import OURS

PAGE = """<html lang="ar" dir="rtl"><style>@page { size: 60mm 40mm; margin: 8mm }
p { font: 12pt "Noto Naskh Arabic"; orphans: 1; widows: 1; break-after: page }</style>
<title>مثال</title><body>
<p id="one" role="note" lang="en" dir="ltr" style="font-family: Noto Sans">words<p>كلام</body>"""


def origins() -> list[tuple[str, str, str, str]]:
    """Tag, id, role and language of the element of each tag of the file that remembers one."""
    with pikepdf.open(io.BytesIO(typeset(Html("example", PAGE), OURS).pdf)) as pdf:
        found = [origin_of(element.held) for element in read_structure(pdf).elements()]
    return [(o.tag, o.id, o.role, o.language) for o in found if o]


def test_a_tag_remembers_id_role_and_language():
    assert ("p", "one", "note", "en") in origins()


def test_without_the_patch_nothing_is_known_of_them(monkeypatch):
    monkeypatch.setattr(typesetting, "keeping_origins", nullcontext)
    assert origins() == []
