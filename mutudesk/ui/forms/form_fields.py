"""The fields and parts of a form: what they hold, and whether it is still what is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.parsing import ParseError
from mutudesk.ui.forms.editors import make_editor, state_of
from mutudesk.ui.forms.field_box import FieldBox
from mutudesk.ui.forms.specs import FieldSpec, FormValues

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from mutudesk.ui.forms.editors import Search
    from mutudesk.ui.forms.form_part import FormPart
    from mutudesk.ui.widgets.choice_field import Choice


class FormFields:
    """Boxes and parts by name; a withdrawn field and a hidden part have no value."""

    def __init__(
        self,
        name: str,
        specs: Sequence[FieldSpec],
        searches: Mapping[str, Search],
        choices: Mapping[str, Sequence[Choice]],
        today: Callable[[], date],
    ) -> None:
        self.boxes: dict[str, FieldBox] = {}
        self.parts: dict[str, FormPart] = {}
        self._recorded: dict[str, object] = {}
        for spec in specs:
            search, offered = searches.get(spec.name), choices.get(spec.name, ())
            editor = make_editor(spec, f"{name}_{spec.name}", search, offered, today)
            self.boxes[spec.name] = FieldBox(spec, editor)

    def shown_boxes(self) -> list[tuple[str, FieldBox]]:
        """The fields that are not withdrawn, by name, in order."""
        return [each for each in self.boxes.items() if not each[1].property("withdrawn")]

    def write(self, values: Mapping[str, object]) -> None:
        """Show these values; fields that are not named are empty."""
        for name, box in self.boxes.items():
            box.write(values.get(name))

    def reading(self) -> FormValues:
        """What the fields hold, without showing anything."""
        values: dict[str, object] = {}
        problems: dict[str, ParseError] = {}
        for name, box in self.shown_boxes():
            try:
                values[name] = box.read()
            except ParseError as problem:
                problems[name] = problem
        return FormValues(values, problems)

    def check(self) -> list[tuple[str, str]]:
        """Show where it stands what cannot be read; return name and words of each such place."""
        boxes = [(name, box.spec.words) for name, box in self.shown_boxes() if not box.check()]
        parts = [
            (name, part.words)
            for name, part in self.parts.items()
            if not part.isHidden() and not part.check()
        ]
        return boxes + parts

    def mark_recorded(self) -> None:
        """What is entered now is what is recorded."""
        self._recorded = self._entered()

    @property
    def is_changed(self) -> bool:
        """Tell whether something is entered that is not recorded."""
        return self._entered() != self._recorded

    def _entered(self) -> dict[str, object]:
        states = {name: state_of(box.widget) for name, box in self.boxes.items()}
        return states | {name: part.state() for name, part in self.parts.items()}
