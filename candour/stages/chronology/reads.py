"""What a review has of its agencies: the chronology, its lanes, the rows that wait, and whose move it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import make_aware, make_naive

from candour.domain.access import Can
from candour.domain.chronology.entry import Chronology
from candour.domain.chronology.entry import Entry as Told
from candour.domain.moments import Fate, Moment
from candour.domain.moments.spoken import spoken_day
from candour.domain.returns.tables import Place
from candour.domain.timeline import Kind, Lane, lanes_of
from candour.kernel.access import may
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Missing, Standing, Task
from candour.stages.chronology.accounts.said import confirmed_events
from candour.stages.chronology.entries_read import entries_named, entries_told
from candour.stages.chronology.ledger import HELD, REFUSED, ledger_of
from candour.stages.chronology.models import Entry, Return, ReturnState, UnplacedRow
from candour.stages.chronology.returns.naming import agencies_of
from candour.stages.chronology.writing.drafts_at import tasks_of_drafts
from candour.stages.commission.models import AgencyAsked


def held_rows_of(sent: Return) -> list[UnplacedRow]:
    return list(sent.unplaced.filter(HELD))


def refused_rows_of(sent: Return) -> list[UnplacedRow]:
    return list(sent.unplaced.filter(REFUSED))


def last_placed(sent: Return) -> UnplacedRow | None:
    """The row that a person placed last, which may be taken back."""
    return sent.unplaced.filter(answered_at__isnull=False).order_by("-answered_at", "-pk").first()


def entries_of(review: Review) -> list[Told]:
    """Every placed entry of a review that is not withdrawn, agencies under the names they go by here."""
    standing, told = entries_told(review)
    return list(entries_named(standing, told, agencies_of(review, {one.agency for one in told})))


def chronology_of(review: Review) -> Chronology:
    """The integrated chronology as the domain knows it: placed, not withdrawn, in order of time.

    Its events are those that people confirmed; what is proposed stands in accounts.linked.whole_of.
    """
    entries = entries_of(review)
    names = agencies_of(review, {one.agency for one in entries}).names
    return Chronology(names, tuple(entries), confirmed_events(review, {one.id for one in entries}))


def lanes_of_review(review: Review) -> tuple[Lane, ...]:
    """A lane for each agency, with the kind its organisation has, else one guessed by its name."""
    placed = Entry.objects.filter(review=review, withdrawn_at=None)
    found = list(placed.order_by().values_list("body__agency", "earliest", "latest"))
    known = agencies_of(review, {agency for agency, _, _ in found})
    # Lanes ask of an entry whose it is and when: the rest of thousands of them need not be read.
    entries = tuple(_stub(known.named(agency) or agency, *when) for agency, *when in found)
    return lanes_of(Chronology(known.names, entries), kinds_of(known.names))


def _stub(agency: str, earliest: datetime | None, latest: datetime | None) -> Told:
    first, last = (one and make_naive(one) for one in (earliest, latest))
    return Told("", agency, Place("", "", 0), Moment("", Fate.PLACED, None, first, last), "")


def kinds_of(names: Sequence[str]) -> dict[str, Kind]:
    """What is on record of agencies' kinds, by name."""
    there = Organisation.objects.filter(name__in=names).exclude(agency_kind="")
    return {one.name: Kind(one.agency_kind) for one in there if one.agency_kind in set(Kind)}


def entry_at(review: Review, file: str, part: str, row: int) -> Entry | None:
    """The entry that stands at a place of a return, by the names a person sees; not one withdrawn."""
    there = Entry.objects.filter(review=review, in_return__paper__name=file, part=part, row=row)
    return there.filter(withdrawn_at=None).order_by("-pk").first()


def unmatched_names(sent: Return) -> list[str]:
    """Names in a return's told column that are no agency of this review."""
    told = sent.entries.filter(withdrawn_at=None).values_list("body__told", flat=True)
    used = Entry.objects.filter(review=sent.review, withdrawn_at=None).values_list("body__agency", flat=True)
    known = agencies_of(sent.review, set(used))
    names = {each["name"] for tellings in told for each in tellings}
    return sorted(name for name in names if known.named(name) is None)


def neighbours(row: UnplacedRow) -> tuple[Entry | None, Entry | None]:
    """The entries placed just above and just below a row in its part of the file."""
    there = row.in_return.entries.filter(part=row.part, withdrawn_at=None)
    above = there.filter(row__lt=row.row).order_by("-row").first()
    return above, there.filter(row__gt=row.row).order_by("row").first()


def still_waiting(review: Review) -> list[Return]:
    return list(Return.objects.filter(review=review, state=ReturnState.WAITING, withdrawn_at=None))


