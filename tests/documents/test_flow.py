"""What keeps paragraphs together: a list with its first items, an annex with what follows."""

from __future__ import annotations

import pytest

from mutudesk.documents.convention.document import CONVENTION
from mutudesk.documents.flow import flow, to_complete
from mutudesk.documents.markup import Block, BlockKind
from tests.documents.contents import content, pages_of, printed
from tests.documents.places import rows_of

ITEM, TEXT = BlockKind.ITEM, BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("kinds", "kept"),
    [
        ([TEXT, ITEM, ITEM, ITEM], [True, True, False, False]),
        ([TEXT, ITEM, TEXT], [True, False, False]),
        ([ITEM, ITEM, TEXT, ITEM, ITEM], [True, False, True, True, False]),
        ([TEXT, TEXT], [False, False]),
    ],
)
def test_a_list_is_not_cut_after_its_first_item(kinds: list[BlockKind], kept: list[bool]) -> None:
    filled = CONVENTION.fill(content(), CONVENTION.template(content()))
    made = list(flow([Block(kind, "mot") for kind in kinds], filled))
    styles_used = [vars(getattr(each, "style")) for each in made]  # noqa: B009 - no stub has it
    assert [bool(each.get("keepWithNext")) for each in styles_used] == kept


def test_what_announces_a_list_of_the_last_pages_is_not_parted_from_it() -> None:
    filled = CONVENTION.fill(content(), CONVENTION.template(content()))
    story = list(to_complete(filled, ["Point"]))[1:]
    made = [getattr(each, "style") for each in story]  # noqa: B009 - no stub has it
    headings = [place for place, style in enumerate(made) if style.name == "annex"]
    assert len(headings) == 3
    for place in headings:
        assert made[place].keepWithNext
        assert made[place + 1].keepWithNext


def test_the_missions_stand_before_their_codes() -> None:
    assert rows_of(printed(content()), ("Mission", "Code"))[0] == {
        "Mission": "Déclarations préalables",
        "Code": "DP",
    }


@pytest.mark.parametrize("missions", range(20, 44))
def test_an_annex_without_rows_is_not_alone_on_its_page(missions: int) -> None:
    first = content().missions[0]
    what = content(missions=(first,) * missions, posts=())
    (page,) = [each for each in pages_of(what) if "Annexe 2" in each]
    assert "Annexe 1" in page or "Annexe 3" in page or page.count("Déclarations préalables") > 0
