"""An assignment read: who commands on the date, recorded or by employment, mission by mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from mutudesk.domain.assignments import Assignment, HierarchicalSiren, OperationalSiren
from mutudesk.ui.pages.assignment_facts import assignment_spec
from mutudesk.ui.pages.assignment_reading import AssignmentReading
from mutudesk.ui.records.options import Offer
from mutudesk.usecases.browsing import agent_record
from tests.builders import (
    AUBIERE,
    CLERMONT,
    EPCI,
    assignment,
    day,
    during,
    make_register,
    mandate,
    mission_share,
    position,
    reading,
    since,
    world_with,
)
from tests.ui.finding import words_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.domain.records import Fact

LENT = (
    position(period=during("2012-03-01", "2016-12-31"), employer_siren=CLERMONT),
    position(period=since("2017-03-01")),
)
HEADS = (
    mandate(EPCI, last_name="Présidence"),
    mandate(CLERMONT, last_name="Mairie"),
    mandate(AUBIERE, last_name="Bénéfice"),
)
RECORDED = assignment(hierarchical_siren=HierarchicalSiren(CLERMONT), hierarchical_reason="arrêté")
INSTRUCTED = mission_share(operational_siren=OperationalSiren(EPCI))


@pytest.mark.parametrize(
    ("facts", "on", "superior", "scope", "instructing"),
    [
        (LENT, "2016-12-31", "Mairie", "the employer", "Bénéfice"),
        (LENT, "2017-01-01", "No employer on this date", None, "Bénéfice"),
        (LENT, "2017-03-01", "Présidence", "the employer", "Bénéfice"),
        ((*LENT, RECORDED), "2017-03-01", "Mairie", "arrêté", "Bénéfice"),
        ((*LENT, RECORDED), "2017-01-01", "Mairie", "arrêté", "Bénéfice"),
        ((*LENT, INSTRUCTED), "2016-12-31", "Mairie", "the employer", "Présidence"),
    ],
)
def test_both_authorities_of_the_date(
    qtbot: QtBot,
    tmp_path: Path,
    facts: tuple[Fact, ...],
    on: str,
    superior: str,
    scope: str | None,
    instructing: str,
) -> None:
    path = make_register(tmp_path, world_with(*HEADS, *facts))
    with reading(path) as session:
        offer = Offer(session)
        pane = AssignmentReading(assignment_spec(offer), offer)
        qtbot.addWidget(pane)
        pane.record = agent_record(session, "A-1")
        (stored,) = pane.record.of(Assignment)
        pane.show_record(stored, day(on))
    assert words_of(pane, "assignments_hierarchical_shown_0").endswith(superior)
    said = pane.findChild(QLabel, "assignments_hierarchical_shown_0_scope")
    assert (said.text() if said is not None else None) == scope
    assert words_of(pane, "assignments_operational_shown_0").endswith(instructing)
