"""The cast's relations, its suggestions, what is public and the plan of a day, in the world of the matrix."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.learn.actions import add_telling, mark_told, plan_publication
from candour.stages.learn.models import NoticeSent, Telling
from candour.stages.report.actions.jigsaw import list_public_fact
from candour.stages.report.actions.relations import HOMES, HUMAN, keep_household, keep_relation
from candour.stages.report.actions.suggesting import (
    ask_for_cast_reading,
    read_for_cast,
    set_suggestion_aside,
)
from candour.stages.report.casting.suggesting import reading_of, still_suggested
from candour.stages.report.deciding.joining_up import joins_now
from candour.stages.report.models import CastRelation, JigsawSigning, JoinRuling, PublicFact, Report, SetAside

OF_PUBLISHING = {
    **{f"report:{page}": CastRelation for page in ("withdraw-relation", "put-back-relation")},
    **{f"report:{page}": PublicFact for page in ("withdraw-public-fact", "put-back-public-fact")},
    "report:suggest-again": SetAside,
    "report:ask-about-join-again": JoinRuling,
    "report:take-back-signing": JigsawSigning,
    **{f"learn:{page}": Telling for page in ("mark-told", "take-back-told", "withdraw-telling")},
    "learn:withdraw-notice": NoticeSent,
}
"""The table each of these pages is about."""
STANDING_TELLINGS = {
    "learn:mark-told": {Telling: {"told_at": None}},
    "learn:take-back-told": {Telling: {"told_at__isnull": False}},
    "learn:withdraw-telling": {Telling: {"told_at": None}},
}
"""Somebody is marked as told once, and taken out of the plan before."""
DAY_OF_IT = datetime(2034, 12, 1, 10, tzinfo=UTC)


def relate(wren: Review, day: date) -> None:
    """By whoever writes the report: who is whose, who lived where, what waits, what anybody can look up."""
    lead = Person.objects.get(username="lead.reviewer.1")
    first, second = wren.cast.filter(kind__in=HUMAN)[:2]
    home = wren.cast.filter(kind__in=HOMES)[0]
    keep_relation(by=lead, review=wren, kind="parent", a=first, b=second)
    keep_household(by=lead, review=wren, address=home, members=[first, second], begins=day)
    reading = read_for_cast(by=lead, reading=ask_for_cast_reading(by=lead, review=wren))
    words = still_suggested(reading)[0]["words"]
    set_suggestion_aside(by=lead, review=wren, words=words, reason="It names nobody.")
    list_public_fact(
        by=lead, review=wren, happened_on=day, what="an inquest was opened", where="The court list"
    )


def announce(wren: Review, day: date) -> None:
    """By whoever publishes: the day, and two who hear before it, one of whom has."""
    manager = Person.objects.get(username="business.manager")
    plan = plan_publication(by=manager, review=wren, not_before=DAY_OF_IT, statement="We are sorry.")
    told, _ = (
        add_telling(
            by=manager, plan=plan, who=who, how="A visit at home.", planned_for=DAY_OF_IT - timedelta(days)
        )
        for who, days in (("A grandmother", 3), ("The school", 1))
    )
    mark_told(by=manager, telling=told, told_on=day)


def words_that_wait(review: Review) -> str:
    """The first name that was suggested for the cast and not decided on."""
    reading = reading_of(review)
    waiting = still_suggested(reading) if reading else []
    return str(waiting[0]["words"]) if waiting else "none"


def join_that_is_there(review: Review) -> str:
    """The key of the first thing that joins up in the report as it stands."""
    report = Report.objects.filter(review=review).first()
    joins = joins_now(report) if report else ()
    return joins[0].key if joins else "none"
