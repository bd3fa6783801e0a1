"""One way to say "open this": what, which one, and what is to be done there.

Pages, lists, findings, the navigation and the menus send links; the open register follows them
(`shell/register_frame`). A link names a record as the domain does, by kind and key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from mutudesk.domain.records import Kind, Owner, RecordRef, kinds_of

if TYPE_CHECKING:
    from mutudesk.domain.records import Key


class Place(Enum):
    """What can be opened as a whole; the value names it in the window."""

    AUTHORITIES = "authorities"
    BODIES = "bodies"
    SERVICES = "services"
    MEMBERSHIPS = "memberships"
    AGENTS = "agents"
    CONVENTIONS = "conventions"
    HISTORY = "history"
    HELP = "help"
    IMPORT = "import"  # a dialog, no page


class LinkAct(Enum):
    """What is to be done where a link leads."""

    SHOW = "show"
    NEW = "new"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Link:
    """Open a place or a record.

    Attributes:
        kind: A place of the window, or the kind of a record.
        key: Of the record; at a place, what it is to be narrowed to (*Conventions*: service, then
            body; « Qui commande qui ? »: agent); of a new membership, service and body, "" for any.
        act: What to do there.
    """

    kind: Place | Kind
    key: Key = ()
    act: LinkAct = LinkAct.SHOW

    @property
    def place(self) -> Place:
        """Where it leads."""
        if isinstance(self.kind, Place):
            return self.kind
        return Place.HISTORY if self.act is LinkAct.HISTORY else _PLACES[self.kind]

    @property
    def record(self) -> RecordRef | None:
        """The record it points at, None for a place."""
        return None if isinstance(self.kind, Place) else RecordRef(self.kind, self.key)


def link_to(ref: RecordRef, act: LinkAct = LinkAct.SHOW) -> Link:
    """The link to a record."""
    return Link(ref.kind, ref.key, act)


_PLACES = (
    {Kind.REGISTER: Place.HISTORY}
    | dict.fromkeys(kinds_of(Owner.BODY), Place.BODIES)
    | dict.fromkeys(kinds_of(Owner.SERVICE), Place.SERVICES)
    | dict.fromkeys(kinds_of(Owner.AGENT), Place.AGENTS)
    | {Kind.MEMBERSHIP: Place.MEMBERSHIPS}
)
