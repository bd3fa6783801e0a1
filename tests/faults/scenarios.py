"""What is done under a fault: what lies there before, the acts, what a user then looks at."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mutudesk.app import main
from mutudesk.domain.findings import RefusedError
from mutudesk.language.messages import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping
    from pathlib import Path

# Called when the user was told that an act is done.
Tell: TypeAlias = "Callable[[], None]"
# What a user looks at, by its name: the facts of a register, the bytes of a file.
Parts: TypeAlias = "Mapping[str, Hashable]"


@dataclass(frozen=True, slots=True)
class Scenario:
    """Some acts in a folder.

    `acts` tells each act that is done and returns the exit code of the first that is refused, or 0.
    `again` writes once more in what is left, as a user would on the next day. When an act is
    refused all parts are as they were, but those whose names begin with one of `ahead`.
    """

    name: str
    prepare: Callable[[Path], object]
    acts: Callable[[Path, Tell], int]
    parts: Callable[[Path], Parts]
    again: Callable[[Path], int]
    ahead: tuple[str, ...] = ()


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """Let the program keep its own data, and thus the backups, below a folder."""
    former = os.environ.get("XDG_DATA_HOME")
    os.environ["XDG_DATA_HOME"] = str(folder / "data")
    try:
        yield
    finally:
        if former is None:
            del os.environ["XDG_DATA_HOME"]
        else:
            os.environ["XDG_DATA_HOME"] = former


@contextmanager
def quietly() -> Iterator[io.BytesIO]:
    """Let what commands of this process say go nowhere but into what is given."""
    said = io.BytesIO()
    former = sys.stdout, sys.stderr
    words = io.TextIOWrapper(said, "utf-8", write_through=True)
    sys.stdout = sys.stderr = words
    try:
        yield said
    finally:
        sys.stdout, sys.stderr = former
        words.detach()  # it would close what was said


def commands(tell: Tell, *lines: tuple[object, ...]) -> int:
    """Run command lines one after the other, until one is refused."""
    for line in lines:
        code = main([str(each) for each in line])
        if code:
            return code
        tell()
    return 0


def in_words(acts: Callable[[], None]) -> int:
    """Run what the window does; write what it would say."""
    try:
        acts()
    except RefusedError as problem:
        sys.stderr.write("\n".join(sentence(each) for each in problem.findings))
        return 1
    return 0


def nothing() -> None:
    """Tell nobody."""
