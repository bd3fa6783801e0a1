"""Freeze the schema of the present revision, as statements by kind and name.

    python tools/schema.py

A register is held against `resources/schemas/<revision>.json` when it is opened. What a released
revision made never changes: a file there is only written for a new one.
"""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import create_engine

from mutudesk.storage.schema import REVISION, create_schema
from mutudesk.storage.schema_text import texts_of

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "schemas"


def main() -> None:
    """Write the file of the present revision."""
    (FOLDER / f"{REVISION}.json").write_text(present_schema(), encoding="utf-8")


def present_schema() -> str:
    """Every statement that makes a new register, as JSON."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        create_schema(connection)
        texts = texts_of(connection)
    return json.dumps(texts, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
