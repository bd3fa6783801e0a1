"""Fields that find while one types: `RelationField` must choose, `SuggestField` need not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from mutudesk.domain.codes import clean, fold
from mutudesk.domain.parsing import ParseError, parse_text
from mutudesk.domain.searching import Search
from mutudesk.ui.widgets.buttons import IconButton
from mutudesk.ui.widgets.field_edit import FieldEdit, claims_key
from mutudesk.ui.widgets.option_delegate import OptionDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

OPTION_UNKNOWN = "option_unknown"  # the text names none of the records proposed
LONGEST_LIST = 8  # options seen at once; more are scrolled to


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its value, its name, a second line to tell it from others."""

    value: object
    title: str
    subtitle: str = ""


class _TypeAhead(FieldEdit):
    """Asks `search` for options while one types, and shows them under the field."""

    chosen = Signal(object)  # the value of the option chosen by the user

    def __init__(
        self,
        name: str,
        search: Callable[[str], Sequence[Option]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._search = search
        self._options: tuple[Option, ...] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(LONGEST_LIST)
        self._popup = popup = QListView()
        popup.setObjectName(f"{name}_options")
        popup.setProperty("band", "popup")
        popup.setUniformItemSizes(True)
        self._completer.setPopup(popup)
        self._delegate = OptionDelegate(self.subtitle_of, popup)
        popup.setItemDelegate(self._delegate)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(  # type: ignore[index] # by signature
            self._on_activated
        )
        button = IconButton(
            self.tr("Show the choices"), f"{name}_open", "chevron-down", inside=True, parent=self
        )
        button.clicked.connect(self.open_all)
        self.put_inside(button)
        self.textEdited.connect(self._on_typed)

    @property
    def options(self) -> tuple[Option, ...]:
        """The options shown last."""
        return self._options

    @property
    def options_view(self) -> QListView:
        """The list of options under the field."""
        return self._popup

    def subtitle_of(self, row: int) -> str:
        """The second line of an option shown."""
        return self._options[row].subtitle if row < len(self._options) else ""

    def open_all(self) -> None:
        """Show every option, whatever is written."""
        self._show("")

    def hide_options(self) -> None:
        """Close the list of options."""
        self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↓ and F4 show the options; everything else is typing."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4} and not self.isReadOnly():
            self.open_all()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep ↓ and F4 from being taken by shortcuts."""
        return claims_key(event, Qt.Key.Key_Down, Qt.Key.Key_F4) or super().event(event)

    def _on_typed(self, text: str) -> None:
        self._show(text)

    def _show(self, text: str) -> None:
        if self.isReadOnly() or not self.isEnabled():
            return
        self._options = tuple(self._search(text.strip()))
        self._model.setStringList([option.title for option in self._options])
        if self._options:
            self._completer.complete()
        else:
            self.hide_options()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.row() < len(self._options):
            self._choose(self._options[index.row()])

    def _choose(self, option: Option) -> None:
        self.setText(option.title)
        self.setCursorPosition(0)
        self.edited.emit()
        self.chosen.emit(option.value)


class RelationField(_TypeAhead):
    """Points at one record. `read` gives its value, None when empty."""

    def __init__(
        self,
        name: str,
        search: Callable[[str], Sequence[Option]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, search, parent)
        self._option: Option | None = None

    def option(self) -> Option | None:
        """The option chosen, None when none is or the text was changed since."""
        option = self._option
        return option if option is not None and option.title == self.text() else None

    def set_option(self, option: Option | None) -> None:
        """Show an option without sending anything."""
        self._option = option
        self.setText("" if option is None else option.title)
        self.setCursorPosition(0)
        self.setToolTip("" if option is None else option.subtitle)

    def read(self) -> object:
        """The value chosen; a name typed in full counts. Raises ParseError("option_unknown")."""
        text = clean(self.text())
        if not text:
            return None
        option = self.option() or self._named(text)
        if option is None:
            raise ParseError(OPTION_UNKNOWN, text=text)
        return option.value

    def write(self, value: object) -> None:
        """Show an option, or look for the one that has this value."""
        if value is None or isinstance(value, Option):
            self.set_option(value)
            return
        found = [option for option in self._search("") if option.value == value]
        self.set_option(found[0] if found else Option(value, str(value)))

    def tidy(self) -> None:
        """Show the full name of what was typed in full."""
        text = clean(self.text())
        if text and self.option() is None:
            option = self._named(text)
            if option is not None:
                self._choose(option)

    def _named(self, text: str) -> Option | None:
        wanted = fold(text)
        same = [option for option in self._search(text) if fold(option.title) == wanted]
        return same[0] if len(same) == 1 else None

    def _choose(self, option: Option) -> None:
        self._option = option
        self.setToolTip(option.subtitle)
        super()._choose(option)


class SuggestField(_TypeAhead):
    """A text with suggestions; any other text is as good."""

    def read(self) -> str:
        """The text. Raises ParseError when it cannot be kept."""
        return parse_text(self.text())

    def write(self, value: object) -> None:
        """Show a text."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def tidy(self) -> None:
        """Show the text as it will be kept."""
        text = clean(self.text())
        if text != self.text():
            self.setText(text)


def suggesting(texts: Sequence[str]) -> Callable[[str], list[Option]]:
    """A search over a few texts, without accents or case: those that begin with it come first."""
    keys = [(text, fold(text)) for text in texts]

    def search(wanted: str) -> list[Option]:
        key, words = fold(wanted), Search(wanted)
        first = [text for text, folded in keys if folded.startswith(key)]
        then = [text for text, folded in keys if text not in first and words.fits(folded)]
        return [Option(text, text) for text in (*first, *then)]

    return search
