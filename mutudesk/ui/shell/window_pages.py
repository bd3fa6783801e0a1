"""The pages of the window: their keys, words and icons, and how each is made at its first visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.ui.link import Place
from mutudesk.ui.shell.navigation import NavigationItem

if TYPE_CHECKING:
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.ui.widgets.page import Page
    from mutudesk.usecases.session import Session

FIRST = Place.AUTHORITIES


def navigation_groups() -> list[list[NavigationItem]]:
    """The lines of the navigation, in the language of the window."""
    translate = QCoreApplication.translate
    return [
        [NavigationItem(Place.AUTHORITIES, translate("pages", "Who commands whom?"), "network")],
        [
            NavigationItem(Place.BODIES, translate("pages", "Communes and bodies"), "landmark"),
            NavigationItem(Place.SERVICES, translate("pages", "Shared services"), "layers"),
            NavigationItem(Place.MEMBERSHIPS, translate("pages", "Memberships"), "grid-3x3"),
            NavigationItem(Place.AGENTS, translate("pages", "Agents"), "users"),
        ],
        [NavigationItem(Place.CONVENTIONS, translate("pages", "Conventions"), "file-text")],
        [
            NavigationItem(Place.HISTORY, translate("pages", "History"), "history", at_bottom=True),
            NavigationItem(Place.HELP, translate("pages", "Help"), "circle-help", at_bottom=True),
        ],
    ]


def make_page(place: Place, session: Session, runner: JobRunner) -> Page:  # noqa: PLR0911 - one a page
    """Make a page; its module is imported now, not at the start of the program."""
    match place:
        case Place.AUTHORITIES:
            from mutudesk.ui.pages.authorities.page import AuthoritiesPage

            return AuthoritiesPage(session, runner)
        case Place.BODIES:
            from mutudesk.ui.pages.bodies.page import BodiesPage

            return BodiesPage(session, runner)
        case Place.SERVICES:
            from mutudesk.ui.pages.services.page import ServicesPage

            return ServicesPage(session, runner)
        case Place.MEMBERSHIPS:
            from mutudesk.ui.pages.memberships.page import MembershipsPage

            return MembershipsPage(session, runner)
        case Place.AGENTS:
            from mutudesk.ui.pages.agents.page import AgentsPage

            return AgentsPage(session, runner)
        case Place.CONVENTIONS:
            from mutudesk.ui.pages.conventions.page import ConventionsPage

            return ConventionsPage(session, runner)
        case Place.HISTORY:
            from mutudesk.ui.pages.history.page import HistoryPage

            return HistoryPage(session, runner)
        case Place.HELP:
            from mutudesk.ui.pages.help.page import AboutPage

            return AboutPage()
    raise KeyError(place)
