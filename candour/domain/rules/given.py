"""What is given as the answer to a fact: yes, no or unknown; a whole number; a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from candour.domain.rules.answer import Answer
from candour.domain.trouble import Trouble

Value = Answer | int | date
Answers = Mapping[str, Value]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class FactKind(StrEnum):
    """How a fact is answered."""

    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"


WANTED = {
    FactKind.YES_NO: "Write yes, no or unknown.",
    FactKind.NUMBER: "Write a whole number, such as 17, or unknown.",
    FactKind.DATE: "Write a day, such as 2014-06-19, or unknown.",
}


def value_of(said: Any) -> Value:
    """The value that a file or a form says: "yes", 17, "17", a day, "2014-06-19"; nothing is unknown.

    Raises Trouble for whatever is none of these. Truth values are refused: a file says "yes" or "no".
    """
    if isinstance(said, str):
        return _of_words(said)
    if isinstance(said, float) and said.is_integer():
        said = int(said)
    if isinstance(said, int) and not isinstance(said, bool) and said >= 0:
        return said
    if isinstance(said, date) and not isinstance(said, datetime):
        return said
    raise _no_answer(said)


def day_written(words: str) -> date:
    """The day, written as 2014-06-19: neither 20140619 nor a week's day. Raises ValueError for any other."""
    if not _DAY.fullmatch(words):
        raise ValueError(f"{words!r} is not written as 2014-06-19")
    return date.fromisoformat(words)


def kind_of(value: Value) -> FactKind | None:
    """The kind of fact that it answers; None for unknown, which answers none and may be said of any."""
    if isinstance(value, Answer):
        return None if value is Answer.UNKNOWN else FactKind.YES_NO
    return FactKind.NUMBER if isinstance(value, int) else FactKind.DATE


def _of_words(said: str) -> Value:
    words = said.strip()
    folded = words.lower()
    if not folded:
        return Answer.UNKNOWN
    if folded in list(Answer):
        return Answer(folded)
    if words.isascii() and words.isdecimal() and len(words) <= 9:
        return int(words)
    try:
        return day_written(words)
    except ValueError:
        raise _no_answer(said) from None


def _no_answer(said: Any) -> Trouble:
    shown = f"“{said}”" if isinstance(said, str) else repr(said)
    return Trouble(
        f"{shown} is no answer.", do="Write yes, no or unknown, a whole number, or a day like 2014-06-19."
    )
