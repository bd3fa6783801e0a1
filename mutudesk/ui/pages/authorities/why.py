"""The dialog *Pourquoi ?*: the facts that one line of authority rests on, each in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mutudesk.domain.records import Kind
from mutudesk.language.typography import typographic
from mutudesk.ui.link import Link
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.authorities import why_words as words
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import PRIMARY, QUIET, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.signs import AuthorityKind, AuthoritySign
from mutudesk.ui.words.common import body_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.usecases.authorities import Explanation

WIDTH = 760


class WhyDialog(QDialog):
    """Shows an Explanation; closed by Échap.

    Signals:
        link_requested(object): show the agent or a body, a Link.
    """

    link_requested = Signal(object)

    def __init__(self, why: Explanation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("authorities_why_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Why?"))
        look = current_look()
        row = why.row
        column = QVBoxLayout(self)
        margin = look.px(20)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(4))
        column.addWidget(
            label(f"{typographic(row.full_name)} ({row.matricule})", "lead", "why_agent")
        )
        column.addWidget(label(words.line_in_words(why), "soft", "why_line", wrap=True))
        column.addSpacing(look.px(8))
        for number, text in enumerate(words.work_in_words(why)):
            column.addWidget(label(text, "", f"why_work_{number}", wrap=True))
        column.addSpacing(look.px(10))
        nest(column, self._authorities(why), 1)
        column.addSpacing(look.px(10))
        nest(column, self._buttons(why))
        self.setFixedWidth(look.px(WIDTH))

    def _authorities(self, why: Explanation) -> QHBoxLayout:
        both = QHBoxLayout()
        both.setSpacing(current_look().px(12))
        both.addWidget(
            self._authority(
                AuthorityKind.HIERARCHICAL,
                self.tr("Hierarchical authority"),
                words.head_in_words(why.hierarchical),
                words.hierarchical_in_words(why),
            ),
            1,
        )
        both.addWidget(
            self._authority(
                AuthorityKind.OPERATIONAL,
                self.tr("Operational authority"),
                words.head_in_words(why.operational),
                words.operational_in_words(why),
            ),
            1,
        )
        return both

    def _authority(
        self, authority: AuthorityKind, title: str, head: str, sentences: Sequence[str]
    ) -> QFrame:
        look = current_look()
        frame = QFrame()
        frame.setObjectName(f"why_{authority.value}")
        frame.setProperty("kind", "band")
        heading = QHBoxLayout()
        heading.setSpacing(look.px(8))
        heading.addWidget(AuthoritySign(authority, 16))
        named = label(title, "strong")
        named.setStyleSheet(f"color: {look.colour(authority.value).name()}")
        heading.addWidget(named, 1)
        column = QVBoxLayout(frame)
        margin = look.px(12)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(6))
        nest(column, heading)
        column.addWidget(label(head, "strong", f"why_{authority.value}_head", wrap=True))
        for number, text in enumerate(sentences):
            column.addWidget(label(text, "", f"why_{authority.value}_{number}", wrap=True))
        column.addStretch(1)
        return frame

    def _buttons(self, why: Explanation) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(current_look().px(8))
        links = [
            ("agent", self.tr("Open the &agent"), "user", Link(Kind.AGENT, (why.row.matricule,)))
        ]
        sirens = dict.fromkeys((why.hierarchical.siren, why.operational.siren))
        for siren in filter(None, sirens):
            authority = why.hierarchical if siren == why.hierarchical.siren else why.operational
            name = body_name(authority.body).replace("&", "&&")
            text = self.tr("Open {body}").format(body=name)
            links.append((f"body_{siren}", text, "landmark", Link(Kind.BODY, (siren,))))
        for key, text, icon, link in links:
            button = ActionButton(text, f"why_open_{key}", kind=QUIET, icon=icon)
            button.clicked.connect(weak_slot(self._send, link))
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = ActionButton(self.tr("&Close"), "why_close", kind=PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons.addWidget(close)
        close.setFocus()
        return buttons

    def _send(self, link: Link) -> None:
        self.link_requested.emit(link)
        self.accept()
