"""The commands on backups: which there are, and bringing a register back from one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mutudesk.cli.arguments import register_path
from mutudesk.domain.findings import refused
from mutudesk.language.messages import choice_label, sentence
from mutudesk.usecases import backups
from mutudesk.usecases.opening import place_notes
from mutudesk.usecases.restoring import restore

if TYPE_CHECKING:
    from argparse import Namespace

    from mutudesk.cli.output import Output
    from mutudesk.usecases.backups import ListedBackup

DONE = 0
_KIB = 1024


def list_backups(arguments: Namespace, output: Output) -> int:
    """List the backups of a register, newest first, without writing a byte."""
    path = register_path(arguments)
    found = backups.list_backups(path)
    if arguments.format == "json":
        entries = [_entry(each) for each in found]
        output.data((json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode())
    elif not found:
        output.say("no_backup", path=str(path))
    else:
        for each in found:
            output.fields(*_fields(each, arguments.lang))
    return DONE


def _entry(listed: ListedBackup) -> dict[str, object]:
    return {
        "made_at": listed.made_at.isoformat(),
        "size": listed.size,
        "who": listed.who,
        "path": _text(str(listed.path)),
        "sealed": listed.is_verified is not None,
        "verified": bool(listed.is_verified),
        "in_journal": listed.is_in_journal,
        "of_copy": listed.is_of_copy,
        "made_of": _text(listed.made_of),
    }


def _fields(listed: ListedBackup, language: str) -> list[str]:
    """A line for a reader: moment (local), size, who, state in words, path."""
    size = sentence("size_in_kib", {"count": -(-listed.size // _KIB)}, language)
    state = ", ".join(choice_label(each, language) for each in backups.states_of(listed))
    moment = f"{listed.made_at.astimezone():%d/%m/%Y %H:%M}"
    return [moment, size, listed.who, state, str(listed.path)]


def restore_register(arguments: Namespace, output: Output) -> int:
    """Bring a register back from its newest backup, or from the file that is named."""
    own = register_path(arguments)
    path = arguments.to or own
    copy = arguments.source
    if copy is None and arguments.to is not None:
        copy = backups.newest_verified(own)
        if copy is None:
            raise refused("no_backup", path=str(own))
    done = restore(path, copy, take_lock=arguments.take_lock)
    output.reasons(place_notes(path))
    for each in done.skipped:
        output.line_to_stderr("backup_skipped", path=str(each))
    output.reasons(done.notes)
    output.say("register_restored", path=str(path), file=str(done.source))
    if done.aside is not None:
        output.say("register_kept_aside", path=str(done.aside))
    return DONE


def _text(path: str) -> str:
    """A path as text that JSON can hold: old disks hold bytes that are none."""
    return path.encode("utf-8", "replace").decode()
