"""How far a clock may be given more time: to the day that the law gives, or to none that is known."""

from __future__ import annotations

from datetime import date

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Clock

NO_LATEST = "The law, as it is held here, gives no latest day. Whoever agrees to more time says how much."


def latest_in_words(clock: Clock, latest: date | None) -> str:
    """What a page says beside the field for the new day."""
    if clock.latest is None or latest is None:
        return NO_LATEST
    unchecked = "" if clock.latest.verified else " This was not checked against the law."
    return f"The law gives {spoken_day(latest)} as the latest day ({clock.latest.citation}).{unchecked}"


def wrong_with(day: date, *, due: date, latest: date | None) -> tuple[str, str] | None:
    """What happened and what to do, where a clock cannot be given more time to this day."""
    if day <= due:
        return f"It is due on {spoken_day(due)} already.", "Give a later day."
    if latest is not None and day > latest:
        return f"The law gives {spoken_day(latest)} as the latest day.", "Give that day or an earlier one."
    return None
