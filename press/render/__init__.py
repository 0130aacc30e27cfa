"""Sheets through templates to HTML, cut into gatherings."""
