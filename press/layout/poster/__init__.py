"""The poster: its time scale, its columns and where each card stands, in mm."""
