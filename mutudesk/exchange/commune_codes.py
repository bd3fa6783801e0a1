"""INSEE codes of communes as the lists of the ministry of the interior write them.

The ministry numbers communes within their département, and has two letters for each département or
collectivity overseas ("ZA" for Guadeloupe) where INSEE has three digits ("971").
"""

from __future__ import annotations

_INSEE_LENGTH = 5
_NUMBER_LENGTH = 3

# Saint-Barthélemy and Saint-Martin share ZX: which one it is, only the number can tell. ZZ are the
# French abroad, who have no commune.
_OVERSEAS = {
    "ZA": ("971",),
    "ZB": ("972",),
    "ZC": ("973",),
    "ZD": ("974",),
    "ZM": ("976",),
    "ZN": ("988",),
    "ZP": ("987",),
    "ZS": ("975",),
    "ZW": ("986",),
    "ZX": ("977", "978"),
    "ZZ": (),
}
# Before 1976 one département; the numbers of its communes stayed when it was parted.
_CORSICA = {"20": ("2A", "2B")}
_MAYOTTE, _MAYOTTE_FORMER_DIGIT = "976", "5"  # it was 985 until 2011


def insee_codes(departement: str, code: str) -> tuple[str, ...]:
    """The INSEE codes that a commune's code beside that of its département can mean.

    One as a rule: "4" beside "01" is 01004, "105" beside "ZA" is 97105, "1001" is 01001 wherever it
    stands. Two where only the register can tell, none where it is no commune's.
    """
    code, departement = code.strip().upper(), departement.strip().upper()
    if code[:2] in _OVERSEAS:
        departement, code = code[:2], code[2:]
    if len(code) > _NUMBER_LENGTH or not departement:
        return (code.rjust(_INSEE_LENGTH, "0"),) if code else ()
    departement = departement.lstrip("0").rjust(2, "0")
    meant = _OVERSEAS.get(departement, _CORSICA.get(departement, (departement,)))
    return tuple(found for each in meant if (found := _within(each, code)) and code)


def _within(departement: str, number: str) -> str:
    """The commune of a number in a département, "" where there can be none."""
    if len(departement) + _NUMBER_LENGTH == _INSEE_LENGTH:
        return departement + number.rjust(_NUMBER_LENGTH, "0")
    if len(number) < _NUMBER_LENGTH:
        return departement + number.rjust(2, "0")
    # Overseas a number of three digits begins with the last one of its département.
    if number[0] == departement[-1]:
        return departement + number[1:]
    if departement == _MAYOTTE and number[0] == _MAYOTTE_FORMER_DIGIT:
        return departement + number[1:]
    return ""
