"""What a notification said of a fact of the law: a help to whoever answers the test, and never its answer."""

from __future__ import annotations

from datetime import date

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import FactAsked, FactKind, day_written
from candour.domain.trouble import Trouble
from candour.stages.notify.models import Notification

WITH_COLUMNS = ("died", "seriously_harmed", "abuse_or_neglect")
"""Facts that every notification has had a column for from the start; the others lie in `facts_said`."""


def said_of(notification: Notification, fact: str) -> str:
    """Yes, no or unknown; a number or a day as it is kept; nothing where it was not asked."""
    if fact in WITH_COLUMNS:
        return str(getattr(notification, fact))
    return str(notification.facts_said.get(fact, ""))


def said_in_words(notification: Notification, fact: FactAsked) -> str:
    """Yes, no or unknown by its word; 17 years; 19 May 2014; nothing where it was not said."""
    said = said_of(notification, fact.name)
    return value_in_words(fact, said) if is_typed(fact) else said


def is_typed(fact: FactAsked) -> bool:
    """Whether it is answered by a number or a day."""
    return fact.kind is not FactKind.YES_NO


def read_value(fact: FactAsked, words: str) -> int | date:
    """The value that a row or a form keeps as words. Raises Trouble, by the fact, for anything else."""
    try:
        return day_written(words.strip()) if fact.kind is FactKind.DATE else int(words.strip())
    except ValueError:
        wanted = "a day, as 2014-05-19" if fact.kind is FactKind.DATE else "a whole number"
        raise Trouble(f"“{words}” is no answer to “{fact.question}”", do=f"Give {wanted}.") from None


def value_in_words(fact: FactAsked, words: str) -> str:
    """17 years; 19 May 2014; nothing for no value."""
    if not words:
        return ""
    value = read_value(fact, words)
    if isinstance(value, date):
        return spoken_day(value)
    return f"{value} {fact.unit}".strip()
