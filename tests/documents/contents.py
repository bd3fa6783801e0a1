"""A convention's content with sensible defaults, and what a reader sees of a file."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

from pypdf import PdfReader

from mutudesk.documents.convention.content import (
    AnnexHolder,
    AnnexLine,
    ConventionContent,
    MissionLine,
    Party,
    PostLine,
    Representative,
    StaffLine,
    Terms,
)
from mutudesk.documents.convention.document import CONVENTION
from mutudesk.documents.render import render
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.services import LegalGround, Level, Settlement
from tests.builders import AUBIERE, CLERMONT, EPCI, day

if TYPE_CHECKING:
    from mutudesk.documents.document import Rendered

# What the builders take when a test does not say.
Field: TypeAlias = Any

PRESIDENT = Representative("M.", "Olivier Bianchet", "Président", acting=False)
MAYOR = Representative("Mme", "Sylvie Sauret", "Maire", acting=False)
AGGLOMERATION = Party(
    EPCI, BodyKind.EPCI, "Clermont Communauté", "communauté d'agglomération", "", PRESIDENT
)
COMMUNE = Party(AUBIERE, BodyKind.COMMUNE, "Aubière", "commune", "", MAYOR, day("2016-02-18"))
CITY = Party(
    CLERMONT,
    BodyKind.COMMUNE,
    "Clermont-Ferrand",
    "commune",
    "",
    Representative("Mme", "Hélène Vigier", "Maire", acting=False),
)
AT_AGGLOMERATION = AnnexHolder("Clermont Communauté", "communauté d'agglomération", "Président")
AT_COMMUNE = AnnexHolder("Aubière", "commune", "Maire")


def content(**fields: Field) -> ConventionContent:
    """A commune joins a service of the agglomeration for two missions."""
    default = ConventionContent(
        dated=day("2016-02-29"),
        service_code="ADS",
        service_name="Autorisations du droit des sols",
        ground=LegalGround.SHARED_SERVICE,
        level=Level.USER,
        effect=day("2016-09-01"),
        last_day=None,
        parties=(AGGLOMERATION, COMMUNE),
        manager=EPCI,
        member=AUBIERE,
        missions=(
            MissionLine("DP", "Déclarations préalables"),
            MissionLine("PC", "Permis de construire"),
        ),
        origins=(),
        staff_day=day("2016-09-01"),
        staff=(
            StaffLine(
                EPCI,
                "Clermont Communauté",
                "communauté d'agglomération",
                AssignmentGround.INTERNAL,
                1,
                10_000,
            ),
        ),
        posts=(PostLine("B", "Rédacteurs territoriaux", 10_000),),
        authorities=(
            AnnexLine(
                "PC", "Permis de construire", "Aubière", "commune", AT_AGGLOMERATION, AT_COMMUNE
            ),
        ),
        terms=Terms(),
    )
    return replace(default, **fields)


# Every article in the words of the office, as it would write them.
ADOPTED = Terms(
    preamble="Entre {commune} et {agglomeration}, des moyens communs.\nChacune est libre.",
    premises="Le {service} est installé à l'hôtel de ville.",
    assets="Les biens sont :\n– un véhicule ;\n– deux postes de travail.",
    contracts="Aucun contrat n'est repris au {effet}.",
    financial_terms="– le coût des agents ;\n– les fluides",
    settlement=Settlement.INVOICE,
    committee="Le comité réunit les maires {{deux fois}} par an.",
    liability="Chaque partie s'assure <elle-même> & répond de ses actes.",
    data_protection="{commune} reste responsable de ses fichiers.",
)


def laid_out(what: ConventionContent) -> Rendered:
    """The convention with what its last page lists."""
    return render(CONVENTION, what)


def printed(what: ConventionContent) -> bytes:
    """The bytes of the convention."""
    return laid_out(what).data


def reader_of(what: ConventionContent | bytes) -> PdfReader:
    """The file of a content, opened."""
    return PdfReader(BytesIO(what if isinstance(what, bytes) else printed(what)))


def pages_of(what: ConventionContent | bytes) -> list[str]:
    """The text of each page, as extracted."""
    return [page.extract_text() for page in reader_of(what).pages]


def above_the_foot(page: str) -> str:
    """The text of a page without its foot, which is drawn last."""
    return page.rpartition("PROJET –")[0].strip()


def text_of(what: ConventionContent | bytes) -> str:
    """All the text in one line: spaces made one, names put together that went on after a hyphen."""
    return together(" ".join(" ".join(pages_of(what)).split()))


def together(text: str) -> str:
    """A text with the names whole that a line cut after a hyphen of theirs."""
    return re.sub(r"(?<=[^\W\d_]-) (?=[A-ZÀ-Þ])", "", text)
