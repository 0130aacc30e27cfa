"""Makes the pictures of the README from output/: `make pictures`."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
# Which pages of the brief are shown, from right to left, and how high in pixels.
BRIEF_PAGES = (1, 2, 7)
BRIEF_HEIGHT = 620
POSTER_WIDTH = 1300
PROOF = {"width": 960, "height": 720}
# The fact that is marked in the picture of the proof, and which of its places.
PROOF_FACT = ("unsc-1706-17300", 1)
GAP = 14
GROUND = (226, 229, 233)


def page(document: pypdfium2.PdfDocument, number: int, *, height: float) -> Image.Image:
    """Page `number` of `document` as a picture `height` pixels high."""
    scale = height / document[number - 1].get_size()[1]
    return document[number - 1].render(scale=scale).to_pil().convert("RGB")


def spread(pictures: list[Image.Image]) -> Image.Image:
    """Pictures side by side, the first one on the right, on a grey ground."""
    width = sum(p.width for p in pictures) + GAP * (len(pictures) + 1)
    height = max(p.height for p in pictures) + 2 * GAP
    sheet = Image.new("RGB", (width, height), GROUND)
    x = width
    for picture in pictures:
        x -= picture.width + GAP
        sheet.paste(picture, (x, GAP))
    return sheet


def proof(path: Path) -> Image.Image:
    """The proof in a browser: its head beside its viewer."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        window = browser.new_page(viewport=PROOF)
        window.goto(path.as_uri())
        shots = [window.screenshot()]
        fact, place = PROOF_FACT
        window.locator(f"#fact-{fact} .stops a").nth(place).click()
        window.wait_for_timeout(500)
        shots.append(window.screenshot())
        browser.close()
    return spread([Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots])


def main() -> None:
    """Write docs/brief.png, poster.png and proof.png, as small as a palette makes them."""
    brief = pypdfium2.PdfDocument(ROOT / "output" / "brief.pdf")
    poster = pypdfium2.PdfDocument(ROOT / "output" / "poster.pdf")
    pages = [page(brief, number, height=BRIEF_HEIGHT) for number in BRIEF_PAGES]
    width, height = poster[0].get_size()
    whole = page(poster, 1, height=POSTER_WIDTH * height / width)
    pictures = {
        "brief": spread(pages),
        "poster": spread([whole]),
        "proof": proof(ROOT / "output" / "proof.html"),
    }
    for name, picture in pictures.items():
        small = picture.quantize(192, dither=Image.Dither.NONE)
        small.save(ROOT / "docs" / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
