"""Names in both languages what a complaint may be about: kinds of records, parts of a page."""

from __future__ import annotations

# By the English word; a test holds that each is used.
TERMS: dict[str, str] = {
    # how a sheet lies
    "landscape": "أفقية",
    "portrait": "رأسية",
}
