"""pictures: the proof as a desk sends it says and shows what the one on disk does."""

import base64
import re
from pathlib import Path

from press.commands.server import FOLDER, part_pictures


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
