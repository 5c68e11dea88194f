"""Decisions not to review as they stand before the national body: since when, told when, said what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.kernel.people.models import Person
from candour.stages.decide.clocks import Running, clock_to_tell
from candour.stages.decide.models import Challenge, ChallengeKind, Decision, Direction
from candour.stages.decide.national_law import laws_with_a_part
from candour.stages.decide.national_part import said_in_words
from candour.stages.decide.reads import NOT_UNDER_LAW, decided


class State(StrEnum):
    """Whose move it is, as the queue is filtered by it."""

    WAITS = "waits"
    REPLY = "reply"
    READ = "read"
    DIRECTED = "directed"
    COMMISSIONED = "commissioned"
    AGREED = "agreed"
    NATIONAL = "national"
    NO_PART = "no_part"
    BEFORE = "before"


IN_WORDS = {
    State.WAITS: "Waits for an answer",
    State.REPLY: "Waits for the board’s reply",
    State.READ: "The board replied",
    State.DIRECTED: "Directed, not commissioned",
    State.COMMISSIONED: "Directed, and commissioned",
    State.AGREED: "Agreed",
    State.NATIONAL: "A national review",
    State.NO_PART: "Its law gives you no part",
    State.BEFORE: "Taken before this record was kept",
}
TAGS = {
    State.WAITS: "not_decided",
    State.REPLY: "waits",
    State.READ: "given",
    State.DIRECTED: "due",
    State.COMMISSIONED: "done",
    State.AGREED: "done",
    State.NATIONAL: "done",
    State.NO_PART: "not_assessable",
    State.BEFORE: "given",
}


ASK_NOTHING = {ChallengeKind.AGREE: State.AGREED, ChallengeKind.OWN_REVIEW: State.NATIONAL}


@dataclass(frozen=True, slots=True)
class Waiting:
    decision: Decision
    state: State
    since: date
    """From when it has stood as it stands: decided, said, replied or directed."""
    telling: Running | None
    """The clock of the law to tell the national body; None where the law gives none."""
    said: str

    @property
    def tag(self) -> str:
        return TAGS[self.state]

    @property
    def words(self) -> str:
        return IN_WORDS[self.state]


def queue_of(viewer: Person, today: date) -> list[Waiting]:
    """Every decision that stands and is not to review under the law, those waiting longest first."""
    rows = decided(viewer).filter(outcome__in=NOT_UNDER_LAW, notification__withdrawn_at=None)
    found = [_waiting(one, today) for one in rows]
    return sorted(found, key=lambda one: (list(State).index(one.state), one.since, one.decision.pk))


def chosen(queue: Iterable[Waiting], board: str, state: str) -> list[Waiting]:
    """Those of a board, by its slug, and in a state; an empty word chooses all."""
    return [
        one
        for one in queue
        if board in ("", one.decision.notification.board.slug) and state in ("", one.state)
    ]


def _waiting(decision: Decision, today: date) -> Waiting:
    state, since, said = _stands(decision)
    return Waiting(
        decision,
        state,
        since,
        clock_to_tell(decision.notification, today),
        said_in_words(said) if said else "",
    )


def _stands(decision: Decision) -> tuple[State, date, Challenge | Direction | None]:
    if (direction := decision.direction) is not None:
        followed = getattr(decision, "commission", None) is not None
        return (State.COMMISSIONED if followed else State.DIRECTED), direction.made_on, direction
    said = decision.last_said
    if said is None and decision.words_then:
        return State.BEFORE, decision.decided_on, None
    if said is None:
        part = decision.notification.regime in laws_with_a_part()
        return (State.WAITS if part else State.NO_PART), decision.decided_on, None
    if said.kind in ASK_NOTHING:
        return ASK_NOTHING[ChallengeKind(said.kind)], said.made_on, said
    if said.replied_on is not None:
        return State.READ, said.replied_on, said
    return State.REPLY, said.made_on, said
