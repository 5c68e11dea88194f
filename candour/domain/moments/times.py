"""Times of day as people write them, and what they make of a day: a minute, an hour, a part of it.

A clock without a.m. or p.m. that may be either side of noon narrows nothing; a filled-in 00:00 is no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from candour.domain.moments.almanac import days_after
from candour.domain.moments.days import questioned
from candour.domain.moments.found import Found, Problem, Window, ambiguous
from candour.domain.moments.moment import LAST_MINUTE, Precision
from candour.domain.moments.units import WEEKDAY, Unit, units

MIDNIGHT_FILLER, NOON_FILLER = "midnight_filler", "noon_filler"
UNCLEAR, APPROXIMATE, UNCERTAIN = "time_unclear", "time_approximate", "time_uncertain"

MIDNIGHT, NOON = time(0, 0), time(12, 0)

PARTS_OF_DAY: dict[str, Window] = {
    "earlyhours": (time(0, 0), time(5, 59)),
    "earlymorning": (time(5, 0), time(8, 59)),
    "morning": (time(6, 0), time(11, 59)),
    "midmorning": (time(9, 0), time(11, 59)),
    "latemorning": (time(10, 0), time(11, 59)),
    "am": (time(0, 0), time(11, 59)),
    "lunchtime": (time(11, 0), time(14, 59)),
    "earlyafternoon": (time(12, 0), time(14, 59)),
    "midafternoon": (time(14, 0), time(16, 59)),
    "lateafternoon": (time(15, 0), time(17, 59)),
    "afternoon": (time(12, 0), time(17, 59)),
    "pm": (time(12, 0), time(23, 59)),
    "teatime": (time(15, 0), time(18, 59)),
    "earlyevening": (time(17, 0), time(19, 59)),
    "lateevening": (time(20, 0), time(23, 59)),
    "evening": (time(17, 0), time(23, 59)),
}
"""First and last minute of each part. A night is not among them: it belongs to two days."""

_BEFORE_NOON = {"am", "morning", "earlymorning", "midmorning", "latemorning", "earlyhours"}
_AFTER_NOON = {"pm", "afternoon", "evening", "earlyevening", "lateevening", "earlyafternoon", "lateafternoon"}
_HALF = "|".join(sorted(_BEFORE_NOON | _AFTER_NOON, key=len, reverse=True))
_CLOCK = re.compile(
    rf"(?P<h>[0-9]{{1,2}})(?:[:.](?P<m>[0-9]{{2}})(?::[0-9]{{2}}(?:\.[0-9]+)?)?)?"
    rf"(?P<hrs> ?hrs)?(?P<oclock> oclock)?(?: ?(?P<half>{_HALF}))?",
    re.ASCII,
)
_HOURS_APART = re.compile(r"([0-9]{1,2}) ?hrs ?([0-9]{2})", re.ASCII)
_FOUR_DIGITS = re.compile(
    r"(?P<h>[0-9]{2})(?P<m>[0-9]{2})(?: ?(?P<hrs>hrs))?(?: ?(?P<half>am|pm))?", re.ASCII
)
_TELLING = re.compile(rf"[0-9]|noon|night|allday|untimed|{'|'.join(PARTS_OF_DAY)}")
_LONGEST = 40
"""Characters. Longer words are no time of day."""
_NEAR = re.compile(
    r"(?:at )?(?:(?P<near>~|\?|at(?= )|(?:just after|just before|before|after|by|from|until)(?= )) ?)?"
    r"(?P<time>.+?) ?(?P<mark>[~?]*)"
)
_RANGE = re.compile(r"(?:between |from )?(?P<one>.+?) ?(?:-|/|to|until|and) ?(?P<two>.+)")
_CLEAR_TIME = r"(?:at )?[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm)|(?:at )?[0-9]{2}:[0-9]{2}"
_WEEKDAY_AND_PART = re.compile(
    rf"(?P<weekday>{WEEKDAY})[ ,]+(?P<part>{'|'.join(PARTS_OF_DAY)}|{_CLEAR_TIME})[ ,-]+"
    r"(?:on )?(?P<day>[0-9].*)"
)
_DOTTED_DAY = re.compile(r"[0-9]{1,2}\.(?:0[1-9]|1[0-2])")
_DOTTED_DATE = re.compile(r"[0-9]\.[0-9]{1,2}\.[0-9]")
_YEAR_LIKE, _HOUR_BEFORE = re.compile(r"(?:19|20)[0-9]{2}"), re.compile(r"\b(?:[01][0-9]|2[0-3])[0-5][0-9]$")
_EVENING, _NEXT_MORNING = time(16, 0), time(10, 0)
_CUT = re.compile(r" ?[, -] ?(?:(?:at|on|t) )?")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: a minute `at`, to a minute `until`; or only a `window`; or neither, as flags say.

    `past_midnight`: `until` is on the day after.
    """

    at: time | None = None
    until: time | None = None
    window: Window | None = None
    precision: Precision = Precision.DAY
    flags: frozenset[str] = frozenset()
    bare: bool = False
    past_midnight: bool = False

    def flagged(self, *flags: str) -> Clock:
        return replace(self, flags=self.flags | frozenset(flags))


