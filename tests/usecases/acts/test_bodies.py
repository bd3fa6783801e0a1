"""A body is entered with its first identity and its belonging, and deleted with its identities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.bodies import BodyKind
from mutudesk.usecases.acts.bodies import correct_body, create_body, delete_body
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    body,
    during,
    identity,
    mandate,
    member,
    since,
    territory,
)
from tests.usecases.acts.changing import record_of, told

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact

FIRST = since("2025-01-01")
NAMED = identity(AUBIERE, FIRST)


@pytest.mark.parametrize(
    ("kind", "member_of", "belonging"),
    [
        (BodyKind.COMMUNE, EPCI, [member(AUBIERE, FIRST)]),
        (BodyKind.COMMUNE, None, []),
        (BodyKind.CCAS, EPCI, []),
    ],
)
def test_a_new_body_brings_its_identity_and_a_commune_its_belonging(
    kind: BodyKind, member_of: str | None, belonging: list[Fact]
) -> None:
    new = body(AUBIERE, kind=kind)
    changes = create_body(new, NAMED, member_of=member_of)
    assert told(changes) == [(None, fact) for fact in (new, NAMED, *belonging)]


@pytest.mark.parametrize(
    ("insee", "given", "departement"),
    [("63014", "", "63"), ("97105", "", "971"), ("63014", "03", "03"), ("", "", "")],
)
def test_the_departement_follows_from_the_insee_code_where_none_is_given(
    insee: str, given: str, departement: str
) -> None:
    entered = body(AUBIERE, insee_code=insee, departement=given)
    right = body(AUBIERE, insee_code=insee, departement=departement)
    assert told(create_body(entered, NAMED))[0] == (None, right)
    record = record_of(*territory())
    assert told(correct_body(record, AUBIERE, entered)) == [(body(AUBIERE), right)]


def test_a_deletion_takes_the_identities_of_the_body_along_and_nothing_else() -> None:
    former = identity(AUBIERE, during(None, "2009-12-31"), name="Aubière-lès-Clermont")
    now = identity(AUBIERE, since("2010-01-01"))
    record = record_of(
        body(AUBIERE), former, now, identity(BEAUMONT), member(AUBIERE), mandate(AUBIERE)
    )
    gone = [fact for fact, new in told(delete_body(record, AUBIERE)) if new is None]
    assert set(gone) == {body(AUBIERE), former, now}
    assert len(gone) == 3
