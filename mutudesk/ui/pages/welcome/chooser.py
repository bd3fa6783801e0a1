"""Choosing one's agglomeration in the official list, and asking for its register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.language.typography import number, typographic
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.welcome.results import ResultsList
from mutudesk.ui.qt.jobs import JobRunner
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PRIMARY, QUIET, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel, label
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.search_field import SearchField
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mutudesk.domain.findings import RefusedError
    from mutudesk.usecases.reference import EpciChoice

_MEMBERS_HEIGHT = 106
_COUNT = 1255  # shown before the list is read; a test compares it


class ChooserField(SearchField):
    """The search: ↑ and ↓ choose in the list, Entrée takes the choice."""

    moved = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send what concerns the list; everything else is typing."""
        match event.key():
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)


class MembersBand(Styled, QFrame):
    """The communes of the agglomeration under the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("epci_members")
        self.setProperty("band", "info")
        self._name = ElidedLabel("", "strong")
        self._name.setObjectName("epci_chosen_name")
        self._count = label(kind="label", name="epci_member_count")
        self._communes = label(kind="soft", name="epci_member_names", wrap=True)
        self._communes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._communes)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("epci_members_scroll")
        self._scroll.setAccessibleName(self.tr("Member communes"))
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head = QHBoxLayout()
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self._count)
        self._whole = QVBoxLayout(self)
        nest(self._whole, self._head)
        self._whole.addWidget(self._scroll, 1)
        self.apply_style()

    def show_choice(self, choice: EpciChoice) -> None:
        """Show its communes."""
        self._name.set_whole(typographic(choice.name))
        self._count.setText(self.tr("%n commune(s)", "", len(choice.communes)))
        self._communes.setText(typographic(", ".join(choice.communes)))
        self._scroll.verticalScrollBar().setValue(0)

    def apply_style(self) -> None:
        """Sizes of the look."""
        look = current_look()
        self.setFixedHeight(look.px(_MEMBERS_HEIGHT))
        self._whole.setContentsMargins(look.px(14), look.px(10), look.px(10), look.px(8))
        self._whole.setSpacing(look.px(4))
        self._head.setContentsMargins(0, 0, look.px(10), 0)


class EpciChooser(Styled, QWidget):
    """Sends `create_requested(siren, name)`."""

    create_requested = Signal(str, str)
    loaded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("epci_chooser")
        self._sheet = QFrame()
        self._sheet.setProperty("kind", "page")
        self._runner = JobRunner(self)
        self._is_loaded = False
        self._title = label(self.tr("Choose my agglomeration"), "title")
        count = number(_COUNT)
        self._count_all = label(
            self.tr(
                "{count} bodies, with their communes, SIREN numbers and official populations."
            ).format(count=count),
            "soft",
            wrap=True,
        )
        words = self.tr("Name, &département, SIREN number or a member commune")
        self._label = label(words, "label")
        self.field = ChooserField(self.tr("For example: Clermont, 63, Chamalières"), "epci_search")
        self.field.setAccessibleName(words.replace("&", ""))
        self._label.setBuddy(self.field)
        self._found = label(kind="hint", name="epci_found")
        self.results = ResultsList()
        self.members = MembersBand()
        self._band = MessageBand("chooser_band")
        self._notice = label(
            self.tr(
                "Perimeters of 1 January 2025, populations of 2022. All can be changed afterwards."
            ),
            "hint",
            wrap=True,
        )
        self._keys = label(self.tr("↑↓ choose · Enter create"), "hint")
        self._absent = ActionButton(self.tr("My body is not &there…"), "epci_absent", kind=QUIET)
        self._create = ActionButton(self.tr("&Create the file…"), "epci_create", kind=PRIMARY)
        self._connect()
        self._compose()
        self._show_choice(None)
        self.apply_style()

    # What the page uses ---------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Give the focus to the search."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def load(self) -> None:
        """Read the list in the background, once."""
        if self._is_loaded or self._runner.is_busy:
            return
        from mutudesk.usecases.reference import load_reference

        self._runner.run(load_reference, self._on_loaded, self._on_refused)

    def shut(self) -> None:
        """Wait for the reading to end."""
        self._runner.close()

    # ----------------------------------------------------------------------------------------------

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        side = look.px(24)
        self._column.setContentsMargins(side, look.px(18), side, look.px(18))
        self._column.setSpacing(look.px(8))
        self._bottom.setSpacing(look.px(8))
        self.results.setMinimumHeight(look.px(54))

    def sizeHint(self) -> QSize:
        """As wide as the design."""
        look = current_look()
        return QSize(look.px(674), look.px(560))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.moved.connect(self.results.move_current)
        self.field.entered.connect(self._ask_to_create)
        self.results.entered_choice.connect(self._ask_to_create)
        self.results.current_choice_changed.connect(self._show_choice)
        self._create.clicked.connect(self._ask_to_create)
        self._absent.clicked.connect(self._explain_absence)

    def _compose(self) -> None:
        self._bottom = QHBoxLayout()
        self._bottom.addWidget(self._keys)
        self._bottom.addStretch(1)
        self._bottom.addWidget(self._absent)
        self._bottom.addWidget(self._create)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)
        self._column = QVBoxLayout(self._sheet)
        for widget in (self._title, self._count_all, self._label, self.field, self._found):
            self._column.addWidget(widget)
        self._column.addWidget(self.results, 1)
        self._column.addWidget(self.members)
        self._column.addWidget(self._band)
        self._column.addWidget(self._notice)
        nest(self._column, self._bottom)
        policy = self._found.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self._found.setSizePolicy(policy)

    def _on_text_changed(self, text: str) -> None:
        self._band.clear()
        if self._is_loaded:
            self._look_for(text)
        else:
            self.load()

    def _look_for(self, text: str) -> None:
        from mutudesk.usecases.reference import search_epci

        found = search_epci(text)
        self.results.show_choices(found.choices)
        text = text.strip()
        if not text:
            self._found.setText("")
        elif not found.count:
            self._found.setText(self.tr("Nothing matches “{text}”.").format(text=text))
        else:
            self._found.setText(
                self.tr("%n result(s) for “{text}”", "", found.count).format(text=text)
            )

    def _show_choice(self, choice: EpciChoice | None) -> None:
        self.members.setVisible(choice is not None)
        if choice is not None:
            self.members.show_choice(choice)

    def _ask_to_create(self) -> None:
        choice = self.results.choice
        if choice is None:
            self._band.show_message(
                self.tr("Type the name of your agglomeration or of one of its communes first.")
            )
            self.take_focus()
            return
        self.create_requested.emit(choice.siren, choice.name)

    def _explain_absence(self) -> None:
        self._band.show_message(
            self.tr(
                "The list is the official one of 1 January 2025. For a body created or merged "
                "since, choose one that it follows: name, form and communes can be changed "
                "afterwards, from a date on."
            )
        )

    def _on_loaded(self, _nothing: object) -> None:
        self._is_loaded = True
        self.loaded.emit()
        if self.field.text().strip():
            self._look_for(self.field.text())

    def _on_refused(self, refused: RefusedError) -> None:
        raise refused  # the program's own list is read: nobody refuses it
