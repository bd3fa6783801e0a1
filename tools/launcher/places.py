"""The paths of this clone that the launcher knows."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "mutudesk-stamp.json"
GUARD = ROOT / ".venv.lock"
BUILD = ROOT / "build"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
