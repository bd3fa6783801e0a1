"""What the words of a command mean. Read before every start of the window, like the parser."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from mutudesk.domain.parsing import ParseError, parse_date, parse_siren, parse_text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

ALL = "all"
MAYORS = "rne-maires"


def day(text: str) -> date:
    """A day, French or ISO."""
    try:
        return parse_date(text)
    except ParseError as problem:
        raise _error(problem) from None


def siren(text: str) -> str:
    """A SIREN."""
    try:
        return parse_siren(text)
    except ParseError as problem:
        raise _error(problem) from None


def encoding(text: str) -> str:
    """The name of an encoding of text."""
    from mutudesk.exchange.encodings import text_encoding

    try:
        return text_encoding(text)
    except ParseError as problem:
        raise _error(problem) from None


def reason(text: str) -> str:
    """Why an act is done."""
    try:
        return parse_text(text)
    except ParseError as problem:
        raise _error(problem) from None


def _error(problem: ParseError) -> argparse.ArgumentTypeError:
    from mutudesk.language.messages import sentence

    return argparse.ArgumentTypeError(sentence(problem.code, problem.values))


def register_path(arguments: argparse.Namespace) -> Path:
    """The register a command works on."""
    from mutudesk import paths

    found: Path = arguments.db or paths.default_register()
    return found
