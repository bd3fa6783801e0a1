"""Rules on texts, of whatever record: they are kept in one form, which files and forms see to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.codes import clean
from mutudesk.domain.findings import warning
from mutudesk.domain.records import field_names, kind_of, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact


def judge_texts(facts: Iterable[Fact]) -> Iterator[Finding]:
    """A warning for each text with signs that nobody sees, from before they were left out."""
    for fact in facts:
        for name in field_names(kind_of(fact)):
            text = getattr(fact, name)
            if isinstance(text, str) and not text.isascii() and clean(text) != text:
                yield warning("text_not_clean", ref_to(fact), field=name, shown=clean(text))
