"""How the cast stood to one another, and who lived together: kept with their days, withdrawn, put back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.models import CastHousehold, CastMember, CastRelation, Kind
from candour.stages.report.one_source import cast_of

HUMAN = (Kind.CHILD, Kind.ADULT, Kind.PROFESSIONAL)
HOMES = (Kind.ADDRESS, Kind.PLACE)


def keep_relation(
    *,
    by: Person,
    review: Review,
    kind: str,
    a: CastMember,
    b: CastMember,
    begins: date | None = None,
    ends: date | None = None,
) -> CastRelation:
    """`a` is the parent (partner, ..) of `b`. Raises Trouble for one's own, or an end before it began."""
    with act("kept_relation", by=by, on=review, needs=Can.WRITE_REPORT, why=kind) as doing:
        if {a.review_id, b.review_id} != {review.pk}:
            raise Trouble("This is one of another review's cast.", do="Choose two of this review.")
        if a.kind not in HUMAN or b.kind not in HUMAN:
            raise Trouble("Only people stand in a relation.", do="Choose two people of the cast.")
        row = CastRelation(
            review=review,
            kind=kind,
            a=a,
            b=b,
            begins=begins,
            ends=ends,
            kept_at=timezone.now(),
            kept_by=by.username,
        )
        assert row.relation.a
        row.save()
        doing.made(row)
    return row


def keep_household(
    *,
    by: Person,
    review: Review,
    address: CastMember,
    members: Iterable[CastMember],
    begins: date | None = None,
    ends: date | None = None,
) -> CastHousehold:
    """Who lived at an address of the cast. Raises Trouble where nobody did, or it ends before it begins."""
    living = list(members)
    with act("kept_household", by=by, on=review, needs=Can.WRITE_REPORT, why=address.kind) as doing:
        if {one.review_id for one in (address, *living)} != {review.pk}:
            raise Trouble("This is one of another review's cast.", do="Choose of this review.")
        if address.kind not in HOMES:
            raise Trouble("People live at an address.", do="Put the address into the cast, and choose it.")
        row = CastHousehold.objects.create(
            review=review,
            address=address,
            begins=begins,
            ends=ends,
            kept_at=timezone.now(),
            kept_by=by.username,
        )
        row.members.set(living)
        cast_of(review)
        doing.made(row)
    return row


def withdraw_relation(*, by: Person, row: CastRelation | CastHousehold) -> None:
    """A relation or a household is taken out; the line stays in the record."""
    with act("withdrew_relation", by=by, on=row, needs=Can.WRITE_REPORT):
        row.withdrawn_at, row.withdrawn_by = timezone.now(), by.username
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])


def put_back_relation(*, by: Person, row: CastRelation | CastHousehold) -> None:
    """Undo."""
    with act("put_back_relation", by=by, on=row, needs=Can.WRITE_REPORT):
        row.withdrawn_at, row.withdrawn_by = None, ""
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
