"""How long holds what the register was created with, of which no beginning is known.

The official list says who a body is *today*, and to which agglomeration it belongs today; it knows
no day on which that began. Such a record gives way to every dated one of the same body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def days_left(dated: Iterable[Period], today: date) -> Period:
    """The days that stay to a record without beginning and end, beside the dated ones.

    A dated record that is over by today lies in the past: what holds today begins after it. Any
    other one ends it, the day before it begins; so do those that lead up to that one without a gap.
    """
    periods = sorted((each for each in dated if each.valid_from), key=lambda each: each.start)
    ahead = [each for each in periods if each.stop > today]
    end = ahead[0].valid_from if ahead else None
    begin: date | None = None
    for each in reversed(periods):
        if each.stop > today:
            continue
        if each.valid_until == end:
            end = each.valid_from
        elif begin is None and (end is None or each.stop < end):
            begin = each.valid_until
    return Period(begin, end)
