"""A poster whose events stand over a thin axis: its periods, stacks, sky and last lines."""
