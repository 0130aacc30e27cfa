"""pictures: the proof as a desk sends it says and shows what the one on disk does."""

import base64
import re
from pathlib import Path

from press.commands.server import FOLDER, Desk, part_pictures, serve_desk
from press.project import HOME, open_project


def test_a_proof_with_its_pictures_put_back_is_the_proof(run):
    html = Path(run.output / "proof.html").read_text("utf-8")
    parted = part_pictures(html)
    assert len(parted.html) < len(html) / 5
    back = parted.html.replace("img-src 'self' data:;", "img-src data:;")
    for name, picture in parted.held.items():
        assert parted.jpeg(name) == base64.b64decode(picture)
        back = back.replace(f' data-src="{FOLDER}/{name}"></script>', f">{picture}</script>")
        back = back.replace(f'src="{FOLDER}/{name}"', f'src="data:image/jpeg;base64,{picture}"')
    assert back == html
    # Pages that look the same share their pictures.
    seen = re.findall(r'(?:image/jpeg;base64,|<script type="text/plain"[^>]*>)([^"<]+)', html)
    assert set(parted.held.values()) == set(seen)
    assert all(held[:2] == b"\xff\xd8" for name in parted.held if (held := parted.jpeg(name)))
    assert parted.jpeg("none") is None


def test_while_there_is_no_proof_the_page_says_so_in_both_languages(tmp_path):
    desk = Desk(open_project(HOME, tmp_path), "run")
    route = next(r for r in serve_desk(desk).routes if getattr(r, "path", "") == "/")
    html = route.endpoint(None).body.decode()
    assert "لم تُطبع بعدُ تجربة" in html and "There is no proof yet." in html
    assert html.index('id="watch"') < html.index("</body>")
