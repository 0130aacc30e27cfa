"""Outside: what a validator that is not ours says of a PDF (page, MIT; in tests only).

It knows the rules of veraPDF's profiles by names of its own. Where there is no build of it for a
machine, what asks it is skipped.
"""

import re

import pytest

from press.pdf.syntax import read_written

PROFILES = {"PDF/UA-1": "ua1", "PDF/A-2a": "2a"}


def complaints(pdf: bytes) -> set[str]:
    """The names of the rules of PDF/UA-1 and PDF/A-2a that a PDF breaks."""
    page = pytest.importorskip("page", reason="page-validation is not installed here")
    try:
        reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES.values()]
    except page.ParseError:
        return {"it cannot be read"}
    found = {failure.rule_id for report in reports for failure in report.failures}
    # It takes a return that is the last byte of what is packed for a part of the line's end.
    faults = read_written(pdf).faults
    if re.search(rb"\r\nendstream", pdf) and not any(f.startswith("6.1.7.1-") for f in faults):
        found.discard("PDFA2A-STREAM-LENGTH-001")
    return found
