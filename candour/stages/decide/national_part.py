"""What a decision's page shows of the national body and the board: whose move it is, what can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.stages.decide.models import Challenge, ChallengeKind, Decision, DecisionOutcome, Direction
from candour.stages.decide.national_law import Allows, allowed_on, laws_with_a_part
from candour.stages.decide.resting import said_since_reply


@dataclass(frozen=True, slots=True)
class Undoing:
    """The line after an act that can be taken back: its words, and where it is undone."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Part:
    """`answered` says whether the national body has said anything that stands."""

    allows: Allows
    has_part: bool
    """Whether the law gives the national body any part, so that its answer is waited for."""
    answered: bool
    direction: Direction | None
    commissioned: bool
    to_reply: tuple[tuple[str, str], ...]
    """What waits for the board's reply, for whoever may give one: words, and address."""
    undoing: tuple[Undoing, ...]
    may_challenge: bool
    may_direct: bool
    may_hold_own: bool


def national_part(viewer: Person, decision: Decision, today: date) -> Part:
    allows = allowed_on(decision, today)
    directs = bool(may(viewer, Can.DIRECT, decision)) and decision.outcome != DecisionOutcome.REVIEW
    said = [*decision.challenges.all(), *decision.directions.all()]
    standing = [one for one in said if one.taken_back_at is None]
    holds_own = any(isinstance(one, Challenge) and one.kind == ChallengeKind.OWN_REVIEW for one in standing)
    return Part(
        allows=allows,
        has_part=decision.notification.regime in laws_with_a_part(),
        answered=bool(standing),
        direction=decision.direction,
        commissioned=getattr(decision, "commission", None) is not None,
        to_reply=tuple(_to_reply(viewer, standing)),
        undoing=tuple(_undoing(viewer, standing)),
        may_challenge=bool(may(viewer, Can.CHALLENGE, decision)),
        may_direct=directs and allows.direct is not None and decision.direction is None,
        may_hold_own=directs and allows.own is not None and not holds_own,
    )


def said_in_words(said: Challenge | Direction) -> str:
    """What it was, as in "directs that a review is held"."""
    if isinstance(said, Direction):
        return f"directs that a review is held, by {spoken_day(said.due_on)}"
    words = {
        ChallengeKind.QUESTION: "asks a question",
        ChallengeKind.DISAGREE: "disagrees",
        ChallengeKind.AGREE: "agrees",
        ChallengeKind.ADVISE: "advises",
        ChallengeKind.OWN_REVIEW: "holds a review of its own",
    }[ChallengeKind(said.kind)]
    if said.remedy:
        words += (
            f" and {said.get_remedy_step_display().lower().replace(' it', '')}: {said.remedy.rstrip('.')}"
        )
    return words


def _to_reply(viewer: Person, standing: list[Challenge | Direction]) -> Iterator[tuple[str, str]]:
    for one in standing:
        if one.waits_for_reply and may(viewer, Can.REPLY_TO_CHALLENGE, one):
            name = "reply-to-direction" if isinstance(one, Direction) else "reply"
            yield f"The national body {said_in_words(one)}.", _address(name, one)


def _undoing(viewer: Person, standing: list[Challenge | Direction]) -> Iterator[Undoing]:
    for one in standing:
        directing = isinstance(one, Direction)
        own = isinstance(one, Challenge) and one.kind == ChallengeKind.OWN_REVIEW
        if one.replied_on is not None:
            if may(viewer, Can.REPLY_TO_CHALLENGE, one) and not said_since_reply(one):
                name = "take-back-reply-to-direction" if directing else "take-back-reply"
                yield Undoing(f"The board replied on {spoken_day(one.replied_on)}.", _address(name, one))
        elif may(viewer, Can.DIRECT if directing or own else Can.CHALLENGE, one):
            if directing and getattr(one.decision, "commission", None) is not None:
                continue
            name = "take-back-direction" if directing else "take-back-challenge"
            said = f"{said_in_words(one)[0].upper()}{said_in_words(one)[1:].rstrip('.')}."
            yield Undoing(f"{spoken_day(one.made_on)}: {said}", _address(name, one))


def _address(name: str, said: Challenge | Direction) -> str:
    return reverse(f"decide:{name}", args=[said.decision.notification.in_address, said.pk])
