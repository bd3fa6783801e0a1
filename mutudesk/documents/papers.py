"""The papers there are: of legal documents, upright with room for a stamp; of lists, lying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import landscape
from reportlab.lib.units import mm

from mutudesk.documents import fonts
from mutudesk.documents.layout import Paper
from mutudesk.documents.styles import (
    FOOTER_HEIGHT,
    HAIRLINE,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    STAMP_HEIGHT,
    STAMP_WIDTH,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def _stamp_zone(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 2)
    right, top = PAGE_WIDTH - MARGIN_SIDE, PAGE_HEIGHT - MARGIN_TOP
    canvas.rect(right - STAMP_WIDTH, top - STAMP_HEIGHT, STAMP_WIDTH, STAMP_HEIGHT)
    canvas.restoreState()


LEGAL = Paper(
    size=(PAGE_WIDTH, PAGE_HEIGHT),
    side=MARGIN_SIDE,
    top=MARGIN_TOP,
    bottom=MARGIN_BOTTOM,
    face=fonts.SERIF,
    foot=FOOTER_HEIGHT,
    foot_size=8.0,
    first=_stamp_zone,
)


def lying(size: tuple[float, float]) -> Paper:
    """The paper of a list, with little margin."""
    return Paper(
        size=landscape(size),
        side=12 * mm,
        top=12 * mm,
        bottom=18 * mm,
        face=fonts.SANS,
        foot=FOOTER_HEIGHT - 11,
        foot_size=7.5,
    )
