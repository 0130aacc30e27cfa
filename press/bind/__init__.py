"""Gatherings to finished files: the bound PDF, press file, office sheets and picture."""
