"""What the words of a command mean. Read before every start of the window, like the parser."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, TypeVar

from mutudesk.domain.parsing import ParseError, parse_date, parse_siren, parse_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

T = TypeVar("T")

ALL = "all"
MAYORS = "rne-maires"


def day(text: str) -> date:
    """A day, French or ISO."""
    return _parsed(parse_date, text)


def siren(text: str) -> str:
    """A SIREN."""
    return _parsed(parse_siren, text)


def encoding(text: str) -> str:
    """The name of an encoding of text."""
    from mutudesk.exchange.encodings import text_encoding

    return _parsed(text_encoding, text)


def reason(text: str) -> str:
    """Why an act is done."""
    return _parsed(parse_text, text)


def _parsed(parse: Callable[[str], T], text: str) -> T:
    """What the text says; argparse shows the reason where it says nothing."""
    try:
        return parse(text)
    except ParseError as problem:
        from mutudesk.language.messages import sentence

        words = sentence(problem.code, problem.values)
        raise argparse.ArgumentTypeError(words) from None


def register_path(arguments: argparse.Namespace) -> Path:
    """The register a command works on."""
    from mutudesk import paths

    found: Path = arguments.db or paths.default_register()
    return found
