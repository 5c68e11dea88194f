"""Reporting years, which run from April to March: 2010/11 begins on 1 April 2010."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class ReportingYear:
    """By the calendar year it begins in."""

    begins: int

    @classmethod
    def of(cls, day: date) -> ReportingYear:
        return cls(day.year if day.month >= 4 else day.year - 1)

    def __str__(self) -> str:
        return f"{self.begins}/{(self.begins + 1) % 100:02}"
