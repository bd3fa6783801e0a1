"""What a mission share can be entered with: missions of the service, bodies that the rule allows.

Bodies that it does not allow are found by name all the same, with the reason: the rule itself
refuses them, with its sentence, when the act is recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.authority import (
    beneficiaries_on,
    instructing_on,
    planned_beneficiaries_on,
)
from mutudesk.domain.codes import fold
from mutudesk.domain.searching import Search
from mutudesk.language.typography import short_date
from mutudesk.ui.widgets.type_ahead import Option
from mutudesk.ui.words.agents import body_head, mission_words

if TYPE_CHECKING:
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.ui.records.record_options import RecordOptions


class ShareOptions:
    """Offers for one service on one day; both follow the form."""

    def __init__(self, options: RecordOptions) -> None:
        self._options = options
        self.service = ""
        self.day = options.on
        self.today = options.today

    @property
    def base(self) -> FactBase:
        """Bodies and services."""
        return self._options.base

    def missions(self, text: str) -> list[Option]:
        """The missions of the service."""
        wanted = Search(text)
        found = [
            Option(code, mission_words(self.base, self.service, code), code)
            for code, mission in self.base.missions.get(self.service, {}).items()
            if wanted.finds(mission.label, code)
        ]
        return sorted(found, key=lambda option: fold(option.title))

    def mission_option(self, code: str) -> Option:
        """One mission."""
        return Option(code, mission_words(self.base, self.service, code), code)

    def beneficiaries(self, mission: str, text: str) -> list[Option]:
        """Whom the service may work for, the agglomeration first; then planned; others if named."""
        planned = QCoreApplication.translate("agents", "planned: its membership is not voted")
        offered = [self._body_option(siren) for siren in self.allowed(mission)]
        offered += [
            Option(siren, self._options.body(siren), planned) for siren in self.planned(mission)
        ]
        return self._found(offered, text, self.reason(mission))

    def allowed(self, mission: str) -> list[str]:
        """Whom the rule allows: the agglomeration, the managing body, then others by name."""
        first = instructing_on(self.base, self.service, "", self.day)
        found = beneficiaries_on(self.base, self.service, mission, self.day)
        others = [siren for siren in found if siren not in first]
        return [*first, *sorted(others, key=lambda siren: fold(self._options.body(siren)))]

    def planned(self, mission: str) -> list[str]:
        """For whom work can only be planned, by name."""
        found = planned_beneficiaries_on(self.base, self.service, mission, self.day)
        return sorted(found, key=lambda siren: fold(self._options.body(siren)))

    def reason(self, mission: str) -> str:
        """Why another body is not offered."""
        translate = QCoreApplication.translate
        words = (
            translate("agents", "has not joined for this mission on {day}")
            if mission
            else translate("agents", "choose the mission first")
        )
        return words.format(day=short_date(self.day))

    def operational(self, beneficiary: str, text: str) -> list[Option]:
        """Whose head may instruct: beneficiary, agglomeration, managing body; others if named."""
        allowed = instructing_on(self.base, self.service, beneficiary, self.day)
        reason = QCoreApplication.translate(
            "agents", "neither beneficiary, agglomeration nor managing body"
        )
        return self._found([self._body_option(siren) for siren in allowed], text, reason)

    def body_option(self, siren: str) -> Option:
        """One body, with its head."""
        return Option(
            siren, self._options.body(siren), body_head(self.base, siren, self.day).quality_of_body
        )

    def _found(self, offered: list[Option], text: str, reason: str) -> list[Option]:
        wanted = Search(text)
        first = [option for option in offered if wanted.finds(option.title)]
        if not wanted.words:
            return first
        sirens = {option.value for option in offered}
        others = [
            Option(option.value, option.title, reason)
            for option in self._options.bodies(text)
            if option.value not in sirens
        ]
        return [*first, *others]

    def _body_option(self, siren: str) -> Option:
        head = body_head(self.base, siren, self.day)
        return Option(siren, head.body, head.person if head.is_vacant else head.person_and_title)
