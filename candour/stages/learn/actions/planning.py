"""The day and hour of publication, and who hears before it and how."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed, act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.learn.before import refuse_before_notice
from candour.stages.learn.models import PublicationPlan, Telling


def plan_publication(
    *, by: Person, review: Review, not_before: datetime, statement: str, version: int = 0
) -> PublicationPlan:
    """Set the day and hour, or others; `version` is that of the plan that was seen, 0 where there was none.

    Raises Trouble for a day that lies before a notice already sent has run.
    """
    with act("planned_publication", by=by, on=review, needs=Can.PUBLISH) as doing:
        Review.objects.select_for_update().get(pk=review.pk)
        if review.notices_of_publication.filter(withdrawn_at=None).exists():
            refuse_before_notice(review, timezone.localdate(not_before))
        plan = PublicationPlan.objects.filter(review=review).first()
        if plan is not None and plan.version != version:
            raise Changed(plan)
        plan = plan or PublicationPlan(review=review, version=0)
        plan.version += 1
        plan.not_before, plan.statement = not_before, statement
        plan.planned_at, plan.planned_by = timezone.now(), by.username
        plan.save()
        doing.made(plan)
    return plan


def add_telling(
    *, by: Person, plan: PublicationPlan, who: str, how: str, planned_for: datetime, is_family: bool = False
) -> Telling:
    """Somebody hears before the day. Raises Trouble for an hour that is not before it."""
    with act("planned_telling", by=by, on=plan, needs=Can.PUBLISH) as doing:
        if planned_for >= plan.not_before:
            raise Trouble(
                "That is not before the report is published.",
                do="Give an earlier day and hour, or move the day of publication.",
            )
        telling = Telling.objects.create(
            plan=plan,
            who=who,
            how=how,
            is_family=is_family,
            planned_for=planned_for,
            added_at=timezone.now(),
            added_by=by.username,
        )
        doing.made(telling)
    return telling


def mark_told(*, by: Person, telling: Telling, told_on: date) -> Telling:
    """They have heard, on that day."""
    with act("told_before_publication", by=by, on=telling, needs=Can.PUBLISH):
        telling.told_on, telling.told_at, telling.told_by = told_on, timezone.now(), by.username
        telling.save(update_fields=["told_on", "told_at", "told_by"])
    return telling


def take_back_told(*, by: Person, telling: Telling) -> Telling:
    """They have not heard after all."""
    with act("took_back_told_before_publication", by=by, on=telling, needs=Can.PUBLISH):
        telling.told_on, telling.told_at, telling.told_by = None, None, ""
        telling.save(update_fields=["told_on", "told_at", "told_by"])
    return telling


def withdraw_telling(*, by: Person, telling: Telling, why: str) -> Telling:
    """They need not hear before the day. The line stays, with the reason."""
    with act("took_telling_out_of_plan", by=by, on=telling, needs=Can.PUBLISH, why=why):
        telling.withdrawn_at, telling.withdrawn_by = timezone.now(), by.username
        telling.withdrawn_why = why
        telling.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return telling
