"""One INSEE code, two communes one after the other (commune nouvelle)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.communes import bearer_of, life_of
from mutudesk.domain.period import ALWAYS, Period
from tests.builders import AUBIERE, BEAUMONT, base_of, body, day, during, identity, since

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact

NEW = "200100006"
CODE = "63014"


def commune(siren: str, *periods: Period) -> list[Fact]:
    return [body(siren, insee_code=CODE), *(identity(siren, each) for each in periods)]


OLD_THEN_NEW = (
    *commune(AUBIERE, during(None, "2024-12-31")),
    *commune(NEW, since("2025-01-01")),
)


@pytest.mark.parametrize(
    ("facts", "on", "siren"),
    [
        (OLD_THEN_NEW, "2020-07-03", AUBIERE),
        (OLD_THEN_NEW, "2024-12-31", AUBIERE),
        (OLD_THEN_NEW, "2025-01-01", NEW),
        # Nobody closed the former one: the one that began last has taken its place.
        ((*commune(AUBIERE, ALWAYS), *commune(NEW, since("2025-01-01"))), "2025-01-01", NEW),
        ((*commune(AUBIERE, ALWAYS), *commune(NEW, since("2025-01-01"))), "2024-12-31", AUBIERE),
        # Two alike: no guess.
        ((*commune(AUBIERE, ALWAYS), *commune(NEW, ALWAYS)), "2025-01-01", None),
        # A hole between two identities is no end.
        (
            commune(AUBIERE, during(None, "2009-12-31"), since("2012-01-01")),
            "2011-06-01",
            AUBIERE,
        ),
        (commune(NEW, since("2025-01-01")), "2024-12-31", None),
        (commune(AUBIERE, during(None, "2024-12-31")), "2025-01-01", None),
        ([body(AUBIERE)], "2020-01-01", None),  # nobody knows when it lived
        ([body(AUBIERE, kind=BodyKind.CCAS), identity()], "2020-01-01", None),
        ([body(BEAUMONT), identity(BEAUMONT)], "2020-01-01", None),
    ],
)
def test_who_bore_the_code(facts: list[Fact], on: str, siren: str | None) -> None:
    found = bearer_of(base_of(*facts), CODE, day(on))
    assert (found.siren if found else None) == siren


def test_how_long_a_commune_lives() -> None:
    base = base_of(*OLD_THEN_NEW)
    assert life_of(base, AUBIERE) == during(None, "2024-12-31")
    assert life_of(base, NEW) == since("2025-01-01")
    assert life_of(base, BEAUMONT) is None
    gap = base_of(
        identity(AUBIERE, since("2012-01-01")), identity(AUBIERE, during(None, "2009-12-31"))
    )
    assert life_of(gap, AUBIERE) == ALWAYS
