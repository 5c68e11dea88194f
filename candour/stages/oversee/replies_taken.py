"""A board took back its reply to the national body: what stands in its files no more is taken back here."""

from __future__ import annotations

from candour.files.handovers import Decided, Notified
from candour.kernel.people.models import Person
from candour.stages.decide import actions, models
from candour.stages.oversee.references import References


def take_back_replies(hand: Person, of: Notified, known: References) -> list[str]:
    """What was done, in words. Replies that somebody wrote here, and no file brought, stay."""
    done = []
    for one in of.decisions:
        decision = known.row(one.number, models.Decision)
        if decision is not None:
            done += _gone(hand, decision, one)
    return done


def _gone(hand: Person, decision: models.Decision, of: Decided) -> list[str]:
    there = {reply.about for reply in of.replies}
    done = []
    for said in decision.challenges.filter(replied_by=hand.username):
        if f"challenge:{said.pk}" not in there:
            actions.take_back_reply(by=hand, said=said)
            done.append("reply taken back")
    for direction in decision.directions.filter(replied_by=hand.username):
        if f"direction:{direction.pk}" not in there:
            actions.take_back_reply_to_direction(by=hand, direction=direction)
            done.append("reply taken back")
    return done
