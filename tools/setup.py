"""Set MutuDesk up inside this clone and run it: the one entry point behind `make` and `.ci/run`.

    python3 tools/setup.py run [arguments of mutudesk]      (Windows: py tools/setup.py run)
    python3 tools/setup.py test [arguments of pytest]
    python3 tools/setup.py fast | mutants | faults | bench | screens | lint | lock | prepare | wheel

Only the standard library. What is missing on the machine is looked for first, all of it; then, as
root where apt-get exists, one apt-get line is printed and run; anywhere else that line is printed
and nothing happens. The rest stays in `.venv`: the locked packages, checked by their hashes, and
the project itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Started by its path, so that nothing has to be installed for it.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.launcher.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
