"""What kind of file is taken in, and what it may do besides: a row of the import dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mutudesk.ui.look import current_look
from mutudesk.ui.pages.exchange_words import import_choices, kind_words
from mutudesk.ui.widgets.choice_field import CheckField, ChoiceField
from mutudesk.ui.widgets.labels import label
from mutudesk.usecases.previewing import FOLDER, MAYORS

if TYPE_CHECKING:
    from mutudesk.usecases.previewing import ImportWish


class KindRow(QWidget):
    """The kind of a file; of the list of mayors also whether it closes the former mandates.

    Signals:
        chosen(object): the user says that the file is of another kind.
        close_previous_wished(): the user ticked or unticked the closing.
    """

    chosen = Signal(object)
    close_previous_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self._kind = ChoiceField("import_kind", import_choices())
        self._kind.setMinimumWidth(look.px(300))
        self._label = label(self.tr("&Kind of file"), "label")
        self._label.setBuddy(self._kind)
        self._folder_words = label(kind_words(FOLDER), name="import_folder_kind")
        self._close = CheckField(
            "import_close_previous", self.tr("&Close the former ones the day before")
        )
        self._close.setToolTip(
            self.tr(
                "Mandates and interims that still run when a mayor of the list takes office end "
                "the day before. They are listed below before anything is recorded."
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(9))
        for widget in (self._label, self._kind, self._folder_words, self._close):
            row.addWidget(widget)
        row.addStretch(1)
        self._kind.chosen.connect(self.chosen)
        self._close.edited.connect(self.close_previous_wished)
        self.show_wish(None)

    @property
    def close_previous(self) -> bool:
        """Tell whether the former mandates are to be closed."""
        return self._close.read()

    def has_changed_since(self, wish: ImportWish | None) -> bool:
        """Tell whether the closing was ticked or unticked since a list of mayors was looked at."""
        if wish is None or wish.kind != MAYORS:
            return False
        return wish.close_previous is not self.close_previous

    def show_wish(self, wish: ImportWish | None) -> None:
        """Show what a file was taken for."""
        kind = None if wish is None else wish.kind
        is_folder = kind == FOLDER
        self._kind.setVisible(not is_folder)
        self._folder_words.setVisible(is_folder)
        self._kind.write(None if is_folder else kind)
        self._close.setVisible(kind == MAYORS)
        if kind != MAYORS:
            self._close.write(False)

    def focus(self) -> None:
        """Stand on the kind."""
        self._kind.setFocus()
