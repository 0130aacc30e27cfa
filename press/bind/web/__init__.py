"""The files that are put on a server: the page with its faces, and its events as data."""
