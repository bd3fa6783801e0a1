"""Reusable widgets. They know the look and the domain's values, never a use case or a page."""
