"""Whatever is written on the command line or in a file: an exit code, words, and no traceback."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mutudesk.app import main
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from tests.demonstration import demonstration

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.sampled_from(
    [
        "init", "demo", "import", "export", "authorities", "print", "check", "all", "rne-maires",
        *(kind.value for kind in ExchangeKind),
        "--epci", "--on", "--service", "--commune", "--agent", "--format", "--out", "--dry-run",
        "--close-previous", "--db", "--lang", "--help", "--version", "csv", "json", "fr", "en",
        "2016-09-01", "30/02/2016", "9999", "246300701", "216300327", "ADS", "A-0377", "fichiers",
        "absent.csv", "agents.csv", ".", "", "-", "--", "é", "e\u0301", "\udce9", "%s",
        "x" * 300, "a\nb", "\u202e", "'; --", "=cmd()", "<b>", "${HOME}", "*",
    ]
)  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(
        [
            "", " ", "246300701", "216300327", "ADS", "PC", "A-0377", "Maire", "oui", "2016-09-01",
            "31/12/2999", "30/02/2016", "100", "37,5", "0", "NaN", "titulaire", "adherente",
            "63001", "L5211-4-2", "epci", "DP+PC", '"', '""', ";", "=1+1", "'=1", "\u2028",
            "\ufeff",
            "x" * 3_000,
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration, in which commands are tried."""
    place = tmp_path_factory.mktemp("essais")
    demonstration(place, "demonstration.mutu")
    (place / "fichiers").mkdir()
    return place


def outcome(*arguments: str) -> tuple[int, str]:
    """The exit code of a command run in this process, and what it says on standard error."""
    out, err = TextIOWrapper(BytesIO(), encoding="utf-8"), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([*arguments])
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
    return code, err.getvalue()


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=7))
def test_any_words(folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    """The window is never asked for, and the register stays what it is."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr("mutudesk.app.has_display", lambda: False)
    register = folder / "demonstration.mutu"
    before = hashlib.sha256(register.read_bytes()).hexdigest()
    code, said = outcome("--db", "demonstration.mutu", *words)
    assert code in {0, 1, 2}
    assert "Traceback" not in said
    assert "imprévu" not in said
    assert (code == 0) == (said == "")
    assert hashlib.sha256(register.read_bytes()).hexdigest() == before


@settings(max_examples=50)
@given(st.sampled_from(ExchangeKind), st.data())
def test_any_cells(folder: Path, kind: ExchangeKind, data: st.DataObject) -> None:
    header = layout_of(kind).header
    row = st.lists(CELLS, min_size=len(header) - 1, max_size=len(header) + 1)
    rows = data.draw(st.lists(row, max_size=4))
    lines = [";".join(header), *(";".join(cells) for cells in rows)]
    text = data.draw(st.sampled_from(["\n", "\r\n"])).join(lines)
    take(folder, kind, text.encode("utf-8"))


@settings(max_examples=25)
@given(st.sampled_from(ExchangeKind), st.binary(max_size=200))
def test_any_bytes(folder: Path, kind: ExchangeKind, data: bytes) -> None:
    take(folder, kind, data)


def take(folder: Path, kind: ExchangeKind, data: bytes) -> None:
    """An import is taken or refused in words, tried and done alike."""
    register = folder / "copie.mutu"
    shutil.copy(folder / "demonstration.mutu", register)
    given_file = folder / "fichiers" / "essai.csv"
    given_file.write_bytes(data)
    before = register.read_bytes()
    arguments = ["--db", str(register), "import", kind.value, str(given_file)]
    trial = outcome(*arguments, "--dry-run")
    assert register.read_bytes() == before
    code, said = outcome(*arguments)
    assert trial == (code, said)
    assert code in {0, 1}
    assert "imprévu" not in said
    if code:
        assert register.read_bytes() == before
        first, *reasons = said.splitlines()
        assert first
        assert reasons
