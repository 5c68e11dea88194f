"""Which text of a PDF does a reader of the page not see? Off the page, unpainted, white, covered, or tiny.

Such text is read like all other; that it is there at all is a warning.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from candour.files.open_text.opened import OpenFile

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
_WHITE = 248
_FULL = 250
_SMALLEST = 1.5
_UNPAINTED = (3, 7)
_MARGIN = 1.0
_DEEP = 8


@dataclass(frozen=True, slots=True)
class _Ground:
    """A filled shape. `order`: how many things were drawn before it."""

    order: int
    box: Box
    white: bool


def tell_unseen(page: pypdfium2.PdfPage, where: str, found: OpenFile) -> None:
    """One warning for each way in which text of this page is out of sight."""
    things = [*enumerate(_things(page))]
    grounds = [ground for order, thing in things if (ground := _ground(order, thing)) is not None]
    sheet = page.get_cropbox()
    for order, thing in things:
        if thing.type == pdfium.FPDF_PAGEOBJ_TEXT and (box := _box(thing)) is not None:
            for why in _reasons(thing, order, box, sheet, grounds):
                found.warn(f"{where.capitalize()} has text that {why}.")


def _things(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfObject]:
    yield from page.get_objects(max_depth=_DEEP)


def _reasons(
    thing: pypdfium2.PdfObject, order: int, box: Box, sheet: Box, grounds: list[_Ground]
) -> Iterator[str]:
    if pdfium.FPDFTextObj_GetTextRenderMode(thing) in _UNPAINTED:
        yield "is not painted"
    if not thing.level and not _meet(box, sheet):
        yield "stands outside the page"
    if not thing.level and 0 < _size(thing) < _SMALLEST:
        yield "is too small to be read"
    if (window := _window(thing)) is not None and not _meet(box, window):
        yield "is clipped away"
    if any(one.order > order and _holds(one.box, box) for one in grounds):
        yield "is covered by what is drawn over it"
    paint = _paint(thing)
    if paint is not None and min(paint[:3]) >= _WHITE:
        behind = [one for one in grounds if one.order < order and _holds(one.box, box)]
        if not behind or behind[-1].white:
            yield "is white on white"
    if paint is not None and paint[3] == 0:
        yield "is painted with clear ink"


def _ground(order: int, thing: pypdfium2.PdfObject) -> _Ground | None:
    if thing.type != pdfium.FPDF_PAGEOBJ_PATH:
        return None
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(thing, fill, stroke) or not fill.value:
        return None
    paint, box = _paint(thing), _box(thing)
    if paint is None or box is None or paint[3] < _FULL:
        return None
    return _Ground(order, box, min(paint[:3]) >= _WHITE)


def _paint(thing: pypdfium2.PdfObject) -> tuple[int, int, int, int] | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(thing, *parts):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha


def _box(thing: pypdfium2.PdfObject) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(thing, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return (left, bottom, right, top) if right > left and top > bottom else None


def _window(thing: pypdfium2.PdfObject) -> Box | None:
    """The box around the path that this thing is clipped to."""
    path = pdfium.FPDFPageObj_GetClipPath(thing)
    across, up = list[float](), list[float]()
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(max(pdfium.FPDFClipPath_CountPaths(path), 0) if path else 0):
        for k in range(max(pdfium.FPDFClipPath_CountPathSegments(path, n), 0)):
            if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, n, k), x, y):
                across.append(x.value)
                up.append(y.value)
    return (min(across), min(up), max(across), max(up)) if across else None


def _size(thing: pypdfium2.PdfObject) -> float:
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    if not pdfium.FPDFTextObj_GetFontSize(thing, size) or not pdfium.FPDFPageObj_GetMatrix(thing, matrix):
        return 0.0
    return float(abs(size.value) * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0] + _MARGIN
        and outer[1] <= inner[1] + _MARGIN
        and outer[2] >= inner[2] - _MARGIN
        and outer[3] >= inner[3] - _MARGIN
    )
