"""The brief: its parts in their running order, its charts, notes and index."""
