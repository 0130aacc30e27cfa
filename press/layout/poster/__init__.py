"""The poster in its two compositions, cards and skyline, and what both use, in mm."""
