"""The list of agents to pixels: the program's table against a bare one over SQLite.

Each measurement is a process of its own, `python -m tests.benchmarks.agents ours|floor FILE`, as
styles and fonts of the program would slow the bare table down as well.
"""

from __future__ import annotations

import json
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from array import array
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QApplication, QTableView

from tests.benchmarks.registers import ON, make_register
from tests.benchmarks.timing import Effort, Result, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORDS = "chatelain"
SIZE = (1200, 800)
JUMPS = 40
PAGE = 256
FIRST = 50
# What SQLite itself needs for the first rows by name, each with its position and services.
FIRST_ROWS = (
    "SELECT a.id, a.matricule, a.civility, a.last_name, a.first_name, p.status, p.category,"
    " p.cadre_emplois, p.grade, p.working_time, p.employer_id, (SELECT group_concat(service_id)"
    " FROM assignment s WHERE s.agent_id = a.id AND s.valid_from <= :d AND s.valid_until > :d)"
    " FROM (SELECT id FROM agent ORDER BY name_fold, id LIMIT 50) f JOIN agent a USING (id)"
    " LEFT JOIN position p ON p.agent_id = a.id AND p.valid_from <= :d AND p.valid_until > :d"
)
TARGETS = {
    "first paint": 1.5,
    "jump anywhere, 95 %": 1.5,
    "sort by name": 2.0,
    f"filter “{WORDS}”": 2.0,
}


def run(effort: Effort) -> list[Result]:
    """First rows, first paint, jumps, sort, filter at 100,000 agents; in full also at a million."""
    counts = [10_000 if effort.quick else 100_000]
    if effort.full:
        counts.append(1_000_000)
    results: list[Result] = []
    paints = []
    for count in counts:
        path = make_register(effort.folder / f"{count}.mutu", count, assigned=False)
        results.append(_first_rows(path, f"agents list, {count:,}: first {FIRST} rows", effort))
        floors, ours = [], []
        for _ in range(effort.rounds(7)):
            floors.append(_measure("floor", path))
            ours.append(_measure("ours", path))
        paints.append([each["first paint"] for each in ours])
        results += [
            Result.of(
                f"agents list, {count:,}: {what}",
                [each[what] for each in floors],
                [each[what] for each in ours],
                target,
            )
            for what, target in TARGETS.items()
        ]
    if effort.full:
        small, large = paints
        name = "agents list, first paint, large against small"
        results.append(Result.of(name, small, large, 2))
    return results


def _first_rows(path: Path, name: str, effort: Effort) -> Result:
    """The first rows in the hands of Python, without a window."""
    from mutudesk.domain.listings import ListQuery
    from mutudesk.usecases.opening import open_to_read
    from mutudesk.usecases.queries import agents

    day, query = {"d": ON.isoformat()}, ListQuery(ON)
    with open_to_read(path) as session, closing(sqlite3.connect(path)) as base:
        return compare(
            name,
            lambda: base.execute(FIRST_ROWS, day).fetchall(),
            lambda: agents(session, query).first(FIRST),
            target=10,
            rounds=effort.rounds(25),
        )


