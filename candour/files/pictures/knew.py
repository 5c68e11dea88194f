"""What an agency knew on a day and what others held; and the view from the tunnel of one episode."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from candour.files.pictures.day_scale import DayScale, draw_days
from candour.files.pictures.fence import draw_fence, draw_stripes
from candour.files.pictures.inks import INK, SECOND
from candour.files.pictures.knowledge_rows import (
    LETTERS,
    ROW,
    HeldElsewhere,
    Known,
    draw_held,
    draw_known,
    row_of,
)
from candour.files.pictures.lettering import broken, cut, width_of, write_lines
from candour.files.pictures.svg import Svg, picture

_NAMES = 430.0
_STRIPES = 76.0
_NOTES = 96.0
_TOP = 30.0
_FOOT = 26.0
OTHERS = "others"
_FENCED = "Later knowledge is fenced"


def knew_svg(
    agency: str,
    known: Sequence[Known],
    elsewhere: Sequence[HeldElsewhere],
    on: date,
    *,
    says: str,
    first: date | None = None,
    holder: str = OTHERS,
    width: float = 1120,
) -> str:
    """Known above, held elsewhere below, each in the order given and nothing later than the day.

    Raises ValueError for anything first known after the day: that is behind the fence, and stays there.
    """
    rows: list[Known | HeldElsewhere] = [*known, *elsewhere]
    _refuse_later(rows, on)
    svg = Svg()
    fence = width - _NOTES - _STRIPES
    opens = first or _first_of_month(rows, on)
    scale = DayScale(opens, on, _NAMES, fence)
    second = _TOP + (max(len(known), 1) + 1) * ROW + 20
    foot = max(second + (max(len(elsewhere), 1) + 1) * ROW + 20, _TOP + 220)
    role = "group" if any(row.href for row in rows) else "img"
    with picture(svg, width, foot + _FOOT, says, class_="picture knew", role=role):
        draw_stripes(svg, fence, fence + _STRIPES, _TOP, foot)
        draw_days(svg, scale, _TOP, foot, width)
        _write_heading(svg, f"Known to {agency}", _TOP, "", width)
        if not known:
            _write_none(svg, "Nothing, by the returns", _TOP + ROW)
        for nth, row in enumerate(known, 1):
            _draw_known(svg, row, scale, _TOP + nth * ROW + 14, fence, width)
        svg.element("line", x1=0, y1=second, x2=width, y2=second, stroke=SECOND, stroke_width=1.2)
        _write_heading(svg, _held_by(holder), second, "days held", width)
        if not elsewhere:
            _write_none(svg, "Nothing more, by the returns", second + ROW)
        for nth, other in enumerate(elsewhere, 1):
            _draw_held(svg, other, scale, second + nth * ROW + 14, on, width)
        draw_fence(svg, on, fence, fence + _STRIPES, _TOP, foot, _FENCED)
    return str(svg)


def tunnel_svg(
    seen: Sequence[Known],
    on: date,
    *,
    first: date,
    last: date,
    fenced: int,
    says: str,
    width: float = 1120,
) -> str:
    """What could be seen by the day, and behind the fence only how many entries there are.

    Raises ValueError for anything first known after the day.
    """
    _refuse_later(seen, on)
    svg = Svg()
    behind = on + timedelta(days=1 + max(1, (on - first).days // 3))  # room for the stripes, always
    scale = DayScale(min(first, on), max(last, behind), _NAMES + 14, width - 10)
    foot = _TOP + max(len(seen) * ROW + 14, 74)
    fence = scale.x(on + timedelta(days=1))
    role = "group" if any(row.href for row in seen) else "img"
    with picture(svg, width, foot + _FOOT, says, class_="picture tunnel", role=role):
        draw_stripes(svg, fence, scale.right, _TOP, foot)
        draw_days(svg, scale, _TOP, foot, width)
        if not seen:
            _write_none(svg, "Nothing, by the returns", _TOP)
        for nth, row in enumerate(seen):
            y = _TOP + nth * ROW + ROW / 2 + 7
            with row_of(svg, row, y, _NAMES):
                draw_known(svg, row, scale, y, fence)
        draw_fence(svg, on, fence, scale.right, _TOP, foot, _fenced_words(fenced))
    return str(svg)


def _held_by(holder: str) -> str:
    """A name takes the room that the rest of the words have where nobody is named."""
    return f"Held by {holder}" if holder != OTHERS else f"Held by {OTHERS}: no return shows it reaching them"


def _fenced_words(fenced: int) -> str:
    counted = "1 entry" if fenced == 1 else f"{fenced:,} entries" if fenced else "no entries"
    return f"Later and elsewhere: {counted} fenced"


def _refuse_later(rows: Sequence[Known | HeldElsewhere], on: date) -> None:
    for row in rows:
        if row.since > on:
            raise ValueError(f"behind the fence of {on}: an entry of {row.since}")


def _first_of_month(rows: Sequence[Known | HeldElsewhere], on: date) -> date:
    """The month in which the earliest begins; a month more when that is the day of the fence itself."""
    earliest = min((row.since for row in rows), default=on - timedelta(days=31)).replace(day=1)
    return earliest if earliest < on else (earliest - timedelta(days=1)).replace(day=1)


def _write_heading(svg: Svg, words: str, top: float, note: str, width: float) -> None:
    room = _NAMES - 14
    size = 16.5 if width_of(words, 16.5, bold=True) <= room else LETTERS
    (line,) = broken(words, room, size, most=1, bold=True)
    write_lines(svg, (line,), 0, top + 19, size=size, bold=True, fill=INK)
    if note:
        write_lines(svg, (note,), width, top + 19, size=LETTERS, bold=True, anchor="end", fill=INK)


def _write_none(svg: Svg, words: str, y: float) -> None:
    write_lines(svg, (words,), 24, y + 24, size=LETTERS, fill=SECOND)


def _draw_known(svg: Svg, row: Known, scale: DayScale, y: float, fence: float, width: float) -> None:
    with row_of(svg, row, y, _NAMES):
        draw_known(svg, row, scale, y, fence)
        how = cut(row.how or row.standing, _NOTES - 6, LETTERS)
        write_lines(svg, (how,), width, y + 5, size=LETTERS, anchor="end", fill=INK)


def _draw_held(svg: Svg, row: HeldElsewhere, scale: DayScale, y: float, on: date, width: float) -> None:
    with row_of(svg, row, y, _NAMES):
        draw_held(svg, row, scale, y, scale.right)
        days = f"{max(row.days_by(on), 0):,}"
        write_lines(svg, (days,), width, y + 5, size=LETTERS, anchor="end", fill=INK)
