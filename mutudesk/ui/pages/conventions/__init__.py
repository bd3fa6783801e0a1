"""Conventions: who joins, what is to be settled, the preview, the files."""
