"""Names in both languages what a complaint may be about: kinds of records, parts of a page."""

from __future__ import annotations

# By the English word; a test holds that each is used.
TERMS: dict[str, str] = {
    # how exact a date is
    "minute": "دقيقة",
    "month": "شهر",
    "year": "سنة",
    "decade": "عقد",
    "century": "قرن",
    "interval": "مدة",
    "uncertain day": "يوم غير مؤكد",
    # families of digits
    "european": "الأوروبية",
    "arabic": "العربية",
    # how a sheet lies
    "landscape": "أفقية",
    "portrait": "رأسية",
}
