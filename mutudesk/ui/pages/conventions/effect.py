"""Which of a body's memberships its convention is about: asked where there are several."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.language.typography import short_date
from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.choice_field import Choice, ChoiceField
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from mutudesk.domain.services import Membership
    from mutudesk.usecases.conventions import JoiningBody


class EffectChoice(Styled, QWidget):
    """The memberships of the body under the cursor with their days, the one taken chosen.

    Hidden where there is only one.

    Signals:
        chosen(): the user chose another one.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conventions_effect_row")
        self._siren = ""
        self._taken: date | None = None
        self._field = ChoiceField("conventions_effect")
        words = label(self.tr("&Membership"), "label")
        words.setBuddy(self._field)
        self._column = QVBoxLayout(self)
        self._column.addWidget(words)
        self._column.addWidget(self._field)
        self._field.edited.connect(self.chosen)
        self.hide()
        self.apply_style()

    @property
    def effect(self) -> date | None:
        """The first day of the membership chosen; None for the one that the date asks for."""
        value = self._field.read()
        return value if isinstance(value, date) and value != self._taken else None

    def show_body(self, body: JoiningBody | None) -> None:
        """Offer the memberships of a body; what was chosen stays while it is the same body."""
        siren = body.siren if body is not None else ""
        known = (
            [] if body is None else [each for each in body.memberships if each.period.valid_from]
        )
        choices = [Choice(each.period.valid_from, _words(each)) for each in known]
        chosen = self._field.read() if siren == self._siren else None
        self._siren = siren
        self._taken = body.membership.period.valid_from if body is not None else None
        self._field.set_choices(choices)
        offered = {choice.value for choice in choices}
        self._field.write(chosen if chosen in offered else self._taken)
        self.setVisible(len(choices) > 1)

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        self._column.setContentsMargins(look.px(16), look.px(6), look.px(14), look.px(8))
        self._column.setSpacing(look.px(4))


def _words(membership: Membership) -> str:
    """Like "du 01/07/2015 au 31/12/2016"."""
    period = membership.period
    first = short_date(period.start)
    if period.last_day is None:
        return QCoreApplication.translate("conventions", "from {first} on").format(first=first)
    return QCoreApplication.translate("conventions", "from {first} to {last}").format(
        first=first, last=short_date(period.last_day)
    )
