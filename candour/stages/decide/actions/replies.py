"""The board replies to what the national body said or directed, and takes a reply back."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.decide.actions._saying import in_words
from candour.stages.decide.days import happened
from candour.stages.decide.models import Challenge, Direction
from candour.stages.decide.resting import said_since_reply

REPLY = ("reply", "replied_on", "replied_at", "replied_by", "earlier_replies")


def reply_to_challenge(*, by: Person, said: Challenge, words: str, replied_on: date) -> Challenge:
    """The board answers the national body, once to each thing it said."""
    with act("replied_to_challenge", by=by, on=said, needs=Can.REPLY_TO_CHALLENGE):
        _reply(said, by, words, replied_on)
    return said


def reply_to_direction(*, by: Person, direction: Direction, words: str, replied_on: date) -> Direction:
    """The board says what it does about a direction."""
    with act("replied_to_direction", by=by, on=direction, needs=Can.REPLY_TO_CHALLENGE):
        _reply(direction, by, words, replied_on)
    return direction


def take_back_reply(*, by: Person, said: Challenge) -> Challenge:
    """Undo a reply, until the national body has said more. What it said stays readable."""
    with act("took_back_reply", by=by, on=said, needs=Can.REPLY_TO_CHALLENGE, why=said.reply):
        _take_back(said)
    return said


def take_back_reply_to_direction(*, by: Person, direction: Direction) -> Direction:
    """Undo a reply to a direction, until the national body has said more. What it said stays readable."""
    with act(
        "took_back_reply_to_direction",
        by=by,
        on=direction,
        needs=Can.REPLY_TO_CHALLENGE,
        why=direction.reply,
    ):
        _take_back(direction)
    return direction


def _reply(said: Challenge | Direction, by: Person, words: str, replied_on: date) -> None:
    type(said)._default_manager.select_for_update().get(pk=said.pk)
    said.refresh_from_db()
    in_words(words)
    if said.taken_back_at is not None:
        raise Trouble("The national body took this back.", do="Nothing is left to reply to.")
    if said.replied_at is not None:
        raise Trouble("The board has replied to this.", do="Read the reply under the decision.")
    happened(replied_on, after=said.made_on, which="the national body said this")
    said.reply, said.replied_on = words, replied_on
    said.replied_at, said.replied_by = timezone.now(), by.username
    said.save(update_fields=REPLY)


def _take_back(said: Challenge | Direction) -> None:
    if said.replied_on is None:
        raise Trouble("There is no reply to take back.", do="Write one under the decision.")
    if said_since_reply(said):
        raise Trouble(
            "The national body has said more since this reply, so it stands.",
            do="Reply to what it said.",
        )
    taken_back = {"words": said.reply, "on": said.replied_on.isoformat(), "by": said.replied_by}
    said.earlier_replies = [*said.earlier_replies, taken_back]
    said.reply, said.replied_on, said.replied_at, said.replied_by = "", None, None, ""
    said.save(update_fields=REPLY)
