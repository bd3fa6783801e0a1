"""All scenarios, in the order of the table."""

from __future__ import annotations

from tests.faults.file_scenarios import BACKUP, COPY, EXPORT, PRINT
from tests.faults.register_scenarios import IMPORT, INIT, MIGRATION, SAVE

SCENARIOS = (SAVE, IMPORT, EXPORT, PRINT, INIT, COPY, BACKUP, MIGRATION)
