"""Complaints of preflight: what a printer or reader would find in a finished file."""
