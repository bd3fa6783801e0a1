"""Shared services: names, terms, managing body, missions."""
