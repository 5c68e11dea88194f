"""Where a page of returns stands, and the things its address names, for whoever may know of them."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Return, UnplacedRow

Place = list[tuple[str, str]]


def place_in(review: Review, viewer: Person, *steps: tuple[str, str]) -> Place:
    """The breadcrumb: the review by the page this viewer may open, then the steps."""
    page = "desk:review" if may(viewer, Can.SEE_REVIEW, review) else "desk:progress"
    return [(review.title, reverse(page, args=[review.in_address])), *steps]


def place_of_return(sent: Return, viewer: Person, *steps: tuple[str, str]) -> Place:
    number = sent.review.in_address
    own = (str(sent.agency), reverse("chronology:return", args=[number, sent.pk]) if steps else "")
    returns = ("Returns", reverse("chronology:returns", args=[number]))
    return place_in(sent.review, viewer, returns, own, *steps)


def return_at(request: HttpRequest, review: Review, pk: int) -> Return:
    """404 where it is another agency's, or another review's."""
    seen = Return.objects.visible_to(request.user).filter(review=review)
    found: Return = get_object_or_404(seen.select_related("agency", "paper", "review"), pk=pk)
    return found


def row_at(request: HttpRequest, review: Review, pk: int, row_pk: int) -> UnplacedRow:
    sent = return_at(request, review, pk)
    found: UnplacedRow = get_object_or_404(sent.unplaced.select_related("in_return__review"), pk=row_pk)
    return found


def paper_at(request: HttpRequest, sent: Return, paper_pk: int) -> Paper:
    """A paper of the return's agency in its review."""
    seen = Paper.objects.visible_to(request.user).filter(review=sent.review, agency=sent.agency)
    found: Paper = get_object_or_404(seen, pk=paper_pk)
    return found
