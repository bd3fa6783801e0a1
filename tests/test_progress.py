"""Long work is told in thousandths and stops when asked."""

from __future__ import annotations

import pytest

from mutudesk.progress import WHOLE, StoppedError, part, reporting, stoppable


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501, 2_000])
def test_every_item_is_given_once_and_in_order(count: int) -> None:
    items, words = list(range(count)), list[tuple[int, int]]()
    assert list(reporting(items, lambda done, total: words.append((done, total)))) == items
    assert words == [(done, count) for done in range(0, count, 500)]


def test_a_part_lies_between_its_ends() -> None:
    words: list[tuple[int, int]] = []
    tell = part(lambda done, total: words.append((done, total)), 250, 400)
    for done, total in ((0, 10), (5, 10), (10, 10), (0, 0)):
        tell(done, total)
    assert words == [(250, WHOLE), (325, WHOLE), (400, WHOLE), (400, WHOLE)]


def test_work_goes_on_until_it_is_stopped() -> None:
    asked = iter((False, True))
    words: list[int] = []
    given = reporting(
        range(2_000), stoppable(lambda done, _: words.append(done), lambda: next(asked))
    )
    taken: list[int] = []
    with pytest.raises(StoppedError):
        taken.extend(given)
    assert words == [0]
