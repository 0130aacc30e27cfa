"""What is wrong with another form of a document, in one list."""

from press.preflight.derived import judges


def judge(pages, document, other, sheets, edition, store=None):
    """All that finds faults of a form, one after the other."""
    held = pages, document, other, sheets, edition, store
    return [found for task in judges(other) for found in task(*held)]
