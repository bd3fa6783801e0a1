"""The pages of the window: their keys, words and icons, and how each is made at its first visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.ui.shell.navigation import NavigationItem

if TYPE_CHECKING:
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.ui.widgets.page import Page
    from mutudesk.usecases.session import Session

AUTHORITIES, BODIES, SERVICES = "authorities", "bodies", "services"
MEMBERSHIPS, AGENTS, CONVENTIONS, ABOUT = "memberships", "agents", "conventions", "about"
HISTORY = "history"
FIRST = AUTHORITIES

# Kinds of records as pages name them when they point at one.
_PAGE_OF_KIND = {
    "authority": AUTHORITIES,
    "body": BODIES,
    "service": SERVICES,
    "membership": MEMBERSHIPS,
    "agent": AGENTS,
    "convention": CONVENTIONS,
}


def navigation_groups() -> list[list[NavigationItem]]:
    """The lines of the navigation, in the language of the window."""
    translate = QCoreApplication.translate
    return [
        [NavigationItem(AUTHORITIES, translate("pages", "Who commands whom?"), "network")],
        [
            NavigationItem(BODIES, translate("pages", "Communes and bodies"), "landmark"),
            NavigationItem(SERVICES, translate("pages", "Shared services"), "layers"),
            NavigationItem(MEMBERSHIPS, translate("pages", "Memberships"), "grid-3x3"),
            NavigationItem(AGENTS, translate("pages", "Agents"), "users"),
        ],
        [NavigationItem(CONVENTIONS, translate("pages", "Conventions"), "file-text")],
        [
            NavigationItem(HISTORY, translate("pages", "History"), "history", at_bottom=True),
            NavigationItem(ABOUT, translate("pages", "Help"), "circle-help", at_bottom=True),
        ],
    ]


def page_of(wish: str) -> str:
    """The key of a page wished for by its key or by the kind of a record."""
    return _PAGE_OF_KIND.get(wish, wish)


def make_page(key: str, session: Session, runner: JobRunner) -> Page:  # noqa: PLR0911 - one a page
    """Make a page; its module is imported now, not at the start of the program."""
    match key:
        case "authorities":
            from mutudesk.ui.pages.authorities.page import AuthoritiesPage

            return AuthoritiesPage(session, runner)
        case "bodies":
            from mutudesk.ui.pages.bodies.page import BodiesPage

            return BodiesPage(session, runner)
        case "services":
            from mutudesk.ui.pages.services.page import ServicesPage

            return ServicesPage(session, runner)
        case "memberships":
            from mutudesk.ui.pages.memberships.page import MembershipsPage

            return MembershipsPage(session, runner)
        case "agents":
            from mutudesk.ui.pages.agents.page import AgentsPage

            return AgentsPage(session, runner)
        case "conventions":
            from mutudesk.ui.pages.conventions.page import ConventionsPage

            return ConventionsPage(session, runner)
        case "history":
            from mutudesk.ui.pages.history.page import HistoryPage

            return HistoryPage(session, runner)
        case "about":
            from mutudesk.ui.pages.help.page import AboutPage

            return AboutPage()
    raise KeyError(key)
