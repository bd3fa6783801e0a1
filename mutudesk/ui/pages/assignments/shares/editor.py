"""One mission share being entered: mission, beneficiary, share, operational body, dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from mutudesk.domain.assignments import MissionShare, OperationalSiren
from mutudesk.domain.authority import operational_of
from mutudesk.domain.parsing import ParseError
from mutudesk.domain.period import Period
from mutudesk.ui.forms.editors import is_empty
from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.buttons import IconButton
from mutudesk.ui.widgets.date_field import DateField
from mutudesk.ui.widgets.inline_error import InlineError
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.share_field import ShareField
from mutudesk.ui.widgets.styled import Styled, set_property
from mutudesk.ui.widgets.type_ahead import RelationField
from mutudesk.ui.words.agents import body_head
from mutudesk.ui.words.common import sentence_for
from mutudesk.usecases.acts.assignments import ShareLine, days_following

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.domain.records import Stored
    from mutudesk.ui.pages.assignments.shares.options import ShareOptions
    from mutudesk.ui.widgets.type_ahead import Option

MISSION, BENEFICIARY, SHARE, OPERATIONAL = range(4)
BEGINS, ENDS, REMOVE = range(4, 7)
SPACING = 8
FIXED = {SHARE: 92, BEGINS: 124, ENDS: 124, REMOVE: 32}  # widths in pixels of the design
STRETCH = {MISSION: 4, BENEFICIARY: 3, OPERATIONAL: 3}
_BY_FINDING = {
    "mission": MISSION,
    "beneficiary_siren": BENEFICIARY,
    "share": SHARE,
    "operational_siren": OPERATIONAL,
    "valid_from": BEGINS,
    "valid_until": ENDS,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What the assignment says of its shares: whose they are, its days now and as recorded."""

    matricule: str
    service: str
    period: Period
    recorded: Period | None


