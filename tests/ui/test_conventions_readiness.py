"""What is said beside the paper: what stands against it, to settle, to complete, to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from mutudesk.domain.findings import warning
from mutudesk.domain.records import ref_to
from mutudesk.ui.link import Link, link_to
from mutudesk.ui.pages.conventions.readiness import Readiness
from mutudesk.usecases.printing import LeftBlank, Preview
from tests.builders import AUBIERE, day, membership
from tests.ui.finding import press
from tests.ui.windows import alone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_points_to_settle_lead_to_their_record(qtbot: QtBot) -> None:
    shown = alone(qtbot, Readiness())
    point = warning(
        "effect_before_convention",
        ref_to(membership()),
        field="valid_from",
        effect=day("2015-07-01"),
        day=day("2016-02-29"),
    )
    preview = Preview(
        AUBIERE,
        "Aubière",
        "x.pdf",
        b"%PDF",
        blanks=(LeftBlank("durée", "article 8"),),
        pieces=("Fiche d’impact",),
        readings=("Article 6",),
        points=(point,),
    )
    shown.show_preview(preview)
    said = [each.text() for each in shown.findChildren(QLabel)]
    assert any("01/07/2015" in text and "art.\u00a0L." in text for text in said)
    assert {"Fiche d’impact", "Durée (article 8)", "Article 6"} <= set(said)
    asked: list[Link] = []
    shown.link_requested.connect(asked.append)
    press(shown, "conventions_mend_0")
    assert asked == [link_to(ref_to(membership()))]
