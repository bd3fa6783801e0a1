"""The form of a record: fields from specs, what is wrong beside them, an explicit Enregistrer.

    form = RecordForm("mandate", SPECS, searches={"siren": find_bodies})
    form.load({"quality": "Maire", "valid_from": on})
    form.save_requested.connect(self._on_save)      # gets the typed values, once all can be read

    def _on_save(self, values):
        try:
            self._recording.add(...)
        except RefusedError as refusal:
            form.show_findings(refusal.findings)
        else:
            form.mark_saved()

`mark_saved` must be called from within the slot: leaving a form with "Enregistrer" relies on it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mutudesk.ui.forms.form_fields import FormFields
from mutudesk.ui.forms.form_findings import FormFindings
from mutudesk.ui.forms.form_footer import FormFooter, required_note
from mutudesk.ui.forms.form_grid import FormGrid
from mutudesk.ui.forms.leaving import Leaving, ask_leaving
from mutudesk.ui.forms.summary import Summary
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mutudesk.domain.findings import Finding
    from mutudesk.ui.forms.editors import Search
    from mutudesk.ui.forms.field_box import FieldBox
    from mutudesk.ui.forms.form_part import FormPart
    from mutudesk.ui.forms.specs import FieldSpec, FormValues
    from mutudesk.ui.widgets.choice_field import Choice


class RecordForm(Styled, QWidget):
    """Stands beside a list.

    Signals:
        save_requested(object): the typed values by field name, all readable.
        cancel_requested(): Annuler or Échap, after the question about what is not saved.
        repair_requested(object): the Finding whose repair button was pressed.
        dirty_changed(bool): something is entered that is not saved, or no longer.
        field_edited(str): the user changed a field.
    """

    save_requested = Signal(object)
    cancel_requested = Signal()
    repair_requested = Signal(object)
    dirty_changed = Signal(bool)
    field_edited = Signal(str)

    def __init__(
        self,
        name: str,
        specs: Sequence[FieldSpec],
        *,
        searches: Mapping[str, Search] | None = None,
        choices: Mapping[str, Sequence[Choice]] | None = None,
        title: str = "",
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_form")
        self._loaded: dict[str, object] = {}
        self._dirty = False
        self._fields = FormFields(name, specs, searches or {}, choices or {}, today)
        for field, box in self._fields.boxes.items():
            box.edited.connect(weak_slot(self._on_edited, field))
            box.repair_requested.connect(weak_slot(self._on_repair, field))
        self._title = label(title, "lead", f"{name}_form_title", wrap=True)
        self._required = required_note(self.tr("required"))
        self._summary = Summary(f"{name}_summary")
        self._findings = FormFindings(self._fields, self._summary)
        self._grid = FormGrid(tuple(self._fields.boxes.values()))
        self._footer = FormFooter(
            name, self.tr("Save"), self.tr("Cancel"), self.tr("Ctrl+S save · Esc cancel")
        )
        self._compose()
        self._note_required()
        self._summary.field_requested.connect(self.focus_field)
        self._summary.retry_requested.connect(self.save)
        self._footer.save.clicked.connect(self.save)
        self._footer.cancel.clicked.connect(self.cancel)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.cancel)
        self.load({})
        self.apply_style()

    # Values ---------------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Tell whether something is entered that is not saved."""
        return self._dirty

    def load(self, values: Mapping[str, object]) -> None:
        """Show a record; fields that are not named are empty. Nothing is wrong or unsaved then."""
        self._loaded = dict(values)
        self._fields.write(values)
        self._findings.clear()
        self.mark_saved()
        self._scroll.verticalScrollBar().setValue(0)

    def reading(self) -> FormValues:
        """What the fields hold, without showing anything. Withdrawn fields are left out."""
        return self._fields.reading()

    def values(self) -> dict[str, object]:
        """The typed values of the fields that can be read."""
        return dict(self.reading().values)

    def set_value(self, name: str, value: object) -> None:
        """Fill a field as if the user had (a repair, a dependent field)."""
        self._fields.boxes[name].write(value)
        self._note_dirty()

    def mark_saved(self) -> None:
        """What is entered now is what is recorded."""
        self._fields.mark_recorded()
        self._note_dirty()

    def discard(self) -> None:
        """Show again what was loaded."""
        self.load(self._loaded)

    # Saving and leaving ---------------------------------------------------------------------------

    def save(self) -> None:
        """Ask for the values to be recorded, or show and list what cannot be read."""
        reading = self.reading()
        self._findings.clear()
        wrong = self._fields.check()
        if wrong:
            self._summary.fill(wrong)
            self._show_summary()
        else:
            self.save_requested.emit(dict(reading.values))

    def cancel(self) -> None:
        """Leave the form, after the question about what is not saved."""
        if self.may_leave():
            self.cancel_requested.emit()

    def may_leave(self) -> bool:
        """Tell whether the form can be left; asks when something is not saved."""
        if not self._dirty:
            return True
        match ask_leaving(self, self._title.text()):
            case Leaving.SAVE:
                self.save()
                return not self._dirty
            case Leaving.DISCARD:
                self.discard()
                return True
            case _:
                return False

    def show_findings(
        self, findings: Iterable[Finding], repairs: Mapping[str, str] | None = None
    ) -> None:
        """Show refusals and warnings: at their field, or in the summary when they have none here.

        `repairs` are the words of a repair button, by code of the finding.
        """
        if self._findings.show(findings, repairs or {}):
            self._show_summary()

    # Fields ---------------------------------------------------------------------------------------

    def field(self, name: str) -> FieldBox:
        """The box of a field."""
        return self._fields.boxes[name]

    def bring_into_sight(self, name: str) -> None:
        """Scroll to a field: the form has got less room."""
        self._scroll.ensureWidgetVisible(self._fields.boxes[name])

    def add_part(self, part: FormPart) -> None:
        """Add hand-made widgets below the fields; the part shows its own refusals."""
        self._fields.parts[part.objectName()] = part
        self._content.insertWidget(self._content.count() - 1, part)
        part.edited.connect(weak_slot(self._on_edited, part.objectName()))
        self.mark_saved()

    def release(self, name: str) -> FieldBox:
        """Take a field out of the grid, to be placed in a part; it stays a field of the form."""
        box = self._fields.boxes[name]
        self._grid.release(box)
        return box

    def focus_field(self, name: str) -> None:
        """Bring a field in sight and give it the focus."""
        target = self._fields.boxes.get(name) or self._fields.parts.get(name)
        if target is not None:
            self._scroll.ensureWidgetVisible(target)
            target.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the first field."""
        for _name, box in self._fields.shown_boxes():
            if box.widget.isEnabled():
                box.take_focus()
                return

    def withdraw(self, name: str, withdrawn: bool = True) -> None:  # noqa: FBT001, FBT002 - a setter
        """Take a field out of the form, or put it back; a withdrawn one has no value."""
        box = self._fields.boxes[name]
        box.setProperty("withdrawn", withdrawn)
        box.setVisible(not withdrawn)
        self._grid.place_again()
        self._note_required()

    def demand(self, name: str, hint: str | None) -> None:
        """Require a field for the act at hand, with a hint of its own; None: as usual again."""
        self._fields.boxes[name].demand(hint)
        self._note_required()

    def set_title(self, text: str) -> None:
        """Name what is being entered."""
        self._title.setText(text)
        self._title.setVisible(bool(text))

    def set_save_words(self, text: str) -> None:
        """Say on the button what it does ("Modifier à compter du 01/01/2017")."""
        self._footer.save.setText(text)

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        side = look.px(24)
        self._content.setContentsMargins(side, look.px(12), side, look.px(12))
        self._content.setSpacing(look.px(9))

    # ----------------------------------------------------------------------------------------------

    def _note_required(self) -> None:
        asked = self._fields.shown_boxes()
        self._required.setVisible(any(box.is_required for _name, box in asked))

    def _compose(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._required, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._content = QVBoxLayout(inner)
        nest(self._content, head)
        self._content.addWidget(self._summary)
        self._content.addWidget(self._grid)
        self._content.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName(f"{self.objectName()}_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._footer)

    def _show_summary(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._summary.take_focus()

    def _note_dirty(self) -> None:
        dirty = self._fields.is_changed
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)

    def _on_edited(self, name: str) -> None:
        self._note_dirty()
        self.field_edited.emit(name)

    def _on_repair(self, name: str) -> None:
        finding = self._findings.at(name)
        if finding is not None:
            self.repair_requested.emit(finding)
