"""All scenarios, in the order of the table."""

from __future__ import annotations

from tests.faults.backup_scenarios import BACKUPS, RESTORE
from tests.faults.file_scenarios import COPY, EXPORT, PRINT
from tests.faults.register_scenarios import IMPORT, INIT, MIGRATION, SAVE

SCENARIOS = (SAVE, IMPORT, EXPORT, PRINT, INIT, COPY, BACKUPS, RESTORE, MIGRATION)
