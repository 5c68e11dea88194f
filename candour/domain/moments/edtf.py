"""EDTF (ISO 8601-2:2019): the first and last minute a string covers, and the doubt marked in it.

Every bound of every Moment comes from here, so that what is exchanged and what is sorted never disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import MAXYEAR, date, datetime, time

from candour.domain.moments.almanac import days_in
from candour.domain.moments.moment import FIRST_MINUTE, LAST_MINUTE, Doubt

Edges = tuple[datetime | None, datetime | None]
"""First and last minute, both inclusive; None is open or unknown."""

SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of spring, summer, autumn and winter, as weather services count them.

A winter is the one that begins in its year; the grammar never places "1999-24", only offers it.
"""

_PART = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|XXXX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)(?:T(?P<time>[0-9]{2}:[0-9]{2})(?::00)?)?)?)?"
    r"(?P<mark>[?~%])?"
)
_MARKED = re.compile(r"(?<=[0-9X])[?~%](?=$|[/,\]}])")
_DATE_IN = re.compile(r"(?<![0-9X])[0-9X]{4}(?:-[0-9X]{2}){0,2}(?P<mark>[?~%])?(?=$|[/,\]}])")
_BOTH = {"": "", "?": "?", "~": "~", "%": "%", "?~": "%", "~?": "%"}


def edges_of(edtf: str) -> Edges:
    """First and last minute of an EDTF string. Raises ValueError where it is none that we write."""
    if edtf[:1] in ("[", "{"):
        if edtf[-1:] != {"[": "]", "{": "}"}[edtf[0]]:
            raise ValueError(f"{edtf!r} is a set without its end")
        members = [_edges_of_part(one) for one in edtf[1:-1].split(",")]
        return _earliest(one[0] for one in members), _latest(one[1] for one in members)
    if "/" not in edtf:
        return _edges_of_part(edtf)
    first, _, last = edtf.partition("/")
    start = None if first in ("", "..") else _edges_of_part(first)[0]
    end = None if last in ("", "..") else _edges_of_part(last)[1]
    if first in ("", "..") and last in ("", ".."):
        raise ValueError(f"{edtf!r} says nothing")
    if start and end and end < start:
        raise ValueError(f"{edtf!r} ends before it starts")
    return start, end


def bounds_of(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF string. Raises ValueError where it is none that we write."""
    earliest, latest = edges_of(edtf)
    return earliest and earliest.date(), latest and latest.date()


def is_edtf(text: str) -> bool:
    try:
        edges_of(text)
    except ValueError:
        return False
    return True


def is_season(part: str) -> bool:
    return re.fullmatch(r"[0-9]{4}-2[1-4][?~%]?", part, re.ASCII) is not None


def doubt_of(edtf: str) -> Doubt | None:
    """The doubt marked anywhere in it."""
    marks = "".join(sorted(set(_MARKED.findall(edtf))))
    if not marks:
        return None
    return {"?": Doubt.UNCERTAIN, "~": Doubt.APPROXIMATE}.get(marks, Doubt.BOTH)


def with_doubt(edtf: str, mark: str) -> str:
    """The same dates with `?`, `~` or `%` added to each. A time of day stays bare: EDTF cannot mark it."""

    def marked(match: re.Match[str]) -> str:
        bare = match.group().rstrip("?~%")
        return bare + join_marks(match["mark"] or "", mark)

    return _DATE_IN.sub(marked, edtf)


def join_marks(one: str, other: str) -> str:
    return one if one == other else _BOTH.get(one + other, "%")


def _edges_of_part(part: str) -> Edges:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"{part!r} is not a date in EDTF")
    year, month, day = match["year"], match["month"], match["day"]
    if year == "XXXX":
        return None, None
    if year.endswith("X"):
        return _whole(date(int(year[:3] + "0"), 1, 1), date(int(year[:3] + "9"), 12, 31))
    if month is None or month == "XX":
        return _edges_without_month(int(year), day)
    if int(month) in SEASON_MONTHS and day is None:
        return _season(int(year), int(month))
    if day is None or day == "XX":
        return _whole(date(int(year), int(month), 1), _last_of_month(int(year), int(month)))
    at = date(int(year), int(month), int(day))
    if match["time"]:
        minute = datetime.combine(at, time.fromisoformat(match["time"]))
        return minute, minute
    return _whole(at, at)


def _edges_without_month(year: int, day: str | None) -> Edges:
    """A day known and its month not ("1999-XX-14") reaches from that day in January to that in December."""
    if day is None or day == "XX":
        return _whole(date(year, 1, 1), date(year, 12, 31))
    return _whole(date(year, 1, int(day)), date(year, 12, int(day)))


def _season(year: int, code: int) -> Edges:
    first, last = SEASON_MONTHS[code]
    ends_in = year if last > first else year + 1
    if ends_in > MAXYEAR:
        raise ValueError(f"no season ends in the year {ends_in}")
    return _whole(date(year, first, 1), _last_of_month(ends_in, last))


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, days_in(year, month))


def _whole(first: date, last: date) -> Edges:
    return datetime.combine(first, FIRST_MINUTE), datetime.combine(last, LAST_MINUTE)


def _earliest(edges: Iterable[datetime | None]) -> datetime | None:
    known = list(edges)
    return None if None in known else min(one for one in known if one)


def _latest(edges: Iterable[datetime | None]) -> datetime | None:
    known = list(edges)
    return None if None in known else max(one for one in known if one)
