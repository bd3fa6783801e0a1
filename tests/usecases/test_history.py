"""The journal made readable: which acts are found, in which order, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent
from mutudesk.domain.assignments import Assignment
from mutudesk.domain.bodies import EpciMembership, LegalIdentity, Mandate
from mutudesk.domain.changes import amend_from, close, correct, create, delete
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.language.history import act_name, act_words, field_changes, record_name
from mutudesk.usecases import history
from mutudesk.usecases.recording import record
from mutudesk.usecases.session import Session
from tests.builders import (
    AUBIERE,
    ROYAT,
    agent,
    day,
    make_register,
    mandate,
    one_stored,
    population,
    position,
    since,
    world,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from mutudesk.domain.history import HistoryAct
    from mutudesk.domain.records import Fact, Stored

ON = day("2016-09-01")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A register in which two persons did five things after its creation."""
    path = make_register(tmp_path, world())
    with writing(path) as opened:
        record(opened, [create(agent("A-2", last_name="Éon")), create(position("A-2"))], "create")
        stored = one_stored(opened, Agent, matricule="A-2")
        record(opened, [correct(stored, agent("A-2", last_name="Héon"))], "correct", "faute")
        petit = Session(
            opened.register, "a.petit", lambda: datetime(2016, 11, 3, 12, 0, tzinfo=UTC)
        )
        running = one_stored(opened, Mandate, siren=AUBIERE)
        record(petit, [close(running, day("2016-10-31"))], "close", "démission")
        record(petit, [create(population(ROYAT))], "create")
        running = one_stored(opened, Mandate, siren=ROYAT)
        new = mandate(ROYAT, since("2016-11-01"), last_name="Neuf", first_name="Ève")
        record(petit, amend_from(running, day("2016-11-01"), new), "amend")
        yield petit


def acts(
    session: Session, search: str = "", filters: Mapping[str, str] | None = None
) -> Sequence[HistoryAct]:
    source = history.acts(session, ListQuery(ON, search, filters or {}))
    found = source.first(100)
    assert source.count() == len(found)
    assert list(source.ids()) == [each.id for each in found]
    assert list(source.rows(source.ids())) == list(found)
    return found


def said(found: Sequence[HistoryAct]) -> list[str]:
    return [act_words(each).replace("\u00a0", " ") for each in found]


ALL = [
    "Modification du mandat de Mme Ève Neuf (Royat)",
    "Création de la population de Royat en 2022",
    "Clôture du mandat de Mme Sylvie Aubière (Aubière)",
    "Correction de la fiche de Mme Paule Héon",
    "Création de la fiche de Mme Paule Éon",
    "Création du registre",
]


def test_acts_newest_first_in_words(session: Session) -> None:
    found = acts(session)
    assert said(found) == ALL
    assert [each.who for each in found] == ["a.petit"] * 3 + ["s.maurel"] * 3
    assert [each.count for each in found] == [2, 1, 1, 1, 2, len(world()) + 1]
    assert found[2].why == "démission"
    assert act_name(found[2]).startswith("clôture du mandat")
    assert act_words(found[2], "en") == (
        "End of the term of office of Mme\u00a0Sylvie Aubière (Aubière)"
    )


def test_oldest_first_when_asked(session: Session) -> None:
    source = history.acts(session, ListQuery(ON, sort="at"))
    assert said(source.first(2)) == ALL[:-3:-1]


@pytest.mark.parametrize(
    ("search", "filters", "expected"),
    [
        ("", {"who": "a.petit"}, [0, 1, 2]),
        ("", {"who": "nobody"}, []),
        ("", {"action": "create"}, [1, 4]),
        ("", {"kind": "mandate"}, [0, 2, 5]),
        ("", {"kind": "population"}, [1]),
        ("", {"kind": "mandate", "who": "s.maurel"}, [5]),
        ("", {"days": "1"}, [0, 1, 2]),
        ("", {"days": "64"}, [0, 1, 2, 3, 4, 5]),
        ("", {"days": "63"}, [0, 1, 2]),
        ("A-2", {}, [3, 4]),
        ("héon", {}, [3, 4]),
        ("HEON", {}, [3, 4]),
        ("démission", {}, [2]),
        ("royat", {"kind": "population"}, [1]),
        ("100%_", {}, []),
    ],
)
def test_filters_and_search(
    session: Session, search: str, filters: dict[str, str], expected: list[int]
) -> None:
    assert said(acts(session, search, filters)) == [ALL[place] for place in expected]


