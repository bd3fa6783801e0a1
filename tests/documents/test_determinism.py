"""The same facts print the same bytes: twice, in another order, in another process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mutudesk.documents.convention.content import Terms
from mutudesk.documents.flowables import Text, forget_paragraphs, paragraph
from mutudesk.documents.fonts import register_fonts
from mutudesk.documents.markup import blocks
from mutudesk.documents.styles import styles
from tests.documents.contents import content, printed

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SCRIPT = """
import hashlib
from mutudesk.domain.assignments import AssignmentGround
from tests.documents.contents import content, printed
made = content()
print(hashlib.sha256(printed(made)).hexdigest())
"""


def test_twice_the_same_bytes_whatever_was_printed_between() -> None:
    first = printed(content())
    printed(content(service_name="Œuvres d’été", posts=()))
    assert printed(content()) == first


def test_what_is_remembered_of_other_documents_changes_no_byte() -> None:
    # Financial terms of growing length, so that every paragraph is cut by a page somewhere.
    contents = [
        content(terms=Terms(financial_terms="Les frais sont répartis. " * lines))
        for lines in range(1, 120, 17)
    ]
    warm = [printed(each) for each in contents + contents[::-1]]
    cold = []
    for each in contents:
        forget_paragraphs()
        blocks.cache_clear()
        cold.append(printed(each))
    assert warm == cold + cold[::-1]


@pytest.mark.parametrize("broken_before", [True, False])
def test_a_paragraph_cut_by_a_page_leaves_its_twin_alone(broken_before: bool) -> None:
    register_fonts()
    forget_paragraphs()
    markup, width = "La <b>commune</b> adhère au service commun. " * 40, 300.0

    def lines(text: Text) -> str:
        return repr([[vars(word) for word in line.words] for line in vars(text)["blPara"].lines])

    twin, cut = (paragraph(markup, styles()["body"]) for _ in range(2))
    twin.wrap(width, 1_000)
    said = lines(twin)
    if broken_before:
        cut.wrap(width, 1_000)
    assert len(cut.split(width, 100)) == 2
    assert lines(twin) == said


@pytest.mark.parametrize(("seed", "zone"), [("1", "UTC"), ("77", "Asia/Tokyo")])
def test_another_process_prints_the_same_bytes(seed: str, zone: str) -> None:
    here = hashlib.sha256(printed(content())).hexdigest()
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == here


def test_an_old_date_is_a_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert b"D:20160229000000" in printed(content())
