"""What a command says, held against what is there: no lie, no traceback, no silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.faults.forks import Outcome
    from tests.faults.scenarios import Parts

DONE, REFUSED = 0, 1
_UNTOLD = ("Traceback", "cas imprévu", "unexpected")
# Written although refused: the one case in which that is said.
_UNSETTLED = "a été écrit, mais"
_UNSETTLED_FILE = re.compile(rf"«\s*(.+?)\s*» {_UNSETTLED}")
_UNCHANGED = re.compile(
    r"rien n['’](est|a été) (modifié|changé|restauré)|n['’]a pas été modifié", re.IGNORECASE
)


def of_saying(outcome: Outcome) -> Iterator[str]:
    """What is wrong with how a command ended and what it said, whatever there is."""
    if outcome.code not in {DONE, REFUSED}:
        yield f"ends with {outcome.code}"
    for words in _UNTOLD:
        if words in outcome.err:
            yield f"says “{words}”"
    if outcome.code == REFUSED and not outcome.err.strip():
        yield "refused without a word"


def untrue_of_done(said: str, parts: Parts, wanted: Parts, ahead: tuple[str, ...]) -> Iterator[str]:
    """What is not there although an act was told done; a backup may be missed, with words."""
    may_miss = ahead if said.strip() else ()
    for name in sorted({*parts, *wanted}):
        if parts.get(name) != wanted.get(name) and not (may_miss and name.startswith(may_miss)):
            yield f"said done, and is not: {name}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refused act: what a user saw before it, and would have seen after it.

    Parts whose names begin with one of `ahead` may be written although the act is refused.
    """

    outcome: Outcome
    done: Parts
    after: Parts
    ahead: tuple[str, ...]

    def untrue(self, parts: Parts, place: Path) -> Iterator[str]:
        """What is not as was said, in a folder where a user sees these parts."""
        said, done, after = self.outcome.err, self.done, self.after
        differing = [name for name in {*parts, *done} if parts.get(name) != done.get(name)]
        early = [name for name in differing if not name.startswith(self.ahead)]
        # What an earlier act could not back up was said then.
        missed = [each for each in differing if each not in parts and each not in early]
        if any(parts.get(name) != after.get(name) for name in {*differing} - {*missed}):
            yield "half"
        elif missed and not self.outcome.out.strip():
            yield f"not there, without a word: {missed[0]}"
        elif early and _UNSETTLED not in said:
            yield f"said refused, and written: {min(early)}"
        elif early and _UNCHANGED.search(said):
            yield "said unchanged, and written"
        for name, path in _below(place, _UNSETTLED_FILE.findall(said)):
            # What is no part, such as a seal, only has to be there.
            if not path.exists() or (name in after and parts.get(name) != after[name]):
                yield "said written, and is not"
        listed = (line.partition("\t")[0] for line in self.outcome.out.splitlines())
        for name, _path in _below(place, listed):
            if parts.get(name) not in {done.get(name), after.get(name)} or name not in parts:
                yield "said written, and is not"


def _below(place: Path, paths: Iterable[str]) -> Iterator[tuple[str, Path]]:
    for path in map(Path, paths):
        if path.is_relative_to(place):
            yield str(path.relative_to(place)), path
