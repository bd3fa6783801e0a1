"""How reportlab is set up, once and before anything is drawn (`mutudesk.documents.fonts` does it).

Four defaults of reportlab are wrong for a legal document: it would obey addresses of pictures in a
text, it stamps the hour into the file, it takes the narrow no-break space for a place to break a
line, and it cuts long names at the margin (`breaking`).
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.lib.utils import TimeStamp
from reportlab.platypus import paragraph

from mutudesk.documents.breaking import break_after_hyphens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

NARROW_SPACE = "\u202f"
_EPOCH_ORDINAL = 719_163  # date(1970, 1, 1).toordinal()
_SECONDS_A_DAY = 86_400


def configure() -> None:
    """Make output repeatable and deaf to addresses and colour expressions in texts. Idempotent."""
    rl_config.invariant = 1
    rl_config.useA85 = 0  # 8 % smaller files
    rl_config.trustedSchemes = ["data"]
    rl_config.trustedHosts = None
    rl_config.toColorCanUse = None  # type: ignore[assignment]  # stub: str only
    _keep_narrow_spaces()
    break_after_hyphens()


def _keep_narrow_spaces() -> None:
    """Leave U+202F in its word: reportlab 5.1 would break the line there and print a plain space.

     The three names are private and have no stub; `tests/documents/test_engine.py` notices when a
    new version renames them.
    """
    spaces: str = paragraph._wsc  # type: ignore[attr-defined]  # noqa: SLF001
    if NARROW_SPACE not in spaces:
        return
    kept = spaces.replace(NARROW_SPACE, "")
    cut: Callable[[str], list[str]] = re.compile(f"[{re.escape(kept)}]+").split

    def split(text: str | bytes, delim: str | bytes | None = None) -> list[str]:
        whole = text.decode() if isinstance(text, bytes) else text
        if delim is None:
            return cut(whole)
        return whole.split(delim.decode() if isinstance(delim, bytes) else delim)

    paragraph._wsc = kept  # type: ignore[attr-defined]  # noqa: SLF001
    paragraph._wsc_re_split = cut  # type: ignore[attr-defined]  # noqa: SLF001
    paragraph._wsc_end_search = re.compile(f"[{re.escape(kept)}]+$").search  # type: ignore[attr-defined]  # noqa: SLF001
    paragraph.split = split  # type: ignore[attr-defined]


def midnight(day: date) -> TimeStamp:
    """The file date of a document: midnight (UTC) of the day it is dated, never the day's hour."""
    stamp = TimeStamp(1)
    seconds = (day.toordinal() - _EPOCH_ORDINAL) * _SECONDS_A_DAY
    # Not time.gmtime: Windows refuses days before 1970.
    parts = time.struct_time((*day.timetuple()[:3], 0, 0, 0, *day.timetuple()[6:8], 0))
    stamp.t = seconds
    stamp.lt = parts
    stamp.YMDhms = tuple(parts)[:6]
    return stamp
