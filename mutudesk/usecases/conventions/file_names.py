"""Names of files made from codes that an office chose: safe on every system, never two alike."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold

if TYPE_CHECKING:
    from datetime import date

LONGEST_NAME = 120  # bytes
_FALLBACK = "document"
_DIGEST_LENGTH = 6
_LONGEST_CODE, _LONGEST_BODY = 30, 40  # of 120, with kind, SIREN, day and digest
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)


def safe_filename(text: str) -> str:
    """A text as the name of a file, without its suffix: at most 120 bytes, never empty.

    No separator, no control or invisible sign, no name that Windows keeps for itself, nothing that
    begins like an option or a hidden file. Two texts may give one name: see `file_stem`.
    """
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(sign for sign in composed if unicodedata.category(sign)[0] != "C")
    spaced = "".join(" " if unicodedata.category(sign)[0] == "Z" else sign for sign in visible)
    joined = _FORBIDDEN.sub("-", spaced).strip(" .-")
    shortened = _cut(joined, LONGEST_NAME)
    if _RESERVED.fullmatch(shortened.split(".", 1)[0].rstrip()):
        shortened = _cut(f"_{shortened}", LONGEST_NAME)
    return shortened or _FALLBACK


def file_stem(
    kind: str, code: str, siren: str, *, name: str = "", effect: date | None = None
) -> str:
    """The name, without suffix, of a document about a service and a body, from a day of effect.

    Like "convention-ADS-chamalieres-216300756-effet-2017-01-01". It ends with a mark of the very
    code unless that stands in it whole and in capitals: so `A/B` and `A-B`, `ads` and `ADS` never
    share a file, also where capitals count as small letters.
    """
    shown = safe_filename(f"_{code}")[1:]
    body = _NO_LETTER.sub("-", fold(name)).strip("-")[:_LONGEST_BODY].strip("-")
    day = f"effet-{effect.isoformat()}" if effect is not None else ""
    if shown == code == code.upper():
        return safe_filename("-".join(part for part in (kind, code, body, siren, day) if part))
    digest = hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LENGTH]
    parts = (kind, _cut(shown, _LONGEST_CODE), body, siren, day, digest)
    return safe_filename("-".join(part for part in parts if part))


def _cut(text: str, length: int) -> str:
    """The first `length` bytes, whole characters only."""
    return text.encode("utf-8", "ignore")[:length].decode("utf-8", "ignore").rstrip(" .-")
