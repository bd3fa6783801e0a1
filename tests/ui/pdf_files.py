"""Small PDF files for tests of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

if TYPE_CHECKING:
    from pathlib import Path

A4, WIDE = QSizeF(595, 842), QSizeF(842, 595)


def pdf(path: Path, *pages: QSizeF) -> Path:
    """A file with a black square in the upper left corner of each page, a tenth of it wide."""
    writer = QPdfWriter(str(path))
    writer.setPageMargins(QMarginsF())
    painter = QPainter()
    for points in pages:
        writer.setPageSize(QPageSize(A4, QPageSize.Unit.Point))
        turned = QPageLayout.Orientation
        writer.setPageOrientation(turned.Landscape if points == WIDE else turned.Portrait)
        assert writer.newPage() if painter.isActive() else painter.begin(writer)
        side = writer.width() / 10
        painter.fillRect(QRectF(0, 0, side, side), QColor("black"))
    painter.end()
    return path
