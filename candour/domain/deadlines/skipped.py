"""Which days were not counted, in words: bank holidays by name, weekends as a number, pauses as spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from candour.domain.deadlines.calendar import WEEKDAYS
from candour.domain.moments.spoken import spoken_day

Skipped = Sequence[tuple[date, str]]


def skipped_in_words(skipped: Skipped) -> str:
    """ "Not counted: 2 weekend days; Christmas Day, 25 December 2026." Empty where every day counted."""
    weekends = [day for day, why in skipped if _is_weekend(why)]
    others = [(day, why) for day, why in skipped if not _is_weekend(why)]
    parts = [f"{len(weekends)} weekend day{'' if len(weekends) == 1 else 's'}"] if weekends else []
    parts += _spans(others)
    return f"Not counted: {'; '.join(parts)}." if parts else ""


def _is_weekend(why: str) -> bool:
    return why in WEEKDAYS[5:]


def _spans(skipped: Skipped) -> Iterator[str]:
    """Each reason with its days; those of one reason with no more than a weekend between are one span."""
    for why, first, last in _runs(skipped):
        yield f"{why}, {spoken_day(first)}{'' if first == last else f' to {spoken_day(last)}'}"


def _runs(skipped: Skipped) -> list[tuple[str, date, date]]:
    runs: list[tuple[str, date, date]] = []
    for day, why in skipped:
        if runs and runs[-1][0] == why and day - runs[-1][2] <= timedelta(days=3):
            runs[-1] = (why, runs[-1][1], day)
        else:
            runs.append((why, day, day))
    return runs
