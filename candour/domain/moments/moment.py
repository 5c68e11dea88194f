"""The value every date becomes: first and last possible minute, precision, doubt, the words as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

FIRST_MINUTE = time(0, 0)
LAST_MINUTE = time(23, 59)


class Fate(StrEnum):
    """What became of the words: a date, a question for a person, or nothing that could be a date."""

    PLACED = "placed"
    HELD = "held"
    REFUSED = "refused"


class Precision(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"
    SET = "set"
    UNKNOWN = "unknown"


class Doubt(StrEnum):
    """The doubt the writer put in: `?`, `~` or `%` of EDTF (ISO 8601-2:2019, level 1)."""

    UNCERTAIN = "uncertain"
    APPROXIMATE = "approximate"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as precisely as its source says and no more.

    `earliest` and `latest` are UK civil times, to the minute, both inclusive; None is an open end
    (or, when the moment is held or refused, not known). `readings` are EDTF strings to choose from.
    `code` is the short reason of a held or refused moment, as in the ledger (`no_date`,
    `ambiguous_date`, `unreadable_date`, `weekday_disagrees`, `impossible_date`); `refused` says it in words.
    `also` holds second dates found in the same words ("recorded" -> EDTF, "received" -> EDTF).
    """

    text: str
    fate: Fate
    edtf: str | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    precision: Precision = Precision.UNKNOWN
    doubt: Doubt | None = None
    rule: str = ""
    code: str | None = None
    refused: str | None = None
    readings: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = field(default=())

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.latest < self.earliest:
            raise ValueError(f"a moment cannot end before it starts: {self.earliest} > {self.latest}")
        if (self.fate is Fate.PLACED) == (self.refused is not None):
            raise ValueError("a moment is placed, or says why it is not")

    @property
    def placed(self) -> bool:
        return self.fate is Fate.PLACED

    @property
    def timed(self) -> bool:
        """True when the words give a time of day, so that the bounds are times and not whole days."""
        starts_inside = self.earliest is not None and self.earliest.time() != FIRST_MINUTE
        ends_inside = self.latest is not None and self.latest.time() != LAST_MINUTE
        return starts_inside or ends_inside

    def as_json(self) -> dict[str, Any]:
        """The MOMENT object of docs/reference/interfaces.md."""
        shape: dict[str, Any] = {
            "text": self.text,
            "edtf": self.edtf,
            "earliest": _bound(self.earliest, self.timed),
            "latest": _bound(self.latest, self.timed),
            "precision": str(self.precision),
            "doubt": str(self.doubt) if self.doubt else None,
            "rule": self.rule,
            "refused": self.refused,
            "fate": str(self.fate),
            "readings": list(self.readings),
            "flags": list(self.flags),
        }
        if self.also:
            shape["also"] = dict(self.also)
        return shape

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> Moment:
        """Read a MOMENT object back; bounds given as days cover the whole day."""
        return cls(
            text=shape["text"],
            fate=Fate(shape["fate"]),
            edtf=shape["edtf"],
            earliest=_read_bound(shape["earliest"], FIRST_MINUTE),
            latest=_read_bound(shape["latest"], LAST_MINUTE),
            precision=Precision(shape["precision"]),
            doubt=Doubt(shape["doubt"]) if shape["doubt"] else None,
            rule=shape["rule"],
            refused=shape["refused"],
            readings=tuple(shape["readings"]),
            flags=tuple(shape["flags"]),
            also=tuple(shape.get("also", {}).items()),
        )


def _read_bound(written: str | None, filled_with: time) -> datetime | None:
    if written is None:
        return None
    if "T" in written:
        return datetime.fromisoformat(written)
    return datetime.combine(date.fromisoformat(written), filled_with)


def _bound(at: datetime | None, timed: bool) -> str | None:
    if at is None:
        return None
    return at.isoformat(timespec="minutes") if timed else at.date().isoformat()
