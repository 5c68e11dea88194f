"""Orders on who may read what, person by person: made with a reason by whoever rules, and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Seat
from candour.stages.commission.models import Participant
from candour.stages.report.hearing.reading_orders import holds_closed, words_sha256
from candour.stages.report.hearing.who_rules import refuse_unless_ruling, ruling_title
from candour.stages.report.models import ApplicationRuling, Paragraph, Part, ReadingOrder, Report


def make_order(
    *,
    by: Person,
    report: Report,
    may_read: bool,
    ordered_on: date,
    why: str,
    person: Person | None = None,
    participant: Participant | None = None,
    paragraphs: Iterable[Paragraph] = (),
    parts: Iterable[Part] = (),
    follows: ApplicationRuling | None = None,
) -> ReadingOrder:
    """Order that one person may read closed paragraphs, or may not.

    Raises Trouble for whoever does not rule by the review's method, for an order for oneself, for somebody
    who is not of this review, where nothing is named, and for shutting it to one who works on the source.
    """
    with act("ordered_reading", by=by, on=report, needs=Can.RULE, why=why) as doing:
        refuse_unless_ruling(by, report.review)
        _refuse_reader(report, by, person, participant, may_read=may_read)
        named = _named(report, paragraphs, parts := list(parts))
        if not named and not parts:
            raise Trouble("The order names nothing that is closed.", do="Choose a paragraph or a part.")
        Report.objects.select_for_update().get(pk=report.pk)
        order = ReadingOrder.objects.create(
            report=report,
            number=(report.orders.aggregate(last=Max("number"))["last"] or 0) + 1,
            person=person,
            participant=participant,
            may_read=may_read,
            as_it_stood={str(one.pk): words_sha256(one) for one in named},
            ordered_on=ordered_on,
            why=why.strip(),
            ordered_as=ruling_title(report.review),
            follows=follows,
            ordered_at=timezone.now(),
            ordered_by=by.username,
        )
        order.paragraphs.set(named)
        order.parts.set(parts)
        doing.made(order)
    return order


def take_back_order(*, by: Person, order: ReadingOrder, why: str) -> ReadingOrder:
    """It no longer holds: who may read what is as if it had not been made. It stays in the list."""
    with act("took_back_order", by=by, on=order, needs=Can.RULE, why=why):
        refuse_unless_ruling(by, order.report.review)
        if order.withdrawn_at is not None:
            raise Trouble("This order was taken back already.", do="Nothing more is needed.")
        order.withdrawn_at, order.withdrawn_by, order.withdrawn_why = timezone.now(), by.username, why
        order.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return order


def _named(report: Report, paragraphs: Iterable[Paragraph], parts: list[Part]) -> list[Paragraph]:
    """Those named, and the closed ones of the parts named, as they stand now."""
    standing = Paragraph.objects.filter(part__report=report, withdrawn_at=None).prefetch_related("under")
    own = {one.pk: one for one in standing}
    chosen = {one.pk for one in paragraphs} & set(own)
    chosen |= {pk for pk, one in own.items() if one.part_id in {part.pk for part in parts}}
    return [one for pk, one in own.items() if pk in chosen and holds_closed(one)]


def _refuse_reader(
    report: Report, by: Person, person: Person | None, participant: Participant | None, *, may_read: bool
) -> None:
    account = person or (participant.person if participant else None)
    if account is not None and account.pk == by.pk:
        raise Trouble("Nobody rules for themselves.", do="Choose somebody else.")
    if participant is not None and participant.review_id != report.review_id:
        raise Trouble("They take part in another review.", do="Choose somebody of this one.")
    if person is not None and not Seat.objects.current().filter(review=report.review, person=person).exists():
        raise Trouble(f"{person} has no seat on this review.", do="Give them a seat first.")
    if account is not None and not may_read and may(account, Can.SEE_SOURCE, report.review):
        raise Trouble(
            f"{account} works on the source itself, whose pages show all of it.",
            do="End their seat: an order cannot shut a part of it to them.",
        )
