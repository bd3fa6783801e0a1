"""Several bodies join one service in one act; those that cannot are named, the others may go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from mutudesk.domain.findings import Finding, refusal
from mutudesk.domain.services import Level, Membership
from mutudesk.language.typography import short_date
from mutudesk.ui.pages.memberships.facts import membership_spec
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.entry_form import EntryForm
from mutudesk.ui.records.refusals import placed, shortened
from mutudesk.ui.records.spec import BEGINS, ActKind, RecordSpec, period_of
from mutudesk.ui.words.common import sentence_for
from mutudesk.usecases.acts.memberships import JoiningTerms, join_together, refusals_of_joining

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.changes import AnyChange
    from mutudesk.ui.widgets.choice_field import Choice
    from mutudesk.usecases.session import Session

OTHERS = "others"


def cell_spec(missions: list[Choice]) -> RecordSpec[Membership]:
    """Memberships of one cell, in the words of the matrix."""
    spec = membership_spec(missions)
    words = replace(
        spec.words,
        none=QT_TRANSLATE_NOOP("records", "Not joined"),
        add=QT_TRANSLATE_NOOP("records", "&Join…"),
    )
    return replace(spec, name="cell", words=words)


class JoinForm(EntryForm):
    """Level, vote, effect and missions, once for all bodies."""

    def __init__(
        self, missions: list[Choice], session: Session, parent: QWidget | None = None
    ) -> None:
        self._missions = missions
        self._names: dict[str, str] = {}
        self._others: tuple[str, ...] = ()  # those that could join without the ones refused
        super().__init__(replace(membership_spec(missions), name="join"), session, parent)

    def begin(self, service: str, names: Mapping[str, str], on: date) -> None:
        """Enter the act for these bodies, by SIREN, with every mission ticked."""
        self._names, self._others = dict(names), ()
        values: dict[str, object] = {
            "level": Level.USER,
            "missions": frozenset(each.value for each in self._missions),
            BEGINS: on,
        }
        self.start(ActKind.NEW, service, None, values, ())

    @property
    def sirens(self) -> list[str]:
        """The bodies that are to join."""
        return list(self._names)

    def changes(self, values: Mapping[str, object]) -> list[AnyChange]:
        """One membership a body. Raises RefusedError."""
        given = cast("Mapping[str, Any]", values)
        terms = JoiningTerms(
            given["level"],
            frozenset(str(code) for code in given["missions"]),
            given.get("decided_on"),
            given.get("duration") or "",
            period_of(given),
        )
        return join_together(self.owner, self._names, terms)

    def title_words(self) -> str:
        """How many bodies join."""
        return self.tr("%n bodies join together", "", len(self._names))

    def name_save(self) -> None:
        """Let the button say from which day they join."""
        day = self.act_day()
        words = self.tr("Join")
        if day is not None:
            words = self.tr("Join from {day}").format(day=short_date(day))
        self.form.set_save_words(words)

    def show_refusals(self, findings: Sequence[Finding], changes: Sequence[AnyChange]) -> None:
        """Name the bodies refused, and offer that the others join without them."""
        del changes
        refusals = refusals_of_joining(findings, self.owner, self.sirens)
        self._others = refusals.others
        named = [self._named(siren, found[0]) for siren, found in refusals.by_body.items()]
        self.form.show_findings([*shortened(placed(refusals.common, self.spec.kind)), *named])
        self.band.clear()
        if refusals.others:
            count = len(refusals.by_body)
            refused = self.tr("%n cannot join: nothing was recorded.", "", count)
            words = self.tr("Join the %n other(s)", "", len(refusals.others))
            self.band.show_message(refused, "warn", **{OTHERS: words})

    def answer_band(self, key: str) -> None:
        """Go on with the others."""
        if key != OTHERS:
            return
        self._names = {siren: self._names[siren] for siren in self._others}
        self._others = ()
        self.band.clear()
        self.form.set_title(self.title_words())
        self.form.save()

    # ----------------------------------------------------------------------------------------------

    def _named(self, siren: str, finding: Finding) -> Finding:
        """The refusal as a sentence that names the body, at no field."""
        name, words = self._names[siren], sentence_for(finding)
        if name in words:
            return replace(finding, field="")
        return refusal("join_refused", body=name, detail=words)
