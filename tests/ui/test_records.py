"""The pieces of the record pages: specs that fit their facts, repairs, and what is said where."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget, QTabBar, QWidget

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError, refusal, warning
from mutudesk.domain.period import Period
from mutudesk.domain.records import FACT_TYPES, Kind, RecordRef, Stored, field_names
from mutudesk.domain.services import Level, Membership
from mutudesk.ui.look.current import Look
from mutudesk.ui.pages.bodies.facts import (
    epci_membership_spec,
    identity_spec,
    mandate_spec,
    population_spec,
)
from mutudesk.ui.pages.memberships.facts import membership_spec, new_membership_spec, owner_of
from mutudesk.ui.pages.services.facts import managing_spec, mission_spec, origin_spec, terms_spec
from mutudesk.ui.records.counts import depending_words
from mutudesk.ui.records.form_act import changes_of
from mutudesk.ui.records.record_options import RecordOptions
from mutudesk.ui.records.record_panel import RecordPanel
from mutudesk.ui.records.refusals import about, name_of, placed, repair_words, shortened
from mutudesk.ui.records.spec import ActKind, RecordSpec, period_of
from mutudesk.ui.shell.i18n import install_language
from mutudesk.ui.shell.window_pages import bodies_page, memberships_page, services_page
from mutudesk.usecases.acts.records import close_record
from mutudesk.usecases.acts.repairs import Repair
from mutudesk.usecases.queries import Record, body_record, service_record
from tests.builders import BEAUMONT, EPCI, mandate
from tests.demonstration import TODAY
from tests.ui.finding import click, find
from tests.ui.pages import page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.domain.bodies import Mandate
    from mutudesk.ui.pages.bodies.page import BodiesPage
    from mutudesk.ui.records.page import RegisterPage

PAGES = {"bodies": bodies_page, "services": services_page, "memberships": memberships_page}
RECORDS = {"bodies": BEAUMONT, "services": "INFO", "memberships": f"INFO {BEAUMONT}"}


def _mandate(first: date | None, last: date | None, name: str = "Montel") -> Mandate:
    period = Period.inclusive(first, last)
    return mandate(BEAUMONT, period, first_name="Lucie", last_name=name)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[BodiesPage]:
    with page_on_demonstration(qtbot, tmp_path, bodies_page) as made:
        yield made


# Specs --------------------------------------------------------------------------------------------


def _specs(options: RecordOptions) -> list[RecordSpec[Any]]:
    return [
        identity_spec(),
        epci_membership_spec(options),
        mandate_spec(),
        population_spec(),
        managing_spec(options),
        mission_spec(),
        terms_spec(),
        origin_spec(options),
        membership_spec([]),
        new_membership_spec(options),
    ]


def test_every_field_of_a_spec_is_one_of_its_fact(page: BodiesPage) -> None:
    for spec in _specs(RecordOptions(page.session)):
        known = {*field_names(spec.kind), "valid_from", "valid_until"}
        names = [each.name for each in spec.fields]
        assert not set(names) - known, spec.name
        assert len(set(names)) == len(names)
        assert set(spec.searches) | set(spec.choices) <= set(names)


def test_a_fact_read_and_made_again_is_the_same(page: BodiesPage) -> None:
    bodies = body_record(page.session, BEAUMONT)
    services: Record = service_record(page.session, "INFO")
    seen: Counter[Kind] = Counter()
    for spec in _specs(RecordOptions(page.session)):
        for stored in (*bodies.stored, *services.stored):
            fact: Any = stored.fact
            if not isinstance(fact, FACT_TYPES[spec.kind]):
                continue
            owner = fact.service if hasattr(fact, "service") else getattr(fact, "siren", "")
            if isinstance(fact, Membership):
                owner = owner_of(fact.service, fact.siren)
            made = changes_of(ActKind.NEW, spec, owner, None, spec.to_values(fact))
            assert made == [create(fact)]
            title, _subtitle = spec.line(fact)
            assert title
            seen[spec.kind] += 1
    assert len(seen) == len({spec.kind for spec in _specs(RecordOptions(page.session))})


# Acts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("act", "field"), [("AMEND", "valid_from"), ("CLOSE", "valid_until")])
def test_an_act_without_its_day_is_refused_at_the_day(act: str, field: str) -> None:
    stored = Stored(1, 1, _mandate(date(2020, 1, 1), None))
    values = {**mandate_spec().to_values(stored.fact), "valid_from": None, "valid_until": None}
    with pytest.raises(RefusedError) as refused:
        changes_of(ActKind[act], mandate_spec(), BEAUMONT, stored, values)
    assert [each.field for each in refused.value.findings] == [field]


def test_a_period_upside_down_is_refused_at_its_end() -> None:
    with pytest.raises(RefusedError) as refused:
        period_of({"valid_from": date(2020, 1, 2), "valid_until": date(2020, 1, 1)})
    assert refused.value.findings[0].code == "period_upside_down"
    assert refused.value.findings[0].field == "valid_until"


# Refusals and repairs -----------------------------------------------------------------------------


def test_a_finding_is_placed_by_the_kind_of_record_entered() -> None:
    share = RecordRef(Kind.MISSION_SHARE, ("A",))
    joined = RecordRef(Kind.MEMBERSHIP, ("B",))
    finding = refusal("x", share, joined, field="beneficiary_siren", also="valid_until")
    assert placed([finding], Kind.MEMBERSHIP)[0].field == "valid_until"
    assert placed([finding], Kind.MISSION_SHARE)[0].field == "beneficiary_siren"
    assert placed([finding], Kind.SERVICE)[0].field == ""


def test_only_news_is_told_and_never_the_same_sentence_over_and_over() -> None:
    fact = _mandate(date(2020, 1, 1), None)
    mine = warning("mandate_vacant", RecordRef(Kind.MANDATE, fact.key))
    other = warning("mandate_vacant", RecordRef(Kind.MANDATE, ("else",)))
    assert about([mine, other], [create(fact)]) == [mine]
    assert len(shortened([mine] * 9)) == 2


def test_a_record_is_named_as_one_looks_for_it() -> None:
    ref = RecordRef(Kind.MEMBERSHIP, ("ADS", BEAUMONT, date(2016, 9, 1)))
    assert name_of(ref).endswith(f"ADS {BEAUMONT} 01/09/2016")


def test_a_repair_says_what_it_does_and_on_which_day() -> None:
    running = Stored(1, 1, _mandate(date(2020, 1, 1), None, "Faure"))
    last = date(2021, 12, 31)
    closing = tuple(close_record(running, last))
    assert "31/12/2021" in repair_words(Repair(last, closing), mandate_spec().words)
    assert repair_words(Repair(last), mandate_spec().words) == "End on 31/12/2021"


def test_what_depends_on_a_record_is_counted_by_kind() -> None:
    refs = [RecordRef(Kind.MEMBERSHIP, ("A",)), *[RecordRef(Kind.ASSIGNMENT, (n,)) for n in "AB"]]
    words = depending_words(refs)
    assert (words.count("membership"), words.count("assignment"), "share" in words) == (1, 1, False)
    assert depending_words([]) == ""


# The panel ----------------------------------------------------------------------------------------


def test_the_panel_alternates_where_there_is_little_room(page: BodiesPage) -> None:
    page.open_record(BEAUMONT)
    find(page, QTabBar, "body_tabs").setCurrentIndex(2)
    panel = find(page, RecordPanel, "mandates_panel")
    records = find(page, QWidget, "mandates_records")
    page.resize(560, 560)
    assert records.isVisibleTo(page)
    panel.start_new()
    assert not records.isVisibleTo(page)
    panel.stop_entering()
    assert records.isVisibleTo(page)


def test_the_panel_follows_the_date(page: BodiesPage) -> None:
    page.open_record(BEAUMONT)
    find(page, QTabBar, "body_tabs").setCurrentIndex(2)
    page.refresh(date(2016, 2, 29))
    records = find(page, QWidget, "mandates_records")
    tips = [
        str(records.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))  # type: ignore[attr-defined]
        for row in range(records.model().rowCount())  # type: ignore[attr-defined]
    ]
    assert [tip.endswith("in force") for tip in tips] == [False, False, True]


def test_a_body_without_records_offers_the_first_one(page: BodiesPage) -> None:
    page.open_record(EPCI)
    find(page, QTabBar, "body_tabs").setCurrentIndex(1)
    first = find(page, QPushButton, "epci_memberships_first")
    assert first.isVisibleTo(page)
    click(first)
    assert find(page, QWidget, "epci_memberships_form").isVisibleTo(page)


def test_new_by_the_keyboard(page: BodiesPage) -> None:
    page.open_record(BEAUMONT)
    records = find(page, QWidget, "identities_records")
    QTest.keyClick(records, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert find(page, QWidget, "identities_form").isVisibleTo(page)


# Every page, as users see it ----------------------------------------------------------------------


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    translators = install_language(qapp, "fr")
    yield
    for each in translators:
        qapp.removeTranslator(each)
    QLocale.setDefault(locale)


def _mnemonics(page: QWidget) -> Counter[str]:
    texts = [button.text() for button in page.findChildren(QPushButton) if button.isVisibleTo(page)]
    texts += [field.text() for field in page.findChildren(QWidget) if _is_box(field, page)]  # type: ignore[attr-defined]
    return Counter(found.lower() for text in texts for found in re.findall(r"(?<!&)&(\w)", text))


def _is_box(widget: QWidget, page: QWidget) -> bool:
    return widget.inherits("QCheckBox") and widget.isVisibleTo(page)


def _states(page: RegisterPage, key: str) -> Iterator[str]:
    yield "list"
    page.open_record(key)
    bar = page.record.findChild(QTabBar)
    assert bar is not None
    for place in range(bar.count()):
        bar.setCurrentIndex(place)
        yield f"tab {place}"
    panel = page.record.panels[0]
    page.record.show_tab(0)
    for act in (ActKind.AMEND, ActKind.CORRECT, ActKind.CLOSE):
        panel.start_act(act)
        yield act.value
        panel.stop_entering()
    page.show_list()
    page.start_new()
    yield "new"


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize("name", PAGES)
def test_no_mnemonic_twice_no_word_cut_no_widget_unnamed(
    name: str, qtbot: QtBot, tmp_path: Path
) -> None:
    make: Callable[..., RegisterPage] = PAGES[name]
    with page_on_demonstration(qtbot, tmp_path, make, TODAY) as page:
        for state in _states(page, RECORDS[name]):
            doubles = [key for key, count in _mnemonics(page).items() if count > 1]
            assert not doubles, (state, doubles)
            for button in page.findChildren(QPushButton):
                if button.isVisibleTo(page):
                    assert button.width() >= button.sizeHint().width(), (state, button.text())
            for widget in page.findChildren(QWidget):
                if widget.isVisibleTo(page) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    assert _is_named(widget), (state, widget.objectName(), widget)
            assert page.minimumSizeHint().width() <= 1030, state


def _is_named(widget: QWidget) -> bool:
    text = getattr(widget, "text", lambda: "")()
    inside = isinstance(widget, (QStackedWidget, QTabBar)) or widget.focusProxy() is not None
    return bool(widget.accessibleName() or text or inside)


@pytest.mark.parametrize("name", PAGES)
def test_pages_live_at_twice_the_size(name: str, qtbot: QtBot, tmp_path: Path) -> None:
    Look(scale=2.0).apply(_application())
    make: Callable[..., RegisterPage] = PAGES[name]
    with page_on_demonstration(qtbot, tmp_path, make) as page:
        page.resize(1200, 640)
        for _state in _states(page, RECORDS[name]):
            assert find(page, QLabel, f"{name}_title").isVisibleTo(page)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def test_levels_are_those_of_the_domain() -> None:
    assert [each.value for each in membership_spec([]).choices["level"]] == list(Level)