def clock_of(words: str) -> Clock | None:
    """The time of day that all of the words say (in the forms of words.py), or None."""
    match = _NEAR.fullmatch(words) if len(words) <= _LONGEST and _TELLING.search(words) else None
    if match is None:
        return None
    clock = _clock(match["time"])
    if clock is not None:
        return _nearly(clock, match["near"] or "", match["mark"])
    return _from_one_to_another(words)


def _clock(words: str) -> Clock | None:
    if words in PARTS_OF_DAY:
        return Clock(window=PARTS_OF_DAY[words], precision=Precision.PART_OF_DAY)
    if words in {"night", "midnight", "overnight"}:
        return Clock(flags=frozenset({UNCLEAR}))
    if words == "noon":
        return _at(NOON)
    if words in {"allday", "untimed"}:
        return Clock()
    if match := _FOUR_DIGITS.fullmatch(words):
        return _by_the_clock(match, leading_zero=True, bare=not match["hrs"] and not match["half"])
    match = _CLOCK.fullmatch(_HOURS_APART.sub(r"\1:\2 hrs", words))
    if match is None or not (match["m"] or match["hrs"] or match["oclock"] or match["half"]):
        return None
    return _by_the_clock(match, leading_zero=len(match["h"]) == 2)


def _at(minute: time, *flags: str, precision: Precision = Precision.MINUTE, bare: bool = False) -> Clock:
    window = (minute, minute.replace(minute=59)) if precision is Precision.HOUR else None
    return Clock(minute, window=window, precision=precision, flags=frozenset(flags), bare=bare)


def _by_the_clock(match: re.Match[str], *, leading_zero: bool, bare: bool = False) -> Clock | None:
    parts = match.groupdict()
    hour, minute, half = int(parts["h"]), int(parts["m"] or 0), parts["half"]
    if hour == 24 and minute == 0 and not half:
        return Clock(flags=frozenset({MIDNIGHT_FILLER}), bare=bare)
    if hour > 23 or minute > 59:
        return None
    precision = Precision.MINUTE if parts["m"] else Precision.HOUR
    if half:
        hour_of_day = _hour_of_day(hour, half)
        if hour_of_day is None:
            return None
        if (hour, minute) == (12, 0) and half == "am":
            return Clock(flags=frozenset({UNCLEAR}))
        return _at(time(hour_of_day, minute), precision=precision)
    if (hour, minute) == (0, 0):
        return Clock(flags=frozenset({MIDNIGHT_FILLER}), bare=bare)
    if (hour, minute) == (12, 0):
        return _at(NOON, NOON_FILLER, bare=bare)
    if (hour < 10 and not leading_zero) or (parts.get("oclock") and hour <= 12):
        return Clock(flags=frozenset({UNCLEAR}))
    return _at(time(hour, minute), precision=precision, bare=bare)


def _hour_of_day(hour: int, half: str) -> int | None:
    """ "2 pm" is 14; "14.30 pm" says so twice; "14.30 am" contradicts itself."""
    if half in _BEFORE_NOON:
        return hour % 12 if hour <= 12 else None
    if hour == 0:
        return None
    return hour if hour >= 12 else hour + 12


def _nearly(clock: Clock, near: str, mark: str) -> Clock | None:
    """ "About three" is three, flagged; "just after three" the hour after it; "after three" all after it."""
    if "?" in near + mark:
        clock = clock.flagged(UNCERTAIN)
    if "~" in near + mark:
        clock = clock.flagged(APPROXIMATE)
    if near not in {"just after", "just before", "before", "after", "by", "from", "until"}:
        return clock
    if clock.at is None:
        return None if clock.window else clock.flagged(APPROXIMATE)
    flags = clock.flags | {APPROXIMATE} if near.startswith("just") else clock.flags
    return Clock(window=_window_near(clock.at, near), precision=Precision.PART_OF_DAY, flags=flags)


def _window_near(at: time, near: str) -> Window:
    if near == "just after":
        return at, at.replace(hour=at.hour + 1) if at.hour < 23 else LAST_MINUTE
    if near == "just before":
        return at.replace(hour=at.hour - 1) if at.hour else MIDNIGHT, at
    return (at, LAST_MINUTE) if near in {"after", "from"} else (MIDNIGHT, at)


