"""Other days that read the same to the public: for the twin, in which every day that is not told differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from candour.domain.disclosure.arithmetic import Told
from candour.domain.disclosure.days import Grain, age_on, band_of, whole_span
from candour.domain.disclosure.lots import Lots
from candour.domain.disclosure.tokens import Day
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble

_FAR = 400
_TRIES = 60


@dataclass(frozen=True, slots=True)
class _Group:
    """Days that are counted from each other and so move together, by `least` to `most` days."""

    days: tuple[date, ...]
    least: int
    most: int

    @property
    def stays(self) -> bool:
        return not self.least and not self.most


def other_days(every: Iterable[date], told: Sequence[Told], cast: Cast, chance: Lots) -> dict[date, date]:
    """Day -> another day, births too, and all that is told reads the same; a day told as it is stays.

    Raises Trouble where no other days would do, naming whose birth or which place it is.
    """
    births = {person.born for person in cast.people if person.born is not None}
    whole = {one.day.day for one in told if one.day.how is Grain.DAY}
    groups = [_group(days, told, whole) for days in _counted_together({*every, *births}, told)]
    groups.sort(key=lambda group: not births & {*group.days})
    for group in groups:
        if group.stays and not {*group.days} <= whole - births:
            raise _none_other(group, told, cast)
    choosing = _Choosing(told, cast, chance, {day: group for group in groups for day in group.days})
    for tried in range(1, _TRIES + 1):
        moved, stuck = choosing.moved(groups)
        if stuck is None:
            break
        if tried == _TRIES:
            raise _none_other(stuck, told, cast)
    return moved


@dataclass(frozen=True, slots=True)
class _Choosing:
    told: Sequence[Told]
    cast: Cast
    chance: Lots
    group_of: Mapping[date, _Group]

    def moved(self, groups: Iterable[_Group]) -> tuple[dict[date, date], _Group | None]:
        """The days as they may be, one group after another, and the group for which there was none."""
        moved: dict[date, date] = {}
        for group in groups:
            own = [one.day for one in self.told if self._touches(one.day, group)]
            for shift in self._shifts(group):
                trial = {**moved, **{day: day + timedelta(shift) for day in group.days}}
                if all(self._may_read_alike(one, trial) for one in own) and self._may_die(trial):
                    moved = trial
                    break
            else:
                return moved, group
        return moved, None

    def _shifts(self, group: _Group) -> Iterator[int]:
        """Every shift there is, beginning anywhere."""
        if group.stays:
            return iter((0,))
        every = [days for days in range(group.least, group.most + 1) if days]
        begin = every.index(self.chance.one_of(every))
        return iter(every[begin:] + every[:begin])

    def _touches(self, one: Day, group: _Group) -> bool:
        return one.day in group.days or (bool(one.of) and self.cast.by_key[one.of].born in group.days)

    def _may_read_alike(self, one: Day, trial: Mapping[date, date]) -> bool:
        """Whether it does, or still may where the day has not been chosen yet."""
        born = self.cast.by_key[one.of].born if one.of else None
        if born is not None and born not in trial:
            return True
        if one.day in trial:
            return _reads_alike(one, trial, self.cast)
        assert born is not None  # else the day itself was what touches the group
        group = self.group_of[one.day]
        before = age_on(born, one.day)
        low, high = band_of(before) if one.how is Grain.AGE_BAND else (before, before)
        youngest = age_on(trial[born], one.day + timedelta(group.least))
        return youngest <= high and low <= age_on(trial[born], one.day + timedelta(group.most))

    def _may_die(self, trial: Mapping[date, date]) -> bool:
        """Nobody dies before they are born."""
        for born, died in ((one.born, one.died) for one in self.cast.people):
            if born is not None and died is not None and born in trial:
                latest = died + timedelta(self.group_of[died].most)
                if trial.get(died, latest) < trial[born]:
                    return False
        return True


def _counted_together(every: set[date], told: Iterable[Told]) -> list[list[date]]:
    """Days that are counted from each other move together."""
    group_of = {day: [day] for day in sorted(every)}
    for one in told:
        if one.day.since is not None and group_of[one.day.day] is not group_of[one.day.since]:
            joined = group_of[one.day.day] + group_of[one.day.since]
            group_of |= dict.fromkeys(joined, joined)
    return [group for day, group in group_of.items() if group[0] == day]


def _group(days: Sequence[date], told: Iterable[Told], whole: set[date]) -> _Group:
    if whole & {*days}:
        return _Group(tuple(days), 0, 0)
    at = [one.day for one in told if one.day.day in days and not one.day.how.needs]
    spans = [(one.day, whole_span(one.day, one.how)) for one in at]
    least = max([-_FAR, *((first - day).days for day, (first, _) in spans)])
    most = min([_FAR, *((last - day).days for day, (_, last) in spans)])
    return _Group(tuple(days), least, most)


def _none_other(group: _Group, told: Iterable[Told], cast: Cast) -> Trouble:
    keys = [person.key for person in cast.people if person.born in group.days]
    if keys:
        whose = " and ".join(f"“{key}”" for key in keys)
        return Trouble(
            f"No other day of birth of {whose} reads the same to the public, so the twin cannot be made.",
            where=f"{whose} of the cast",
            do=f"Tell the ages of {whose} by their bands, or at days that are told by season or year.",
        )
    places = dict.fromkeys(one.where for one in told if one.day.day in group.days)
    return Trouble(
        "A day that is not told has no other that reads the same, so the twin cannot be made.",
        where=" and ".join([*places][:4]),
        do="Tell it by season or year, or do not count other days from it.",
    )


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
