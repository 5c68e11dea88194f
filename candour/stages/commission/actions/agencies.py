"""Agencies are asked for their accounts, reminded, and given another day; each step is kept."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.outbox.writing import nothing_waits
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.stages.commission.actions._closing import close_where_near
from candour.stages.commission.actions._waiting import account_waits
from candour.stages.commission.models import AgencyAsked, DueDayMoved, How, Reminder


def ask_agency(
    *, by: Person, review: Review, agency: Organisation, asked_on: date, due_on: date
) -> AgencyAsked:
    """Ask an agency for its account by a day. Seats of people who stand too near to it close at once.

    Its people on the review are written to, that something waits; not where the day has gone by already.
    """
    with act("asked_agency", by=by, on=review, needs=Can.ASK_AGENCIES, why=agency.name) as doing:
        if agency.kind != OrganisationKind.AGENCY:
            raise Trouble(f"{agency} is not an agency.", do="Choose an agency.")
        if AgencyAsked.objects.filter(review=review, agency=agency, withdrawn_at=None).exists():
            raise Trouble(f"{agency} was asked already.", do="See the day by which it is due.")
        if due_on < asked_on:
            raise Trouble("It would be due before it is asked.", do="Give a later day.")
        asked = AgencyAsked.objects.create(
            review=review,
            agency=agency,
            asked_on=asked_on,
            due_on=due_on,
            asked_at=timezone.now(),
            asked_by=by.username,
        )
        close_where_near(by=by, reviews=[review])
        if due_on >= today():
            account_waits(asked, by)
        doing.made(asked)
    return asked


def remind_agency(
    *, by: Person, asked: AgencyAsked, sent_on: date | None = None, how: str = How.OTHER, words: str = ""
) -> Reminder:
    """Note that the agency was reminded: when, how, by whom. Without a day it was today.

    Of today, its people on the review are written to as well, that something waits.
    """
    with act("reminded_agency", by=by, on=asked, needs=Can.ASK_AGENCIES) as doing:
        day = sent_on or today()
        if day < asked.asked_on:
            raise Trouble("It would be reminded before it was asked.", do="Give a later day.")
        noted = {"noted_at": timezone.now(), "noted_by": by.username}
        reminder = Reminder.objects.create(asked=asked, sent_on=day, how=how, words=words, **noted)
        _last_reminded(asked)
        if day == today() and asked.withdrawn_at is None:
            account_waits(asked, by)
        doing.made(reminder)
    return reminder


def take_back_reminder(*, by: Person, reminder: Reminder) -> Reminder:
    """The agency was not reminded after all."""
    with act("took_back_reminder", by=by, on=reminder, needs=Can.ASK_AGENCIES):
        reminder.withdrawn_at, reminder.withdrawn_by = timezone.now(), by.username
        reminder.save(update_fields=["withdrawn_at", "withdrawn_by"])
        _last_reminded(reminder.asked)
    return reminder


def move_due_day(*, by: Person, asked: AgencyAsked, due_on: date, why: str) -> DueDayMoved:
    """Give the agency until another day, with the reason. The earlier day stays readable."""
    with act("moved_due_day", by=by, on=asked, needs=Can.ASK_AGENCIES, why=why) as doing:
        asked = AgencyAsked.objects.select_for_update().get(pk=asked.pk)
        if due_on < asked.asked_on:
            raise Trouble("It would be due before it is asked.", do="Give a later day.")
        if due_on == asked.due_on:
            raise Trouble("That is the day by which it is due already.", do="Give another day.")
        moved = DueDayMoved.objects.create(
            asked=asked,
            was_due_on=asked.due_on,
            due_on=due_on,
            why=why,
            moved_at=timezone.now(),
            moved_by=by.username,
        )
        asked.due_on = due_on
        asked.save(update_fields=["due_on"])
        doing.made(moved)
    return moved


def take_back_move_of_due_day(*, by: Person, moved: DueDayMoved) -> DueDayMoved:
    """The earlier day holds again; only the last move can be taken back."""
    with act("took_back_move_of_due_day", by=by, on=moved, needs=Can.ASK_AGENCIES):
        asked = AgencyAsked.objects.select_for_update().get(pk=moved.asked_id)
        if asked.moves.filter(taken_back_at=None).first() != moved:
            raise Trouble("The day was moved again since.", do="Take the later move back first.")
        moved.taken_back_at, moved.taken_back_by = timezone.now(), by.username
        moved.save(update_fields=["taken_back_at", "taken_back_by"])
        asked.due_on = moved.was_due_on
        asked.save(update_fields=["due_on"])
    return moved


def withdraw_asking(*, by: Person, asked: AgencyAsked, why: str) -> AgencyAsked:
    """The agency need not send an account after all. That it was asked stays visible."""
    with act("withdrew_asking", by=by, on=asked, needs=Can.ASK_AGENCIES, why=why):
        asked.withdrawn_at, asked.withdrawn_by, asked.withdrawn_why = timezone.now(), by.username, why
        asked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        nothing_waits(asked, by=by.username)
    return asked


def take_back_withdrawal_of_asking(*, by: Person, asked: AgencyAsked) -> AgencyAsked:
    """The agency's account is waited for again, by the same day, unless it was asked anew."""
    with act("took_back_withdrawal_of_asking", by=by, on=asked, needs=Can.ASK_AGENCIES):
        Review.objects.select_for_update().get(pk=asked.review_id)
        standing = AgencyAsked.objects.filter(review=asked.review, agency=asked.agency, withdrawn_at=None)
        if standing.exists():
            raise Trouble(f"{asked.agency} was asked anew.", do="See the day by which its account is due.")
        asked.withdrawn_at, asked.withdrawn_by, asked.withdrawn_why = None, "", ""
        asked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        if asked.due_on >= today():
            account_waits(asked, by)
    return asked


def _last_reminded(asked: AgencyAsked) -> None:
    last = asked.reminders.filter(withdrawn_at=None).first()
    asked.reminded_at = last.noted_at if last else None
    asked.reminded_by = last.noted_by if last else ""
    asked.save(update_fields=["reminded_at", "reminded_by"])
