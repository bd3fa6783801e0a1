"""`mutudesk print --service …`: which convention, what it names, what it does not replace."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutudesk.app import main
from tests.builders import (
    AUBIERE,
    CLERMONT,
    EPCI,
    day,
    during,
    identity,
    make_register,
    mandate,
    membership,
    service,
    since,
    world_with,
)

LATER = since("2018-01-01")
FACTS = world_with(
    membership(period=during("2015-07-01", "2016-12-31")),
    membership(period=LATER, decided_on=day("2017-06-01")),
    membership(CLERMONT),
)
OF_2015 = f"convention-ADS-aubiere-{AUBIERE}-effet-2015-07-01.pdf"
OF_2018 = f"convention-ADS-aubiere-{AUBIERE}-effet-2018-01-01.pdf"


class Printing:
    """The command on one register and one folder."""

    def __init__(self, folder: Path, facts: list, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[type-arg]
        self.out = folder / "out"
        self._db = make_register(folder, facts)
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, list[str], list[str]]:
        """Exit code, lines of standard output, lines of standard error."""
        command = ["--db", str(self._db), "print", "--service", "ADS", *words]
        code = main([*command, "--out", str(self.out)])
        said = self._capsys.readouterr()
        return code, said.out.splitlines(), said.err.splitlines()


@pytest.fixture
def printing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Printing:
    return Printing(tmp_path, FACTS, capsys)


def test_each_line_is_a_file_and_its_day_of_effect(printing: Printing) -> None:
    code, out, err = printing("--on", "2016-06-01")
    assert code == 0
    assert not any(OF_2015 in line for line in err)
    of_clermont = f"convention-ADS-clermont-ferrand-{CLERMONT}-effet-2015-07-01.pdf"
    assert out == [
        f"{printing.out / OF_2015}\t2015-07-01",
        f"{printing.out / of_clermont}\t2015-07-01",
    ]


def test_points_to_settle_are_told_once_for_all_whom_they_concern(printing: Printing) -> None:
    code, _out, err = printing("--on", "2016-06-01")
    assert code == 0
    assert err[0].startswith("Points à régulariser (4)")
    assert len(err) == 3
    for line in err[1:]:
        assert line.startswith("Aubière, Clermont-Ferrand\u00a0: ")
        assert "(CGCT, art." in line


def test_a_clean_convention_has_no_points(printing: Printing) -> None:
    words = ("--commune", AUBIERE, "--effect", "2018-01-01", "--on", "2017-06-01")
    assert printing(*words)[2] == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("--on", "2016-06-01"), OF_2015),
        (("--on", "2017-06-01"), OF_2018),
        (("--on", "2016-06-01", "--effect", "01/01/2018"), OF_2018),
        (("--on", "2019-06-01", "--effect", "2015-07-01"), OF_2015),
    ],
    ids=["in force", "next to begin", "another to come", "one that is over"],
)
def test_which_membership_it_is_about(
    printing: Printing, words: tuple[str, ...], name: str
) -> None:
    code, out, _err = printing("--commune", AUBIERE, *words)
    assert (code, [Path(line.split("\t")[0]).name for line in out]) == (0, [name])


def test_an_effect_that_nobody_has_is_refused_with_those_there_are(printing: Printing) -> None:
    code, out, err = printing("--commune", AUBIERE, "--on", "2016-06-01", "--effect", "2016-01-01")
    assert (code, out) == (1, [])
    assert "01/07/2015 ou 01/01/2018" in err[-1]
    assert not printing.out.exists()


def test_files_that_are_there_are_named_and_the_rest_is_written(printing: Printing) -> None:
    words = ("--on", "2016-06-01")
    printing(*words)
    former = printing.out / OF_2015
    assert printing(*words)[0] == 0  # the very same bytes count as done
    former.write_bytes(b"signed by hand")
    code, out, err = printing(*words)
    assert (code, len(out)) == (1, 1)
    assert OF_2015 in err[-1]
    assert former.read_bytes() == b"signed by hand"
    code, out, _err = printing(*words, "--replace")
    assert (code, len(out)) == (0, 2)
    assert former.read_bytes().startswith(b"%PDF")


def test_a_service_that_nobody_joins_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = [fact for fact in world_with(service()) if type(fact).__name__ != "Membership"]
    facts = [fact for fact in facts if type(fact).__name__ != "MissionShare"]
    code, out, err = Printing(tmp_path, facts, capsys)("--on", "2016-06-01")
    assert (code, out) == (1, [])
    assert "Aucun organisme n’adhère" in err[0]


def test_one_reason_of_many_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = world_with(
        membership(),
        membership(CLERMONT),
        mandate(EPCI, since("2030-01-01")),
        identity(EPCI, name="Clermont Communauté"),
    )
    code, _out, err = Printing(tmp_path, facts, capsys)("--on", "2016-06-01")
    assert code == 1
    assert len(err) == 2
    assert err[1].startswith("Aubière, Clermont-Ferrand\u00a0: Mandat vacant")
