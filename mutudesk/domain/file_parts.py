"""What a register file is made of, and how one part of it may differ from what a program made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class FilePart(Enum):
    """One kind of part; the value is what SQLite calls it."""

    TABLE = "table"
    INDEX = "index"
    TRIGGER = "trigger"
    VIEW = "view"


class Deviation(Enum):
    """How a part differs: it is gone, nobody knows it, or it is not as it was made."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class PartDeviation:
    """One part that differs; `detail` holds what of its text was added (+) or taken away (-)."""

    part: FilePart
    name: str
    how: Deviation
    detail: str = ""

    @property
    def hinders_reading(self) -> bool:
        """Tell whether reading facts could meet it.

        Nobody asks for a view that is not the program's, and nothing sets off a trigger by reading.
        """
        if self.part in {FilePart.TRIGGER, FilePart.VIEW}:
            return False
        return self.part is FilePart.TABLE or self.how is not Deviation.MISSING
