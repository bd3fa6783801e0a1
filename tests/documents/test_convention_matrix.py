"""Every article in every case: who manages, which forms, which staff, which year, who signs.

The words are read off the story, before it is laid out: hundreds of cases in a few seconds. Some of
them are laid out as well (`test_a_few_of_them_on_paper`).
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest
from reportlab.platypus import KeepTogether, Paragraph, Table

from mutudesk.documents.convention.content import (
    AnnexHolder,
    AnnexLine,
    ConventionContent,
    Party,
    Representative,
    StaffLine,
)
from mutudesk.documents.convention.document import CONVENTION
from mutudesk.documents.convention.naming import alias_of
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.legal_forms import LYON
from tests.builders import AUBIERE, CLERMONT, EPCI, day
from tests.documents.contents import above_the_foot, content, laid_out, pages_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.platypus import Flowable

CCAS = "266300021"
FORMS = {
    "CC": (EPCI, "Mond'Arverne Communauté", "communauté de communes"),
    "CA": (EPCI, "Clermont Communauté", "communauté d'agglomération"),
    "CU": (EPCI, "Clermont Auvergne Métropole", "communauté urbaine"),
    "métropole": (EPCI, "Métropole européenne de Lille", "métropole"),
    "Lyon": (LYON, "Métropole de Lyon", "métropole"),
}
STAFF = {
    "nobody": (),
    "employed": ((None, AssignmentGround.RECRUITMENT),),
    "transferred": ((AUBIERE, AssignmentGround.TRANSFER_BY_LAW),),
    "provided": ((AUBIERE, AssignmentGround.PROVISION_BY_LAW),),
    "mixed": (
        (None, AssignmentGround.INTERNAL),
        (AUBIERE, AssignmentGround.TRANSFER_BY_LAW),
        (AUBIERE, AssignmentGround.SECONDMENT),
        (CLERMONT, AssignmentGround.PROVISION_BY_LAW),
    ),
}
MANAGERS = ("epci", "commune", "member")
DATES = ("2014-06-01", "2016-02-29", "2023-05-02")


# "son conseil de la métropole", "du organe", "le organe".
_ARTICLES = re.compile(
    r"\bson (?:conseil|comité) (?:du|de la|des) |\b(?:du|[Ll]e|de|à) [aeiouyéèêh]\w+ délibérant"
)


class Case(NamedTuple):
    """One cell of the matrix."""

    form: str
    manager: str
    staff: str
    is_ccas: bool
    is_woman: bool
    dated: str
    has_exception: bool


# Every so many cases, through all of them: a step that no dimension divides. All with MATRIX=1.
STEP = 1 if os.environ.get("MATRIX") else 13
CASES = [
    Case(*each)
    for each in product(FORMS, MANAGERS, STAFF, (False, True), (False, True), DATES, (False, True))
    if not (each[1] == "member" and each[3])  # a CCAS manages no service
][::STEP]


def made(case: Case) -> ConventionContent:
    """The content of a case."""
    siren, name, form = FORMS[case.form]
    woman, man = ("Mme", "Sylvie Sauret"), ("M.", "Olivier Bianchet")
    civility, person = woman if case.is_woman else man
    president = Representative(civility, "Inès Fayolle", "Président", acting=False)
    agglomeration = Party(siren, BodyKind.EPCI, name, form, "", president)
    acting = case.is_woman and case.dated.startswith("2016")
    quality = "Premier adjoint" if acting else "Maire"
    if case.is_ccas:
        head = Representative(civility, person, "Présidente", acting=False)
        called = ("Centre communal d'action sociale d'Aubière", "centre communal d'action sociale")
        joining = Party(CCAS, BodyKind.CCAS, *called, "", head)
    else:
        head = Representative(civility, person, quality, acting=acting)
        joining = Party(AUBIERE, BodyKind.COMMUNE, "Aubière", "commune", "", head)
    mayor = Representative("Mme", "Hélène Vigier", "Maire", acting=False)
    city = Party(CLERMONT, BodyKind.COMMUNE, "Clermont-Ferrand", "commune", "", mayor)
    parties = [agglomeration, joining]
    manager = {"epci": siren, "commune": CLERMONT, "member": joining.siren}[case.manager]
    if case.manager == "commune":
        parties.insert(1, city)
    lines = [
        StaffLine(
            manager if employer is None else employer,
            "X",
            "commune",
            ground,
            2,
            15_000,
        )
        for employer, ground in STAFF[case.staff]
    ]
    default = content()
    return replace(
        default,
        dated=day(case.dated),
        effect=day(case.dated),
        staff_day=day(case.dated),
        parties=tuple(parties),
        manager=manager,
        member=joining.siren,
        staff=tuple(lines),
        posts=default.posts if lines else (),
        authorities=tuple(_authorities(default, parties, manager, case)),
        joins_existing=case.dated.startswith("2023"),
    )


def _authorities(
    default: ConventionContent, parties: Iterable[Party], manager: str, case: Case
) -> Iterator[AnnexLine]:
    holders = {
        each.siren: AnnexHolder(each.name, each.legal_form, each.representative.quality)
        for each in parties
    }
    for mission in default.missions:
        for siren, holder in holders.items():
            line = AnnexLine(
                mission.code,
                mission.label,
                holder.name,
                holder.legal_form,
                holders[manager],
                holder,
            )
            yield line
            if case.has_exception and siren != manager:
                yield replace(line, operational=holders[manager], is_exception=True)


def words_of(what: ConventionContent) -> tuple[str, list[str]]:
    """All words of the story in one line, and what the last pages name as to be completed."""
    template = CONVENTION.template(what)
    filled = CONVENTION.fill(what, template)
    text = " ".join(_texts(CONVENTION.story(what, filled)))
    blanks = [f"{each.label} ({each.where})" for each in filled.to_complete]
    return " ".join(re.sub(r"<[^>]*>", "", text).split()), blanks


def _texts(flowables: Iterable[Flowable]) -> Iterator[str]:
    for each in flowables:
        if isinstance(each, Paragraph):
            yield each.text
        elif isinstance(each, KeepTogether):
            yield from _texts(each._content)  # type: ignore[attr-defined]  # noqa: SLF001 - it tells nobody
        elif isinstance(each, Table):
            for row in each._cellvalues:  # type: ignore[attr-defined]  # noqa: SLF001
                for cell in row:
                    yield from _texts(cell if isinstance(cell, (list, tuple)) else [cell])


def problems_of(case: Case) -> Iterator[str]:
    """What a reader would object to."""
    what = made(case)
    text, blanks = words_of(what)
    body = text.split("À compléter")[0]
    for word in ("registre", "l’Agglomération", "« Service commun", "None", "()"):
        if word in body:
            yield f"{word!r} in the text"
    if wrong := _ARTICLES.search(body):
        yield f"{wrong.group()!r} in the text"
    for blank in blanks:
        if _spaced(blank[:1].upper() + blank[1:]) not in text:
            yield f"{blank} is not named on the last pages"
    if not what.staff and not any("transférés de plein droit" in each for each in blanks):
        yield "no number and no blank"
    if case.is_woman and "Olivier" in text:
        yield "another person"
    yield from _of_staff(what, text)
    yield from _of_annexes(what, text)
    yield from _of_law(case, text)


def _of_staff(what: ConventionContent, text: str) -> Iterator[str]:
    template = CONVENTION.template(what)
    manager = what.party(what.manager)
    alias = alias_of(what, template, manager)
    head = template.heads[manager.family.value]
    if f"employés par {alias.the} relèvent hiérarchiquement de son {head}" not in text:
        yield "the rule of the hierarchical authority is missing"
    if f"transférés de plein droit {alias.to}." not in text:
        yield "the rule of the transfer, or its destination, is missing"
    if "sont de plein droit mis à disposition du service commun" not in text:
        yield "the rule of the provision is missing"


def _of_annexes(what: ConventionContent, text: str) -> Iterator[str]:
    for number in (1, 2, 3):
        if f"Annexe {number} –" not in text or f"annexe {number}" not in text:
            yield f"annex {number} is promised and not there, or there and not named"
    rows = [each for each in what.authorities if not each.is_exception]
    if len(rows) != len(what.missions) * len(what.parties):
        yield "annex 3 is not complete"
    if ("Par exception à ces règles" in text) is not bool(what.exceptions):
        yield "article 6 and annex 3 do not agree on exceptions"
    if text.count("(par exception)") != len(what.exceptions):
        yield "an exception is not marked"


def _of_law(case: Case, text: str) -> Iterator[str]:
    year = int(case.dated[:4])
    committee = "comité social territorial" if year >= 2023 else "comité technique"
    if text.count(f"du {committee} compétent pour") < 2 * 2:
        yield "an opinion is missing, in the visas or among the pieces"
    if ("code général de la fonction publique" in text) is not (year >= 2023):
        yield "the statute of another year"
    if ("L. 3651-4" in text) is not (case.form == "Lyon"):
        yield "the article of the métropole de Lyon"
    is_replaced = "provisoirement remplacé" in text
    expected = case.is_woman and year == 2016 and not case.is_ccas
    if is_replaced is not expected:
        yield "who replaces whom"
    if ("choisissant" in text) is not (case.manager != "epci"):
        yield "the choice of the managing commune"
    if ("dans la rédaction de 2014" in text) is not (year > 2015):
        yield "sentences to be read again"
    if ("attribution de compensation. Les parties" in text) is case.is_ccas:
        yield "the imputation is for communes"


def _spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", FORMS)
def test_every_case_reads_right(form: str) -> None:
    wrong = {
        case: found for case in CASES if case.form == form and (found := list(problems_of(case)))
    }
    assert wrong == {}


@pytest.mark.parametrize("case", CASES[:: len(CASES) // 10])
def test_a_few_of_them_on_paper(case: Case) -> None:
    rendered = laid_out(made(case))
    text = _spaced(text_of(rendered.data))
    last = text[text.index("À compléter Les mentions") :]
    for blank in rendered.blanks:
        assert _spaced(f"{blank.label[:1].upper()}{blank.label[1:]} ({blank.where})") in last
    for piece in rendered.pieces:
        assert _spaced(piece) in last
    for page in pages_of(rendered.data):
        assert above_the_foot(page)
