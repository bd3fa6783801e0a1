"""Acts on shared services: a service together with its managers, missions, terms and origins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mutudesk.domain.codes import clean, is_code
from mutudesk.domain.records import FACT_TYPES, Kind, Owner, kinds_of
from mutudesk.domain.services import ManagingPeriod, Mission, SharedService
from mutudesk.usecases.acts.records import correct_record, delete_records, enter_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.domain.changes import AnyChange
    from mutudesk.usecases.queries import Record

# "PC : Permis de construire", with or without spaces; also a tab, ; or = between the two.
_CODE_AND_LABEL = re.compile(r"\s*([^:;=\t]{1,30}?)\s*[:;=\t]\s*(\S.*)")


def create_service(
    service: SharedService, managing: ManagingPeriod, missions: Iterable[Mission]
) -> list[AnyChange]:
    """A service with its first managing body and its missions."""
    changes = [*enter_record(service), *enter_record(managing)]
    for each in missions:
        changes += enter_record(each)
    return changes


def correct_service(record: Record, code: str, service: SharedService) -> list[AnyChange]:
    """Code, name and ground of a service as they should have been."""
    (stored,) = record.owned(SharedService, code)
    return correct_record(stored, service)


def delete_service(record: Record, code: str) -> list[AnyChange]:
    """A service that should never have been, with all that only describes it.

    Memberships, assignments and conventions stand against it.
    """
    described_by = [kind for kind in kinds_of(Owner.SERVICE) if kind is not Kind.MEMBERSHIP]
    return delete_records(
        [each for kind in described_by for each in record.owned(FACT_TYPES[kind], code)]
    )


def missions_of(service: str, text: str) -> list[Mission]:
    """One mission a line, "code : label"; a line without a code gets the next free number."""
    lines = [clean(line) for line in text.splitlines()]
    pairs = []
    for line in lines:
        if not line:
            continue
        match = _CODE_AND_LABEL.fullmatch(line)
        coded = match is not None and is_code(match.group(1))
        pairs.append((match.group(1), match.group(2)) if match and coded else ("", line))
    taken = {code for code, _label in pairs}
    missions = []
    number = 0
    for code, label in pairs:
        given = code
        while not given:
            number += 1
            given = "" if f"M{number}" in taken else f"M{number}"
        missions.append(Mission(service, given, label))
    return missions
