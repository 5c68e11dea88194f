"""A way of looking at the chronology is kept under a name, withdrawn, and put back."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.models import SavedView
from candour.stages.chronology.seeing.whose_view import needed_to_withdraw


def save_view(*, by: Person, review: Review, name: str, address: str) -> SavedView:
    """`address` is the query of the chronology's address.

    Raises Trouble where the name is taken, or there are more words in the filters than are kept.
    """
    with act("saved_view", by=by, on=review, needs=Can.SEE_CHRONOLOGY) as doing:
        lock(review)
        _refuse_taken(review, name)
        _refuse_long(address)
        return doing.made(
            SavedView.objects.create(
                review=review, name=name, address=address, saved_at=timezone.now(), saved_by=by.username
            )
        )


def withdraw_view(*, by: Person, view: SavedView) -> None:
    with act("withdrew_view", by=by, on=view, needs=needed_to_withdraw(view, by)):
        lock(view.review)
        view.refresh_from_db()
        if view.withdrawn_at is None:
            view.withdrawn_at, view.withdrawn_by = timezone.now(), by.username
            view.save(update_fields=["withdrawn_at", "withdrawn_by"])


def put_view_back(*, by: Person, view: SavedView) -> None:
    """Take its withdrawal back. Raises Trouble where its name was given to another view meanwhile."""
    with act("put_view_back", by=by, on=view, needs=needed_to_withdraw(view, by)):
        lock(view.review)
        view.refresh_from_db()
        if view.withdrawn_at is not None:
            _refuse_taken(view.review, view.name)
            view.withdrawn_at, view.withdrawn_by = None, ""
            view.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _refuse_taken(review: Review, name: str) -> None:
    if SavedView.objects.filter(review=review, name=name, withdrawn_at=None).exists():
        raise Trouble(f"There is a view called “{name}” already.", do="Give this one another name.")


def _refuse_long(address: str) -> None:
    if len(address) > (SavedView._meta.get_field("address").max_length or 0):
        raise Trouble("The filters of this view are too long to be kept.", do="Look for fewer words.")
