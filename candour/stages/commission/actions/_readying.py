"""A method that is new to a board opens its questions at once: a part of the acts that choose a method."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import MethodChange, Readiness


def open_readiness(review: Review, by: Person) -> None:
    """Unless the board has used the method before, changed from it or to it, or has its questions open."""
    board, method = review.board, review.method
    used = Review.objects.filter(board=board, method=method).exclude(pk=review.pk).exists()
    changes = MethodChange.objects.filter(review__board=board).exclude(review=review, became=method)
    tried = changes.filter(Q(was=method) | Q(became=method)).exists()
    if not used and not tried and not Readiness.objects.filter(board=board, method=method).exists():
        opened = {"opened_at": timezone.now(), "opened_by": by.username}
        Readiness.objects.create(board=board, method=method, review=review, **opened)
