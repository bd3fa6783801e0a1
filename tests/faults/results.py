"""What came of many trials."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Result:
    """How many of how many survived, and what failed: how often each, and one example."""

    tried: int = 0
    survived: int = 0
    seconds: float = 0.0
    failed: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, problems: list[str], words: str) -> None:
        """Count one trial; `words` say which."""
        self.tried += 1
        self.survived += not problems
        for each in dict.fromkeys(problems):
            self.failed[each] += 1
            self.examples.setdefault(each, words)
