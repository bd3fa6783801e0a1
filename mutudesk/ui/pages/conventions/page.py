"""The page *Conventions*: choose a service and its bodies, see the project, print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mutudesk.domain.listings import ListQuery, ServiceRow
from mutudesk.domain.services import LegalGround
from mutudesk.language.typography import typographic
from mutudesk.ui.link import Link, Place
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.conventions.bar import PrintBar
from mutudesk.ui.pages.conventions.choice import ConventionChoice
from mutudesk.ui.pages.conventions.jobs import Batch, ConventionJobs, PreviewRequest
from mutudesk.ui.pages.conventions.replacing import ask_where
from mutudesk.ui.pages.conventions.result import ResultDialog
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import ActionButton
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.fitting_stack import FittingStack
from mutudesk.ui.widgets.labels import label, rule
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.page import NARROW, Page
from mutudesk.ui.widgets.pdf_preview import PdfPreview
from mutudesk.ui.words.common import BETWEEN, body_name, day_in_words, sentence_for, sentences_for
from mutudesk.usecases import queries
from mutudesk.usecases.conventions import joining_bodies

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from mutudesk.domain.findings import RefusedError
    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.usecases.printing import BatchResult, Preview
    from mutudesk.usecases.session import Session

PANEL = 322
_ONE_HALF = 380
_ANY = 16_777_215  # the largest width Qt knows
_SERVICES = 1000
_CLOSE = "close"


class ConventionsPage(Page):
    """The choice at left, the paper at right, what is printed below it."""

    def __init__(self, session: Session, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__("conventions", "", parent)
        self.set_title(self.tr("Conventions"))
        self._session, self._runner = session, runner
        self._on = session.today
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self._jobs = ConventionJobs(session, runner, self)
        self._choice = ConventionChoice()
        self._band = MessageBand("conventions_band")
        self._preview = PdfPreview("conventions_preview")
        self._refused = EmptyState("file-text", self.tr("This convention cannot be printed yet"))
        self._refused.setObjectName("conventions_refused")
        self._waiting = label(self.tr("Laying out…"), "faint", "conventions_waiting")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody = EmptyState("file-text", self.tr("No membership of this service"))
        self._nobody.setObjectName("conventions_nobody")
        memberships = self._nobody.add_action(
            self.tr("&Open the memberships"), "conventions_memberships"
        )
        self._bar = PrintBar()
        self._none = EmptyState("layers", self.tr("No shared service under article L. 5211-4-2"))
        self._none.setObjectName("conventions_none")
        services = self._none.add_action(self.tr("&Open the services"), "conventions_services")
        self._switch = ActionButton(self.tr("P&review"), "conventions_switch", icon="eye")
        self._switch.setCheckable(True)
        self.add_action(self._switch)
        self._compose()
        self._switch.toggled.connect(self._on_switched)
        self._choice.service_chosen.connect(self._on_service_chosen)
        self._choice.body_picked.connect(self._ask_preview)
        self._choice.ticked.connect(self._show_choice)
        self._choice.link_requested.connect(self.link_requested)
        self._jobs.previewed.connect(self._on_previewed)
        self._jobs.refused.connect(self._on_refused)
        self._jobs.progressed.connect(self._bar.show_progress)
        self._jobs.printed.connect(self._on_printed)
        self._jobs.batch_ended.connect(self._on_batch_ended)
        self._bar.print_requested.connect(self.print_projects)
        self._bar.cancel_requested.connect(self._on_cancel)
        self._band.action_requested.connect(self._on_band_requested)
        memberships.clicked.connect(weak_slot(self._open, Place.MEMBERSHIPS))
        services.clicked.connect(weak_slot(self._open, Place.SERVICES))
        self.apply_style()

    # What the window asks -------------------------------------------------------------------------

    def refresh(self, on: date) -> None:
        """Read services and bodies again for a date, and lay the convention out anew."""
        self._on = on
        self._above.hide()
        rows = list(queries.services(self._session, ListQuery(on)).first(_SERVICES))
        offered = [row for row in rows if row.ground is LegalGround.SHARED_SERVICE]
        others = [row for row in rows if row.ground is not LegalGround.SHARED_SERVICE]
        self._choice.show_services(offered, others)
        self._pages.setCurrentWidget(self._work if offered else self._none)
        if not offered:
            self._none.set_words(
                self.tr("No shared service under article L. 5211-4-2"), self._why_none(others)
            )
        self._read_bodies()

    def commands(self) -> Handlers:
        """Print what is ticked."""
        return {"print": self.print_projects}

    def follow(self, link: Link) -> None:
        """Show the bodies of a service, or the convention of one of them."""
        code, siren = (*map(str, link.key), "", "")[:2]
        if code and self._choice.choose_service(code):
            self._read_bodies()
            if siren:
                self._choice.bodies.select(siren)

    def take_focus(self) -> None:
        """Give the focus to the bodies, or to the services."""
        self._choice.take_focus()

    def apply_style(self) -> None:
        """Sizes of the look."""
        super().apply_style()
        if hasattr(self, "_band_row"):
            look = current_look()
            self._band_row.setContentsMargins(look.px(20), 0, look.px(16), look.px(8))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let choice and paper alternate where there is no room for both."""
        super().resizeEvent(event)
        self._fit()

    # ----------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        look = current_look()
        narrow = self.width() < look.px(NARROW)
        only_paper = narrow and self._switch.isChecked()
        self._switch.setVisible(narrow)
        self._between.setVisible(not narrow)
        self._right.setVisible(not narrow or only_paper)
        self._choice.setVisible(not only_paper)
        if narrow:
            self._choice.setMinimumWidth(0)
            self._choice.setMaximumWidth(_ANY)
        else:
            self._choice.setFixedWidth(look.px(PANEL))

    def _on_switched(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for one half: they alternate then."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), current_look().px(_ONE_HALF)), hint.height())

    def _compose(self) -> None:
        self._paper = FittingStack()
        self._paper.setObjectName("conventions_paper")
        for shown in (self._waiting, self._preview, self._refused, self._nobody):
            self._paper.addWidget(shown)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._paper, 1)
        right.addWidget(rule())
        right.addWidget(self._bar)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(0)
        row.addWidget(self._choice)
        self._between = rule(upright=True)
        row.addWidget(self._between)
        row.addWidget(self._right, 1)
        self._pages = FittingStack()
        self._pages.addWidget(self._work)
        self._pages.addWidget(self._none)
        self._above = QWidget()
        self._above.hide()
        self._band_row = QHBoxLayout(self._above)
        self._band_row.addWidget(self._band)
        self.body.addWidget(self._above)
        self.body.addWidget(rule())
        self.body.addWidget(self._pages, 1)

    def _why_none(self, others: list[ServiceRow]) -> str:
        if not others:
            return self.tr("Record a shared service and the bodies that join it first.")
        return self.tr(
            "%n service(s) of this register rest on another ground: none has a convention of "
            "membership.",
            "",
            len(others),
        )

    def _read_bodies(self) -> None:
        """Show the bodies of the service chosen."""
        row = self._choice.service
        bodies = joining_bodies(self._session, row.code, self._on) if row is not None else []
        if row is None:
            self.set_facts("")
        else:
            count = self.tr("%n body(ies)", "", len(bodies))
            self.set_facts(f"{typographic(row.name)}{BETWEEN}{count}")
            text = self.tr("No body has joined {service}, or is to join it, on {day}.").format(
                service=typographic(row.name), day=day_in_words(self._on)
            )
            self._nobody.set_words(self.tr("No membership of this service"), text)
        self._choice.show_bodies(bodies)
        self._ask_preview()

    def _ask_preview(self) -> None:
        row, body = self._choice.service, self._choice.bodies.current_body
        self._choice.readiness.show_preview(None)
        if row is None or body is None:
            self._jobs.ask_preview(None)
            self._paper.setCurrentWidget(self._nobody)
        else:
            self._paper.setCurrentWidget(self._waiting)
            effect = self._choice.effects.effect
            self._jobs.ask_preview(PreviewRequest(row.code, body.siren, self._on, effect))
        self._show_choice()

    def _show_choice(self) -> None:
        body = self._choice.bodies.current_body
        name = body_name(body.name) if body is not None else ""
        self._bar.show_choice(len(self._choice.bodies.checked), name)

    def _on_service_chosen(self) -> None:
        self._choice.bodies.show_bodies(())  # ticks are of one service
        self._read_bodies()

    def _on_previewed(self, shown: Preview) -> None:
        self._choice.readiness.show_preview(shown)
        if shown.findings:
            reasons = "\n".join(sentence_for(each) for each in shown.findings)
            title = self.tr("The convention of {body} cannot be printed yet")
            self._refused.set_words(title.format(body=typographic(shown.name)), reasons)
            self._paper.setCurrentWidget(self._refused)
        else:
            words = self.tr("Convention of {body}").format(body=typographic(shown.name))
            self._preview.show_data(shown.data, words)
            self._paper.setCurrentWidget(self._preview)

    # Printing -------------------------------------------------------------------------------------

    def print_projects(self) -> None:
        """Ask for a folder and print what is ticked, else the body shown."""
        row, body = self._choice.service, self._choice.bodies.current_body
        if row is None or body is None or self._jobs.is_printing:
            return
        ticked = self._choice.bodies.checked
        effect = None if ticked else self._choice.effects.effect
        batch = Batch(self._session, row.code, ticked or [body.siren], self._on, effect)
        destination = ask_where(self, batch, self._folder)
        if destination is not None:
            self._folder = str(destination.folder)
            self._above.hide()
            self._jobs.print_batch(batch, destination)

    def _on_cancel(self) -> None:
        self._bar.show_stopping()
        self._jobs.cancel()

    def _on_batch_ended(self) -> None:
        self._bar.show_idle()
        self._show_choice()

    def _on_printed(self, result: BatchResult, folder: Path) -> None:
        ResultDialog(result, folder, self._runner, self).open()

    def _on_refused(self, problem: RefusedError) -> None:
        words = sentences_for(problem.findings)
        self._band.show_message(words, "error", **{_CLOSE: self.tr("Close")})
        self._above.show()
        if self._paper.currentWidget() is self._waiting:
            self._refused.set_words(self.tr("This convention cannot be printed yet"), words)
            self._paper.setCurrentWidget(self._refused)

    def _on_band_requested(self, _action: str) -> None:
        self._above.hide()

    def _open(self, place: Place) -> None:
        self.link_requested.emit(Link(place))
