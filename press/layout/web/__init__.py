"""What stands on the web page: the timeline by years and on a scale, and the whole text."""
