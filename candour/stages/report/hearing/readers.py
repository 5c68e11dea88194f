"""What somebody may read by an order or an extract alone, without seeing the report: tasks and links."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse

from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.tasks import Task
from candour.stages.report.hearing.extract_words import is_for
from candour.stages.report.hearing.reading_orders import opened_to
from candour.stages.report.models import Extract, ReadingOrder


def extracts_for(person: Person, review: Review | None = None) -> list[Extract]:
    """What was sent to this person on reviews where they have a seat, and not withdrawn."""
    seats = Seat.objects.held_by(person)
    rows = Extract.objects.filter(report__review__in=seats.values("review"), withdrawn_at=None)
    if review is not None:
        rows = rows.filter(report__review=review)
    return [one for one in rows.select_related("report__review", "participant") if is_for(one, person)]


def orders_for(person: Person, review: Review | None = None) -> list[ReadingOrder]:
    """The last order on each review that opens something to this person as the report stands now."""
    seats = Seat.objects.held_by(person)
    rows = ReadingOrder.objects.filter(
        Q(person=person) | Q(participant__person=person),
        report__review__in=seats.values("review"),
        may_read=True,
        withdrawn_at=None,
    )
    if review is not None:
        rows = rows.filter(report__review=review)
    last = {one.report_id: one for one in rows.select_related("report__review").order_by("number")}
    return [one for one in last.values() if opened_to(one.report, person.username)]


def for_reader(person: Person, review: Review) -> list[tuple[str, str]]:
    """(words, address) of what is for this person alone on a review whose report they may not see."""
    found = [
        ("What you may read of the closed report, by order", _by_order(one.report.review))
        for one in orders_for(person, review)
    ]
    return [
        *found,
        *(
            (f"{one.get_kind_display()}: extract {one.number}", _of(one))
            for one in extracts_for(person, review)
        ),
    ]


def reader_tasks(person: Person, today: date) -> Iterator[Task]:
    """An extract is answered by its day; what an order opens is read once."""
    for extract in extracts_for(person):
        if extract.is_open and extract.answer is None:
            says = "The day is over; an answer is still read." if extract.is_late(today) else ""
            title, where = "Read what the report says, and answer", str(extract.report.review)
            yield Task(title, _of(extract), where, says, extract.sent_on, extract.due_on)
    for order in orders_for(person):
        review = order.report.review
        read = Line.objects.filter(
            who=person.username, did="opened_paragraphs_by_order", at__gt=order.ordered_at
        )
        if not read.exists():
            title = "Read what an order opens to you"
            yield Task(title, _by_order(review), str(review), "", order.ordered_on)


def _of(extract: Extract) -> str:
    return reverse("report:extract", args=[extract.report.review.in_address, extract.pk])


def _by_order(review: Review) -> str:
    return reverse("report:mine", args=[review.in_address])
