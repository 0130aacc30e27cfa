"""Small functions named for their codes, each a rule that a finished file must keep."""
