"""Public bodies: who they are on a date, who heads them, how many inhabitants they have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Self

from mutudesk.domain.persons import full_name

if TYPE_CHECKING:
    from mutudesk.domain.period import Period


class BodyKind(Enum):
    """What a public body is: commune, EPCI, CCAS or CIAS, other (docs/glossary.md)."""

    COMMUNE = "commune"
    EPCI = "epci"
    CCAS = "ccas"
    OTHER = "autre"


class LinkWord(Enum):
    """What stands between "commune" and a name, as INSEE writes it: "commune d'Aubière".

    The article of the name belongs to it: with DU, "Le Cendre" is "commune du Cendre".
    """

    DE = "de"
    D = "d'"
    DU = "du"
    DE_LA = "de la"
    DE_L = "de l'"
    DES = "des"


class BodyName(str):
    """A name of a body, with what decides which words stand before it ("du Cendre").

    It is a text like any other and may be shown as one. `link_word` None = the official word of the
    commune with this INSEE code, or, without a code, what follows from the letters.
    """

    __slots__ = ("insee_code", "legal_form", "link_word")

    insee_code: str
    legal_form: str
    link_word: LinkWord | None

    def __new__(
        cls,
        name: str,
        legal_form: str = "",
        link_word: LinkWord | None = None,
        insee_code: str = "",
    ) -> Self:
        """Keep the name and what belongs to it."""
        made = super().__new__(cls, name)
        made.legal_form, made.link_word, made.insee_code = legal_form, link_word, insee_code
        return made

    @classmethod
    def recorded(cls, identity: LegalIdentity, body: PublicBody | None) -> Self:
        """The name of an identity; only that of a commune is one that INSEE knows."""
        code = body.insee_code if body is not None and body.kind is BodyKind.COMMUNE else ""
        return cls(identity.name, identity.legal_form, identity.link_word, code)


@dataclass(frozen=True, slots=True)
class PublicBody:
    """A legal person, known by its SIREN for ever; what changes with time is in its identities."""

    siren: str
    kind: BodyKind
    insee_code: str = ""
    departement: str = ""

    @property
    def key(self) -> tuple[str]:
        """What tells it from every other body."""
        return (self.siren,)


@dataclass(frozen=True, slots=True)
class LegalIdentity:
    """Name, legal form and seat of a body during a period (CGCT L.5211-41: the SIREN may stay).

    `link_word` is what an office prints between form and name; None = the official word.
    `short_name` ("la Communauté") and `council` ("conseil communautaire") are what conventions call
    the body and its assembly; empty = by its legal form.
    """

    siren: str
    name: str
    legal_form: str
    seat: str
    link_word: LinkWord | None
    short_name: str
    council: str
    period: Period

    @property
    def key(self) -> tuple[str, object]:
        """One identity begins on one day."""
        return (self.siren, self.period.valid_from)


@dataclass(frozen=True, slots=True)
class EpciMembership:
    """A commune belongs to the intercommunal body during a period."""

    epci_siren: str
    siren: str
    period: Period

    @property
    def key(self) -> tuple[str, str, object]:
        """One belonging of one commune begins on one day."""
        return (self.epci_siren, self.siren, self.period.valid_from)


@dataclass(frozen=True, slots=True)
class Population:
    """Legal populations of one year; either kind may be unknown (None)."""

    siren: str
    year: int
    municipal: int | None
    total: int | None

    @property
    def key(self) -> tuple[str, int]:
        """One line a year."""
        return (self.siren, self.year)


@dataclass(frozen=True, slots=True)
class Mandate:
    """A person heads a body during a period, in full or acting for the head ("interim").

    `quality` is printed as recorded ("Maire", "Présidente", "1er adjoint").
    """

    siren: str
    quality: str
    civility: str
    last_name: str
    first_name: str
    acting: bool
    period: Period

    @property
    def key(self) -> tuple[str, bool, object]:
        """One head, and one acting head, begins on one day."""
        return (self.siren, self.acting, self.period.valid_from)

    @property
    def full_name(self) -> str:
        """First name and last name, as recorded."""
        return full_name(self.first_name, self.last_name)