def agencies_heard(review: Review) -> list[int]:
    """The agencies whose account has come, by key: told to the commission, which may not look here."""
    waiting = agencies_without_return(review).values("agency")
    asked = AgencyAsked.objects.filter(review=review, withdrawn_at=None)
    return list(asked.exclude(agency__in=waiting).values_list("agency", flat=True))


def entries_outside(review: Review, first: date, last: date) -> tuple[str, int]:
    """How many entries lie wholly outside a period, to be said before the period is changed."""
    standing = Entry.objects.filter(review=review, withdrawn_at=None)
    before = Q(latest__isnull=False, latest__lt=make_aware(datetime.combine(first, time.min)))
    after = Q(
        earliest__isnull=False, earliest__gte=make_aware(datetime.combine(last + timedelta(days=1), time.min))
    )
    return "entry,entries", standing.filter(before | after).count()


def agencies_without_return(review: Review) -> QuerySet[AgencyAsked]:
    """Those asked, in order of the day their account is due, who have sent none that stands."""
    sent = Return.objects.filter(review=review, withdrawn_at=None).values("agency")
    asked = review.agencies_asked.filter(withdrawn_at=None).exclude(agency__in=sent)
    return asked.select_related("agency").order_by("due_on", "agency__name")


def tasks_for(person: Person, today: date) -> list[Task]:
    """Returns to send, held rows to place, and for whoever asks agencies, those that are late."""
    reviews = Review.objects.visible_to(person)
    return [task for review in reviews for task in _tasks_on(review, person, today)]


def _tasks_on(review: Review, person: Person, today: date) -> list[Task]:
    where = f"{review.title}, {review.written_number}"
    address = reverse("chronology:returns", args=[review.in_address])
    tasks = []
    for asked in agencies_without_return(review):
        own = asked.agency_id in _own_agencies(person, review)
        if own:
            send = reverse("chronology:send-returns", args=[review.in_address])
            tasks.append(
                Task(f"Send the return of {asked.agency}", send, where, "", asked.asked_on, asked.due_on)
            )
        elif asked.due_on < today and may(person, Can.ASK_AGENCIES, review):
            says = "Its return is late"
            tasks.append(Task(f"Remind {asked.agency}", address, where, says, asked.asked_on, asked.due_on))
    return tasks + _held_tasks(review, person, where) + tasks_of_drafts(review, person, where)


def _held_tasks(review: Review, person: Person, where: str) -> list[Task]:
    return [
        Task(
            f"Place {counted.held} held {'row' if counted.held == 1 else 'rows'} of {counted.agency}",
            reverse("chronology:return", args=[review.in_address, counted.sent.pk]),
            where,
            f"{counted.rows_in} rows in",
            started=counted.sent.received_on,
        )
        for counted in ledger_of(review, person).returns
        if counted.held and may(person, Can.FIX_HELD_ROWS, counted.sent)
    ]


def _own_agencies(person: Person, review: Review) -> set[int | None]:
    return set(review.seats.held_by(person).filter(role="agency_author").values_list("agency", flat=True))


def standing(review: Review, viewer: Person, today: date) -> Standing:
    """Done when every agency asked has sent a return and no row of any is held."""
    ledger = ledger_of(review)
    asked, out = (
        review.agencies_asked.filter(withdrawn_at=None).count(),
        agencies_without_return(review).count(),
    )
    href = (
        reverse("chronology:returns", args=[review.in_address])
        if may(viewer, Can.SEE_RETURNS, review)
        else ""
    )
    if not asked and not ledger.returns:
        return Standing("to_come", "", href)
    held = ledger.held
    if not out and not held and not still_waiting(review):
        return Standing("done", f"{ledger.placed:,} entries", href)
    words = f"{asked - out} of {asked} returns in" if asked else f"{len(ledger.returns)} returns in"
    return Standing("present", f"{words}, {held} held" if held else words, href)


def missing(review: Review, viewer: Person, today: date) -> list[Missing]:
    """Agencies that have sent nothing yet, and returns with rows that wait for a person."""
    if not may(viewer, Can.SEE_RETURNS, review):
        return []
    address = reverse("chronology:returns", args=[review.in_address])
    seen = AgencyAsked.objects.visible_to(viewer)
    found = []
    for asked in agencies_without_return(review).filter(pk__in=seen):
        late = asked.due_on < today
        state, said = ("late", "Late") if late else ("due", f"Due {spoken_day(asked.due_on)}")
        found.append(Missing(f"Return of {asked.agency}", address, state, said, str(asked.agency)))
    for counted in ledger_of(review, viewer).returns:
        if counted.held:
            href = reverse("chronology:return", args=[review.in_address, counted.sent.pk])
            words = f"{counted.held} held"
            move = f"Business manager or {counted.agency}"
            found.append(Missing(f"Rows of {counted.agency}", href, "held", words, move))
    return found
