"""Where pip finds packages: the user's settings, less what does not answer."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tools.launcher import sources

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "https://index.example/simple"
OTHER = "https://other.example/simple"


def test_settings_are_those_that_say_how_to_find_packages() -> None:
    lines = [
        ":env:.index-url='https://index.example/simple'",
        "global.index-url='https://lost.example/simple'",
        "global.extra-index-url='\\nhttps://a.example\\nhttps://b.example'",
        "global.target='/somewhere'",
        "global.require-hashes='true'",
        "install.constraint='/nowhere'",
        "install.proxy='http://proxy.example:3128'",
        "freeze.timeout='3'",
        "global.cert=''",
        "WARNING: something else",
    ]
    assert sources.parse_settings("\n".join(lines)) == {
        "index-url": INDEX,
        "extra-index-url": "\nhttps://a.example\nhttps://b.example",
        "proxy": "http://proxy.example:3128",
    }


def test_the_index_asked_when_none_is_set_is_read_from_the_help() -> None:
    help_text = (
        "-i, --index-url <url>  Base URL of the Python Package Index (default\n  https://x/s)."
    )
    assert sources.default_index(help_text) == "https://x/s"
    assert sources.default_index("nothing of that") is None


@pytest.mark.parametrize(
    ("settings", "good", "kept", "silent"),
    [
        ({}, {INDEX}, {}, []),
        # An index beside does not answer: the others stay, in their order.
        (
            {"extra-index-url": f"{OTHER} file:///gone"},
            {INDEX, OTHER},
            {"index-url": INDEX, "extra-index-url": OTHER},
            ["file:///gone"],
        ),
        # The first one does not: the next takes its place.
        ({"index-url": OTHER, "extra-index-url": INDEX}, {INDEX}, {"index-url": INDEX}, [OTHER]),
        # Only a folder of wheels answers.
        ({"find-links": "/w"}, {"/w"}, {"find-links": "/w", "no-index": "1"}, [INDEX]),
        # A folder that is gone, the index in use.
        (
            {"find-links": "/w /gone"},
            {INDEX, "/w"},
            {"index-url": INDEX, "find-links": "/w"},
            ["/gone"],
        ),
        # Nothing answers: pip says it in its own words.
        ({"find-links": "/w", "cert": "c"}, set(), {"find-links": "/w", "cert": "c"}, []),
        # Without an index, none is asked.
        ({"no-index": "1", "find-links": "/w"}, {"/w"}, {"no-index": "1", "find-links": "/w"}, []),
        # A proxy resolves the names: only folders are looked at.
        (
            {"proxy": "http://p", "extra-index-url": OTHER, "find-links": "/w /gone"},
            {"/w"},
            {"proxy": "http://p", "index-url": INDEX, "extra-index-url": OTHER, "find-links": "/w"},
            ["/gone"],
        ),
    ],
)  # fmt: skip
def test_only_what_does_not_answer_is_left_out(
    settings: dict[str, str], good: set[str], kept: dict[str, str], silent: list[str]
) -> None:
    found = sources.answering(settings, INDEX, good.__contains__)
    assert found.settings == kept
    assert found.silent == silent


def test_a_name_server_that_never_answers_does_not_hold_the_set_up() -> None:
    release = threading.Event()

    def look(source: str) -> bool:
        return source == INDEX or release.wait(60)

    begun = time.monotonic()
    assert sources.silent_among([INDEX, OTHER], look, limit=1) == {OTHER}
    assert time.monotonic() - begun < 30
    release.set()
    release.set()


def test_folders_and_hosts_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "with space"
    folder.mkdir()
    assert sources.answers(str(folder))
    assert sources.answers(folder.as_uri())
    assert not sources.answers(str(tmp_path / "gone"))
    assert not sources.answers((tmp_path / "gone").as_uri())
    assert not sources.answers("http://127.0.0.1:1/simple")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:2")
    assert sources.answers("http://127.0.0.1:1/simple")


def test_pip_hears_the_settings_and_reads_no_file() -> None:
    assert sources.as_environment({"index-url": INDEX, "no-cache-dir": "1"}) == {
        "PIP_INDEX_URL": INDEX,
        "PIP_NO_CACHE_DIR": "1",
        "PIP_CONFIG_FILE": os.devnull,
    }
