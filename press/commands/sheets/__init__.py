"""Spreadsheets: their rows as records of events, and records as their rows."""
