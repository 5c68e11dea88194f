"""What a board has to hand over, and what the national body said to it, read from the tables as values."""

from __future__ import annotations

import json
from datetime import datetime

from candour.files.handovers import (
    Answers,
    Child,
    Decided,
    Direction,
    Dissent,
    HandOver,
    MoreTime,
    Notified,
    Partner,
    Rapid,
    Recommended,
    Replied,
    Said,
    Tested,
    ToldTo,
)
from candour.kernel.people.models import Organisation
from candour.stages.decide import models as decide
from candour.stages.notify.models import Notification
from candour.stages.notify.told import ANSWERED, OF_CHILD, WORDS, told_in
from candour.stages.oversee.models import Received, TrustedKey

SAME_WORDS = (
    *("outcome", "reasons", "decided_on", "reopened_on", "reopened_why", "against_why", "unknown_reasons"),
    *("test_reasons", "why_not", "considered", "publication_asked", "publication_weighed", "other_kind"),
    *("other_holder", "other_why", "instead", "kept_elsewhere", "words_then"),
)


def hand_over_of(board: Organisation, made_at: datetime) -> HandOver:
    """Every notification of the board, what was decided on it, and its replies. Nothing of reviews."""
    rows = Notification.objects.filter(board=board).order_by("year", "number")
    return HandOver(board.slug, board.name, made_at, tuple(_notified(one) for one in rows))


def answers_for(trusted: TrustedKey, made_at: datetime) -> Answers:
    """What the national body said to the decisions that came from the board, taken back or not."""
    came = Received.objects.filter(sender=trusted.organisation, table="decision")
    theirs = {one.row: one.theirs for one in came}
    said = decide.Challenge.objects.filter(decision__in=theirs)
    directions = decide.Direction.objects.filter(decision__in=theirs)
    return Answers(
        trusted.known_as,
        trusted.fingerprint,
        made_at,
        tuple(_said(one, theirs[one.decision_id]) for one in said.order_by("pk")),
        tuple(_direction(one, theirs[one.decision_id]) for one in directions.order_by("pk")),
    )


def _said(one: decide.Challenge, decision: str) -> Said:
    return Said(
        number=f"challenge:{one.pk}",
        decision=decision,
        kind=one.kind,
        words=one.words,
        made_on=one.made_on,
        remedy=one.remedy,
        remedy_step=one.remedy_step,
        taken_back=one.taken_back_at is not None,
    )


def _direction(one: decide.Direction, decision: str) -> Direction:
    return Direction(
        number=f"direction:{one.pk}",
        decision=decision,
        words=one.words,
        made_on=one.made_on,
        due_on=one.due_on,
        taken_back=one.taken_back_at is not None,
    )


def _notified(row: Notification) -> Notified:
    told = told_in(row)
    names = {one.slug: one.name for one in told.agencies}
    return Notified(
        number=row.written,
        regime=row.regime,
        invented=row.invented,
        incident=json.dumps(row.incident_on, sort_keys=True) if row.incident_on else "",
        withdrawn_why=row.withdrawn_why,
        agencies=tuple(sorted(names.values())),
        agency_kinds={one.name: one.agency_kind for one in told.agencies},
        involved_with={names[slug]: said for slug, said in told.involved_with.items() if slug in names},
        facts_said=dict(told.facts_said),
        children=tuple(
            Child(born=one.born, **{name: getattr(one, name) for name in OF_CHILD}) for one in told.children
        ),
        told_to=tuple(ToldTo(one.who, one.on) for one in told.told_to),
        tests=tuple(
            Tested(one.fact, one.answer, one.value, one.reason, one.rests_on)
            for one in decide.TestAnswer.objects.filter(notification=row).order_by("pk")
        ),
        recommended=_recommended(row),
        dissents=tuple(
            Dissent(
                f"dissent:{one.pk}", one.member, one.words, one.dissented_on, one.withdrawn_at is not None
            )
            for one in decide.Dissent.objects.filter(notification=row).order_by("pk")
        ),
        decisions=tuple(
            _decided(one) for one in decide.Decision.objects.filter(notification=row).order_by("pk")
        ),
        rapid=_rapid(row),
        more_time=tuple(
            MoreTime(f"more_time:{one.pk}", one.clock, one.now_due, one.why, one.withdrawn_at is not None)
            for one in decide.MoreTimeGiven.objects.filter(notification=row).order_by("pk")
        ),
        **{name: getattr(told, name) for name in (*WORDS, *ANSWERED)},
    )


def _rapid(row: Notification) -> Rapid | None:
    one = decide.RapidReview.objects.filter(notification=row, withdrawn_at=None).first()
    if one is None:
        return None
    return Rapid(
        f"rapid:{one.pk}", one.next_step, one.reason, one.improve, one.concluded_on, one.signed_off_on
    )


def _recommended(row: Notification) -> Recommended | None:
    one = decide.Recommendation.objects.filter(notification=row, withdrawn_at=None).first()
    if one is None:
        return None
    return Recommended(
        one.group, one.outcome, one.made_on, one.reason, one.votes_for, one.votes_against, one.abstained
    )


def _decided(row: decide.Decision) -> Decided:
    said = [*row.challenges.order_by("pk"), *row.directions.order_by("pk")]
    tables = {"challenge": decide.Challenge, "direction": decide.Direction}
    theirs = {
        (one.table, one.row): one.theirs
        for one in Received.objects.filter(table__in=tables, row__in=[one.pk for one in said])
    }
    return Decided(
        number=f"decision:{row.pk}",
        told_on=row.told_national_on,
        partners=tuple(Partner(one["who"], one["agrees"], one["words"]) for one in row.partners),
        replies=tuple(
            Replied(theirs[one._meta.model_name, one.pk], one.reply, one.replied_on)
            for one in said
            if one.replied_on is not None and (one._meta.model_name, one.pk) in theirs
        ),
        **{name: getattr(row, name) for name in SAME_WORDS},
    )
