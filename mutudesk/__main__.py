"""`python -m mutudesk`."""

from __future__ import annotations

import sys

from mutudesk.app import main

sys.exit(main())
