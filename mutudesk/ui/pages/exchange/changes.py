"""What an import would change, record by record, beside the first lines of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.exchange.preview import PreviewTable
from mutudesk.ui.widgets.before_after import BeforeAfterTable
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.history import shown_change

if TYPE_CHECKING:
    from mutudesk.domain.changes import AnyChange
    from mutudesk.ui.widgets.before_after import ShownRecord
    from mutudesk.usecases.previewing import FilePreview, Foreseen, ImportReport

_LINES, _CHANGES = 0, 1


class ImportContents(Styled, QWidget):
    """Two tabs: the first lines of the file, and each record before and after.

    The second one comes to the front when a trial has something to show.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_contents")
        self._tabs = QTabBar()
        self._tabs.setObjectName("import_tabs")
        self._tabs.setAccessibleName(self.tr("What is shown of the file"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for _ in (_LINES, _CHANGES):
            self._tabs.addTab("")
        self._tabs.setTabText(_LINES, self.tr("First lines"))
        self._lines = PreviewTable()
        self._changes = BeforeAfterTable("import_changes")
        self._more = label(kind="hint", name="import_changes_more", wrap=True)
        changes = QWidget()
        column = QVBoxLayout(changes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._changes, 1)
        column.addWidget(self._more)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lines)
        self._stack.addWidget(changes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._tabs)
        self._column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.show_report(None)
        self.apply_style()

    def show_preview(self, preview: FilePreview) -> None:
        """Show the first lines of a file."""
        self._lines.show_preview(preview)

    def show_report(self, report: ImportReport | None) -> None:
        """Show what a trial would change; None or a refused one changes nothing."""
        foreseen = report.foreseen if report is not None else None
        count = foreseen.count if foreseen is not None else 0
        self._tabs.setTabText(_CHANGES, self.tr("What changes (%n)", "", count))
        self._tabs.setTabEnabled(_CHANGES, count > 0)
        self._tabs.setCurrentIndex(_CHANGES if count else _LINES)
        self._changes.show_records(
            [] if foreseen is None else [_shown(each, foreseen) for each in foreseen.changes]
        )
        hidden = 0 if foreseen is None else count - len(foreseen.changes)
        self._more.setText(self.tr("and %n record(s) more", "", hidden) if hidden else "")
        self._more.setVisible(hidden > 0)

    def apply_style(self) -> None:
        """The room under the tabs."""
        self._column.setSpacing(current_look().px(6))


def _shown(change: AnyChange, foreseen: Foreseen) -> ShownRecord:
    before = None if change.before is None else change.before.fact
    return shown_change(before, change.after, foreseen.names, whole=False)
