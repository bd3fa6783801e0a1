"""What every test gets: no screen, no network, own folders, no dialog that waits for ever."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections import deque
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Before any import of Qt, platformdirs or the program: they read the environment once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = Path(tempfile.mkdtemp(prefix="mutudesk-tests-"))
_NUMBERS = count(1)
for _variable, _folder in {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_DOCUMENTS_DIR": "documents",
    "WIN_PD_OVERRIDE_APPDATA": "data",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "data",
    "WIN_PD_OVERRIDE_PERSONAL": "documents",
}.items():
    (_HOME / _folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[_variable] = str(_HOME / _folder)
for _variable in (
    "MUTUDESK_RESOURCES",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
):
    os.environ.pop(_variable, None)

import pytest  # noqa: E402 - after the environment
from hypothesis import HealthCheck, settings  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

settings.register_profile("default", deadline=None)
# The same examples at every run, so that a failure there is one to look at.
settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# A first look while working: `make fast`.
settings.register_profile("fast", deadline=None, max_examples=5, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a QApplication, and those that start the whole program."""
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.slow)
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.gui)


def pytest_unconfigure() -> None:
    """Remove the folders of this session."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def own_data_folder() -> Iterator[None]:
    """Give a test backups of its own: most registers of the tests begin as copies of one.

    With a patch of its own: `monkeypatch` is to be undone before what looks at the end of a test.
    """
    folder = str(_HOME / "own" / str(next(_NUMBERS)) / "data")
    variables = ("XDG_DATA_HOME", "WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
    with pytest.MonkeyPatch.context() as patch:
        for variable in variables:
            patch.setenv(variable, folder)
        yield


# Network ------------------------------------------------------------------------------------------


class NetworkError(AssertionError):
    """A test reached for the network."""


def _is_local(address: object) -> bool:
    """Say whether an address stays on this machine: a path (Unix socket) or the loopback."""
    if not isinstance(address, tuple):
        return True
    return address[0] in {"localhost", "::1", "0.0.0.0", "::", ""} or str(address[0]).startswith(  # noqa: S104 - compared, not bound
        "127."
    )


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""

    def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, address: object, *rest: object) -> object:
            if not _is_local(address):
                message = f"network access in a test: {address!r}"
                raise NetworkError(message)
            return method(self, address, *rest)

        return call

    resolve = socket.getaddrinfo

    def guarded_resolve(host: object, *arguments: Any, **options: Any) -> object:  # noqa: ANN401 - passed on
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not _is_local((name,)):
            message = f"name looked up in a test: {name!r}"
            raise NetworkError(message)
        return resolve(name, *arguments, **options)  # type: ignore[arg-type] # passed on

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", guarded_resolve)
        yield


# Dialogs ------------------------------------------------------------------------------------------


class UnexpectedDialogError(AssertionError):
    """A dialog opened that the test did not expect: without this it would wait for ever."""


class Dialogs:
    """The answers a test gives to modal dialogs, in order, and the questions it was asked.

    `answer("QMessageBox.question", button)` gives a value. `answer("QDialog.exec", function)` calls
    the function with the arguments of the call, the dialog first, and gives what it returns. A
    class stands for those derived from it: "QDialog.exec" answers a dialog of ours, not a
    QMessageBox.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.unexpected: list[str] = []
        self._answers: dict[str, deque[Any]] = {}

    def answer(self, call: str, value: object) -> None:
        """Expect one more call and say what it gives."""
        self._answers.setdefault(call, deque()).append(value)

    def unused(self) -> list[str]:
        """Return the expected calls that did not come."""
        return [call for call, values in self._answers.items() for _ in values]

    def take(self, call: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> object:
        """Give the next answer to a call.

        Raises:
            UnexpectedDialogError: The test expects no such call.
        """
        self.asked.append((call, arguments))
        values = self._answers.get(call)
        if not values:
            texts = [value for value in arguments if isinstance(value, str)]
            self.unexpected.append(f"{call}({', '.join(map(repr, texts))})")
            raise UnexpectedDialogError(self.unexpected[-1])
        value = values.popleft()
        return value(*arguments, **options) if callable(value) else value


DIALOG_CALLS = {
    "QDialog": ("exec",),
    "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
    "QFileDialog": (
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QColorDialog": ("getColor",),
    "QFontDialog": ("getFont",),
    "QPrintDialog": ("exec",),  # its own, not that of QDialog
}
# QMenu.exec is not there: PySide6 finds it past the class, out of reach. Menus are tested by their
# actions. These have an `exec` of QDialog; a test names the class it means.
DIALOG_KINDS = ("QMessageBox", "QFileDialog", "QInputDialog")


def _guard(dialogs: Dialogs, owner: str, name: str) -> Callable[..., object]:
    """Return what takes the place of one blocking call."""

    def call(*arguments: Any, **options: Any) -> object:  # noqa: ANN401 - any signature of Qt
        kind = owner
        if name == "exec" and arguments:
            bases = {base.__name__ for base in type(arguments[0]).__mro__}
            kind = next((each for each in DIALOG_KINDS if each in bases), owner)
        return dialogs.take(f"{kind}.{name}", arguments, options)

    return call


@pytest.fixture
def dialogs() -> Dialogs:
    """The script of the modal dialogs of this test; none is expected at first."""
    return Dialogs()


@pytest.fixture(autouse=True)
def _scripted_dialogs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no modal dialog open that the test did not script, and want all those it did."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6 import QtPrintSupport, QtWidgets

    script: Dialogs = request.getfixturevalue("dialogs")
    with pytest.MonkeyPatch.context() as patch:
        for owner, names in DIALOG_CALLS.items():
            home = QtPrintSupport if owner == "QPrintDialog" else QtWidgets
            for name in names:
                guard = _guard(script, owner, name)
                static = name != "exec"
                patch.setattr(getattr(home, owner), name, staticmethod(guard) if static else guard)
        yield
    # An exception in a slot does not reach the test: say it here.
    assert not script.unexpected, f"dialogs that the test did not expect: {script.unexpected}"
    assert not script.unused(), f"dialogs that the test expected in vain: {script.unused()}"
