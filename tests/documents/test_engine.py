"""What reportlab has to be talked into."""

from __future__ import annotations

from datetime import date

from reportlab import rl_config
from reportlab.platypus import paragraph

from mutudesk.documents import engine


def test_reportlab_is_deaf_to_addresses_and_expressions() -> None:
    engine.configure()
    assert rl_config.trustedSchemes == ["data"]
    assert getattr(rl_config, "toColorCanUse") is None  # noqa: B009 - its stub says str
    assert rl_config.invariant == 1


def test_a_narrow_space_does_not_part_words() -> None:
    engine.configure()
    assert paragraph.split("1\u202f234 francs") == ["1\u202f234", "francs"]  # type: ignore[attr-defined]
    assert paragraph.split("a\u00a0b c") == ["a\u00a0b", "c"]  # type: ignore[attr-defined]
    assert paragraph.split("a b\tc") == ["a", "b", "c"]  # type: ignore[attr-defined]
    assert paragraph.split(b"a;b", b";") == ["a", "b"]  # type: ignore[attr-defined]


def test_files_are_dated_at_midnight_even_before_1970() -> None:
    stamp = engine.midnight(date(1969, 12, 31))
    assert stamp.t == -86_400
    assert stamp.YMDhms == (1969, 12, 31, 0, 0, 0)
