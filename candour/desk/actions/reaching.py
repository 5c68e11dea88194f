"""How somebody wishes to be reached: an e-mail that something waits, and a calendar of their own days."""

from __future__ import annotations

import secrets

from django.utils import timezone

from candour.desk.secret_calendars import hash_of
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.outbox.models import Message, Wish
from candour.kernel.people.models import Person

TOKEN_BYTES = 32
"""Nobody guesses it; whoever has it reads the days, and no more than the days."""


def change_messages(*, by: Person, email: str, wanted: bool) -> Wish:
    """Say to which address messages go, and whether any are wanted. The record does not hold the address."""
    with act("changed_messages", by=by, on=by, needs=Can.KEEP_OWN_ACCOUNT):
        by.email = email
        by.save(update_fields=["email"])
        wish = _wish_of(by)
        ended = wish.reminders_ended_at is not None
        if ended == wanted:
            wish.reminders_ended_at = None if wanted else timezone.now()
            wish.reminders_ended_by = "" if wanted else by.username
            wish.save(update_fields=["reminders_ended_at", "reminders_ended_by"])
    return wish


def try_message_again(*, by: Person, message: Message) -> Message:
    """Have a message sent that was given up, as where the address is right now: by its person, or for them.

    Raises Trouble where it was not given up.
    """
    own = message.person == by
    needs = Can.KEEP_OWN_ACCOUNT if own else Can.ADMINISTER
    with act("tried_message_again", by=by, on=message.person, needs=needs) as doing:
        Message.objects.select_for_update().get(pk=message.pk)
        message.refresh_from_db()
        if message.given_up_at is None or message.withdrawn_at is not None:
            raise Trouble("This message was not given up.", do="Nothing is left to do.")
        message.given_up_at, message.given_up_by = None, ""
        message.save(update_fields=["given_up_at", "given_up_by"])
        doing.made(message)
    return message


def make_calendar(*, by: Person) -> str:
    """A secret address for one's calendar, returned once: only its hash is kept. One made before ends."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with act("made_calendar", by=by, on=by, needs=Can.KEEP_OWN_ACCOUNT):
        wish = _wish_of(by)
        wish.calendar_sha256 = hash_of(token)
        wish.calendar_made_at, wish.calendar_made_by = timezone.now(), by.username
        wish.save(update_fields=["calendar_sha256", "calendar_made_at", "calendar_made_by"])
    return token


def end_calendar(*, by: Person) -> Wish:
    """Close the address: calendars that fetch it find nothing. Raises Trouble where there is none."""
    with act("ended_calendar", by=by, on=by, needs=Can.KEEP_OWN_ACCOUNT):
        wish = _wish_of(by)
        if not wish.calendar_sha256:
            raise Trouble("There is no calendar address.", do="Make one, if you want one.")
        wish.calendar_sha256, wish.calendar_made_at, wish.calendar_made_by = "", None, ""
        wish.save(update_fields=["calendar_sha256", "calendar_made_at", "calendar_made_by"])
    return wish


def _wish_of(person: Person) -> Wish:
    return Wish.objects.get_or_create(person=person)[0]
