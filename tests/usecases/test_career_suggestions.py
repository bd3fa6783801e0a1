"""Suggestions for careers."""

from __future__ import annotations

from mutudesk.usecases.career_suggestions import cadre_named, suggested_cadres, suggested_grades


def test_careers_are_suggested_from_the_official_list() -> None:
    assert len(suggested_cadres()) == 60
    found = cadre_named("redacteurs territoriaux")
    assert found is not None
    assert found.category == "B"
    assert suggested_grades(found.name)[0] == "Rédacteur"
    assert len(suggested_grades("autre chose")) > 100
