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

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mutudesk.domain.findings import Finding, Severity
from mutudesk.domain.parsing import ParseError
from mutudesk.ui.forms.editors import make_editor, state_of
from mutudesk.ui.forms.field_box import FieldBox
from mutudesk.ui.forms.form_footer import FormFooter, required_note
from mutudesk.ui.forms.form_grid import FormGrid
from mutudesk.ui.forms.leaving import Leaving, ask_leaving
from mutudesk.ui.forms.specs import FieldSpec, FormValues
from mutudesk.ui.forms.summary import Summary
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import sentence_for, sentences_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mutudesk.ui.forms.editors import Search
    from mutudesk.ui.forms.form_part import FormPart
    from mutudesk.ui.widgets.choice_field import Choice

_BUSY = "file_busy"  # nothing is wrong with what was entered: it can be saved in a moment


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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_form")
        self._loaded: dict[str, object] = {}
        self._states: dict[str, object] = {}
        self._dirty = False
        self._findings: dict[str, Finding] = {}
        self._boxes: dict[str, FieldBox] = {}
        self._parts: dict[str, FormPart] = {}
        for spec in specs:
            editor = make_editor(
                spec,
                f"{name}_{spec.name}",
                (searches or {}).get(spec.name),
                (choices or {}).get(spec.name, ()),
            )
            box = FieldBox(spec, editor)
            box.edited.connect(weak_slot(self._on_edited, spec.name))
            box.repair_requested.connect(weak_slot(self._on_repair, spec.name))
            self._boxes[spec.name] = box
        self._title = label(title, "lead", f"{name}_form_title", wrap=True)
        self._required = required_note(self.tr("required"))
        self._summary = Summary(f"{name}_summary")
        self._grid = FormGrid(tuple(self._boxes.values()))
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
        for name, box in self._boxes.items():
            box.write(values.get(name))
        self._clear_findings()
        self.mark_saved()
        self._scroll.verticalScrollBar().setValue(0)

    def reading(self) -> FormValues:
        """What the fields hold, without showing anything. Withdrawn fields are left out."""
        values: dict[str, object] = {}
        problems: dict[str, ParseError] = {}
        for name, box in self._shown_boxes():
            try:
                values[name] = box.read()
            except ParseError as problem:
                problems[name] = problem
        return FormValues(values, problems)

    def values(self) -> dict[str, object]:
        """The typed values of the fields that can be read."""
        return dict(self.reading().values)

    def set_value(self, name: str, value: object) -> None:
        """Fill a field as if the user had (a repair, a dependent field)."""
        self._boxes[name].write(value)
        self._note_dirty()

    def mark_saved(self) -> None:
        """What is entered now is what is recorded."""
        self._states = self._current_states()
        self._note_dirty()

    def discard(self) -> None:
        """Show again what was loaded."""
        self.load(self._loaded)

    # Saving and leaving ---------------------------------------------------------------------------

    def save(self) -> None:
        """Ask for the values to be recorded, or show and list what cannot be read."""
        reading = self.reading()
        self._clear_findings()
        for _name, box in self._shown_boxes():
            box.check()
        wrong = [(name, self._boxes[name].spec.words) for name in reading.problems]
        wrong += [(name, part.words) for name, part in self._shown_parts() if not part.check()]
        if not wrong:
            self._summary.fill(())
            self.save_requested.emit(dict(reading.values))
            return
        self._summary.fill(wrong)
        self._show_summary()

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
        findings = list(findings)
        self._clear_findings()
        by_field: dict[str, list[Finding]] = {}
        others: list[str] = []
        in_parts: dict[str, str] = {}
        for finding in findings:
            name = self._field_of(finding)
            if finding.field in self._parts and finding.severity is Severity.REFUSAL:
                in_parts.setdefault(finding.field, self._parts[finding.field].words)
            elif name:
                by_field.setdefault(name, []).append(finding)
            elif finding.severity is Severity.REFUSAL:
                others.append(sentence_for(finding))
        wrong: list[tuple[str, str]] = []
        for name, found in by_field.items():
            refused = [each for each in found if each.severity is Severity.REFUSAL]
            box, shown = self._boxes[name], refused or found
            self._findings[name] = shown[0]
            box.show_error(
                sentences_for(shown),
                kind="error" if refused else "warn",
                repair=(repairs or {}).get(shown[0].code, ""),
            )
            if refused:
                wrong.append((name, box.spec.words))
        order = list(self._boxes)
        wrong.sort(key=lambda each: order.index(each[0]))
        wrong += in_parts.items()
        self._summary.fill(wrong, others, may_retry=any(each.code == _BUSY for each in findings))
        if wrong or others:
            self._show_summary()

    # Fields ---------------------------------------------------------------------------------------

    def field(self, name: str) -> FieldBox:
        """The box of a field."""
        return self._boxes[name]

    def add_part(self, part: FormPart) -> None:
        """Add hand-made widgets below the fields; the part shows its own refusals."""
        self._parts[part.objectName()] = part
        self._content.insertWidget(self._content.count() - 1, part)
        part.edited.connect(weak_slot(self._on_edited, part.objectName()))
        self.mark_saved()

    def release(self, name: str) -> FieldBox:
        """Take a field out of the grid, to be placed in a part; it stays a field of the form."""
        box = self._boxes[name]
        self._grid.release(box)
        return box

    def focus_field(self, name: str) -> None:
        """Bring a field in sight and give it the focus."""
        target = self._boxes.get(name) or self._parts.get(name)
        if target is not None:
            self._scroll.ensureWidgetVisible(target)
            target.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the first field."""
        for _name, box in self._shown_boxes():
            if box.widget.isEnabled():
                box.take_focus()
                return

    def withdraw(self, name: str, withdrawn: bool = True) -> None:  # noqa: FBT001, FBT002 - a setter
        """Take a field out of the form, or put it back; a withdrawn one has no value."""
        box = self._boxes[name]
        box.setProperty("withdrawn", withdrawn)
        box.setVisible(not withdrawn)
        self._grid.place_again()
        self._note_required()

    def demand(self, name: str, hint: str | None) -> None:
        """Require a field for the act at hand, with a hint of its own; None: as usual again."""
        self._boxes[name].demand(hint)
        self._note_required()

    def set_title(self, text: str) -> None:
        """Name what is being entered."""
        self._title.setText(text)
        self._title.setVisible(bool(text))

    def set_save_words(self, text: str) -> None:
        """Say on the button what it does ("Modifier à compter du 01/01/2017")."""
        self._footer.save.setText(text)

    # ----------------------------------------------------------------------------------------------

    def _note_required(self) -> None:
        asked = (box for box in self._boxes.values() if not box.property("withdrawn"))
        self._required.setVisible(any(box.is_required for box in asked))

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        side = look.px(24)
        self._content.setContentsMargins(side, look.px(12), side, look.px(12))
        self._content.setSpacing(look.px(9))

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

    def _shown_boxes(self) -> list[tuple[str, FieldBox]]:
        return [each for each in self._boxes.items() if not each[1].property("withdrawn")]

    def _field_of(self, finding: Finding) -> str:
        for name, box in self._shown_boxes():
            if finding.field and finding.field in {name, *box.spec.found_as}:
                return name
        return ""

    def _clear_findings(self) -> None:
        for name in self._findings:
            self._boxes[name].show_error("")
        self._findings = {}
        self._summary.fill(())

    def _show_summary(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._summary.take_focus()

    def _shown_parts(self) -> list[tuple[str, FormPart]]:
        return [each for each in self._parts.items() if not each[1].isHidden()]

    def _current_states(self) -> dict[str, object]:
        states = {name: state_of(box.widget) for name, box in self._boxes.items()}
        return states | {name: part.state() for name, part in self._parts.items()}

    def _note_dirty(self) -> None:
        dirty = self._current_states() != self._states
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)

    def _on_edited(self, name: str) -> None:
        self._note_dirty()
        self.field_edited.emit(name)

    def _on_repair(self, name: str) -> None:
        if name in self._findings:
            self.repair_requested.emit(self._findings[name])