def _measure(way: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.agents", way, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


# In the process of its own ------------------------------------------------------------------------


class Shown(Protocol):
    """A list on the screen that can be asked for in another order or with words searched."""

    view: QTableView

    def show(self, *, words: str = "", descending: bool = False) -> None:
        """Ask for the list again."""


class BareModel(QAbstractTableModel):
    """The floor: pages of rows straight from `sqlite3`, the ids once the first page is left."""

    _COLUMNS = (
        "SELECT a.id, a.last_name, a.first_name, a.matricule, p.category, p.cadre_emplois,"
        " p.grade, p.working_time, p.employer_id FROM agent a LEFT JOIN position p"
        " ON p.agent_id = a.id AND p.valid_from <= :d AND p.valid_until > :d WHERE a.id IN ({ids})"
    )

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._base = sqlite3.connect(path)
        self._pages: dict[int, list[Any]] = {}
        self._ids: array[int] | None = None
        self._order = ""
        self._count = 0

    def show(self, *, words: str, descending: bool) -> None:
        """Read the first page of another order, or all ids with words."""
        way = "DESC" if descending else "ASC"
        self._order = f"ORDER BY name_fold {way}, id {way}"
        self.beginResetModel()
        self._pages.clear()
        self._ids = None
        if words:
            found = f"WHERE name_fold LIKE ? {self._order}"
            self._ids = self._read_ids(found, f"%{words}%")
            self._count = len(self._ids)
        else:
            self._count = self._base.execute("SELECT count(*) FROM agent").fetchone()[0]
            self._pages[0] = self._rows(self._read_ids(f"{self._order} LIMIT {PAGE}"))
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        del parent
        return self._count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        del parent
        return 8

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        number, offset = divmod(index.row(), PAGE)
        page = self._pages.get(number)
        if page is None:
            if self._ids is None:
                self._ids = self._read_ids(self._order)
            page = self._rows(self._ids[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
        return page[offset][index.column() + 1]

    def _read_ids(self, rest: str, *values: str) -> array[int]:
        found = self._base.execute(f"SELECT id FROM agent {rest}", values)  # noqa: S608 - ours
        return array("q", (row[0] for row in found))

    def _rows(self, ids: Sequence[int]) -> list[Any]:
        statement = self._COLUMNS.format(ids=",".join(map(str, ids)))
        by_id = {row[0]: row for row in self._base.execute(statement, {"d": ON.isoformat()})}
        return [by_id[each] for each in ids]


class Watch(QObject):
    """Sees whether something was painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


class Bare:
    """A plain table over the bare model."""

    def __init__(self, path: Path) -> None:
        self._model = BareModel(path)
        self.view = QTableView()

    def show(self, *, words: str = "", descending: bool = False) -> None:
        """Ask for the list again."""
        self._model.show(words=words, descending=descending)
        if self.view.model() is not self._model:
            self.view.setModel(self._model)


class Ours:
    """The table of the program over the list of the program."""

    def __init__(self, app: QApplication, path: Path) -> None:
        from mutudesk.ui.look.appearance import Appearance
        from mutudesk.ui.pages.agents.listing import agent_columns
        from mutudesk.ui.widgets.record_table import RecordTable
        from mutudesk.usecases.opening import open_to_read

        self._appearance = Appearance(app)
        self._session = open_to_read(path)
        self._table = RecordTable(agent_columns())
        self.view: QTableView = self._table

    def show(self, *, words: str = "", descending: bool = False) -> None:
        """Ask for the list again."""
        from mutudesk.domain.listings import ListQuery
        from mutudesk.usecases.queries import agents

        query = ListQuery(ON, words, descending=descending)
        self._table.show_source(agents(self._session, query))


def _child(way: str, path: Path) -> dict[str, float]:
    app = QApplication([])
    shown: Shown = Ours(app, path) if way == "ours" else Bare(path)
    view = shown.view
    view.resize(*SIZE)
    view.show()

    watch = Watch()
    view.viewport().installEventFilter(watch)

    def painted(act: Callable[[], object]) -> float:
        """The time of an act to the end of the paint that shows it."""
        watch.seen = False
        begun = time.perf_counter()
        act()
        app.processEvents()
        if not watch.seen:
            view.viewport().repaint()
        return time.perf_counter() - begun

    painted(lambda: None)  # fonts and styles are not the list's business
    bar, rnd = view.verticalScrollBar(), random.Random(1)  # noqa: S311 - places, not secrets
    first = painted(shown.show)
    jumps = [painted(lambda: bar.setValue(rnd.randrange(bar.maximum()))) for _ in range(JUMPS)]
    return {
        "first paint": first,
        "jump anywhere, 95 %": statistics.quantiles(jumps, n=20)[-1],
        "sort by name": painted(lambda: shown.show(descending=True)),
        f"filter “{WORDS}”": painted(lambda: shown.show(words=WORDS)),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_child(sys.argv[1], Path(sys.argv[2]))))
    sys.stdout.flush()
