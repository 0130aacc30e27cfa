"""What is wrong with a finished web page: read as HTML is read, by nobody who wrote it."""
