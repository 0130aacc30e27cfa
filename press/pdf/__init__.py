"""A PDF as its readers see it: glyphs, paints, tags, fonts, bytes; knows nothing of editions."""
