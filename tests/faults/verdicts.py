"""What is wrong in a folder after a crash or a fault, held against what a user was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults import calls
from tests.faults.judging import UnsoundError, left_over, problems_of_seals
from tests.faults.sayings import DONE, Refusal, of_saying, untrue_of_done
from tests.faults.scenarios import at_home, quietly

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from tests.faults.forks import Outcome
    from tests.faults.scenarios import Parts, Scenario


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run with a fault ended: what was said, how many acts were told done, what failed."""

    outcome: Outcome
    told: int
    counted: int
    failed_kind: str


@dataclass(frozen=True, slots=True)
class Judge:
    """Says what is wrong; `states` are what a user sees after each act when nothing fails."""

    scenario: Scenario
    states: list[Parts]
    place: Path

    def after_crash(self, told: int) -> list[str]:
        """What is wrong when power or process went after so many acts were told done."""
        return self._collected(self._crashed(told))

    def after_fault(
        self, ran: Ran, *, can_clear: bool = False, before: Container[str] = ()
    ) -> list[str]:
        """What is wrong when a call of the disk failed.

        `can_clear` tells whether the program could still remove what it made; `before` is what lay
        there then.
        """
        found = [*of_saying(ran.outcome), *self._collected(self._faulty(ran))]
        if can_clear and ran.failed_kind != calls.REMOVE:
            found += [f"left over: {name}" for name in left_over(self.place, before)]
        found += self._collected(self._after_next_write())
        return [f"{each} ({ran.failed_kind})" for each in found]

    def _collected(self, found: Iterator[str]) -> list[str]:
        problems = []
        with at_home(self.place):
            try:
                for each in found:
                    problems.append(each)  # noqa: PERF402 - what was found before it raises counts
            except UnsoundError as problem:
                problems.append(f"not sound: {problem}")
        return problems

    def _crashed(self, told: int) -> Iterator[str]:
        """Each part is as it was when the last act was told done, or as the next one makes it."""
        parts = self.scenario.parts(self.place)
        done, *begun = self.states[told : told + 2]
        for name in sorted({*parts, *done, *(each for state in begun for each in state)}):
            may_be = [state.get(name) for state in (done, *begun)]
            if parts.get(name) in may_be:
                continue
            earlier = [state.get(name) for state in self.states[:told]]
            is_lost = parts.get(name) in earlier or name not in parts
            yield f"told done and not there: {name}" if is_lost else f"neither old nor new: {name}"
        yield from problems_of_seals(self.place)
        yield from self._after_next_write()

    def _faulty(self, ran: Ran) -> Iterator[str]:
        parts, done, ahead = (
            self.scenario.parts(self.place),
            self.states[ran.told],
            self.scenario.ahead,
        )
        if ran.outcome.code == DONE:
            said = ran.outcome.out + ran.outcome.err
            yield from untrue_of_done(said, parts, self.states[-1], ahead)
        else:
            after = self.states[min(ran.told + 1, len(self.states) - 1)]
            yield from Refusal(ran.outcome, done, after, ahead).untrue(parts, self.place)
        yield from problems_of_seals(self.place)

    def _after_next_write(self) -> Iterator[str]:
        """What is wrong once a user has written again."""
        with quietly() as said:
            code = self.scenario.again(self.place)
        if code:
            words = said.getvalue().decode()
            yield f"the next write is refused: {words}"
        self.scenario.parts(self.place)
        for name in left_over(self.place):
            yield f"left after the next write: {name}"
