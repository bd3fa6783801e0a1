"""Starting as a user does: with and without a screen, fast imports, a log without names."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mutudesk import app, log
from mutudesk.usecases import opening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WITHOUT_SCREEN = {
    name: value
    for name, value in os.environ.items()
    if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
}


def _start(
    folder: Path, *arguments: str, environment: dict[str, str] = WITHOUT_SCREEN
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mutudesk", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_without_a_screen_the_window_is_refused_in_words(tmp_path: Path) -> None:
    done = _start(tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_without_a_screen_the_demonstration_and_its_conventions_are_built(tmp_path: Path) -> None:
    first = _start(tmp_path, "--demo")
    assert first.returncode == 0, first.stderr
    folder = tmp_path / "build" / "demo"
    named = [tmp_path / line for line in first.stdout.splitlines()[1:]]
    assert named[0] == folder / "demonstration.mutu"
    assert sorted(named[1:]) == sorted((folder / "conventions").iterdir())
    codes = {path.name.split("-")[1] for path in named[1:]}
    assert len(codes) == 4
    assert "ADS" in codes
    # A second run replaces the demonstration, whatever became of it.
    named[0].write_bytes(b"broken")
    assert _start(tmp_path, "--demo").returncode == 0
    with opening.open_to_write(named[0]):
        held = _start(tmp_path, "--demo")
    assert held.returncode == 1
    assert "Traceback" not in held.stderr


WATCHED = """
import gc, sys
from mutudesk.ui.shell import start
import mutudesk.ui.shell.main_window as module
seen = []
first = module.MainWindow.open_first
def open_first(window, path, *, demonstration):
    seen.append(("sqlalchemy" in sys.modules, gc.isenabled()))
    first(window, path, demonstration=demonstration)
    seen.append(window.registers.path)
    module.QTimer.singleShot(0, window.close)
module.MainWindow.open_first = open_first
from pathlib import Path
path = Path(sys.argv[1]) if sys.argv[1] else None
code = start.open_window(path, demonstration="demo" in sys.argv, language="fr")
print(seen[1], *seen[0], gc.get_freeze_count() > 0, gc.isenabled(), code)
"""


def _watch(folder: Path, *arguments: str) -> list[str]:
    environment = {**WITHOUT_SCREEN, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_file_is_opened_after_the_first_paint(tmp_path: Path) -> None:
    path = tmp_path / "demo.mutu"
    found = _watch(tmp_path, str(path), "demo")
    assert found == [str(path), "False", "False", "True", "True", "0"]
    assert _watch(tmp_path, str(path)) == found  # opened as it is


def test_the_welcome_page_opens_nothing(tmp_path: Path) -> None:
    assert _watch(tmp_path, "") == ["None", "False", "False", "True", "True", "0"]


def test_a_file_that_is_not_there_ends_on_the_welcome_page(tmp_path: Path) -> None:
    assert _watch(tmp_path, str(tmp_path / "none.mutu"))[0] == "None"


IMPORTS = """
import builtins, sys
plain = builtins.__import__
from mutudesk.ui.shell import start
start.import_qt()
print(builtins.__import__ is plain, "PySide6.QtWidgets" in sys.modules)
import PySide6.QtSvg, PySide6.QtPdf, mutudesk.ui.shell.main_window
print(builtins.__import__ is plain)
"""


def test_the_plain_import_is_put_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["True", "True", "True"]


def test_commands_need_no_qt() -> None:
    code = "import sys; from mutudesk.app import main; main(['--version'])"
    watched = (
        f"import atexit, sys; atexit.register(lambda: print('PySide6' in sys.modules)); {code}"
    )
    done = subprocess.run(
        [sys.executable, "-c", watched], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split()[-1] == "False"


@pytest.mark.parametrize(
    ("platform", "names", "expected"),
    [
        ("linux", (), False),
        ("linux", ("DISPLAY",), True),
        ("linux", ("WAYLAND_DISPLAY",), True),
        ("linux", ("QT_QPA_PLATFORM",), True),
        ("win32", (), True),
        ("darwin", (), True),
    ],
)
def test_where_a_window_can_be_shown(
    monkeypatch: pytest.MonkeyPatch, platform: str, names: tuple[str, ...], expected: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name in names:
        monkeypatch.setenv(name, "x")
    monkeypatch.setattr(sys, "platform", platform)
    assert app.has_display() is expected


@pytest.fixture
def handler(tmp_path: Path) -> Iterator[logging.Handler]:
    logger = logging.getLogger("mutudesk")
    before = logger.propagate, logger.level
    made = log.set_up_logging(tmp_path / "log")
    yield made
    logger.removeHandler(made)
    made.close()
    logger.propagate, logger.level = before


def _logged(tmp_path: Path) -> str:
    return (tmp_path / "log" / log.FILE_NAME).read_text(encoding="utf-8")


@pytest.mark.usefixtures("handler")
def test_the_log_holds_codes_and_places_but_no_names(tmp_path: Path) -> None:
    logger = logging.getLogger("mutudesk.usecases")
    try:
        int("Mme Lucie Essai")
    except ValueError:
        logger.exception("failed for %s (%s, %d)", "Mme Lucie Essai", "file_missing", 3)
    logger.warning("of %(who)s", {"who": "Lucie Essai"})
    text = _logged(tmp_path)
    assert "Essai" not in text
    assert "file_missing, 3" in text
    assert "ValueError" in text
    assert "test_start.py" in text
    assert str(tmp_path) not in text


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way", encoding="utf-8")
    logger = logging.getLogger("mutudesk")
    before = logger.propagate, logger.level
    made = log.set_up_logging(tmp_path / "log")
    logger.warning("unheard")
    assert isinstance(made, logging.NullHandler)
    logger.removeHandler(made)
    logger.propagate, logger.level = before


def test_a_file_that_takes_no_line_is_not_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / log.FILE_NAME).mkdir()
    logger = logging.getLogger("mutudesk")
    before = logger.propagate, logger.level
    made = log.set_up_logging(tmp_path)
    logger.warning("unheard")
    logger.removeHandler(made)
    logger.propagate, logger.level = before
    assert capsys.readouterr().err == ""
