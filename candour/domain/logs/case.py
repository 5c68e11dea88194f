"""What one row of a log tells: a referral, and the decision on it where the row has one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.logs.words import Meaning
from candour.domain.moments import Moment
from candour.domain.rules import Answer


@dataclass(frozen=True, slots=True)
class Earlier:
    """A decision taken before the record was kept. `words` is its outcome as it is written."""

    words: str
    meaning: Meaning
    decided_on: date
    reasons: str = ""
    holder: str = ""
    review_reference: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """`law` is the name of the law in force on the day of notification; empty where no pack holds it."""

    reference: str
    child: str
    notified_on: date
    law: str
    incident: Moment | None = None
    notifier: str = ""
    agencies: tuple[str, ...] = ()
    what_happened: str = ""
    died: Answer = Answer.UNKNOWN
    seriously_harmed: Answer = Answer.UNKNOWN
    abuse_or_neglect: Answer = Answer.UNKNOWN
    harm: str = ""
    earlier: Earlier | None = None
