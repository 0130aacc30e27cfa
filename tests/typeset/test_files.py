"""WeasyPrint is handed the pictures of records as they are printed: cut, small enough, in inks."""

import io
from pathlib import Path

import pytest
from PIL import Image

from press.colour.inks import Press
from press.colour.profiles import DEFAULT_PROFILE
from press.typeset.files import BASE, Files
from tests.support import small

PRESS = Press(DEFAULT_PROFILE.read_bytes(), 3.0, 3.0)
ASKED = "?of=0123&px=100&crop=0,0,1,0.5"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="navy"/></svg>'


def fetched(folder: Path, name: str, press: Press | None) -> tuple[str, bytes]:
    """The kind of what is handed over for a picture of the base project, and its bytes."""
    out = io.BytesIO()
    Image.new("RGB", (400, 300), (90, 120, 60)).save(out, "PNG")
    held = {"images/hall.png": out.getvalue(), "images/sign.svg": DRAWING}
    answer = Files(small.project(folder, held), press).fetch(f"{BASE}content/images/{name}")
    return answer.headers["Content-Type"], answer.read()


@pytest.mark.parametrize(("press", "mode"), [(None, "RGB"), (PRESS, "CMYK")])
def test_a_picture_is_cut_and_no_larger_than_it_is_printed(tmp_path, press, mode):
    _, data = fetched(tmp_path, f"hall.png{ASKED}", press)
    with Image.open(io.BytesIO(data)) as shown:
        assert (shown.mode, shown.size) == (mode, (100, 38))


def test_a_drawing_is_handed_over_as_it_is_and_in_inks_for_a_press(tmp_path):
    kind, data = fetched(tmp_path / "screen", "sign.svg?of=0123", None)
    assert (kind, data.decode()) == ("image/svg+xml", DRAWING)
    _, data = fetched(tmp_path / "press", "sign.svg?of=0123", PRESS)
    assert b"device-cmyk(" in data
    assert b"navy" not in data


def test_nothing_is_handed_over_from_elsewhere(tmp_path):
    with pytest.raises(ValueError, match="no such file"):
        fetched(tmp_path, "../../../../etc/passwd", None)
