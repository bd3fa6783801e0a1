"""The buttons beside the title of a page: words where there is room, else icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from mutudesk.ui.widgets.page import Page

_NARROW = 800  # pixels of the design


class HeadButtons:
    """Makes the buttons, named NAME_BUTTON, and shortens those that may be; `fit` at each size."""

    def __init__(self, page: Page, name: str) -> None:
        self._page = page
        self._name = name
        self._words: dict[ActionButton, str] = {}  # of those that may be icons alone

    def add(
        self, words: str, name: str, kind: str, icon: str, *, may_shrink: bool = True
    ) -> ActionButton:
        """Place a button at the right of those that are there."""
        button = ActionButton(words, f"{self._name}_{name}", kind=kind, icon=icon)
        self._page.add_action(button)
        if may_shrink:
            self._words[button] = words
            button.setAccessibleName(words.replace("&", ""))
            button.setToolTip(words.replace("&", ""))
        return button

    def fit(self) -> None:
        """Say words or show icons alone, as the page is wide."""
        narrow = self._page.width() < current_look().px(_NARROW)
        for button, words in self._words.items():
            button.setText("" if narrow else words)
