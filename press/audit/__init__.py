"""Rules that facts, figures, names and letters must keep, each a function named for its code."""
