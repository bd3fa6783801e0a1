"""A worker that waits for the test, so that nothing depends on which of the two is faster."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

import pytest

from mutudesk.ui.qt import jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mutudesk.ui.qt.jobs import Work


@contextmanager
def held_worker() -> Iterator[Event]:
    """Jobs begun inside stop once they have told of a hundredth, until the event is set."""
    go_on, run = Event(), jobs._run  # noqa: SLF001 - between the window and its worker

    def held(job: int, label: str, work: Work[object], stop: Event, reports: jobs._Reports) -> None:
        def stopping(tell: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
            def tell_and_wait(done: int, total: int) -> None:
                tell(done, total)
                if 100 * done >= total:
                    go_on.wait(60)

            return work(tell_and_wait, cancelled)

        run(job, label, stopping, stop, reports)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs, "_run", held)
        try:
            yield go_on
        finally:
            go_on.set()
