"""The pages of the window: their keys, words and icons, and how each is made at its first visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.ui.link import Place
from mutudesk.ui.shell.navigation import NavigationItem

if TYPE_CHECKING:
    from collections.abc import Callable

    from mutudesk.ui.pages.agents.page import AgentsPage
    from mutudesk.ui.pages.authorities.page import AuthoritiesPage
    from mutudesk.ui.pages.bodies.page import BodiesPage
    from mutudesk.ui.pages.conventions.page import ConventionsPage
    from mutudesk.ui.pages.help.page import HelpPage
    from mutudesk.ui.pages.history.page import HistoryPage
    from mutudesk.ui.pages.memberships.page import MembershipsPage
    from mutudesk.ui.pages.services.page import ServicesPage
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


def make_page(place: Place, session: Session, runner: JobRunner) -> Page:
    """Make a page; its module is imported now, not at the start of the program."""
    return _MAKERS[place](session, runner)


# What a page shows of another subject is given to it here: subjects do not know each other.


def authorities_page(session: Session, runner: JobRunner) -> AuthoritiesPage:
    """« Qui commande qui ? »."""
    from mutudesk.ui.pages.authorities.page import AuthoritiesPage

    return AuthoritiesPage(session, runner)


def bodies_page(session: Session, runner: JobRunner) -> BodiesPage:
    """*Communes et organismes*."""
    from mutudesk.ui.pages.bodies.page import BodiesPage
    from mutudesk.ui.pages.memberships.tab import MembershipsTab

    return BodiesPage(session, runner, MembershipsTab("body", session, "siren"))


def services_page(session: Session, runner: JobRunner) -> ServicesPage:
    """*Services communs*."""
    from mutudesk.ui.pages.memberships.tab import MembershipsTab
    from mutudesk.ui.pages.services.page import ServicesPage

    return ServicesPage(session, runner, MembershipsTab("service", session, "service"))


def memberships_page(session: Session, runner: JobRunner) -> MembershipsPage:
    """*Adhésions*."""
    from mutudesk.ui.pages.memberships.page import MembershipsPage

    return MembershipsPage(session, runner)


def agents_page(session: Session, runner: JobRunner) -> AgentsPage:
    """*Agents*."""
    from mutudesk.ui.pages.agents.page import AgentsPage
    from mutudesk.ui.pages.assignments.panel import AssignmentPanel

    return AgentsPage(session, runner, AssignmentPanel)


def conventions_page(session: Session, runner: JobRunner) -> ConventionsPage:
    """*Conventions*."""
    from mutudesk.ui.pages.conventions.page import ConventionsPage

    return ConventionsPage(session, runner)


def history_page(session: Session, runner: JobRunner) -> HistoryPage:
    """*Historique*."""
    from mutudesk.ui.pages.history.page import HistoryPage

    return HistoryPage(session, runner)


def help_page(_session: Session, _runner: JobRunner) -> HelpPage:
    """*Aide*."""
    from mutudesk.ui.pages.help.page import HelpPage

    return HelpPage()


_MAKERS: dict[Place, Callable[[Session, JobRunner], Page]] = {
    Place.AUTHORITIES: authorities_page,
    Place.BODIES: bodies_page,
    Place.SERVICES: services_page,
    Place.MEMBERSHIPS: memberships_page,
    Place.AGENTS: agents_page,
    Place.CONVENTIONS: conventions_page,
    Place.HISTORY: history_page,
    Place.HELP: help_page,
}
