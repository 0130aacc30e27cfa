"""Opens a finished file as printer and reader would."""
