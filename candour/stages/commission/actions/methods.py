"""The method of a review is changed with a reason, or the change taken back while nothing rests on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.methods import Existing, load_method
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.actions._readying import open_readiness
from candour.stages.commission.later_stages import finished_in
from candour.stages.commission.methods_over_time import changed_now, made_since
from candour.stages.commission.models import MethodChange


def change_method(*, by: Person, review: Review, method: str, reason: str, changed_on: date) -> MethodChange:
    """Go on by another method. What exists stays as it is; what no longer fits is listed with the change.

    Raises Trouble without a reason, for the same method, and once a report by this one is released.
    """
    with act("changed_method", by=by, on=review, needs=Can.SET_TERMS, why=reason) as doing:
        now = Review.objects.select_for_update().get(pk=review.pk)
        chosen = load_method(method)
        _must_be_possible(now, chosen.name, reason, changed_on)
        found = changed_now(now, chosen)
        change = MethodChange.objects.create(
            review=now,
            was=now.method,
            became=chosen.name,
            reason=reason.strip(),
            changed_on=changed_on,
            carried_over=_told(found.carried),
            did_not_fit=_told(found.unfit),
            changed_at=timezone.now(),
            changed_by=by.username,
        )
        _set(review, chosen.name)
        open_readiness(review, by)
        doing.made(change)
    return change


def take_back_change_of_method(*, by: Person, change: MethodChange) -> MethodChange:
    """The method before stands again. Raises Trouble where something was made that only the new one knows."""
    with act("took_back_change_of_method", by=by, on=change, needs=Can.SET_TERMS):
        now = Review.objects.select_for_update().get(pk=change.review_id)
        last = MethodChange.objects.filter(review=now, taken_back_at=None).last()
        if last != change:
            raise Trouble("The method was changed again since.", do="Take the later change back first.")
        if made := made_since(change):
            raise Trouble(
                f"Something was made under the new method: {'; '.join(made)}.",
                do="Change the method again, with the reason.",
            )
        change.taken_back_at, change.taken_back_by = timezone.now(), by.username
        change.save(update_fields=["taken_back_at", "taken_back_by"])
        _set(change.review, change.was)
    return change


def _must_be_possible(review: Review, method: str, reason: str, changed_on: date) -> None:
    if not reason.strip():
        raise Trouble("A method is changed for a reason.", do="Say why in a sentence.")
    if method == review.method:
        raise Trouble("This is the review's method now.", do="Choose another, or leave the page.")
    if changed_on < review.opened_on:
        raise Trouble("The review was not open on that day.", do="Give a later day.")
    if said := finished_in(review):
        raise Trouble(f"{said[0]}: it names the method it was made by.", do="Leave the method as it is.")


def _set(review: Review, method: str) -> None:
    review.method = method
    review.save(update_fields=["method"])


def _told(existing: Iterable[Existing]) -> list[dict[str, object]]:
    return [
        {"kind": str(one.kind), "code": one.code, "title": one.title, "where": list(one.where)}
        for one in existing
    ]
