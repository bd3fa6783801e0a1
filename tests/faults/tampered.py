"""Tampered schemas and journals, hostile files: the tests of the storage, told as one line."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from tests.faults.results import Result
from tests.faults.shim import ROOT

TESTS = ("tests/storage/tampered", "tests/storage/test_hostile_files.py")


def tampered() -> Result:
    """Run them in a process without the shim."""
    environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS]
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True
    )
    result = Result()
    counted = dict.fromkeys(("passed", "failed", "error"), 0)
    for number, what in re.findall(r"(\d+) (passed|failed|error)", done.stdout):
        counted[what] = int(number)
    for _ in range(counted["passed"]):
        result.add([], "")
    for name in re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE):
        result.add([name], "")
    if done.returncode != 0 and not result.failed:
        result.add([f"pytest ends with {done.returncode}"], done.stderr[-500:])
    return result
