"""Words drawn as outlines: seen on the page, and no text for whoever reads or searches it."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.pathobject import PDFPathObject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Flags of a point, and of a part of a composed glyph (OpenType, table "glyf").
_ON_CURVE, _X_SHORT, _Y_SHORT, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32
_WORDS, _OFFSETS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 1, 2, 8, 32, 64, 128


class _Face(Protocol):
    """What is read of a TrueType face of reportlab, which has no stub."""

    unitsPerEm: int  # noqa: N815 - reportlab's
    charToGlyph: dict[int, int]  # noqa: N815
    glyphPos: list[int]  # noqa: N815
    _ttf_data: bytes

    def get_table_pos(self, tag: str) -> tuple[int, int]:
        """Where a table of the file begins, and its length."""


class _Point(NamedTuple):
    x: float
    y: float
    on_curve: bool


@lru_cache(maxsize=4)
def outline_of(text: str, face: str, size: float) -> PDFPathObject:
    """The outlines of a text in a registered face, centred on x = 0, its baseline at y = 0.

    A path is only read when it is drawn, so that all pages share it.
    """
    font: _Face = pdfmetrics.getFont(face).face  # type: ignore[attr-defined] # TrueType
    path, scale = PDFPathObject(), size / font.unitsPerEm
    left = -pdfmetrics.stringWidth(text, face, size) / 2
    for sign in text:
        for contour in _contours(font, font.charToGlyph.get(ord(sign), 0)):
            _trace(path, [_Point(left + x * scale, y * scale, on) for x, y, on in contour])
        left += pdfmetrics.stringWidth(sign, face, size)
    return path


def _contours(face: _Face, glyph: int) -> Iterator[list[_Point]]:
    data = _glyph_data(face, glyph)
    if not data:
        return
    (count,) = struct.unpack_from(">h", data)
    if count >= 0:
        yield from _simple(data, count)
        return
    place, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", data, place)
        form = ">hh" if flags & _WORDS else ">bb"
        across, up = struct.unpack_from(form, data, place + 4)
        place += 4 + struct.calcsize(form) + 2 * _scales(flags)
        for contour in _contours(face, part):
            yield [_Point(each.x + across, each.y + up, each.on_curve) for each in contour]


def _scales(flags: int) -> int:
    """How many numbers say how a part is scaled; none in the faces of this program."""
    if flags & (_SCALE | _TWO_SCALES | _MATRIX) or not flags & _OFFSETS:
        message = "a glyph composed of scaled parts"
        raise NotImplementedError(message)
    return 0


def _glyph_data(face: _Face, glyph: int) -> bytes:
    start, _length = face.get_table_pos("glyf")
    first, end = face.glyphPos[glyph : glyph + 2]
    return face._ttf_data[start + first : start + end]  # noqa: SLF001 - no public way


def _simple(data: bytes, count: int) -> Iterator[list[_Point]]:
    ends = struct.unpack_from(f">{count}H", data, 10)
    place = 10 + 2 * count
    (instructions,) = struct.unpack_from(">H", data, place)
    place += 2 + instructions
    flags: list[int] = []
    while len(flags) < ends[-1] + 1:
        flag = data[place]
        again = data[place + 1] if flag & _REPEAT else 0
        flags += [flag] * (again + 1)
        place += 2 if flag & _REPEAT else 1
    across, place = _coordinates(data, place, flags, _X_SHORT, _X_SAME)
    up, _ = _coordinates(data, place, flags, _Y_SHORT, _Y_SAME)
    first = 0
    for end in ends:
        yield [
            _Point(across[each], up[each], bool(flags[each] & _ON_CURVE))
            for each in range(first, end + 1)
        ]
        first = end + 1


def _coordinates(
    data: bytes, place: int, flags: Sequence[int], short: int, same: int
) -> tuple[list[int], int]:
    found, value = [], 0
    for flag in flags:
        if flag & short:
            value += data[place] if flag & same else -data[place]
            place += 1
        elif not flag & same:
            value += struct.unpack_from(">h", data, place)[0]
            place += 2
        found.append(value)
    return found, place


def _trace(path: PDFPathObject, points: list[_Point]) -> None:
    """Put a closed contour into the path: quadratic curves as the cubic ones of PDF."""
    whole: list[_Point] = []
    for point, following in zip(points, [*points[1:], points[0]], strict=True):
        whole.append(point)
        if not point.on_curve and not following.on_curve:
            middle = ((point.x + following.x) / 2, (point.y + following.y) / 2)
            whole.append(_Point(*middle, on_curve=True))
    start = next(place for place, each in enumerate(whole) if each.on_curve)
    whole = [*whole[start:], *whole[: start + 1]]
    at = whole[0]
    path.moveTo(*_rounded(at))
    control: _Point | None = None
    for point in whole[1:]:
        if not point.on_curve:
            control = point
        elif control is None:
            path.lineTo(*_rounded(point))
            at = point
        else:
            one, two = _towards(at, control), _towards(point, control)
            path.curveTo(*one, *two, *_rounded(point))
            at, control = point, None
    path.close()


def _towards(end: _Point, control: _Point) -> tuple[float, float]:
    """The control point of a cubic curve at this end of a quadratic one."""
    across = end.x + 2 / 3 * (control.x - end.x)
    return _rounded(_Point(across, end.y + 2 / 3 * (control.y - end.y), on_curve=False))


def _rounded(point: _Point) -> tuple[float, float]:
    """Tenths of a point are seen by nobody, and every page has them all."""
    return round(point.x, 1), round(point.y, 1)
