"""What `conftest.py` promises to every test."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

import platformdirs
import pytest

# An address kept for documentation (RFC 5737): nobody answers there.
ELSEWHERE = ("192.0.2.1", 80)


def test_the_network_is_refused() -> None:
    with socket.socket() as client, pytest.raises(AssertionError, match="network access"):
        client.connect(ELSEWHERE)
    with socket.socket() as client, pytest.raises(AssertionError, match="network access"):
        client.connect_ex(ELSEWHERE)
    with pytest.raises(AssertionError, match="looked up"):
        socket.create_connection(("mutudesk.invalid", 80))


def test_the_loopback_is_allowed() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_the_folders_of_the_user_are_out_of_reach() -> None:
    temporary = Path(tempfile.gettempdir()).resolve()
    for folder in (
        platformdirs.user_data_path("mutudesk"),
        platformdirs.user_config_path("mutudesk"),
        platformdirs.user_state_path("mutudesk"),
        platformdirs.user_cache_path("mutudesk"),
    ):
        assert temporary in folder.resolve().parents


def test_there_is_no_screen() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert "DISPLAY" not in os.environ
