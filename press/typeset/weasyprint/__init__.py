"""Every patch of WeasyPrint, one a file."""
