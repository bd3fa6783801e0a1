"""What a file is taken for, how it is read, what it may do besides: a row of the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.exchange.words import encoding_choices, import_choices, kind_words
from mutudesk.ui.widgets.choice_field import CheckField, ChoiceField
from mutudesk.ui.widgets.labels import label
from mutudesk.usecases.previewing import FOLDER, MAYORS

if TYPE_CHECKING:
    from mutudesk.usecases.previewing import ImportRequest


class KindRow(QWidget):
    """Kind and encoding of a file; of the list of mayors also whether it closes former mandates.

    Signals:
        chosen(object): the user says that the file is of another kind.
        reading_requested(): the user ticked or unticked the closing, or chose another encoding.
    """

    chosen = Signal(object)
    reading_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self._kind = ChoiceField("import_kind", import_choices())
        self._kind.setMinimumWidth(look.px(300))
        self._label = label(self.tr("&Kind of file"), "label")
        self._label.setBuddy(self._kind)
        self._encoding = ChoiceField("import_encoding", encoding_choices())
        self._encoding.setMinimumWidth(look.px(150))
        self._encoding_label = label(self.tr("&Encoding"), "label")
        self._encoding_label.setBuddy(self._encoding)
        self._encoding.setToolTip(
            self.tr("Choose another one where accents of the first lines look wrong.")
        )
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
        row.addWidget(self._encoding_label)
        row.addWidget(self._encoding)
        self._kind.chosen.connect(self.chosen)
        self._close.edited.connect(self.reading_requested)
        self._encoding.chosen.connect(self.reading_requested)
        self.forget()
        self.show_request(None)

    @property
    def close_previous(self) -> bool:
        """Tell whether the former mandates are to be closed."""
        return self._close.read()

    @property
    def encoding(self) -> str | None:
        """What the user says the file is written in; None = by the rules of files."""
        value = self._encoding.read()
        return value if isinstance(value, str) and value else None

    def has_changed_since(self, request: ImportRequest | None) -> bool:
        """Tell whether something else is wished for since a file was looked at."""
        if request is None:
            return False
        if request.encoding != self.encoding:
            return True
        return request.kind == MAYORS and request.close_previous is not self.close_previous

    def forget(self) -> None:
        """Be as at first, for another file."""
        self._encoding.write("")
        self._close.write(False)

    def show_request(self, request: ImportRequest | None) -> None:
        """Show what a file was taken for."""
        kind = None if request is None else request.kind
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
