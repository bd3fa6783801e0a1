"""Where pip finds packages: the user's own settings, less the sources that do not answer.

pip asks every source for every package and waits for each; one folder that is gone or one host
that does not resolve costs a minute and a page of warnings. Each source is looked at once before.
"""

from __future__ import annotations

import ast
import os
import re
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from urllib.request import getproxies, url2pathname

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# What is taken from the user's settings: how to find packages. Not where to put them, nor which:
# user, target, constraint, no-binary and the like stop here.
SETTINGS = frozenset(
    {
        "cache-dir",
        "cert",
        "client-cert",
        "default-timeout",
        "extra-index-url",
        "find-links",
        "index-url",
        "keyring-provider",
        "no-cache-dir",
        "no-index",
        "proxy",
        "retries",
        "timeout",
        "trusted-host",
        "use-feature",
    }
)
_LINE = re.compile(r"(?P<section>\S+?)\.(?P<name>[^.=]+)=(?P<value>.*)")
_SECTIONS = ("global", "install", ":env:")  # in the order in which pip lets them win
_DEFAULT_INDEX = re.compile(r"Package\s+Index\s+\(default\s+(\S+?)\)")
CONNECT_SECONDS = 3.0
WHOLE_SECONDS = 10.0


class Sources(NamedTuple):
    """The settings to hand to pip, and the sources left out of them."""

    settings: dict[str, str]
    silent: list[str]


def parse_settings(listing: str) -> dict[str, str]:
    """Read what `pip config list` prints; keep what says how to find packages."""
    found: dict[tuple[str, str], str] = {}
    for line in listing.splitlines():
        match = _LINE.fullmatch(line)
        if match and match["name"] in SETTINGS and match["section"] in _SECTIONS:
            found[match["section"], match["name"]] = str(ast.literal_eval(match["value"]))
    return {
        name: value
        for section in _SECTIONS
        for (place, name), value in found.items()
        if place == section and value.strip()
    }


def default_index(help_text: str) -> str | None:
    """Return the index that pip asks when none is set, as its help names it."""
    match = _DEFAULT_INDEX.search(help_text)
    return match[1] if match else None


def answers(source: str) -> bool:
    """Say whether a folder is there, or whether a host takes a connection."""
    parts = urlsplit(source)
    if parts.scheme == "file":
        return Path(url2pathname(parts.path)).exists()
    if parts.scheme not in {"http", "https"}:
        return Path(source).expanduser().exists()
    if parts.scheme in getproxies():
        return True  # the proxy resolves the name
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        socket.create_connection((parts.hostname or "", port), CONNECT_SECONDS).close()
    except (OSError, ValueError):
        return False
    return True


def silent_among(
    sources: Sequence[str],
    look: Callable[[str], bool] = answers,
    limit: float = WHOLE_SECONDS,
) -> set[str]:
    """Return the sources that do not answer, asking all at once; `limit` is in seconds."""
    good: set[str] = set()

    def ask(source: str) -> None:
        if look(source):
            good.add(source)

    # Daemon threads: a name server that never answers must not hold the set-up.
    threads = [threading.Thread(target=ask, args=(each,), daemon=True) for each in set(sources)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(limit)
    return set(sources) - good


def answering(
    settings: Mapping[str, str],
    default: str | None,
    look: Callable[[str], bool] = answers,
) -> Sources:
    """Leave out the sources that do not answer; `default` is the index asked when none is set.

    If none of them answers, nothing is left out: pip then says in its own words what is wrong.
    """
    kept = dict(settings)
    offline = settings.get("no-index", "").strip().lower() in {"1", "true", "yes", "on"}
    first = settings.get("index-url", default or "")
    indexes = [] if offline else [*first.split(), *settings.get("extra-index-url", "").split()]
    links = settings.get("find-links", "").split()
    # A proxy that only pip knows of resolves the names.
    asked = [each for each in [*indexes, *links] if "proxy" not in settings or "://" not in each]
    silent = silent_among(asked, look)
    good_indexes = [each for each in indexes if each not in silent]
    good_links = [each for each in links if each not in silent]
    if not silent or not (good_indexes or good_links):
        return Sources(kept, [])
    for name in ("index-url", "extra-index-url", "find-links"):
        kept.pop(name, None)
    if good_indexes:
        kept["index-url"] = good_indexes[0]
        kept["extra-index-url"] = " ".join(good_indexes[1:])
    elif not offline and default is not None:
        kept["no-index"] = "1"
    kept["find-links"] = " ".join(good_links)
    return Sources(
        {name: value for name, value in kept.items() if value}, [s for s in asked if s in silent]
    )


def as_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return settings as the variables that pip reads, and keep it from its own files."""
    named = {"PIP_" + name.upper().replace("-", "_"): value for name, value in settings.items()}
    return {**named, "PIP_CONFIG_FILE": os.devnull}
