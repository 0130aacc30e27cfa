"""The engine of Warraq: content, templates and styles in, checked Arabic PDFs out."""