def test_one_record_and_all_that_belongs_to_an_agent(session: Session) -> None:
    of_agent = acts(session, "", history.filters_of(RecordRef(Kind.AGENT, ("A-2",))))
    assert said(of_agent) == [ALL[3], ALL[4]]
    closed = ref_to(one_stored(session, Mandate, siren=AUBIERE).fact)
    of_mandate = acts(session, "", history.filters_of(closed))
    assert said(of_mandate) == [ALL[2], ALL[5]]
    first = history.detail(session, of_mandate[1], closed)
    assert [each.record for each in first.lines] == [of_mandate[0].lead.record]
    assert first.left_out == 0


def test_a_code_that_begins_another_one_is_not_taken_for_it(session: Session) -> None:
    record(session, [create(agent("A-22")), create(position("A-22"))], "create")
    of_agent = acts(session, "", history.filters_of(RecordRef(Kind.AGENT, ("A-2",))))
    assert len(of_agent) == 2


def test_all_of_a_commune_holds_what_was_since_always_and_its_belonging(session: Session) -> None:
    joined = one_stored(session, EpciMembership, siren=ROYAT)
    record(session, [close(joined, day("2020-12-31"))], "close")
    old = one_stored(session, LegalIdentity, siren=ROYAT)
    record(session, [correct(old, replace(old.fact, name="Royat-les-Bains"))], "correct")
    found = acts(session, "", history.filters_of(RecordRef(Kind.BODY, (ROYAT,))))
    assert [each.lead.kind for each in found][:2] == [Kind.IDENTITY, Kind.EPCI_MEMBERSHIP]


def test_fields_before_and_after_in_words(session: Session) -> None:
    amended = history.detail(session, acts(session)[0])
    closed, opened = amended.lines
    changed = {
        each.label: (each.before, each.after)
        for each in field_changes(closed.kind, closed.before, closed.after, amended.names)
        if each.is_changed
    }
    assert changed == {"fin": ("–", "31/10/2016")}
    new = field_changes(opened.kind, opened.before, opened.after, amended.names)
    assert all(each.before == "–" and each.is_changed for each in new)
    assert ("organisme", "Royat") in {(each.label, each.after) for each in new}
    assert ("intérim", "non") in {(each.label, each.after) for each in new}
    name = record_name(opened.kind, opened.fact, amended.names)  # type: ignore[arg-type] # not None
    assert name.replace("\u00a0", " ") == "Mandat : Mme Ève Neuf, Royat"


def test_codes_are_said_by_what_they_name(session: Session) -> None:
    detail = history.detail(session, acts(session)[-1])
    (line,) = [each for each in detail.lines if each.kind is Kind.MISSION_SHARE]
    fields = {
        each.label: each.after.replace("\u202f", " ")
        for each in field_changes(line.kind, None, line.after, detail.names)
    }
    assert fields == {
        "matricule": "Mme Paule Garnier (A-1)",
        "service": "Service ADS",
        "mission": "Mission PC",
        "bénéficiaire": "Aubière",
        "part": "100 %",
        "début": "01/07/2015",
    }
    (line,) = [each for each in detail.lines if each.kind is Kind.MEMBERSHIP]
    fields = {
        each.label: each.after
        for each in field_changes(line.kind, None, line.after, detail.names, "en")
    }
    assert fields["missions"] == "Mission DP, Mission PC"


def test_what_was_deleted_is_still_named(session: Session) -> None:
    from mutudesk.domain.agents import Position

    gone: list[Stored[Fact]] = [
        one_stored(session, Agent, matricule="A-2"),
        one_stored(session, Position, matricule="A-2"),
    ]
    record(session, [delete(each) for each in gone], "delete")
    assert said(acts(session))[0] == "Suppression de la fiche de Mme Paule Héon"


def test_authors(session: Session) -> None:
    assert history.authors(session) == ["a.petit", "s.maurel"]


def test_every_kind_of_record_has_a_name(session: Session) -> None:
    detail = history.detail(session, acts(session)[-1])
    for line in detail.lines:
        assert line.fact is not None
        for language in ("fr", "en"):
            assert "…" not in record_name(line.kind, line.fact, detail.names, language)


def test_a_correction_that_changes_nothing_is_no_act(session: Session) -> None:
    stored = one_stored(session, Assignment, matricule="A-1")
    record(session, [correct(stored, stored.fact)], "correct")
    assert said(acts(session)) == ALL  # nothing changed, nothing written
