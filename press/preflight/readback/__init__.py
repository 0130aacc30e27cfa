"""Reads the finished pages back and holds them against the edition."""
