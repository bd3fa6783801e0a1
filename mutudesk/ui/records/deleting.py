"""The deletion of what a page has open: a body, service or agent with all that describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.records.asking import ask_delete
from mutudesk.ui.records.refusals import in_words
from mutudesk.usecases.recording import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.ui.records.page import RegisterPage


def delete_opened(
    page: RegisterPage, what: str, changes: Sequence[AnyChange], base: FactBase
) -> None:
    """Delete the record that a page has open, after the question, and show the list."""
    if (why := ask_delete(page, what)) is None:
        return
    try:
        judged = record(page.session, changes, "delete", why)
    except RefusedError as refused:
        page.band.show_message(in_words(refused.findings, base), "error")
        return
    page.key = ""
    page.show_list()
    page.report_changed(judged)
