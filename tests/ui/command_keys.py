"""Lets a page or a frame that stands in no window answer the keys of the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.ui.shell.command_actions import CommandActions

if TYPE_CHECKING:
    from mutudesk.ui.shell.frame import MainFrame
    from mutudesk.ui.widgets.page import Page


def answer_keys(shown: Page | MainFrame) -> None:
    """As the window does."""

    def answer(name: str) -> None:
        asked = shown.commands().get(name)
        if asked is not None:
            asked()

    CommandActions(shown).requested.connect(answer)