class ShareEditor(Styled, QWidget):
    """Fields are named NAME_mission, NAME_beneficiary, NAME_share, NAME_operational….

    Empty dates are those of the assignment; an empty operational body is the beneficiary.
    """

    edited = Signal()
    remove_requested = Signal(object)

    def __init__(self, options: ShareOptions, stored: Stored[MissionShare] | None) -> None:
        super().__init__()
        self.stored = stored
        self._options = options
        self._loaded: tuple[object, object] = (None, None)
        self._period: Period | None = None
        self.mission = RelationField("", options.missions)
        self.beneficiary = RelationField("", self._beneficiaries)
        self.share = ShareField("")
        self.operational = RelationField("", self._bodies)
        self.operational.setPlaceholderText(self.tr("the beneficiary"))
        self.begins = DateField("", today=options.today)
        self.ends = DateField("", open_end=True, today=options.today)
        for field in (self.begins, self.ends):
            field.setPlaceholderText(self.tr("as assigned"))
        self._remove = IconButton(self.tr("Take this share out"), "", "trash-2")
        self._remove.clicked.connect(self._on_remove)
        self._notes = {BENEFICIARY: label(kind="hint", wrap=True)}
        self._notes[OPERATIONAL] = label(kind="hint", wrap=True)
        self._error = InlineError("")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, field in enumerate(self._fields):
            self._grid.addWidget(field, 0, column)
            field.edited.connect(self._on_edited)
            if column not in FIXED:
                field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                self._grid.setColumnStretch(column, STRETCH[column])
        self._grid.addWidget(self._remove, 0, REMOVE)
        for column, note in self._notes.items():
            note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._grid.addWidget(note, 1, column)
        self._grid.addWidget(self._error, 2, 0, 1, REMOVE + 1)
        self.apply_style()

    # What the part of the form uses ---------------------------------------------------------------

    def name(self, name: str, number: int) -> None:
        """Take the name of a place in the list."""
        words = (
            self.tr("Mission of share {number}"),
            self.tr("Beneficiary of share {number}"),
            self.tr("Share {number}"),
            self.tr("Operational authority of share {number}"),
            self.tr("Beginning of share {number}"),
            self.tr("End of share {number}"),
        )
        keys = ("mission", "beneficiary", "share", "operational", "begins", "ends")
        for field, key, said_name in zip(self._fields, keys, words, strict=True):
            field.setObjectName(f"{name}_{key}" if name else "")
            field.setAccessibleName(said_name.format(number=number))
        self._remove.setObjectName(f"{name}_remove")
        self._error.setObjectName(f"{name}_error")
        for column, key in ((BENEFICIARY, "beneficiary"), (OPERATIONAL, "operational")):
            self._notes[column].setObjectName(f"{name}_{key}_note")

    def load(self, fact: MissionShare, period: Period) -> None:
        """Show a share; dates that are those of the assignment are left empty."""
        self.mission.set_option(self._options.mission_option(fact.mission))
        self.beneficiary.set_option(self._options.body_option(fact.beneficiary_siren))
        self.share.write(fact.share)
        recorded = fact.operational_siren
        self.operational.set_option(self._options.body_option(recorded) if recorded else None)
        self._period = fact.period
        same_begin = fact.period.valid_from == period.valid_from
        same_end = fact.period.stop >= period.stop
        self.begins.write(None if same_begin else fact.period.valid_from)
        self.ends.write(None if same_end else fact.period.last_day)
        self._loaded = (self.begins.text(), self.ends.text())

    def suggest(self, share: int) -> None:
        """Begin with what is left to distribute, and with the mission where there is only one."""
        missions = self._options.missions("")
        self.mission.set_option(missions[0] if len(missions) == 1 else None)
        self.share.write(share or None)

    def show_dates(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        """Enter dates, or not: then the act itself gives the day."""
        self.begins.setVisible(shown)
        self.ends.setVisible(shown)

    def follow(self) -> None:
        """Say anew what empty fields mean and whom the rule allows."""
        siren = self.beneficiary_siren
        note = self._notes[BENEFICIARY]
        mission = str(_value(self.mission) or "")
        allowed = not siren or siren in self._options.allowed(mission)
        planned = self.is_planned
        if planned:
            note.setText(self.tr("Planned: counts once the vote of this body is recorded."))
        else:
            note.setText("" if allowed else self._options.reason(mission))
        set_property(note, "kind", "hint" if allowed or planned else "caution")
        note.setVisible(not allowed)
        note = self._notes[OPERATIONAL]
        body = self.operational_siren
        head = body_head(self._options.base, body, self._options.day) if body else None
        note.setText(head.quality_and_person if head is not None else "")
        set_property(note, "kind", "caution" if head is not None and head.is_vacant else "hint")
        note.setVisible(head is not None)

    def focus_first(self) -> None:
        """Take the focus."""
        target = self.mission if not self.mission.text() else self.beneficiary
        target.setFocus()

    # Values ---------------------------------------------------------------------------------------

    @property
    def beneficiary_siren(self) -> str:
        """The beneficiary, "" while there is none."""
        return str(_value(self.beneficiary) or "")

    @property
    def operational_siren(self) -> str:
        """The body whose head instructs, "" while there is none."""
        recorded = _value(self.operational)
        return operational_of(str(recorded) if recorded else None, self.beneficiary_siren)

    @property
    def is_planned(self) -> bool:
        """Tell whether, on the day looked at, only a membership without a vote covers it."""
        return self.beneficiary_siren in self._options.planned(str(_value(self.mission) or ""))

    @property
    def basis_points(self) -> int:
        """The share, 0 while it cannot be read."""
        value = _value(self.share)
        return value if isinstance(value, int) else 0

    def state(self) -> tuple[object, ...]:
        """What is entered."""
        texts = tuple(field.text() for field in self._fields)
        return (None if self.stored is None else self.stored.id, *texts)

    def period(self, frame: Frame) -> Period:
        """The days of the share. Raises ParseError; ValueError when they are upside down."""
        begin, end = self.begins.read(), self.ends.read()
        own, recorded = self._period, frame.recorded
        first = begin or frame.period.valid_from
        last = end or frame.period.last_day
        untouched = (self.begins.text(), self.ends.text()) == self._loaded
        if own is not None and recorded is not None and untouched:
            return days_following(own, recorded, first, last)
        return Period.inclusive(first, last)

    def fact(self, frame: Frame) -> MissionShare:
        """The share. Raises ParseError; ValueError when its days are upside down."""
        values: list[Any] = [field.read() for field in self._fields[: OPERATIONAL + 1]]
        recorded = values[OPERATIONAL]
        return MissionShare(
            matricule=frame.matricule,
            service=frame.service,
            mission=str(values[MISSION]),
            beneficiary_siren=str(values[BENEFICIARY]),
            share=int(values[SHARE]),
            operational_siren=OperationalSiren(str(recorded)) if recorded else None,
            period=self.period(frame),
        )

    def check(self, frame: Frame) -> bool:
        """Show what cannot be read; tell whether everything can."""
        problems: list[str] = []
        for column, field in enumerate(self._fields):
            problem = ""
            try:
                if is_empty(field.read()) and column < OPERATIONAL:
                    raise ParseError("cell_required")  # noqa: TRY301 - as a form's fields do
            except ParseError as error:
                problem = sentence_for(error)
            field.set_invalid(bool(problem))
            if problem:
                problems.append(f"{self._words(column)} {problem}")
        if not problems:
            try:
                self.period(frame)
            except ValueError:
                problems.append(self.tr("The end comes before the beginning."))
                self.ends.set_invalid(True)
        self._error.show_message(" ".join(problems))
        return not problems

    def show_refusals(self, columns: Sequence[str], text: str) -> None:
        """Say why the share is refused, at the fields with these names."""
        for column, field in enumerate(self._fields):
            field.set_invalid(any(_BY_FINDING.get(name) == column for name in columns))
        self._error.show_message(text)

    def line(self, frame: Frame) -> ShareLine:
        """The share with the record it comes from."""
        return ShareLine(self.stored, self.fact(frame))

    # ----------------------------------------------------------------------------------------------

    def apply_style(self) -> None:
        """Widths of the look."""
        look = current_look()
        self._grid.setHorizontalSpacing(look.px(SPACING))
        self._grid.setVerticalSpacing(look.px(2))
        for column, field in enumerate(self._fields):
            if column in FIXED:
                field.setFixedWidth(look.px(FIXED[column]))

    @property
    def _fields(self) -> tuple[Any, ...]:
        return (
            self.mission,
            self.beneficiary,
            self.share,
            self.operational,
            self.begins,
            self.ends,
        )

    def _words(self, column: int) -> str:
        words = (
            self.tr("Mission:"),
            self.tr("Beneficiary:"),
            self.tr("Share:"),
            self.tr("Operational authority:"),
            self.tr("Begins:"),
            self.tr("Ends:"),
        )
        return words[column]

    def _beneficiaries(self, text: str) -> list[Option]:
        return self._options.beneficiaries(str(_value(self.mission) or ""), text)

    def _bodies(self, text: str) -> list[Option]:
        return self._options.operational(self.beneficiary_siren, text)

    def _on_edited(self) -> None:
        self.follow()
        self.edited.emit()

    def _on_remove(self) -> None:
        self.remove_requested.emit(self)


def _value(field: Any) -> object:  # noqa: ANN401 - an editor
    try:
        value: object = field.read()
    except ParseError:
        return None
    return value
