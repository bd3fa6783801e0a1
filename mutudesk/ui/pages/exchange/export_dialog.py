"""Giving files out: one kind or every kind, everything recorded or the situation on the date."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.exchange.words import export_choices
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PLAIN, PRIMARY, ActionButton
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.words.common import day_in_words, sentences_for
from mutudesk.usecases.exporting import export_folder, export_kind
from mutudesk.usecases.previewing import FOLDER, ExchangeKind

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.findings import RefusedError
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.usecases.session import Session


class ExportDialog(QDialog):
    """Opened with `open()`; sends `exported(sentence)` when files were written."""

    exported = Signal(str)

    def __init__(
        self, session: Session, runner: JobRunner, on: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self._session, self._runner, self._on = session, runner, on
        self._busy = False
        self._kind = ChoiceField("export_kind", export_choices())
        self._kind.write(FOLDER)
        self._kind_label = label(self.tr("&What"), "label")
        self._kind_label.setBuddy(self._kind)
        self._all = QRadioButton(self.tr("&Everything recorded, past and future"))
        self._all.setObjectName("export_everything")
        self._all.setChecked(True)
        self._situation = QRadioButton(
            self.tr("The &situation on {day}").format(day=day_in_words(on))
        )
        self._situation.setObjectName("export_situation")
        self._scope = QButtonGroup(self)
        self._scope.addButton(self._all)
        self._scope.addButton(self._situation)
        self._band = MessageBand("export_band")
        self._compose()

    def _compose(self) -> None:
        look = current_look()
        note = label(
            self.tr(
                "Text tables (CSV) that any spreadsheet opens and that this program imports again "
                "unchanged. A file of the same name is replaced whole."
            ),
            "hint",
            wrap=True,
        )
        cancel = ActionButton(self.tr("Cancel"), "export_cancel", kind=PLAIN)
        write = ActionButton(self.tr("E&xport…"), "export_write", kind=PRIMARY)
        cancel.clicked.connect(self.reject)
        write.clicked.connect(self._on_write_clicked)
        write.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(write)
        column = QVBoxLayout(self)
        margin = look.px(20)
        column.setContentsMargins(margin, look.px(16), margin, look.px(16))
        column.setSpacing(look.px(8))
        for widget in (self._kind_label, self._kind, self._all, self._situation, note, self._band):
            column.addWidget(widget)
        column.addStretch(1)
        nest(column, buttons)
        self.resize(look.px(460), look.px(300))

    def _on_write_clicked(self) -> None:
        if self._busy:
            return
        kind = self._kind.read()
        day = self._on if self._situation.isChecked() else None
        path = self._ask_where(kind, day)
        if path is None or not isinstance(kind, (ExchangeKind, str)):
            return
        self._busy = True
        self._band.show_message(self.tr("Writing…"))
        self._runner.run(
            partial(_write, self._session, kind, path, day),
            self._on_written,
            self._on_refused,
            label=path.name,
            ended=self._on_ended,
        )

    def _ask_where(self, kind: object, day: date | None) -> Path | None:
        if not isinstance(kind, ExchangeKind):
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"))
            return Path(chosen) if chosen else None
        name = kind.value if day is None else f"{kind.value}-{day.isoformat()}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), f"{name}.csv", self.tr("Text tables (*.csv)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_name(f"{path.name}.csv")

    def _on_ended(self) -> None:
        self._busy = False

    def _on_written(self, paths: list[Path]) -> None:
        if len(paths) == 1:
            text = self.tr("Written: {file}").format(file=paths[0])
        else:
            text = self.tr("%n file(s) written to {folder}", "", len(paths)).format(
                folder=paths[0].parent
            )
        self.exported.emit(text)
        self.accept()

    def _on_refused(self, refused: RefusedError) -> None:
        self._band.show_message(sentences_for(refused.findings), "error")


def _write(session: Session, kind: ExchangeKind | str, path: Path, on: date | None) -> list[Path]:
    """Runs in the worker."""
    if isinstance(kind, ExchangeKind):
        export_kind(session, kind, path, on)
        return [path]
    return export_folder(session, path, on)
