"""Colours and the text of the style sheet: pure, without an application."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from mutudesk.resources import resource_path
from mutudesk.ui.look.current import Look
from mutudesk.ui.look.style_sheet import style_sheet
from mutudesk.ui.look.tokens import DARK, LIGHT, PAIRS, Colours, contrast


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_every_contrast_pair_holds(colours: Colours, front: str, ground: str, least: float) -> None:
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= least


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_role_is_a_colour() -> None:
    for colours in (LIGHT, DARK):
        assert all(QColor(getattr(colours, field.name)).isValid() for field in fields(Colours))


def test_sizes_follow_the_scale() -> None:
    assert [Look(LIGHT, scale).px(34) for scale in (1.0, 1.5, 2.0)] == [34, 51, 68]
    assert "font-size: 44px" in style_sheet(Look(LIGHT, 2.0))


def test_the_style_sheet_never_sets_a_font_for_every_widget() -> None:
    assert "QWidget {" not in style_sheet(Look())


def test_pictures_of_the_style_sheet_exist() -> None:
    for look in (Look(LIGHT), Look(DARK)):
        for part in style_sheet(look).split("url(icons:")[1:]:
            assert resource_path("icons", part.split(")")[0]).is_file()
