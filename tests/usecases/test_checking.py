"""Looking whether a register is whole: nothing escapes, and not a byte is written."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Kind, RecordRef
from mutudesk.language.messages import sentence
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.checking import CheckReport, check_register
from mutudesk.usecases.session import Session
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    ROYAT,
    during,
    identity,
    make_register,
    mandate,
    membership,
    service,
    world,
    world_with,
)
from tests.tampering import tamper

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def checked(path: Path) -> CheckReport:
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with RegisterFile.open_to_read(path, touch=False) as register:
        report = check_register(Session(register))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    return report


def test_a_clean_register(path: Path) -> None:
    report = checked(path)
    assert (report.findings, report.refusals, report.warnings) == ((), [], [])


def test_a_text_with_signs_that_nobody_sees_is_told(tmp_path: Path) -> None:
    facts = world_with(identity(ROYAT, name="Ro\u00adyat\u3164"), service(name="Droit des sols"))
    (found,) = checked(make_register(tmp_path, facts)).warnings
    assert (found.code, found.field, found.values["shown"]) == ("text_not_clean", "name", "Royat")
    assert found.records == (RecordRef(Kind.IDENTITY, (ROYAT, None)),)


def test_warnings_are_no_refusals(tmp_path: Path) -> None:
    facts = world_with(
        membership(),
        membership(BEAUMONT, decided_on=None),
        mandate(AUBIERE, during("2014-04-05", "2020-05-24")),
    )
    report = checked(make_register(tmp_path, facts))
    assert report.refusals == []
    # The vacancy is said once, for the body.
    assert [each.code for each in report.warnings] == ["mandate_vacant", "membership_project"]


def test_planned_shares_are_no_news(tmp_path: Path) -> None:
    report = checked(make_register(tmp_path, world_with(membership(decided_on=None))))
    assert [each.code for each in report.findings] == ["membership_project"]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE assignment SET share = 9999", "shares_exceed_assignment"),
        ("UPDATE position SET working_time = 5000", "working_time_exceeded"),
        ("UPDATE membership SET valid_until = '2016-01-01'", "beneficiary_not_joined"),
        ("UPDATE public_body SET siren = '216300146' WHERE siren = '216300145'", "siren_invalid"),
        ("UPDATE public_body SET insee_code = '' WHERE kind = 'commune'", "insee_missing"),
        ("UPDATE shared_service SET code = 'A+B'", "code_invalid"),
        ("DELETE FROM managing_period", "service_without_manager"),
        ("DELETE FROM membership_mission", "membership_without_mission"),
        ("DELETE FROM legal_identity WHERE id = 1", "body_without_identity"),
        ("UPDATE mandate SET body_id = 1", "mandate_overlap"),
        ("UPDATE position SET working_time = 0", "share_out_of_range"),
    ],
)
def test_a_broken_rule_is_found(path: Path, statement: str, code: str) -> None:
    tamper(path, statement)
    assert code in {each.code for each in checked(path).refusals}


def refused_codes(path: Path) -> list[str]:
    """What stands against a register of which not even all rows can be read."""
    with pytest.raises(RefusedError) as refused:
        checked(path)
    return [each.code for each in refused.value.findings]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE position SET valid_from = '2016-02-30'",
        "UPDATE position SET valid_from = 'hier'",
        "UPDATE position SET valid_until = '2000-01-01'",
        "UPDATE position SET status = 'chef'",
        "UPDATE membership SET decided_on = '30/02/2016'",
        "UPDATE legal_identity SET link_word = 'zu'",
    ],
)
def test_what_cannot_be_read_is_told_in_words(path: Path, statement: str) -> None:
    tamper(path, statement)
    with pytest.raises(RefusedError) as refused:
        checked(path)
    (finding,) = refused.value.findings
    assert finding.code == "value_unreadable"
    said, expected = sentence(finding), statement.split("'")[1]
    assert f"«\u00a0{expected}\u00a0» n’est pas une valeur possible (" in said
    assert "enum" not in said


def test_a_register_without_its_own_line_is_told(path: Path) -> None:
    tamper(path, "DELETE FROM register")
    assert refused_codes(path) == ["integrity_broken"]


@pytest.mark.parametrize("table", ["mission_share", "journal", "register"])
def test_a_missing_table_is_told_in_words(path: Path, table: str) -> None:
    tamper(path, f"DROP TABLE {table}")
    codes = refused_codes(path)
    assert codes[:2] == ["schema_unreadable", "schema_part_missing"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE position SET employer_id = 999",
        "DELETE FROM public_body WHERE siren = '216300145'",
        "DELETE FROM mission",
    ],
)
def test_what_is_missing_is_found(path: Path, statement: str) -> None:
    tamper(path, statement)
    report = checked(path)
    assert {each.code for each in report.findings} == {"integrity_broken"}
    assert all(each.values["detail"] for each in report.refusals)


def test_a_changed_journal_is_found_at_its_line(path: Path) -> None:
    tamper(path, "UPDATE journal SET why = 'autre chose' WHERE seq = 7")
    report = checked(path)
    assert [(each.code, each.values) for each in report.refusals] == [
        ("journal_broken", {"line": 7})
    ]
