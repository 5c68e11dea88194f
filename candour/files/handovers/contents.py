"""What may be handed over? Notifications, decisions, and what both sides said of them.

There is no field for a review's material, an account or a summary, so none can be sent by mistake. A
`number` is the sender's own, and is what the receiver knows a thing by when it comes again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

ADDED_LATER: Mapping[str, bool] = MappingProxyType({"added_later": True})
"""On a field that files of the same version written before it lack: they are read as if it were empty."""


@dataclass(frozen=True, slots=True)
class Child:
    name: str
    born: str = ""
    note: str = ""
    looked_after: str = ""
    care_leaver: str = ""
    register: str = ""
    setting: str = ""
    ethnicity: str = ""
    disability: str = ""


@dataclass(frozen=True, slots=True)
class ToldTo:
    who: str
    on: date


@dataclass(frozen=True, slots=True)
class Tested:
    """The board's answer to one fact of the law."""

    fact: str
    answer: str
    value: str
    reason: str
    rests_on: str


@dataclass(frozen=True, slots=True)
class Recommended:
    group: str
    outcome: str
    made_on: date
    reason: str
    votes_for: int | None
    votes_against: int | None
    abstained: int | None


@dataclass(frozen=True, slots=True)
class Rapid:
    """What the quick look before a decision came to, and its sign-off. Nothing of the agencies' summaries."""

    number: str
    next_step: str
    reason: str
    improve: str
    concluded_on: date
    signed_off_on: date | None


@dataclass(frozen=True, slots=True)
class MoreTime:
    """More time given to a clock of the law, by the clock's name in its pack."""

    number: str
    clock: str
    now_due: date
    why: str
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Dissent:
    number: str
    member: str
    words: str
    dissented_on: date
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Partner:
    who: str
    agrees: bool
    words: str


@dataclass(frozen=True, slots=True)
class Replied:
    """The board's reply; `about` is the national body's own number of what it said."""

    about: str
    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Decided:
    """`told_on` is the day the national body was told; `reopened_on` is empty while the decision stands."""

    number: str
    outcome: str
    reasons: str
    decided_on: date
    told_on: date | None
    reopened_on: date | None
    reopened_why: str
    against_why: str
    unknown_reasons: Mapping[str, str]
    test_reasons: Mapping[str, str]
    publication_asked: str
    publication_weighed: str
    partners: tuple[Partner, ...]
    other_kind: str
    other_holder: str
    other_why: str
    instead: str
    kept_elsewhere: str
    replies: tuple[Replied, ...] = ()
    why_not: Mapping[str, str] = field(default_factory=dict, metadata=ADDED_LATER)
    considered: Mapping[str, str] = field(default_factory=dict, metadata=ADDED_LATER)
    words_then: str = field(default="", metadata=ADDED_LATER)
    """The outcome as the board's earlier log has it; empty for a decision that was made in the record."""


@dataclass(frozen=True, slots=True)
class Notified:
    """`incident` is a Moment's own JSON, as text; `agencies` are names, and so are the keys of the next."""

    number: str
    title: str
    regime: str
    invented: bool
    notified_on: date
    notifier: str
    what_happened: str
    incident: str
    aware_by: str
    aware_on: date | None
    died: str
    seriously_harmed: str
    abuse_or_neglect: str
    harm: str
    wishes: str
    area_incident: str
    area_lives: str
    area_placed_by: str
    withdrawn_why: str
    agencies: tuple[str, ...] = ()
    agency_kinds: Mapping[str, str] = field(default_factory=dict)
    involved_with: Mapping[str, str] = field(default_factory=dict)
    facts_said: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Child, ...] = ()
    told_to: tuple[ToldTo, ...] = ()
    tests: tuple[Tested, ...] = ()
    recommended: Recommended | None = None
    dissents: tuple[Dissent, ...] = ()
    decisions: tuple[Decided, ...] = ()
    rapid: Rapid | None = field(default=None, metadata=ADDED_LATER)
    """The one that stands, where there is one."""
    more_time: tuple[MoreTime, ...] = field(default=(), metadata=ADDED_LATER)


@dataclass(frozen=True, slots=True)
class HandOver:
    """All that a board has to hand over, as it stood at `made_at`. `board` is the board's own short name."""

    board: str
    name: str
    made_at: datetime
    notifications: tuple[Notified, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What the national body said to a decision; `decision` is the board's own number of it."""

    number: str
    decision: str
    kind: str
    words: str
    made_on: date
    remedy: str
    remedy_step: str
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Direction:
    number: str
    decision: str
    words: str
    made_on: date
    due_on: date
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """What the national body said to one board, by its key. `board` is the board's own short name."""

    board: str
    to_key: str
    made_at: datetime
    said: tuple[Said, ...] = ()
    directions: tuple[Direction, ...] = ()
