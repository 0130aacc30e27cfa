"""How a language says dates, numbers, nouns and lists, and the order of its signs on a line."""
