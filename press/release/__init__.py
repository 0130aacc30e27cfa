"""What an edition says, frozen, and how two editions differ."""
