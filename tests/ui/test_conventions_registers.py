"""*Conventions* of registers that lack something, or hold services of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QWidget,
)

from mutudesk.domain.services import LegalGround
from mutudesk.ui.link import Link, Place
from mutudesk.ui.widgets.choice_field import ChoiceField
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    during,
    identity,
    make_register,
    managing,
    membership,
    reading,
    service,
    world,
)
from tests.ui.convention_pages import (
    bodies_of,
    shown,
    wait_for_result,
)
from tests.ui.finding import find, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.conventions.page import ConventionsPage
    from mutudesk.usecases.session import Session
    from tests.conftest import Dialogs


@pytest.fixture
def mixed(tmp_path: Path) -> Iterator[Session]:
    """A body without legal form, a membership that is over, a service of another kind."""
    formless = identity(BEAUMONT, legal_form="")
    facts = [
        formless if fact == identity(BEAUMONT) else fact for fact in world(membership(BEAUMONT))
    ]
    facts += [
        service("DROIT", ground=LegalGround.SERVICE_PROVISION),
        managing("DROIT"),
        service("VIDE"),
        managing("VIDE"),
        membership(CLERMONT, during("2015-07-01", "2015-12-31")),
    ]
    path = make_register(tmp_path, facts)
    with reading(path) as opened:
        yield opened


@pytest.fixture
def mixed_page(mixed: Session, qtbot: QtBot) -> Iterator[ConventionsPage]:
    with shown(mixed, qtbot, "ADS") as made:
        yield made


def test_only_services_of_the_right_ground_are_offered(mixed_page: ConventionsPage) -> None:
    field = find(mixed_page, ChoiceField, "conventions_service")
    assert field.count() == 2
    others = find(mixed_page, QLabel, "conventions_others")
    assert others.isVisible()
    assert "DROIT" in others.toolTip()
    assert bodies_of(mixed_page).count() == 2  # the membership that is over is not there


def test_what_is_missing_leads_to_the_record(mixed_page: ConventionsPage, qtbot: QtBot) -> None:
    QTest.keyClick(bodies_of(mixed_page), Qt.Key.Key_Down)
    refused = find(mixed_page, QWidget, "conventions_refused")
    qtbot.waitUntil(refused.isVisible)
    assert "Beaumont" in " ".join(each.text() for each in refused.findChildren(QLabel))
    with qtbot.waitSignal(mixed_page.link_requested) as sent:
        press(mixed_page, "conventions_mend_0")
    assert sent.args is not None
    (link,) = sent.args
    assert (link.place, link.key[0]) == (Place.BODIES, BEAUMONT)


def test_a_batch_names_what_it_refused_and_why(
    mixed_page: ConventionsPage, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    QTest.keyClick(find(mixed_page, QCheckBox, "conventions_all"), Qt.Key.Key_Space)
    dialogs.answer("QFileDialog.getExistingDirectory", str(out))
    press(mixed_page, "conventions_print")
    result = wait_for_result(mixed_page, qtbot)
    assert [AUBIERE in path.name for path in out.iterdir()] == [True]
    assert "Beaumont" in find(result, QLabel, "result_refused_0").text()
    result.close()


def test_a_service_that_nobody_joins_says_so(mixed_page: ConventionsPage, qtbot: QtBot) -> None:
    field = find(mixed_page, ChoiceField, "conventions_service")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.read() == "VIDE"
    assert find(mixed_page, QWidget, "conventions_nobody").isVisible()
    assert not find(mixed_page, QAbstractButton, "conventions_print").isVisible()
    with qtbot.waitSignal(mixed_page.link_requested) as sent:
        press(mixed_page, "conventions_memberships")
    assert sent.args == [Link(Place.MEMBERSHIPS)]


def test_a_register_without_such_a_service_explains(qtbot: QtBot, tmp_path: Path) -> None:
    other = service(ground=LegalGround.OTHER)
    facts = [other if fact == service() else fact for fact in world()]
    register = make_register(tmp_path, facts)
    with reading(register) as opened, shown(opened, qtbot, "ADS") as page:
        assert find(page, QWidget, "conventions_none").isVisible()
