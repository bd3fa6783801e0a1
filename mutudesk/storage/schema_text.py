"""The statements that made a file, held against those that this program makes it with.

Only the list of them is read: no table, and no view, which a stranger could have made endless. What
each revision makes is frozen in `resources/schemas`.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from mutudesk.domain.file_parts import Deviation, FilePart, PartDeviation
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

# SQLite's own, made and left out as it pleases: its indexes of keys, its statistics.
_OWN = re.compile(r"index sqlite_autoindex_\w+|table sqlite_stat[14]")
_OWN_TEXT = re.compile(r"|CREATE TABLE sqlite_stat[14]\([a-z,]+\)")
_PARTS = {each.value: each for each in FilePart}
_MOST_PARTS = 1_000
_MOST_DETAIL = 60  # characters of a clause
_MOST_CLAUSES = 4


def texts_of(connection: Connection) -> dict[str, str]:
    """The statements of a file by kind and name, such as "table agent"; SQLite's own left out."""
    found: dict[str, str] = {}
    rows = connection.exec_driver_sql(
        f"SELECT type, name, sql FROM sqlite_schema LIMIT {_MOST_PARTS}"  # noqa: S608 - a number
    )
    for kind, name, sql in rows:
        place, text = f"{kind} {name}", str(sql or "")
        if _OWN.fullmatch(place) and _OWN_TEXT.fullmatch(text):
            continue
        # Two of one name cannot both be the program's.
        found[place] = "" if place in found else text
    return found


@cache
def frozen_texts(revision: str) -> Mapping[str, str]:
    """The statements that a revision makes a file with."""
    path = resource_path("schemas", f"{revision}.json")
    texts: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return texts


def deviations(found: Mapping[str, str], revision: str) -> list[PartDeviation]:
    """Every part that differs from what a revision makes, tables first."""
    expected = frozen_texts(revision)
    places = [place for place in {**expected, **found} if expected.get(place) != found.get(place)]
    differing = [each for place in places for each in _deviation(place, found, expected)]
    order = list(FilePart)
    return sorted(differing, key=lambda each: (order.index(each.part), each.name))


def _deviation(
    place: str, found: Mapping[str, str], expected: Mapping[str, str]
) -> Iterator[PartDeviation]:
    kind, _, name = place.partition(" ")
    # What SQLite knows no more than we do is taken for the worst.
    part = _PARTS.get(kind, FilePart.TABLE)
    if place not in found:
        yield PartDeviation(part, name, Deviation.MISSING)
    elif place not in expected:
        yield PartDeviation(part, name, Deviation.UNKNOWN)
    else:
        made, there = clauses_of(expected[place]), clauses_of(found[place])
        if made != there:
            gone = [each for each in made if each not in there]
            come = [each for each in there if each not in made]
            yield PartDeviation(part, name, Deviation.CHANGED, _difference(gone, come))


def _difference(gone: list[str], come: list[str]) -> str:
    """What was taken away (-) and added (+), without what both begin with, in short."""
    if len(gone) == len(come) == 1:
        pairs = enumerate(zip(gone[0], come[0], strict=False))
        same = next((place for place, (one, other) in pairs if one != other), 0)
        gone, come = [gone[0][same:]], [come[0][same:]]
    clauses = [f"- {each[:_MOST_DETAIL]}" for each in gone if each]
    clauses += [f"+ {each[:_MOST_DETAIL]}" for each in come if each]
    return "; ".join(clauses[:_MOST_CLAUSES])


def clauses_of(sql: str) -> list[str]:
    """The clauses of a statement, sorted: their order and their spaces changed between builds."""
    head, _, rest = sql.partition("(")
    body, _, tail = rest.rpartition(")")
    parts, depth = [""], 0
    for sign in body:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return sorted(
        re.sub(r"\s+", " ", each.replace('"', "")).strip() for each in (head, *parts, tail)
    )
