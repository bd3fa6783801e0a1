"""Lucide icons, tinted by colour role when they are drawn.

The cache is keyed by name, painted size, colour and pixel ratio: nothing stays small on a sharper
screen, and nothing keeps the colour of another look.
"""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QDir, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mutudesk.resources import resource_path
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def install_icons() -> None:
    """Let the style sheet find its pictures as `icons:NAME.svg`."""
    folder = str(resource_path("icons"))
    if folder not in QDir.searchPaths("icons"):
        QDir.addSearchPath("icons", folder)


def pixmap(
    name: str, role: str = "text_soft", size: float = ICON["m"], ratio: float = 1.0
) -> QPixmap:
    """An icon as a picture; `size` is of the design (scale 1), `ratio` of the screen."""
    look = current_look()
    return _drawn(name, getattr(look.c, role), look.px(size), ratio)


def icon(name: str, role: str = "text_soft", size: float = ICON["m"], *, room: float = 0) -> QIcon:
    """An icon for buttons and menus, sharp on every screen; `room` is left empty at its right."""
    look = current_look()
    result = QIcon()
    for ratio in sorted(
        {1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    ):
        picture = pixmap(name, role, size, ratio)
        if room:
            picture = _with_room(picture, look.px(room), ratio)
        result.addPixmap(picture)
    return result


def icon_size(size: float = ICON["m"], *, room: float = 0) -> QSize:
    """What `setIconSize` takes for an icon made with the same arguments."""
    look = current_look()
    return QSize(look.px(size) + look.px(room), look.px(size))


def draw(painter: QPainter, rect: QRectF, name: str, role: str) -> None:
    """Draw an icon into a square of a painted widget."""
    ratio = painter.device().devicePixelRatio()
    picture = _drawn(name, getattr(current_look().c, role), round(rect.width()), ratio)
    painter.drawPixmap(rect.topLeft(), picture)


def clear_cache() -> None:
    """Forget the drawn pictures (after a change of look)."""
    _drawn.cache_clear()


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    side = max(1, round(size * ratio))
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace(b"currentColor", colour.encode("ascii"))
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return _COMMENT.sub(b"", resource_path("icons", f"{name}.svg").read_bytes())


def _with_room(picture: QPixmap, room: int, ratio: float) -> QPixmap:
    wider = QPixmap(picture.width() + round(room * ratio), picture.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wider
