"""The recording of what the form of a page holds: a body, service or agent, new or corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.recording import record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import Finding
    from mutudesk.ui.records.page import RegisterPage


def save_entered(
    page: RegisterPage,
    key: str,
    changes: Callable[[], tuple[list[AnyChange], str]],
    placed: Callable[[Sequence[Finding]], list[Finding]],
    why: str = "",
) -> None:
    """Record the changes and their action, and show the record under its key.

    Refusals, of the making of the changes too, are `placed` at the fields of the form.
    """
    try:
        made, action = changes()
        judged = record(page.session, made, action, why)
    except RefusedError as refused:
        page.form.show_findings(placed(refused.findings))
        return
    page.form.mark_saved()
    page.key = key
    page.report_changed(judged)
    page.show_tabs()
