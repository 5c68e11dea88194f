"""A corrected return is sent in the place of one that stands; and the earlier one may be gone back to."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.chronology.actions._as_it_stood import save_again, stand_as_before
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.actions._sent import keep_sent, mark_withdrawn
from candour.stages.chronology.corrections.superseded import why_it_stays
from candour.stages.chronology.models import BeforeCorrection, Entry, Return, ReturnState


def send_corrected_return(
    *, by: Person, return_: Return, name: str, content: bytes, received_on: date | None = None
) -> Return:
    """Keep a file as it came that corrects a return, to be read. The earlier one counts until it is read.

    Raises SentAlready where the same file stands for the agency, byte for byte; Trouble where the return
    cannot be corrected now. An earlier correction that could not be read is withdrawn by this one.
    """
    on = Return(review=return_.review, agency=return_.agency)
    with act("sent_corrected_return", by=by, on=on, needs=Can.SEND_RETURN) as doing:
        lock(return_.review)
        return_.refresh_from_db()
        _refuse_uncorrectable(return_)
        for other in return_.corrected_by.filter(withdrawn_at=None, state=ReturnState.UNREADABLE):
            mark_withdrawn(other, by, f"Replaced by {name}.")
        sent = keep_sent(
            by=by,
            review=return_.review,
            agency=return_.agency,
            name=name,
            content=content,
            received_on=received_on,
            corrects=return_,
        )
        doing.made(sent)
        doing.why = f"{name}, corrects {return_.name}"
    return sent


def _refuse_uncorrectable(earlier: Return) -> None:
    """One correction at a time, and of what counts."""
    if earlier.withdrawn_at is not None:
        raise Trouble(
            f"{earlier.name} counts no longer: {earlier.withdrawn_why}",
            where=earlier.name,
            do="Correct the return that counts now, or send this file as a return of its own.",
        )
    if earlier.state == ReturnState.WAITING:
        what = f"{earlier.name} is still being read."
        raise Trouble(what, where=earlier.name, do="Look again in a moment, then send the correction.")
    waiting = earlier.corrected_by.filter(withdrawn_at=None, state=ReturnState.WAITING).first()
    if waiting is not None:
        what = f"{waiting.name}, which corrects it too, is being read."
        raise Trouble(what, where=earlier.name, do="Look again in a moment, then correct that one.")


def undo_correction(*, by: Person, return_: Return) -> Return:
    """Go back to the return that this one corrected, with every entry as it stood. Returns that one.

    Raises Trouble once something new rests on the correction.
    """
    earlier = return_.corrects
    with act("went_back_to_earlier_return", by=by, on=return_, needs=Can.SEND_RETURN) as doing:
        lock(return_.review)
        return_.refresh_from_db()
        if earlier is None or (why := why_it_stays(return_)):
            raise Trouble(
                f"The correction cannot be undone: {why if earlier else 'it corrects no return.'}",
                where=return_.name,
                do="Send a corrected return in its place.",
            )
        earlier.refresh_from_db()
        doing.why = f"Back to {earlier.name}"
        before = return_.before_correction
        _restore(return_, before, by, f"The correction was undone: {earlier.name} counts again.")
        earlier.withdrawn_at, earlier.withdrawn_by, earlier.withdrawn_why = None, "", ""
        earlier.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        before.gone_back_at, before.gone_back_by = timezone.now(), by.username
        before.save(update_fields=["gone_back_at", "gone_back_by"])
    return earlier


def _restore(sent: Return, before: BeforeCorrection, by: Person, why: str) -> None:
    entries = Entry.objects.in_bulk([int(pk) for pk in before.stood])
    for pk, was in before.stood.items():
        stand_as_before(entries[int(pk)], was)
    save_again(entries.values())
    mark_withdrawn(sent, by, why)
