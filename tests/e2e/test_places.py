"""What a command says of a place that takes no file, and that it leaves it alone."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from mutudesk.app import main
from tests.builders import EPCI, make_register, world
from tests.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "est un tube entre programmes, pas un fichier"),
    "device": (lambda path: path.symlink_to("/dev/full"), "est un périphérique, pas un fichier"),
    "folder": (lambda path: path.mkdir(), "est un dossier. Indiquez un nom de fichier."),
    "circle": (lambda path: path.symlink_to(path.name), "est un lien qui tourne en rond"),
}
COMMANDS = {
    "export": ("export", "agents", "{place}"),
    "export all": ("export", "all", "{folder}"),
    "print": ("print", "authorities", "--on", "2016-09-01", "--replace", "--out", "{place}"),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_place_that_takes_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, odd: str
) -> None:
    folder, (put, words) = tmp_path / "sortie", ODD[odd]
    if (command, odd) == ("export all", "device"):
        words = "est un lien qui mène hors du dossier"
    folder.mkdir()
    put(folder / "agents.csv")
    before = (folder / "agents.csv").lstat()
    given = [each.format(place=folder / "agents.csv", folder=folder) for each in COMMANDS[command]]
    assert main(["--db", str(make_register(tmp_path, world())), *given]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert words in plain(said.err)
    assert str(folder / "agents.csv") in said.err
    after = (folder / "agents.csv").lstat()
    assert (after.st_ino, stat.S_IFMT(after.st_mode)) == (
        before.st_ino,
        stat.S_IFMT(before.st_mode),
    )
    assert [each.name for each in folder.iterdir()] == ["agents.csv"]


@pytest.mark.parametrize(("length", "words"), [(230, "Registre créé"), (250, "est trop long")])
def test_a_long_name_of_a_register(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], length: int, words: str
) -> None:
    path = tmp_path / ("r" * length)
    done = main(["--db", str(path), "init", "--epci", EPCI])
    said = capsys.readouterr()
    assert (done, words in plain(said.out + said.err)) == (int(length > 247), True)
    if not done:
        assert main(["--db", str(path), "check"]) == 0
