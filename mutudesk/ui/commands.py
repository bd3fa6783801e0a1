"""The one table of what can be asked by menu or key; menus, keys, help and tests follow it.

A key of the table works wherever the focus is, also in a line of text, but for those that are text
editing of their own (`edits_text`). Who answers is found by name: the page shown (`Page.commands`),
the open register, the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP

# What answers a command, by its name.
Handlers: TypeAlias = dict[str, Callable[[], object]]


class Menu(Enum):
    """The menus, in order."""

    FILE = QT_TRANSLATE_NOOP("commands", "&File")
    RECORD = QT_TRANSLATE_NOOP("commands", "&Record")
    EDIT = QT_TRANSLATE_NOOP("commands", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("commands", "&View")
    HELP = QT_TRANSLATE_NOOP("commands", "&Help")


class Needs(Enum):
    """What must be there for a command to be offered."""

    NOTHING = "nothing"
    REGISTER = "register"
    PAGE = "page"  # one that offers it at that moment


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be asked.

    Attributes:
        name: By which it is answered; its action is `action_NAME`.
        words: In the menu, to be translated in "commands", with its mnemonic.
        menu: Where it stands.
        group: Commands of one group stand together between two lines.
        needs: When it is offered.
        keys: Portable names of its keys; the first one is shown.
        edits_text: A line of text that has the focus answers these keys itself.
    """

    name: str
    words: str
    menu: Menu
    group: int = 0
    needs: Needs = Needs.REGISTER
    keys: tuple[str, ...] = ()
    edits_text: bool = False


_ALWAYS, _PAGE = Needs.NOTHING, Needs.PAGE
COMMANDS = (
    Command("new_register", QT_TRANSLATE_NOOP("commands", "&New register…"), Menu.FILE, 0, _ALWAYS),
    Command("open", QT_TRANSLATE_NOOP("commands", "&Open…"), Menu.FILE, 0, _ALWAYS, ("Ctrl+O",)),
    Command("save_copy", QT_TRANSLATE_NOOP("commands", "&Save a copy…"), Menu.FILE, 1),
    Command("back_up", QT_TRANSLATE_NOOP("commands", "&Back up now"), Menu.FILE, 1),
    Command("restore", QT_TRANSLATE_NOOP("commands", "Res&tore…"), Menu.FILE, 1, _ALWAYS),
    Command("import", QT_TRANSLATE_NOOP("commands", "&Import…"), Menu.FILE, 2),
    Command("export", QT_TRANSLATE_NOOP("commands", "&Export…"), Menu.FILE, 2, keys=("Ctrl+E",)),
    Command("close_register", QT_TRANSLATE_NOOP("commands", "&Close the register"), Menu.FILE, 3),
    Command("quit", QT_TRANSLATE_NOOP("commands", "&Quit"), Menu.FILE, 3, _ALWAYS, ("Ctrl+Q",)),
    Command("new", QT_TRANSLATE_NOOP("commands", "&New"), Menu.RECORD, 0, _PAGE, ("Ctrl+N",)),
    Command("save", QT_TRANSLATE_NOOP("commands", "&Save"), Menu.RECORD, 0, _PAGE, ("Ctrl+S",)),
    Command("edit", QT_TRANSLATE_NOOP("commands", "&Correct the record…"), Menu.RECORD, 0, _PAGE),
    Command("delete", QT_TRANSLATE_NOOP("commands", "&Delete…"), Menu.RECORD, 0, _PAGE),
    Command(
        "find",
        QT_TRANSLATE_NOOP("commands", "&Filter the list"),
        Menu.RECORD,
        1,
        _PAGE,
        ("Ctrl+F",),
    ),
    Command(
        "back",
        QT_TRANSLATE_NOOP("commands", "&Back to the list"),
        Menu.RECORD,
        1,
        _PAGE,
        ("Alt+Left",),
    ),
    Command("why", QT_TRANSLATE_NOOP("commands", "&Why?"), Menu.RECORD, 2, _PAGE, ("F2",)),
    Command(
        "record_history",
        QT_TRANSLATE_NOOP("commands", "&History of the record"),
        Menu.RECORD,
        2,
        _PAGE,
        ("F8",),
    ),
    Command("print", QT_TRANSLATE_NOOP("commands", "&Print…"), Menu.RECORD, 3, _PAGE, ("Ctrl+P",)),
    Command(
        "undo", QT_TRANSLATE_NOOP("commands", "&Undo"), Menu.EDIT, keys=("Ctrl+Z",), edits_text=True
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("commands", "&Redo"),
        Menu.EDIT,
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        edits_text=True,
    ),
    Command("history", QT_TRANSLATE_NOOP("commands", "&History of the register"), Menu.EDIT, 1),
    Command("date", QT_TRANSLATE_NOOP("commands", "&Date…"), Menu.VIEW, 1, keys=("Ctrl+D",)),
    Command("today", QT_TRANSLATE_NOOP("commands", "&Today"), Menu.VIEW, 1, keys=("Alt+Home",)),
    Command("read_again", QT_TRANSLATE_NOOP("commands", "&Read again"), Menu.VIEW, 1, keys=("F5",)),
    Command("next_zone", QT_TRANSLATE_NOOP("commands", "Next &zone"), Menu.VIEW, 2, keys=("F6",)),
    Command(
        "previous_zone",
        QT_TRANSLATE_NOOP("commands", "Pre&vious zone"),
        Menu.VIEW,
        2,
        keys=("Shift+F6",),
    ),
    Command(
        "larger",
        QT_TRANSLATE_NOOP("commands", "&Larger text"),
        Menu.VIEW,
        3,
        _ALWAYS,
        ("Ctrl++", "Ctrl+="),
    ),
    Command(
        "smaller",
        QT_TRANSLATE_NOOP("commands", "&Smaller text"),
        Menu.VIEW,
        3,
        _ALWAYS,
        ("Ctrl+-",),
    ),
    Command(
        "help",
        QT_TRANSLATE_NOOP("commands", "&Keyboard shortcuts"),
        Menu.HELP,
        0,
        _ALWAYS,
        ("F1",),
    ),
    Command("about", QT_TRANSLATE_NOOP("commands", "&About MutuDesk"), Menu.HELP, 0, _ALWAYS),
)
# What fields, lists and forms do by keys of their own: for the help.
KEYS_OF_WIDGETS = (
    (
        QT_TRANSLATE_NOOP("commands", "Enter, Escape"),
        QT_TRANSLATE_NOOP("commands", "Open; close, cancel, go back"),
    ),
    (
        QT_TRANSLATE_NOOP("commands", "In a date"),
        QT_TRANSLATE_NOOP(
            "commands", "j, s, m, a: a day, week, month, year later; capitals: earlier; = today"
        ),
    ),
)
