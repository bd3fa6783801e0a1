"""The demonstration: made once, a fresh copy for each test, and the day the tests look at it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from mutudesk.usecases.creation import create_demonstration

TODAY = date(2026, 11, 23)

# Members of the agglomeration that `tests.builders` does not know.
AULNAT = "216300194"
CHAMALIERES = "216300756"
CHATEAUGAY = "216300996"
DURTOL = "216301416"
GERZAT = "216301648"
LE_CENDRE = "216300699"
ORCINES = "216302638"


def demonstration(folder: Path, name: str = "clermont.mutu") -> Path:
    """A copy of the demonstration in the folder, to do with as one likes."""
    path = folder / name
    path.write_bytes(_made())
    return path


@cache
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "demonstration.mutu"
        create_demonstration(path)
        return path.read_bytes()
