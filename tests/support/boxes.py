"""What is laid out on pages of WeasyPrint."""


def words_on(pages):
    """The texts of all boxes of `pages`, of those out of the flow too."""
    return [
        box.text
        for page in pages
        for box in page._page_box.descendants(placeholders=True)
        if hasattr(box, "text")
    ]
