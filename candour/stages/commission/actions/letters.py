"""Letters to family and practitioners are written, kept as they were, and marked as sent."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.outbox.writing import nothing_waits
from candour.kernel.people.models import Person
from candour.stages.commission.actions._waiting import letter_waits
from candour.stages.commission.models import Letter, Participant


def write_letter(
    *, by: Person, participant: Participant, from_template: str, title: str, body: str, written_on: date
) -> Letter:
    """Keep a letter as it was written. A letter that is to say something else is another letter."""
    with act("wrote_letter", by=by, on=participant, needs=Can.KEEP_PARTICIPANTS, why=from_template) as doing:
        if "[[" in body:
            raise Trouble("The letter still has blanks, in [[ ]].", do="Write what belongs there.")
        letter = Letter.objects.create(
            participant=participant,
            from_template=from_template,
            title=title,
            body=body,
            written_on=written_on,
            written_at=timezone.now(),
            written_by=by.username,
        )
        letter_waits(letter, by)
        doing.made(letter)
    return letter


def mark_letter_sent(*, by: Person, letter: Letter, sent_on: date) -> Letter:
    """Note the day on which a letter was sent. Candour sends none by itself."""
    with act("marked_letter_sent", by=by, on=letter, needs=Can.KEEP_PARTICIPANTS):
        if sent_on < letter.written_on:
            raise Trouble("It would be sent before it was written.", do="Give a later day.")
        letter.sent_on, letter.marked_sent_at, letter.marked_sent_by = sent_on, timezone.now(), by.username
        letter.save(update_fields=["sent_on", "marked_sent_at", "marked_sent_by"])
        nothing_waits(letter, by=by.username)
    return letter


def take_back_sending(*, by: Person, letter: Letter) -> Letter:
    """The letter was not sent after all."""
    with act("took_back_sending", by=by, on=letter, needs=Can.KEEP_PARTICIPANTS):
        letter.sent_on, letter.marked_sent_at, letter.marked_sent_by = None, None, ""
        letter.save(update_fields=["sent_on", "marked_sent_at", "marked_sent_by"])
        letter_waits(letter, by)
    return letter


def withdraw_letter(*, by: Person, letter: Letter) -> Letter:
    """The letter is not to be sent. Its words stay."""
    with act("withdrew_letter", by=by, on=letter, needs=Can.KEEP_PARTICIPANTS):
        if letter.sent_on is not None:
            raise Trouble("This letter was sent.", do="Write another that says what is different.")
        letter.withdrawn_at, letter.withdrawn_by = timezone.now(), by.username
        letter.save(update_fields=["withdrawn_at", "withdrawn_by"])
        nothing_waits(letter, by=by.username)
    return letter


def put_letter_back(*, by: Person, letter: Letter) -> Letter:
    """The letter is to be sent after all."""
    with act("put_letter_back", by=by, on=letter, needs=Can.KEEP_PARTICIPANTS):
        if letter.withdrawn_at is None:
            raise Trouble("This letter was not withdrawn.", do="Send it, and say so.")
        letter.withdrawn_at, letter.withdrawn_by = None, ""
        letter.save(update_fields=["withdrawn_at", "withdrawn_by"])
        letter_waits(letter, by)
    return letter
