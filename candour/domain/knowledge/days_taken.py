"""How many days several tellings, or several facts, took: the median and the worst."""

from __future__ import annotations

from statistics import median


class DaysTaken:
    """For values that keep `days`; None where no day is known."""

    __slots__ = ()

    days: tuple[int, ...]

    @property
    def median_days(self) -> float | None:
        return median(self.days) if self.days else None

    @property
    def max_days(self) -> int | None:
        return max(self.days, default=None)
