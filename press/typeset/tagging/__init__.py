"""The tags of a page and the texts of its glyphs, written as readers need them."""
