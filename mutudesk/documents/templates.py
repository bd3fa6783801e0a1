"""What a template of documents is.

A template is a versioned French text in `resources/templates`. It declares every placeholder it
uses, with what happens when the register holds nothing for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mutudesk.documents.sandbox import Source
    from mutudesk.domain.services import LegalGround


class Status(Enum):
    """What happens to a placeholder for which the register holds nothing."""

    REQUIRED = "required"  # the document is refused
    TO_BE_COMPLETED = "to_be_completed"  # a ruled blank, listed on the last page
    OPTIONAL = "optional"  # another wording


class Moment(Enum):
    """When something is to be there, or is to be looked at."""

    OPINION = "opinion"  # before the opinion of the staff committee
    VOTE = "vote"
    SIGNATURE = "signature"
    READING = "reading"  # a sentence to read again before it is final


# The moments at which something is to be there, in their order.
TO_BRING = (Moment.OPINION, Moment.VOTE, Moment.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A declared placeholder; its blank is `millimetres` long, or 0 = `lines` whole lines."""

    name: str
    status: Status
    label: Source
    millimetres: float
    lines: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `table_after` names the table that follows its text, or is empty."""

    title: Source
    body: Source
    table_after: str


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex; `empty` is what it says when it has no rows."""

    key: str
    title: Source
    body: Source
    empty: Source | None


@dataclass(frozen=True, slots=True)
class Piece:
    """What is to be there at a moment, once or for each party; nothing where it fills empty."""

    text: Source
    each_party: bool
    moment: Moment


@dataclass(frozen=True, slots=True)
class ProposedClause:
    """What the template says where a service has written nothing (`domain.clauses`).

    `where` it stands, in words; `own` is the text where the body that joins manages the service.
    """

    name: str
    where: str
    text: str
    own: str


@dataclass(frozen=True, slots=True)
class Template:
    """One version of one kind of document. `valid_from` is the first date it can bear.

    `noun` is what messages call the document. Only a document about one service has a
    `legal_ground`; only those that name parties, or have articles and annexes, have what follows
    the sections.
    """

    id: str
    noun: str
    version: int
    valid_from: date
    legal_ground: LegalGround | None
    placeholders: Mapping[str, Placeholder]
    words: Mapping[str, str]
    sections: Mapping[str, Source]
    party_placeholders: Mapping[str, Placeholder]
    party_sections: Mapping[str, Source]
    aliases: Mapping[str, str]
    heads: Mapping[str, str]
    councils: Mapping[str, str]
    articles: tuple[Article, ...]
    powers: tuple[tuple[str, str, str], ...]
    annexes: tuple[Annex, ...]
    pieces: tuple[Piece, ...]
    clauses: tuple[ProposedClause, ...]

    @property
    def blanks(self) -> tuple[Placeholder, ...]:
        """The placeholders that can become blanks; a blank's number is its place here."""
        declared = (*self.placeholders.values(), *self.party_placeholders.values())
        return tuple(each for each in declared if each.status is Status.TO_BE_COMPLETED)
