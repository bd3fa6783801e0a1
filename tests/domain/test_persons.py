"""Names of persons, put together in one place."""

from __future__ import annotations

import pytest

from mutudesk.domain.persons import full_name, listed_name


@pytest.mark.parametrize(
    ("first", "last", "full", "listed"),
    [
        ("Paule", "Garnier", "Paule Garnier", "Garnier Paule"),
        ("", "Garnier", "Garnier", "Garnier"),
        ("Paule", "", "Paule", "Paule"),
        ("", "", "", ""),
    ],
)
def test_names_have_no_space_around(first: str, last: str, full: str, listed: str) -> None:
    assert full_name(first, last) == full
    assert listed_name(first, last) == listed
