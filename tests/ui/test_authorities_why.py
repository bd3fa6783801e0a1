"""Every sentence of *Pourquoi ?* as a table of cases: what is said, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from mutudesk.domain.assignments import AssignmentGround, HierarchicalSiren, OperationalSiren
from mutudesk.domain.listings import AuthorityHolder, AuthorityRow, ListQuery
from mutudesk.domain.services import LegalGround
from mutudesk.ui.pages.authorities import why_words as words
from mutudesk.usecases.authorities import Authority, Explanation, explain
from mutudesk.usecases.queries import authority_lines
from tests.builders import (
    AUBIERE,
    CLERMONT,
    EPCI,
    Field,
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

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


ON = day("2016-09-01")
NAMES = {EPCI: "Clermont Communauté", AUBIERE: "Aubière", CLERMONT: "Clermont-Ferrand"}

BEGAN = {EPCI: "2014-04-16", AUBIERE: "2014-04-05", CLERMONT: "2014-04-04"}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The source texts, with dates as English has them."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def authority(siren: str, **fields: Field) -> Authority:
    held = {"mandate": mandate(siren, since(BEGAN[siren])), "vacant_since": None, **fields}
    return Authority(siren, NAMES[siren], **held)


def explained(**fields: Field) -> Explanation:
    """The agglomeration employs, the beneficiary instructs; a test says what is otherwise."""
    nobody = AuthorityHolder("", "", "", "", "", acting=False)
    row = AuthorityRow(
        id=1,
        matricule="A-1",
        last_name="Garnier",
        first_name="Paule",
        service="ADS",
        service_name="Droit des sols",
        mission="PC",
        mission_label="Permis",
        beneficiary_siren=AUBIERE,
        beneficiary=NAMES[AUBIERE],
        share=5_000,
        ground=AssignmentGround.INTERNAL,
        period=since("2015-07-01"),
        hierarchical=nobody,
        operational=nobody,
    )
    usual: dict[str, Field] = {
        "position": position(),
        "assignment": assignment(share=8_000),
        "share": mission_share(share=5_000),
        "service_ground": LegalGround.SHARED_SERVICE,
        "hierarchical": authority(EPCI),
        "operational": authority(AUBIERE),
        **fields,
    }
    employed = usual["position"]
    employer = NAMES[employed.employer_siren] if employed is not None else ""
    return Explanation(on=ON, row=row, employer=employer, **usual)


def plain(texts: list[str]) -> list[str]:
    return [text.replace("\u00a0", " ").replace("\u202f", " ") for text in texts]


def test_the_line_names_mission_service_beneficiary_and_day() -> None:
    (text,) = plain([words.line_in_words(explained())])
    assert text == "Permis (Droit des sols) for Aubière, situation on 1 September 2016"


# What the line rests on ---------------------------------------------------------------------------

SHARE = "Mission share: 50 % of a full post, since 2015-07-01, without an end."
ASSIGNED = (
    "Assignment to the service: 80 % of a full post, internal assignment, "
    "since 2015-07-01, without an end."
)
NOT_ASSIGNED = "No assignment to this service is in force on this date."
EMPLOYED = "Employer: Clermont Communauté, since 2012-03-01, without an end."
NOT_EMPLOYED = "No situation is in force on this date: the employer is not known."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, [SHARE, ASSIGNED, EMPLOYED]),
        ({"share": None}, [ASSIGNED, EMPLOYED]),
        ({"assignment": None}, [SHARE, NOT_ASSIGNED, EMPLOYED]),
        ({"position": None}, [SHARE, ASSIGNED, NOT_EMPLOYED]),
        ({"assignment": None, "position": None, "share": None}, [NOT_ASSIGNED, NOT_EMPLOYED]),
        (
            {"position": position(employer_siren=CLERMONT, period=during(None, "2016-12-31"))},
            [SHARE, ASSIGNED, "Employer: Clermont-Ferrand, until 2016-12-31."],
        ),
    ],
)
def test_share_assignment_and_employment(fields: dict[str, Field], said: list[str]) -> None:
    assert plain(words.work_in_words(explained(**fields))) == said


# Hierarchical -------------------------------------------------------------------------------------

OF_EPCI, OF_AUBIERE, OF_CLERMONT = (
    f"Term of office: since {BEGAN[siren]}, without an end." for siren in (EPCI, AUBIERE, CLERMONT)
)
EMPLOYS = "Clermont Communauté employs the agent; no other body is recorded on the assignment."
REPLACES = "Clermont-Ferrand is the body recorded on the assignment, in place of the employer."
POWERS = "Appoints, appraises, sanctions and pays."


def recording(siren: str, reason: str = "") -> dict[str, Field]:
    body = HierarchicalSiren(siren)
    fact = assignment(hierarchical_siren=body, hierarchical_reason=reason)
    return {"assignment": fact, "hierarchical": authority(siren)}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, [OF_EPCI, EMPLOYS, POWERS]),
        (recording(CLERMONT), [OF_CLERMONT, REPLACES, "Reason: not given", POWERS]),
        (recording(CLERMONT, "arrêté"), [OF_CLERMONT, REPLACES, "Reason: arrêté", POWERS]),
        # Recorded although it is the employer: nobody is replaced.
        (recording(EPCI, "arrêté"), [OF_EPCI, EMPLOYS, POWERS]),
        (
            {**recording(CLERMONT), "position": position(employer_siren=CLERMONT)},
            [OF_CLERMONT, EMPLOYS.replace("Clermont Communauté", "Clermont-Ferrand"), POWERS],
        ),
        # Recorded, and no employer on the day.
        (
            {**recording(CLERMONT), "position": None},
            [OF_CLERMONT, REPLACES, "Reason: not given", POWERS],
        ),
        ({"assignment": None}, [OF_EPCI, EMPLOYS, POWERS]),
        ({"position": None}, [OF_EPCI, POWERS]),
        ({"assignment": None, "position": None}, [OF_EPCI, POWERS]),
    ],
)
def test_which_body_commands_and_why(fields: dict[str, Field], said: list[str]) -> None:
    assert plain(words.hierarchical_in_words(explained(**fields))) == said


# Operational --------------------------------------------------------------------------------------

BENEFITS = "Aubière is the beneficiary; no other body is recorded on the mission share."
INSTEAD = (
    "Clermont Communauté is the body recorded on the mission share, in place of the beneficiary."
)
INSTRUCTS = "Gives the instructions for this mission and controls the work."
STATUTE = (
    "CGCT, article L. 5211-4-2: depending on the mission, the staff of a shared service is under "
    "the functional authority of the mayor or of the president."
)


def instructed_by(siren: str) -> dict[str, Field]:
    fact = mission_share(operational_siren=OperationalSiren(siren))
    return {"share": fact, "operational": authority(siren)}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, [OF_AUBIERE, BENEFITS, INSTRUCTS, STATUTE]),
        (instructed_by(EPCI), [OF_EPCI, INSTEAD, INSTRUCTS, STATUTE]),
        # Recorded although it is the beneficiary: nobody is replaced.
        (instructed_by(AUBIERE), [OF_AUBIERE, BENEFITS, INSTRUCTS, STATUTE]),
        ({"share": None}, [OF_AUBIERE, BENEFITS, INSTRUCTS, STATUTE]),
        (
            {"service_ground": LegalGround.SERVICE_PROVISION},
            [OF_AUBIERE, BENEFITS, INSTRUCTS, "Service made available (article L. 5211-4-1)."],
        ),
        (
            {"service_ground": LegalGround.OTHER},
            [OF_AUBIERE, BENEFITS, INSTRUCTS, "Other ground."],
        ),
        ({"service_ground": None}, [OF_AUBIERE, BENEFITS, INSTRUCTS]),
    ],
)
def test_which_body_instructs_and_why(fields: dict[str, Field], said: list[str]) -> None:
    assert plain(words.operational_in_words(explained(**fields))) == said


# Heads --------------------------------------------------------------------------------------------

HEAD = mandate(AUBIERE, since("2014-04-05"), civility="Mme", last_name="Astier", quality="Maire")
ACTING = mandate(
    AUBIERE,
    during("2016-08-01", "2016-09-30"),
    civility="",
    last_name="Montel",
    quality="1re adjointe",
    acting=True,
)


@pytest.mark.parametrize(
    ("fields", "head", "dates"),
    [
        ({"mandate": HEAD}, "Mme Sylvie Astier · Maire · Aubière", OF_AUBIERE),
        (
            {"mandate": ACTING},
            "Sylvie Montel · 1re adjointe, acting · Aubière",
            "Interim: from 2016-08-01 to 2016-09-30.",
        ),
        (
            {"mandate": None, "vacant_since": day("2016-08-15")},
            "Vacant mandate · Aubière",
            "Nobody has held office since 15/08/2016.",
        ),
        (
            {"mandate": None},
            "Vacant mandate · Aubière",
            "No term of office is recorded for this date.",
        ),
    ],
)
def test_the_head_of_a_body(fields: dict[str, Field], head: str, dates: str) -> None:
    who = authority(AUBIERE, **fields)
    assert plain([words.head_in_words(who), words.mandate_in_words(who)]) == [head, dates]


# From a register ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hierarchical", "operational", "said"),
    [
        (None, None, (EMPLOYS, BENEFITS)),
        (CLERMONT, None, (REPLACES, BENEFITS)),
        (None, EPCI, (EMPLOYS, INSTEAD)),
        (CLERMONT, EPCI, (REPLACES, INSTEAD)),
    ],
)
def test_each_authority_is_explained_by_its_own_record(
    tmp_path: Path, hierarchical: str | None, operational: str | None, said: tuple[str, str]
) -> None:
    body = HierarchicalSiren(hierarchical) if hierarchical else None
    other = OperationalSiren(operational) if operational else None
    facts = world_with(assignment(hierarchical_siren=body), mission_share(operational_siren=other))
    with reading(make_register(tmp_path, facts)) as session:
        (row,) = authority_lines(session, ListQuery(ON))
        why = explain(session, row, ON)
    found = (words.hierarchical_in_words(why), words.operational_in_words(why))
    assert tuple(texts[1] for texts in map(plain, found)) == said
