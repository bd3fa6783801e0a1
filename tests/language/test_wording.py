"""How one value stands in a sentence, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from mutudesk.domain.findings import Share
from mutudesk.domain.period import ALWAYS, Period
from mutudesk.language.wording import English, French, worded

FIRST, NEXT = date(2016, 9, 1), date(2017, 1, 1)


@pytest.mark.parametrize(
    ("value", "spec", "french", "english"),
    [
        (FIRST, "", "01/09/2016", "2016-09-01"),
        (Period(FIRST), "", "à partir du 01/09/2016", "from 2016-09-01 on"),
        (
            Period(FIRST),
            "since",
            "depuis le 01/09/2016, sans date de fin",
            "since 2016-09-01, without an end",
        ),
        (
            Period(FIRST, NEXT),
            "since",
            "du 01/09/2016 au 31/12/2016",
            "from 2016-09-01 to 2016-12-31",
        ),
        (Period(FIRST, date(2016, 9, 2)), "", "le 01/09/2016", "on 2016-09-01"),
        (Period(None, NEXT), "", "jusqu’au 31/12/2016", "until 2016-12-31"),
        (ALWAYS, "", "depuis toujours", "always"),
        (0, "ligne|lignes", "0 ligne", "0 lignes"),
        (1, "ligne|lignes", "1 ligne", "1 ligne"),
        (2, "ligne|lignes", "2 lignes", "2 lignes"),
        (2, "mois", "2 mois", "2 mois"),
        (2016, "", "2016", "2016"),
        (34_875, "", "34\u202f875", "34,875"),
        (Share(3750), "", "37,5\u202f%", "37.5%"),
        (Share(10_000), "", "100\u202f%", "100%"),
        (Share(10), "", "0,1\u202f%", "0.1%"),
        (("l'un", "l'autre"), "", "l’un et l’autre", "l'un and l'autre"),
        (("a", "b", "c"), "or", "a, b ou c", "a, b or c"),
        ("Le Cendre", "de", "du Cendre", "Le Cendre"),
        ("Le Cendre", "a", "au Cendre", "Le Cendre"),
        ("246300701", "siren", "246\u202f300\u202f701", "246\u202f300\u202f701"),
        ("L'Union", "", "L’Union", "L'Union"),
    ],
)
def test_a_value_in_both_languages(value: object, spec: str, french: str, english: str) -> None:
    assert worded(French(), value, spec).replace("\u00a0", " ") == french
    assert worded(English(), value, spec).replace("\u00a0", " ") == english
