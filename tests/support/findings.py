"""What a finding says, as the row of its rule words it."""

from press.codes.codes import CODES
from press.preflight.finding import Finding


def said(rule: str, finding: Finding) -> str:
    """A finding of the rule of that name in English."""
    row = CODES[f"preflight/{rule.replace('_', '-')}"]
    return row.say_fault(finding.values, finding.case, "en")
