"""One flipped bit of a register: `check` finds it, or the facts are unchanged."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from mutudesk.app import main
from mutudesk.usecases.opening import open_to_write
from tests.faults.disk import Tree
from tests.faults.forks import call
from tests.faults.recordings import lay, tree_of
from tests.faults.register_scenarios import REGISTER, new_register, steps
from tests.faults.results import Result
from tests.faults.running import PLACE, work_folder
from tests.faults.sayings import DONE, of_saying
from tests.faults.scenarios import at_home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BITS = 8


def flipped_bits(count: int, seed: int) -> Result:
    """Flip so many bits, one at a time, in a register that was worked in."""
    result, chance = Result(), random.Random(f"bits {seed}")  # noqa: S311
    with work_folder() as folder, at_home(folder):
        path = _worked_in(folder / "sain")
        sound = path.read_bytes()
        call(lambda: _export(path, folder / "export"))
        exported = tree_of(folder / "export").files
        for _ in range(count):
            at, bit = chance.randrange(len(sound)), chance.randrange(_BITS)
            data = bytearray(sound)
            data[at] ^= 1 << bit
            lay(Tree({REGISTER: bytes(data)}), folder / PLACE)
            result.add([*_problems(folder / PLACE, exported)], f"bit {bit} of byte {at}")
    return result


def _worked_in(folder: Path) -> Path:
    path = new_register(folder)
    with open_to_write(path) as session:
        for number in range(3):
            for each in steps(session, f"P-{number}")[: 3 + number]:
                each()
    return path


def _export(path: Path, folder: Path) -> int:
    return main(["--db", str(path), "export", "all", str(folder)])


def _problems(place: Path, exported: dict[str, bytes]) -> Iterator[str]:
    path = place / REGISTER
    checked = call(lambda: main(["--db", str(path), "check"]))
    yield from (f"check {each}" for each in of_saying(checked))
    given = call(lambda: _export(path, place / "export"))
    yield from (f"export {each}" for each in of_saying(given))
    if checked.code == DONE and given.code == DONE:
        if tree_of(place / "export").files != exported:
            yield "facts changed, and check finds nothing"
    elif checked.code == DONE:
        yield "check finds nothing, and export is refused"
