"""Which backups are kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mutudesk.storage import thinning
from mutudesk.storage.backup import Backup
from mutudesk.storage.seals import Seal

START = datetime(2016, 1, 1, 18, 0, tzinfo=UTC)
ROOM = 1 << 40  # bytes


def at(moment: datetime, number: int = 0) -> Backup:
    return Backup(Path(f"{moment:%Y%m%dT%H%M%SZ}-{number}"), moment, Seal("", "", number=number))


def thinned(backups: list[Backup], now: datetime, free: int = ROOM) -> list[Backup]:
    newest_first = sorted(backups, key=lambda each: each.order, reverse=True)
    gone = {each.path for each in thinning.superfluous(newest_first, now, free)}
    return [each for each in backups if each.path not in gone]


MOMENTS = st.sets(
    st.datetimes(datetime(2015, 1, 1), datetime(2016, 12, 31)),  # noqa: DTZ001 - made aware below
    min_size=1,
    max_size=60,
)


@given(MOMENTS)
def test_the_last_ten_all_of_two_days_and_each_period_are_kept(moments: set[datetime]) -> None:
    backups = [at(each.replace(tzinfo=UTC, microsecond=0)) for each in moments]
    now = max(each.made_at for each in backups)
    kept = thinned(backups, now)
    moments_kept = {each.made_at for each in kept}
    newest_first = sorted({each.made_at for each in backups}, reverse=True)
    assert set(newest_first[: thinning.LAST]) <= moments_kept
    assert {each.made_at for each in backups if now - each.made_at <= timedelta(days=2)} <= (
        moments_kept
    )
    for pattern, count in thinning.KEPT:
        periods = sorted({f"{each.made_at:{pattern}}" for each in backups}, reverse=True)[:count]
        assert set(periods) <= {f"{each:{pattern}}" for each in moments_kept}
    assert thinned(kept, now) == kept


def test_a_year_of_daily_backups() -> None:
    """Thinned day after day, as an office does, and not all at once."""
    backups: list[Backup] = []
    for number in range(365):
        now = START + timedelta(days=number)
        backups = thinned([*backups, at(now)], now)
    days = sorted((each.made_at.date() for each in backups), reverse=True)
    today = date(2016, 12, 30)
    assert days[:12] == [today - timedelta(days=number) for number in range(12)]
    assert {day.isocalendar()[1] for day in days} >= set(range(44, 53))
    assert {day.month for day in days} >= set(range(4, 13))
    assert len(days) <= 12 + 10 + 9
    assert max(later - earlier for later, earlier in pairwise(days)) <= timedelta(days=31)


def test_a_clock_that_was_wrong_once_does_not_keep_its_backups_for_ever() -> None:
    wrong = [at(START.replace(year=2099) + timedelta(hours=each), each) for each in range(12)]
    right = [at(START + timedelta(days=each), 100 + each) for each in range(30)]
    kept = thinned([*wrong, *right], right[-1].made_at)
    assert set(right[-10:]) <= set(kept)
    assert len([each for each in kept if each in wrong]) == 1


def test_a_full_disk_keeps_the_last_ten(tmp_path: Path) -> None:
    backups = []
    for number in range(15):
        path = tmp_path / f"{number}.mutu"
        path.write_bytes(bytes(1_000))
        backups.append(Backup(path, START + timedelta(hours=number), Seal("", "", number=number)))
    now = START + timedelta(hours=15)
    assert thinned(backups, now) == backups
    assert thinned(backups, now, free=2_500) == backups[3:]
    assert thinned(backups, now, free=0) == backups[5:]
