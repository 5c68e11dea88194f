"""Facts that the law asks as a number or a day: how they are read, kept, counted and shown."""

from __future__ import annotations

from datetime import date

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import FactAsked
from candour.domain.trouble import Trouble

NUMBER, DAY = "number", "date"


def kind_of(fact: FactAsked) -> str:
    """`yes_no`, `number` or `date`, as the pack says."""
    return str(getattr(fact, "kind", "yes_no"))


def is_typed(fact: FactAsked) -> bool:
    """Whether it is answered by a number or a day."""
    return kind_of(fact) in {NUMBER, DAY}


def read_value(fact: FactAsked, words: str) -> int | date:
    """The value that a row or a form keeps as words. Raises Trouble, by the fact, for anything else."""
    try:
        return date.fromisoformat(words.strip()) if kind_of(fact) == DAY else int(words.strip())
    except ValueError:
        wanted = "a day, as 2014-05-19" if kind_of(fact) == DAY else "a whole number"
        raise Trouble(f"“{words}” is no answer to “{fact.question}”", do=f"Give {wanted}.") from None


def value_in_words(fact: FactAsked, words: str) -> str:
    """17 years; 19 May 2014; nothing for no value."""
    if not words:
        return ""
    value = read_value(fact, words)
    if isinstance(value, date):
        return spoken_day(value)
    return f"{value} {getattr(fact, 'unit', '')}".strip()
