"""The returns are read for names that the cast lacks; what is suggested is set aside for a reason, or not."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.casting.suggesting import found_in, texts_of
from candour.stages.report.models import CastReading, SetAside


def ask_for_cast_reading(*, by: Person, review: Review) -> CastReading:
    """Ask that everything be read. Nothing joins the cast by it: a person confirms each."""
    with act("asked_for_cast_reading", by=by, on=review, needs=Can.WRITE_REPORT) as doing:
        length = sum(len(text) for _, text in texts_of(review))
        reading = CastReading.objects.create(
            review=review, asked_at=timezone.now(), asked_by=by.username, characters=length
        )
        doing.made(reading)
    return reading


def read_for_cast(*, by: Person, reading: CastReading) -> CastReading:
    """Read it, in the name of whoever asked."""
    with act("read_for_cast", by=by, on=reading, needs=Can.WRITE_REPORT):
        reading.found = found_in(reading.review, texts_of(reading.review))
        reading.read_at, reading.read_by = timezone.now(), by.username
        reading.save(update_fields=["found", "read_at", "read_by"])
    return reading


def set_suggestion_aside(*, by: Person, review: Review, words: str, reason: str) -> SetAside:
    """It is no secret. It is not allowed in the open report by that: there it is asked about by itself."""
    with act("set_suggestion_aside", by=by, on=review, needs=Can.WRITE_REPORT, why=reason) as doing:
        if SetAside.objects.filter(review=review, words=words, withdrawn_at=None).exists():
            raise Trouble(f"“{words}” is set aside already.", do="Decide on the next one.")
        row = SetAside.objects.create(
            review=review,
            words=words,
            reason=reason.strip(),
            set_aside_at=timezone.now(),
            set_aside_by=by.username,
        )
        doing.made(row)
    return row


def suggest_again(*, by: Person, aside: SetAside) -> SetAside:
    """Undo: it waits for a person again."""
    with act("suggested_again", by=by, on=aside, needs=Can.WRITE_REPORT):
        aside.withdrawn_at, aside.withdrawn_by = timezone.now(), by.username
        aside.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return aside
