"""INSEE codes out of the numbers of the ministry of the interior."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.codes import is_insee_code
from mutudesk.exchange.commune_codes import insee_codes


@pytest.mark.parametrize(
    ("departement", "code", "meant"),
    [
        ("63", "63014", ("63014",)),
        ("63", "14", ("63014",)),
        ("63", "014", ("63014",)),
        ("01", "4", ("01004",)),
        ("1", "004", ("01004",)),
        ("001", "4", ("01004",)),
        ("01", "1001", ("01001",)),
        ("", "1001", ("01001",)),
        ("", "4", ("00004",)),
        ("2A", "4", ("2A004",)),
        ("2a", "2a004", ("2A004",)),
        ("02B", "33", ("2B033",)),
        ("20", "4", ("2A004", "2B004")),  # one numbering for the whole island
        ("ZA", "105", ("97105",)),
        ("ZA", "5", ("97105",)),
        ("ZA", "97105", ("97105",)),
        ("971", "105", ("97105",)),
        ("", "ZA105", ("97105",)),
        ("ZA", "ZA105", ("97105",)),
        ("ZB", "209", ("97209",)),
        ("ZC", "302", ("97302",)),
        ("ZD", "411", ("97411",)),
        ("ZS", "502", ("97502",)),
        ("ZM", "608", ("97608",)),
        ("ZM", "508", ("97608",)),  # as when it was 985
        ("ZP", "735", ("98735",)),
        ("ZN", "818", ("98818",)),
        ("ZW", "611", ("98611",)),
        ("ZX", "701", ("97701",)),
        ("ZX", "801", ("97801",)),
        ("ZX", "1", ("97701", "97801")),
        ("ZA", "205", ()),  # a number of Martinique
        ("ZZ", "1", ()),
        ("63", "", ()),
        ("", "", ()),
    ],
)
def test_what_a_code_means(departement: str, code: str, meant: tuple[str, ...]) -> None:
    assert insee_codes(departement, code) == meant


@given(
    st.sampled_from(["ZA", "ZB", "ZC", "ZD", "ZM", "ZN", "ZP", "ZS", "ZW", "ZX"]),
    st.integers(1, 99),
)
def test_overseas_codes_have_their_shape(departement: str, number: int) -> None:
    codes = insee_codes(departement, str(number))
    assert codes
    assert all(is_insee_code(code) for code in codes)


@given(st.text(max_size=5), st.text(max_size=6))
def test_any_cells_are_answered(departement: str, code: str) -> None:
    assert len(insee_codes(departement, code)) <= 2
