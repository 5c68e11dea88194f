"""A board's notification as it stands in a file: recorded here, or put right, by the board's hand."""

from __future__ import annotations

import json
from typing import Any

from candour.domain.moments import Moment
from candour.domain.rules import Answer
from candour.domain.trouble import Trouble
from candour.files.handovers import Notified
from candour.kernel.people.models import Organisation, Person
from candour.stages.notify.actions import (
    amend_notification,
    notify,
    take_back_withdrawal,
    withdraw_notification,
)
from candour.stages.notify.models import Notification, NotificationNumber
from candour.stages.notify.told import ANSWERED, OF_CHILD, WORDS, Told, ToldChild, ToldTo, told_in
from candour.stages.oversee.actions import know_agency
from candour.stages.oversee.decisions_taken import take_decisions
from candour.stages.oversee.references import References
from candour.stages.oversee.replies_taken import take_back_replies


def take_notification(hand: Person, board: Organisation, of: Notified, known: References) -> list[str]:
    """What was done, in words; nothing where it is here as it is there."""
    told = _told(hand, board, of)
    row = known.row(of.number, Notification)
    done = []
    if row is None:
        row = notify(
            by=hand,
            board=board,
            told=told,
            number=_free(of.number),
            regime=of.regime or None,
            invented=of.invented,
        )
        known.keep(of.number, row)
        done.append("notified")
    elif row.withdrawn_at is not None and not of.withdrawn_why:
        take_back_withdrawal(by=hand, notification=row)
        done.append("withdrawal taken back")
    if row.withdrawn_at is None and (told_in(row) != told or row.regime != of.regime):
        regime = of.regime if of.regime != row.regime else None
        amend_notification(by=hand, notification=row, told=told, version=row.version, regime=regime)
        done.append("amended")
    done += take_decisions(hand, row, of, known)
    done += take_back_replies(hand, of, known)
    if of.withdrawn_why and row.withdrawn_at is None:
        withdraw_notification(by=hand, notification=row, why=of.withdrawn_why)
        done.append("withdrawn")
    return done


def _told(hand: Person, board: Organisation, of: Notified) -> Told:
    agencies = [_agency(hand, board, name, of.agency_kinds.get(name, "")) for name in of.agencies]
    slugs = {one.name: one.slug for one in agencies}
    words: dict[str, Any] = {name: getattr(of, name) for name in WORDS}
    words |= {name: _answer(getattr(of, name)) for name in ANSWERED}
    return Told(
        **words,
        incident=_incident(of.incident),
        agencies=tuple(sorted(agencies, key=lambda one: one.name)),
        children=tuple(
            ToldChild(born=one.born, **{name: getattr(one, name) for name in OF_CHILD}) for one in of.children
        ),
        involved_with={slugs[name]: said for name, said in of.involved_with.items() if name in slugs},
        facts_said=dict(of.facts_said),
        told_to=tuple(ToldTo(one.who, one.on) for one in of.told_to),
    )


def _agency(hand: Person, board: Organisation, name: str, kind: str) -> Organisation:
    found: Organisation | None = Organisation.objects.filter(name=name, kind="agency").first()
    return found or know_agency(by=hand, board=board, name=name, kind=kind)


def _free(number: str) -> str:
    """The board's own number where no other board has it here; else the next one is taken."""
    try:
        wanted = NotificationNumber.read(number)
    except ValueError as strange:
        raise Trouble(str(strange), do="Ask who sent the file.") from strange
    taken = Notification.objects.filter(year=wanted.year, number=wanted.number).exists()
    return "" if taken else number


def _answer(word: str) -> Answer:
    try:
        return Answer(word)
    except ValueError as strange:
        raise Trouble("It holds an answer that is none.", do="Ask who sent the file.") from strange


def _incident(listed: str) -> Moment | None:
    try:
        return Moment.from_json(json.loads(listed)) if listed else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as strange:
        raise Trouble("When it happened cannot be read.", do="Ask who sent the file.") from strange
