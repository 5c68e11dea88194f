"""Parts of acts: whoever something waits for is written to, that it does and never what."""

from __future__ import annotations

from candour.domain.access import Can, roles_with
from candour.kernel.outbox.models import Says
from candour.kernel.outbox.writing import nothing_waits, write_to
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat, SeatRows
from candour.kernel.web.clock import today
from candour.stages.commission.later_stages import heard_from
from candour.stages.commission.models import AgencyAsked, Letter, Participant

SEND_ACCOUNTS = ("agency_author", "agency_senior")


def account_waits(asked: AgencyAsked, by: Person) -> None:
    """The agency's people on the review are written to, unless its account has come."""
    if asked.agency_id not in heard_from(asked.review):
        seats = _open(asked.review).filter(role__in=SEND_ACCOUNTS, agency=asked.agency)
        _write(seats, by, asked)


def account_waits_for(seat: Seat, by: Person) -> None:
    """Somebody new at an agency is written to where its account is waited for."""
    if seat.role not in SEND_ACCOUNTS:
        return
    asked = AgencyAsked.objects.filter(review=seat.review, agency=seat.agency, withdrawn_at=None).first()
    if asked is not None and seat.agency_id not in heard_from(seat.review):
        _write(_open(seat.review).filter(pk=seat.pk), by, asked)


def letter_waits(letter: Letter, by: Person) -> None:
    """The others who keep in touch with those who take part are written to: it is to be sent.

    A participant is told by the letter itself. They could not read it here.
    """
    seats = _open(letter.participant.review).filter(role__in=roles_with(Can.KEEP_PARTICIPANTS))
    _write(seats, by, letter)


def no_letter_waits(participant: Participant, by: Person) -> None:
    for letter in participant.letters.filter(sent_on=None, withdrawn_at=None):
        nothing_waits(letter, by=by.username)


def _open(review: Review) -> SeatRows:
    """Seats of people to whom the review is not closed."""
    near = Seat.objects.current().filter(review=review, conflict_declared_at__isnull=False)
    found: SeatRows = Seat.objects.current().filter(review=review).exclude(person__in=near.values("person"))
    return found


def _write(seats: SeatRows, by: Person, about: AgencyAsked | Letter) -> None:
    """Nobody is written to about what they did themselves."""
    people = [one.person for one in seats.exclude(person=by).select_related("person__wish")]
    write_to(people, Says.WAITS, day=today(), by=by.username, about=about)
