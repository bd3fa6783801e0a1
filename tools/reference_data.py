"""Build the compressed reference tables of `resources/reference/` from plain CSV files.

    python tools/reference_data.py FOLDER

FOLDER holds communes.csv, epci.csv and cadres_emplois.csv. The tables are checked before anything
is written: a table that breaks an invariant is refused. The output depends on the input only (no
file name, no date in the gzip header). What each column is, its vintage and its licence stand in
`resources/reference/SOURCES.toml`, which is edited by hand whenever the tables are.

Of the words before the names of communes, `resources/language/link_words.toml` gets those that do
not follow from the letters of the name, so that nobody has to read the table for a sentence.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import re
import sys
from collections import Counter
from pathlib import Path

from stdnum import luhn

from mutudesk.domain.bodies import LinkWord
from mutudesk.language.elision import begins_with_article, guessed_word

TABLES = ("communes", "epci", "cadres_emplois")
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FOLDER = RESOURCES / "reference"
LINK_WORDS = RESOURCES / "language" / "link_words.toml"
INSEE_CODE = re.compile(r"(?:(?:0[1-9]|1\d|2[1-9]|2[AB]|[3-8]\d|9[0-5])\d{3}|9[78]\d{3})")
# Islands that belong to no intercommunal body with its own tax system (L5210-1-1 V CGCT).
WITHOUT_EPCI = {"22016", "29083", "29155", "85113"}
SIREN_DIGITS = 9
SUMS = ("population", "population_municipale_2022", "population_totale_2022")

Row = dict[str, str]


def read(name: str, folder: Path = FOLDER) -> list[Row]:
    """Read one compressed table, every value as text."""
    with gzip.open(folder / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def compress(data: bytes) -> bytes:
    """Compress as `gzip -9 -n` does: neither name nor date in the header."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=out, mtime=0) as stream:
        stream.write(data)
    return out.getvalue()


def communes_problems(communes: list[Row]) -> list[str]:
    """Say what is wrong with the communes taken alone."""
    found = [
        f"communes: wrong code {row['insee_code']}"
        for row in communes
        if not INSEE_CODE.fullmatch(row["insee_code"])
    ]
    found += [
        f"communes: no population for {row['insee_code']}"
        for row in communes
        if not row["population"].isdigit()
    ]
    found += [
        f"communes: no postal code for {row['insee_code']}"
        for row in communes
        if not row["postal_codes"].split()
    ]
    words = {each.value for each in LinkWord}
    found += [
        f"communes: no word before {row['name']}"
        for row in communes
        if row["link_word"] not in words
    ]
    alone = {row["insee_code"] for row in communes if not row["epci_siren"]}
    if alone != WITHOUT_EPCI:
        found.append(f"communes: without EPCI {sorted(alone)}")
    repeated = [
        code for code, count in Counter(row["insee_code"] for row in communes).items() if count > 1
    ]
    return found + [f"communes: code {code} used twice" for code in repeated]


def siren_problems(communes: list[Row], epci: list[Row]) -> list[str]:
    """Say which SIREN numbers are wrong or used twice over both tables."""
    numbers = [row["siren"] for row in (*communes, *epci)]
    found = [
        f"siren: wrong {number}"
        for number in numbers
        if len(number) != SIREN_DIGITS or not luhn.is_valid(number)
    ]
    return found + [
        f"siren: {number} used twice" for number, count in Counter(numbers).items() if count > 1
    ]


def membership_problems(communes: list[Row], epci: list[Row]) -> list[str]:
    """Say where the bodies and their members disagree."""
    members: dict[str, list[Row]] = {row["siren"]: [] for row in epci}
    found = []
    for row in communes:
        if row["epci_siren"] and row["epci_siren"] not in members:
            found.append(
                f"membership: {row['insee_code']} is in an unknown body {row['epci_siren']}"
            )
        elif row["epci_siren"]:
            members[row["epci_siren"]].append(row)
    for row in epci:
        own = members[row["siren"]]
        if int(row["member_count"]) != len(own):
            found.append(
                f"membership: {row['siren']} has {len(own)} members, not {row['member_count']}"
            )
        found += [
            f"membership: {column} of {row['siren']} is not the sum of its members"
            for column in SUMS
            if int(row[column]) != sum(int(member[column]) for member in own)
        ]
    return found


def cadres_problems(cadres: list[Row]) -> list[str]:
    """Say what is wrong with the table of cadres d'emplois."""
    found = [
        f"cadres: category {row['category']!r}"
        for row in cadres
        if row["category"] not in {"A", "B", "C"}
    ]
    found += [
        f"cadres: no grade in {row['cadre_emplois']}" for row in cadres if not row["grades"].strip()
    ]
    repeated = [
        name for name, count in Counter(row["cadre_emplois"] for row in cadres).items() if count > 1
    ]
    return found + [f"cadres: {name} given twice" for name in repeated]


def link_words(communes: list[Row]) -> str:
    """Say in TOML which words before names do not follow from their letters.

    An article in the name counts more than a word that has none ("Le Vernet-Chaméane").
    """
    lines = [
        "# Made by tools/reference_data.py: the communes of which INSEE says another word than the",
        "# letters of the name. Source, vintage and licence: resources/reference/SOURCES.toml.",
    ]
    for row in communes:
        name, word = row["name"], LinkWord(row["link_word"])
        has_none = word in {LinkWord.DE, LinkWord.D}
        if word is guessed_word(name) or (has_none and begins_with_article(name)):
            continue
        key = row["insee_code"]
        lines.append(f'{key} = {{ name = "{name}", word = "{word.value}" }}')
    return "\n".join(lines) + "\n"


def problems(communes: list[Row], epci: list[Row], cadres: list[Row]) -> list[str]:
    """Say every invariant that the three tables break."""
    return [
        *communes_problems(communes),
        *siren_problems(communes, epci),
        *membership_problems(communes, epci),
        *cadres_problems(cadres),
    ]


def main(argv: list[str] | None = None) -> int:
    """Check the plain tables of a folder and write them compressed."""
    parser = argparse.ArgumentParser(
        description="Build the compressed reference tables from plain CSV files."
    )
    parser.add_argument(
        "folder", type=Path, help="holds communes.csv, epci.csv and cadres_emplois.csv"
    )
    folder: Path = parser.parse_args(argv).folder
    raw = {name: (folder / f"{name}.csv").read_bytes() for name in TABLES}
    rows = {
        name: list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
        for name, data in raw.items()
    }
    found = problems(rows["communes"], rows["epci"], rows["cadres_emplois"])
    if found:
        sys.stderr.write("\n".join(found) + "\n")
        return 1
    for name, data in raw.items():
        (FOLDER / f"{name}.csv.gz").write_bytes(compress(data))
        sys.stdout.write(f"{name}: {len(rows[name])} rows\n")
    LINK_WORDS.write_text(link_words(rows["communes"]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
