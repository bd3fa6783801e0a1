"""Bodies and their heads as the pages of agents say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject

from mutudesk.domain.authority import head_of, planned_periods
from mutudesk.language.bodies import head_title, person
from mutudesk.language.typography import percentage, short_period, typographic
from mutudesk.ui.words.common import name_on, of_body

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.fact_base import FactBase


class BodyHead(NamedTuple):
    """Who heads a body on a date, in words; `person` says that nobody does where `is_vacant`."""

    body: str
    of_body: str
    person: str
    quality: str
    is_vacant: bool

    @property
    def person_and_title(self) -> str:
        """Like "M. Olivier Chazal, président"."""
        return self.person if self.is_vacant else f"{self.person}, {head_title(self.quality)}"

    @property
    def quality_and_person(self) -> str:
        """Like "Maire de Beaumont : Mme Hélène Astier"."""
        translate = QCoreApplication.translate
        if self.is_vacant:
            return translate("agents", "{body}: vacant office").format(body=self.body)
        return translate("agents", "{quality} {of_body}: {person}").format(
            quality=typographic(self.quality), of_body=self.of_body, person=self.person
        )

    @property
    def quality_of_body(self) -> str:
        """Like "Maire de Beaumont"."""
        if self.is_vacant:
            return self.body
        return f"{typographic(self.quality)} {self.of_body}"


def body_head(base: FactBase, siren: str, on: date) -> BodyHead:
    """The head of a body on a date."""
    body, of = name_on(base, siren, on), of_body(base.known_name(siren, on), siren)
    head = head_of(base, siren, on)
    if head is None:
        vacant = QCoreApplication.translate("agents", "Vacant office")
        return BodyHead(body, of, vacant, "", is_vacant=True)
    name = person(head.civility, head.first_name, head.last_name)
    return BodyHead(body, of, name, head.quality, is_vacant=False)


def mission_words(base: FactBase, service: str, code: str) -> str:
    """The label of a mission, else its code."""
    mission = base.missions.get(service, {}).get(code)
    return typographic(mission.label or code) if mission is not None else code


def share_words(base: FactBase, fact: MissionShare, on: date) -> str:
    """A mission share in one line: mission, beneficiary, share, and whether it is planned."""
    mission = mission_words(base, fact.service, fact.mission)
    beneficiary = name_on(base, fact.beneficiary_siren, on)
    words = (mission, beneficiary, percentage(fact.share), planned_words(base, fact))
    return ", ".join(filter(None, words))


def planned_words(base: FactBase, fact: MissionShare) -> str:
    """Like "planned", with the days where it is so on some of them; "" where on none."""
    planned = planned_periods(base, fact)
    if not planned:
        return ""
    if planned == [fact.period]:
        return QCoreApplication.translate("agents", "planned")
    days = ", ".join(short_period(each) for each in planned)
    return QCoreApplication.translate("agents", "planned: {days}").format(days=days)


def assignment_words(base: FactBase, fact: Assignment) -> str:
    """An assignment in one line: service, share."""
    return f"{typographic(base.service_name(fact.service))}, {percentage(fact.share)}"


def day_shown(fact: Assignment | MissionShare, on: date) -> date:
    """The date looked at where the record runs on it, else its first day."""
    return on if fact.period.holds(on) else fact.period.start


class AgentCounts(QObject):
    """Counts in words; plural forms are only found in `self.tr`."""

    def positions(self, count: int) -> str:
        """Positions of an agent."""
        return self.tr("%n situation(s)", "", count)

    def assignments(self, count: int) -> str:
        """Assignments of an agent."""
        return self.tr("%n assignment(s)", "", count)

    def shares(self, count: int) -> str:
        """Mission shares of an assignment."""
        return self.tr("%n mission share(s)", "", count)
