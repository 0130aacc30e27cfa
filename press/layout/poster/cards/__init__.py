"""A poster of cards on both sides of its axis: its columns, where each card stands, its lines."""
