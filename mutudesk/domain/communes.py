"""Which commune bears an INSEE code on a day.

A commune nouvelle (CGCT L.2113-1 and following) keeps the code of its seat and is another legal
person with a SIREN of its own: one code, two bodies, one after the other. Their identities tell
when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.period import Period

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.bodies import PublicBody
    from mutudesk.domain.fact_base import FactBase


def life_of(base: FactBase, siren: str) -> Period | None:
    """From the first to the last day of a body's identities, None without any.

    A hole between two identities is one in what was recorded: the body lives on.
    """
    periods = [each.period for each in base.identities.get(siren, ())]
    if not periods:
        return None
    first = min(periods, key=lambda each: each.start)
    last = max(periods, key=lambda each: each.stop)
    return Period(first.valid_from, last.valid_until)


def bearer_of(base: FactBase, insee_code: str, on: date) -> PublicBody | None:
    """The commune that bore an INSEE code on a day; None where none did, or two alike.

    Of two that live on that day, the one that began last has taken the place of the other, whose
    end was not recorded.
    """
    living = [
        (life.start, body)
        for body in base.bodies.values()
        if body.kind is BodyKind.COMMUNE and body.insee_code == insee_code
        if (life := life_of(base, body.siren)) is not None and life.holds(on)
    ]
    latest = max((start for start, _ in living), default=None)
    bearers = [body for start, body in living if start == latest]
    return bearers[0] if len(bearers) == 1 else None
