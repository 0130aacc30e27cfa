"""Picture: the poster as a PNG for slides."""

from __future__ import annotations

import io

import pypdfium2

from press.bind.bind import Document


def picture(poster: Document, *, width_px: int = 2400) -> bytes:
    """The first page as a PNG in RGB, `width_px` wide and as high as its proportions ask.

    The same poster gives the same bytes; the file holds neither date nor place.
    """
    document = pypdfium2.PdfDocument(poster.pdf)
    try:
        page = document[0]
        # pdfium rounds the size up: a hair less than a whole number keeps the width.
        scale = (width_px - 1e-3) / page.get_width()
        image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    finally:
        document.close()
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