def _from_one_to_another(words: str) -> Clock | None:
    """ "14:30-15:00", "2-3 pm": two times; a first one without a half of the day takes that of the second."""
    match = _RANGE.fullmatch(words)
    if match is None:
        return None
    last = _clock(match["two"])
    halves = re.search(rf"({_HALF})$", match["two"])
    first = _clock(match["one"])
    if halves and not re.search(rf"({_HALF})$", match["one"]):
        first = _clock(f"{match['one']} {halves[1]}") or first
    if first is None or last is None or (last.bare and not first.bare):
        return None
    flags = first.flags | last.flags
    if first.at and last.at and first.at >= _EVENING and last.at <= _NEXT_MORNING:
        precision = Precision.INTERVAL
        return Clock(first.at, last.at, None, precision, flags, bare=first.bare, past_midnight=True)
    if first.at is None or last.at is None or last.at <= first.at:
        return Clock(flags=flags | {UNCLEAR}, bare=first.bare)
    return Clock(first.at, last.at, precision=Precision.INTERVAL, flags=flags, bare=first.bare)


def at_clock(found: Found, clock: Clock) -> Found:
    """A day narrowed by a time of day. Anything longer than a day beside a time is a question."""
    if isinstance(found, Problem):
        return found.flagged(clock.flags)
    if found.precision is not Precision.DAY:
        return ambiguous(found.rule, "A time of day stands beside more than a day.", found.edtf)
    day = found.edtf.rstrip("?~%")
    at = "" if clock.at is None else f"{day}T{clock.at:%H:%M}:00"
    last_day = days_after(date.fromisoformat(day), 1).isoformat() if clock.past_midnight else day
    edtf = f"{at}/{last_day}T{clock.until:%H:%M}:00" if clock.until else at or found.edtf
    starts, _, ends = edtf.partition("/")
    return replace(
        found.flagged(clock.flags),
        edtf=edtf,
        precision=clock.precision,
        window=clock.window,
        mark=found.mark or found.edtf[len(day) :],
        starts=starts,
        ends=ends or starts,
    )


def timed_units(words: str) -> Iterator[Unit]:
    """Units with a time of day before or after them."""
    if match := _WEEKDAY_AND_PART.fullmatch(words):
        words = f"{match['weekday']} {match['day']},{match['part']}"
    for cut in _CUT.finditer(words):
        left, right = words[: cut.start()], words[cut.end() :]
        hour = _hour_alone(right) if " at " in cut.group() else None
        if clock := clock_of(right) or hour:
            yield from _at_time(units(left), clock, _after_a_dash(left, right) if "-" in cut.group() else "")
        if clock := clock_of(left):
            why = "The night may begin or end on the day written." if clock.past_midnight else ""
            yield from _at_time(units(right), clock, why)


def _after_a_dash(left: str, right: str) -> str:
    """Why what follows a dash may be no time of that day; "" where it can be nothing else."""
    if _DOTTED_DAY.fullmatch(right) and _DOTTED_DATE.search(left):
        return "What follows the dash may be a time, or the last day of a stretch."
    if _YEAR_LIKE.fullmatch(right) or (_HOUR_BEFORE.search(left) and _FOUR_DIGITS.fullmatch(right)):
        return "The four digits beside the dash may be a year or a time."
    return ""


def _hour_alone(words: str) -> Clock | None:
    """ "At 9" may be in the morning or the evening."""
    small = re.fullmatch(r"[1-9]|1[0-2]", words, re.ASCII) is not None
    return Clock(flags=frozenset({UNCLEAR})) if small else None


def _at_time(days: Iterable[Unit], clock: Clock, doubt: str = "") -> Iterator[Unit]:
    """Four digits alone are a time only beside a day with its year."""
    for unit in days:
        if (unit.day or unit.rule in _OTHER_DAYS) and (unit.dated or not clock.bare):
            timed = unit.then(lambda one: at_clock(one, clock))
            yield questioned(timed, doubt) if doubt else timed


_OTHER_DAYS = {"named_feast", "nth_weekday_of_month"}
"""Rules that give a day without naming its number."""


def night_units(words: str) -> Iterator[Unit]:
    """ "Overnight 14 July" may be the night before it or after it: held."""
    match = re.fullmatch(r"overnight ,?-?(?:on )?(?P<day>.+)|(?P<day_before>.+?)[ ,-]+overnight", words)
    if match is None:
        return
    for unit in units(match["day"] or match["day_before"]):
        if unit.day:
            yield replace(unit.then(_either_night), rule="overnight")


def _either_night(found: Found) -> Found:
    if isinstance(found, Problem) or found.precision is not Precision.DAY:
        return found
    day = date.fromisoformat(found.edtf)
    before, after = date.fromordinal(day.toordinal() - 1), date.fromordinal(day.toordinal() + 1)
    why = "A night belongs to two days, and only one is written."
    return ambiguous("overnight", why, found.edtf, f"{day}/{after}", f"{before}/{day}")


OVERNIGHT: Window = (time(18, 0), time(8, 59))
"""From the evening of the first day to the morning of the last."""
