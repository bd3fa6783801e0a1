"""A hundred conventions from a register to files, against the same pages drawn word by word.

The floor knows nothing of articles: it puts every text where our own file has it, in the same fonts
and on the same pages, and writes as many files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from mutudesk.documents.fonts import register_fonts
from mutudesk.domain.bodies import BodyKind, PublicBody
from mutudesk.exchange.reference import facts_of_epci
from mutudesk.usecases.conventions import print_conventions, read_jobs
from mutudesk.usecases.opening import open_to_read
from tests.benchmarks.timing import Effort, Figure, Result, compare
from tests.builders import (
    EPCI,
    agent,
    assignment,
    create_register,
    managing,
    mandate,
    membership,
    mission,
    mission_share,
    position,
    service,
    terms,
)
from tests.builders import day as day_of

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.records import Fact
    from mutudesk.usecases.session import Session

ON = day_of("2016-09-01")
COMMUNES = 20
SERVICES = 5
MISSIONS = 6
AGENTS = 12  # of each service


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it stands on a page."""

    x: float
    y: float
    font: str
    size: float
    text: str


def run(effort: Effort) -> list[Result | Figure]:
    """All services print for all communes."""
    services = 1 if effort.quick else SERVICES
    path, out = effort.folder / "conventions.mutu", effort.folder / "out"
    create_register(path, _facts(services))
    with open_to_read(path) as session:
        _print(session, services, out)
        documents = [_words(file) for file in sorted(out.iterdir())]
        if len(documents) != services * COMMUNES:
            raise RuntimeError("not every convention was printed")
        result = compare(
            f"{len(documents)} conventions, {sum(map(len, documents))} pages",
            lambda: _draw(documents, out),
            lambda: _print(session, services, out),
            target=3,
            rounds=effort.rounds(5),
        )
    each = result.ours / len(documents) * 1000
    return [result, Figure("... each", each, "ms")]


def _print(session: Session, services: int, out: Path) -> None:
    for number in range(services):
        print_conventions(read_jobs(session, f"S{number}", None, ON), out, replace=True)


def _draw(documents: list[list[list[Words]]], out: Path) -> None:
    for number, pages in enumerate(documents):
        canvas = Canvas(str(out / f"floor-{number}.pdf"), pageCompression=1)
        for words in pages:
            for each in words:
                canvas.setFont(each.font, each.size)
                canvas.drawString(each.x, each.y, each.text)
            canvas.showPage()
        canvas.save()


def _words(path: Path) -> list[list[Words]]:
    """The texts of every page of a file."""
    register_fonts()
    faces: dict[str, str] = {}
    for name in pdfmetrics.getRegisteredFontNames():
        font: Any = pdfmetrics.getFont(name)
        faces[_plain(font.face.name)] = name
    pages = []
    for page in PdfReader(path).pages:
        found: list[Words] = []

        def keep(text: str, moved: Any, at: Any, font: Any, size: float) -> None:  # noqa: ANN401
            if text.strip() and font:
                face = faces[font["/BaseFont"].partition("+")[2]]
                found.append(Words(moved[4] + at[4], moved[5] + at[5], face, size, text.strip()))  # noqa: B023

        page.extract_text(visitor_text=keep)
        pages.append(found)
    return pages


def _plain(name: str | bytes) -> str:
    return name.decode() if isinstance(name, bytes) else name


def _facts(services: int) -> list[Fact]:
    """The agglomeration of the builders with all that its conventions hold."""
    facts = list(facts_of_epci(EPCI) or ())
    bodies = [each for each in facts if isinstance(each, PublicBody)]
    communes = [each.siren for each in bodies if each.kind is BodyKind.COMMUNE][:COMMUNES]
    facts += [mandate(siren, last_name=f"Élu {siren[:8]}") for siren in communes]
    facts.append(mandate(EPCI, quality="Président"))
    for number in range(services):
        facts += _service(f"S{number}", communes)
    return facts


def _service(code: str, communes: list[str]) -> list[Fact]:
    missions = [f"M{number}" for number in range(MISSIONS)]
    facts: list[Fact] = [service(code), managing(code), terms(code)]
    facts += [mission(each, code) for each in missions]
    facts += [membership(siren, service=code, missions=frozenset(missions)) for siren in communes]
    for number in range(AGENTS):
        matricule = f"{code}-{number}"
        facts += [agent(matricule), position(matricule), assignment(matricule, service=code)]
        facts += [
            mission_share(
                matricule,
                service=code,
                mission=missions[number % MISSIONS],
                beneficiary_siren=siren,
                share=10_000 // COMMUNES,
            )
            for siren in communes
        ]
    return facts
