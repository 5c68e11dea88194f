"""What a review was asked to do is changed, with the reason; what stood before is kept word for word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.commission.models import Commission, EarlierTerms

KEPT = ("period_from", "period_to", "period_why", "terms", "proportionate_why", "lines_of_enquiry")


def change_terms(
    *,
    by: Person,
    commission: Commission,
    version: int,
    period_from: date,
    period_to: date,
    why: str,
    period_why: str = "",
    terms: str = "",
    proportionate_why: str = "",
    lines_of_enquiry: Sequence[str] = (),
) -> EarlierTerms:
    """Set new terms of reference, lines of enquiry or period. Raises Changed where somebody saved first.

    A period that changes needs its own reason in `period_why`, beside the reason of the whole change.
    """
    said = {
        "period_from": period_from,
        "period_to": period_to,
        "period_why": period_why,
        "terms": terms,
        "proportionate_why": proportionate_why,
        "lines_of_enquiry": list(lines_of_enquiry),
    }
    with act("changed_terms", by=by, on=commission, needs=Can.SET_TERMS, why=why, version=version) as doing:
        before = {name: getattr(commission, name) for name in KEPT}
        _must_be_a_change(before, said)
        earlier = EarlierTerms.objects.create(
            commission=commission,
            replaced_at=timezone.now(),
            replaced_by=by.username,
            replaced_why=why,
            **before,
        )
        _set(commission, said)
        doing.made(earlier)
    return earlier


def take_back_change_of_terms(*, by: Person, earlier: EarlierTerms) -> EarlierTerms:
    """The terms that were replaced stand again; what replaced them is kept too. For the last change only."""
    with act("took_back_change_of_terms", by=by, on=earlier, needs=Can.SET_TERMS) as doing:
        commission = Commission.objects.select_for_update().get(pk=earlier.commission_id)
        if commission.earlier_terms.last() != earlier:
            raise Trouble("The terms were changed again since.", do="Take the later change back first.")
        now = timezone.now()
        earlier.taken_back_at, earlier.taken_back_by = now, by.username
        earlier.save(update_fields=["taken_back_at", "taken_back_by"])
        undone = EarlierTerms.objects.create(
            commission=commission,
            replaced_at=now,
            replaced_by=by.username,
            replaced_why=f"The change was taken back: {earlier.replaced_why}"[:400],
            **{name: getattr(commission, name) for name in KEPT},
        )
        commission.version += 1
        _set(commission, {name: getattr(earlier, name) for name in KEPT})
        doing.made(undone)
    return undone


def _must_be_a_change(before: dict[str, object], said: dict[str, object]) -> None:
    if before == said:
        raise Trouble("Nothing was changed.", do="Change something, or leave the page.")
    if said["period_to"] < said["period_from"]:  # type: ignore[operator]  # both are days
        raise Trouble("The period ends before it starts.", do="Give a later last day.")
    days = ("period_from", "period_to")
    moved = any(before[name] != said[name] for name in days)
    if moved and before["period_why"] == said["period_why"]:
        raise Trouble("The period changes.", do="Say why this period, and not the one before.")


def _set(commission: Commission, said: dict[str, object]) -> None:
    for name, value in said.items():
        setattr(commission, name, value)
    commission.save(update_fields=[*said, "version"])
