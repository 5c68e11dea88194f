"""Could a reader compute a day of birth, or a day told coarsely, from what the days of a report say together?

What each reference tells is a bound on a day; the bounds are followed through until nothing more follows.
Of a day of birth at least a season must stay possible, of any other day that is not told at least a week.
A report in which less stays is refused, not coarsened: which of two places may be vague is for its author.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from candour.domain.disclosure.days import Grain, band_of, count_on, whole_span
from candour.domain.disclosure.references import age_of
from candour.domain.disclosure.tokens import Day
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble

LEAST_OF_BIRTH = 90
"""Days: a winter."""
LEAST_OF_DAY = 7
_DO = "Tell one of them more coarsely: by an age band, a season, a year, or not at all."
_FIRST, _LAST = date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal()


@dataclass(frozen=True, slots=True)
class Told:
    """A day as a reader of the open report is told of it, and where."""

    where: str
    day: Day


@dataclass(frozen=True, slots=True)
class _Bound:
    """`a` lies at least `least` and at most `most` days after, or whole years after, `b`."""

    a: date
    b: date
    least: int
    most: int
    in_years: bool


@dataclass(slots=True)
class _Known:
    """What is possible of each day: the first and last ordinal."""

    spans: dict[date, tuple[int, int]] = field(default_factory=dict)

    def of(self, day: date) -> tuple[int, int]:
        return self.spans.get(day, (_FIRST, _LAST))

    def narrow(self, day: date, low: int, high: int) -> bool:
        before = self.of(day)
        after = max(before[0], low), min(before[1], high)
        self.spans[day] = after
        return after != before


def refuse_arithmetic(told: Sequence[Told], cast: Cast) -> None:
    """Raises Trouble naming the places that together tell more than each of them was meant to."""
    _refuse_exact_ages(told)
    born = {person.born: person.key for person in cast.people if person.born is not None}
    narrowed = _narrowed(told, cast, born)
    if not narrowed:
        return
    places = _fewest_places(_touching(narrowed[0], told, cast), cast, born)
    day = _narrowed(_at(places, told), cast, born)[0]
    what = f"the day of birth of “{born[day]}”" if day in born else "a day that the open report does not tell"
    raise Trouble(
        f"{_listed(places)} {'lets' if len(places) == 1 else 'together let'} a reader compute {what}.",
        where=_listed(places),
        do=_DO,
    )


def _fewest_places(told: Sequence[Told], cast: Cast, born: dict[date, str]) -> tuple[str, ...]:
    """One place or two that tell too much already, or else all of them."""
    every = tuple(dict.fromkeys(one.where for one in told))
    few = (places for size in (1, 2) for places in combinations(every, size))
    return next((places for places in few if _narrowed(_at(places, told), cast, born)), every)


def _touching(day: date, told: Sequence[Told], cast: Cast) -> tuple[Told, ...]:
    """What has to do with the day, by however many others: a long report is not tried pair by pair."""
    days_of = {
        one: {one.day.day, *(x for bound in _bounds([one], cast) for x in (bound.a, bound.b))} for one in told
    }
    reached, before = {day}, 0
    while len(reached) > before:
        before = len(reached)
        for days in days_of.values():
            if days & reached:
                reached |= days
    return tuple(one for one in told if days_of[one] & reached)


def _at(places: Sequence[str], told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(one for one in told if one.where in places)


def _refuse_exact_ages(told: Sequence[Told]) -> None:
    """An exact age at an exact day: the next birthday that anybody mentions would give the day of birth."""
    exact = {one.day.day: one.where for one in told if one.day.how is Grain.DAY}
    for one in told:
        if one.day.how is Grain.AGE and one.day.day in exact:
            places = [*dict.fromkeys((one.where, exact[one.day.day]))]
            raise Trouble(
                f"An exact age of “{one.day.of}” stands at a day that is told exactly.",
                where=_listed(places),
                do="Tell the age by its band, or the day by its month.",
            )


def _narrowed(told: Sequence[Told], cast: Cast, born: dict[date, str]) -> list[date]:
    """The days of which too little stays possible, births first."""
    known, exact = _followed(told, cast), {one.day.day for one in told if one.day.how is Grain.DAY}
    found = []
    for day, (low, high) in known.spans.items():
        least = LEAST_OF_BIRTH if day in born else LEAST_OF_DAY
        if high - low + 1 < least and (day in born or day not in exact):
            found.append(day)
    return sorted(found, key=lambda day: (day not in born, day))


def _followed(told: Sequence[Told], cast: Cast) -> _Known:
    known, bounds = _Known(), [*_bounds(told, cast)]
    for one in told:
        if not one.day.how.needs:
            first, last = whole_span(one.day.day, one.day.how)
            known.narrow(one.day.day, first.toordinal(), last.toordinal())
    for _ in range(2 * len(bounds) + 2):
        if not any([_follow(bound, known) for bound in bounds]):
            break
    return known


def _bounds(told: Iterable[Told], cast: Cast) -> Iterator[_Bound]:
    for one in told:
        day, since, how = one.day.day, one.day.since, one.day.how
        if since is not None:
            days = count_on(day, since) - 1
            yield _Bound(day, since, days, days, in_years=False)
        elif how in (Grain.AGE, Grain.AGE_BAND):
            age = age_of(one.day, cast, one.where)
            born = cast.by_key[one.day.of].born
            low, high = band_of(age) if how is Grain.AGE_BAND else (age, age)
            if born is not None:
                yield _Bound(day, born, low, high, in_years=True)


def _follow(bound: _Bound, known: _Known) -> bool:
    a, b = known.of(bound.a), known.of(bound.b)
    if not bound.in_years:
        moved = known.narrow(bound.b, a[0] - bound.most, a[1] - bound.least)
        return known.narrow(bound.a, b[0] + bound.least, b[1] + bound.most) or moved
    moved = known.narrow(bound.b, _years(a[0], -bound.most - 1) + 1, _years(a[1], -bound.least))
    return known.narrow(bound.a, _years(b[0], bound.least), _years(b[1], bound.most + 1) - 1) or moved


def _years(ordinal: int, years: int) -> int:
    """The same day so many years on; a bound beyond the calendar stays at its end."""
    if ordinal in (_FIRST, _LAST):
        return ordinal
    day = date.fromordinal(max(_FIRST, min(_LAST, ordinal)))
    if not 1 <= day.year + years <= 9999:
        return _FIRST if years < 0 else _LAST
    try:
        return day.replace(year=day.year + years).toordinal()
    except ValueError:
        return date(day.year + years, 3, 1).toordinal()


def _listed(places: Sequence[str]) -> str:
    if len(places) > 4:
        return f"{', '.join(places[:3])} and {len(places) - 3} more places"
    return " and ".join([", ".join(places[:-1]), places[-1]] if len(places) > 1 else places)
