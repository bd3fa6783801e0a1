"""Rules on texts, of whatever record: they are kept in one form, which files and forms see to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.codes import clean
from mutudesk.domain.findings import warning
from mutudesk.domain.lookalikes import mixed_word
from mutudesk.domain.records import KINDS, REFERENCES, Kind, field_names, kind_of, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact


# Fields of a record that name it, and not another one.
_OWN_CODES = {Kind.AGENT: "matricule", Kind.SERVICE: "code", Kind.MISSION: "code"}
_TEXTS = {
    each.kind: tuple(
        name
        for name in field_names(each.kind)
        if name not in REFERENCES or name == _OWN_CODES.get(each.kind)
    )
    for each in KINDS
}


def judge_texts(facts: Iterable[Fact]) -> Iterator[Finding]:
    """A warning for each text that is not what it seems.

    It holds signs that nobody sees, from before they were left out, or mixes alphabets.
    """
    for fact in facts:
        yield from _mixed(fact, None)
        for name in field_names(kind_of(fact)):
            text = getattr(fact, name)
            if isinstance(text, str) and not text.isascii() and clean(text) != text:
                yield warning("text_not_clean", ref_to(fact), field=name, shown=clean(text))


def judge_new_texts(changes: Iterable[AnyChange]) -> Iterator[Finding]:
    """A warning for each text that an act writes and that mixes alphabets."""
    for change in changes:
        if change.after is not None:
            before = change.before
            yield from _mixed(change.after, None if before is None else before.fact)


def _mixed(fact: Fact, former: Fact | None) -> Iterator[Finding]:
    """A word of Latin and other letters in each text that was not there before."""
    kind = kind_of(fact)
    for name in _TEXTS[kind]:
        text = getattr(fact, name)
        if not isinstance(text, str) or text.isascii():
            continue
        found = mixed_word(text, is_code=name == _OWN_CODES.get(kind))
        if found is not None and (former is None or getattr(former, name) != text):
            yield warning(
                "letters_mixed",
                ref_to(fact),
                field=name,
                text=found.word,
                place=found.place,
                other=found.word[found.place - 1],
            )
