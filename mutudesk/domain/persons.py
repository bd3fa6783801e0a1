"""How the names of persons are put together, as recorded and without any capitals of its own."""

from __future__ import annotations


def full_name(first_name: str, last_name: str) -> str:
    """As a person is spoken of: "Paule Garnier"."""
    return f"{first_name} {last_name}".strip()


def listed_name(first_name: str, last_name: str) -> str:
    """As lists of persons are read and sorted: "Garnier Paule"."""
    return f"{last_name} {first_name}".strip()
