"""HTML to pages with WeasyPrint, in gatherings that are set side by side."""
