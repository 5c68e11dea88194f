"""Other days that read the same to the public: for the twin, in which every day that is not told differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from candour.domain.disclosure.arithmetic import Told
from candour.domain.disclosure.days import Grain, age_on, band_of, whole_span
from candour.domain.disclosure.lots import Lots
from candour.domain.disclosure.tokens import Day
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble

_FAR = 400
_TRIES = 60


def other_days(every: Iterable[date], told: Sequence[Told], cast: Cast, chance: Lots) -> dict[date, date]:
    """Day -> another day, births too; a day that is told as it is stays. All that is told reads the same.

    Raises Trouble where no other days would do.
    """
    births = {person.born for person in cast.people if person.born is not None}
    whole = {one.day.day for one in told if one.day.how is Grain.DAY}
    groups = _counted_together({*every, *births}, told)
    for _ in range(_TRIES):
        moved: dict[date, date] = {}
        for group in groups:
            if len(group) == 1 and group[0] in births:
                continue
            days = _shift(group, told, whole, chance)
            moved |= {day: day + timedelta(days) for day in group}
        for born in sorted(births - moved.keys()):
            moved[born] = _other_birth(born, told, moved, cast, chance)
        if all(_reads_alike(one.day, moved, cast) for one in told):
            return moved
    raise Trouble(
        "The twin of the report could not be made: its days leave no others that read the same.",
        where="the days of the report",
        do="Tell ages by their bands, and days by their months.",
    )


def _counted_together(every: set[date], told: Iterable[Told]) -> list[list[date]]:
    """Days that are counted from each other move together."""
    group_of = {day: [day] for day in sorted(every)}
    for one in told:
        if one.day.since is not None and group_of[one.day.day] is not group_of[one.day.since]:
            joined = group_of[one.day.day] + group_of[one.day.since]
            group_of |= dict.fromkeys(joined, joined)
    return [group for day, group in group_of.items() if group[0] == day]


def _shift(group: Sequence[date], told: Iterable[Told], whole: set[date], chance: Lots) -> int:
    if whole & {*group}:
        return 0
    low, high = -_FAR, _FAR
    for one in told:
        if one.day.day in group and not one.day.how.needs:
            first, last = whole_span(one.day.day, one.day.how)
            low, high = max(low, (first - one.day.day).days), min(high, (last - one.day.day).days)
    return chance.one_of([days for days in range(low, high + 1) if days] or [0])


def _other_birth(
    born: date, told: Iterable[Told], moved: Mapping[date, date], cast: Cast, chance: Lots
) -> date:
    ages = [one.day for one in told if one.day.of and cast.by_key[one.day.of].born == born]
    nearer = range(-_FAR, _FAR + 1) if ages else range(-_FAR, 0)
    others = [born + timedelta(days) for days in nearer if days]
    fit = [day for day in others if all(_reads_alike(one, {**moved, born: day}, cast) for one in ages)]
    return chance.one_of(fit or [born])


def _reads_alike(one: Day, moved: Mapping[date, date], cast: Cast) -> bool:
    day = moved[one.day]
    if one.since is not None:
        return day - moved[one.since] == one.day - one.since
    if one.of:
        born = cast.by_key[one.of].born
        if born is None or day < moved[born]:
            return False
        before, after = age_on(born, one.day), age_on(moved[born], day)
        return band_of(before) == band_of(after) if one.how is Grain.AGE_BAND else before == after
    return whole_span(day, one.how) == whole_span(one.day, one.how)
