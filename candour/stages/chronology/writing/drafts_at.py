"""Drafts of returns written on screen: whose, where they stand, and the tasks they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.tasks import Task
from candour.stages.chronology.models import Draft, DraftState
from candour.stages.chronology.returns.sending import agencies_for
from candour.stages.chronology.writing.typed_rows import Said

_KINDS = ("placed", "held", "refused")


def open_drafts(review: Review) -> dict[int, Draft]:
    """By agency, the draft that is neither signed off nor withdrawn: there is one at most."""
    drafts = Draft.objects.filter(review=review, signed_off_at=None, withdrawn_at=None)
    return {one.agency_id: one for one in drafts.select_related("agency", "review__board")}


def agency_to_write_for(viewer: Person, review: Review, slug: str) -> Organisation:
    """404 where the viewer may not send that agency's return."""
    for one in agencies_for(viewer, review):
        if one.slug == slug:
            return one
    raise Http404


def draft_to_write(viewer: Person, review: Review, slug: str) -> Draft:
    agency = agency_to_write_for(viewer, review, slug)
    if (draft := open_drafts(review).get(agency.pk)) is None:
        raise Http404
    return draft


def draft_put_aside(viewer: Person, review: Review, slug: str) -> Draft:
    """The draft of the agency that was withdrawn last."""
    agency = agency_to_write_for(viewer, review, slug)
    drafts = Draft.objects.filter(review=review, agency=agency, withdrawn_at__isnull=False)
    if (draft := drafts.order_by("-withdrawn_at").first()) is None:
        raise Http404
    return draft


def draft_to_sign(viewer: Person, review: Review, slug: str) -> Draft:
    """The draft that waits for this senior; 404 where it is another agency's, or waits no longer."""
    drafts = Draft.objects.visible_to(viewer).filter(review=review, agency__slug=slug)
    found = drafts.filter(state=DraftState.HANDED_IN, withdrawn_at=None, signed_off_at=None)
    draft: Draft = get_object_or_404(found.select_related("agency", "review__board"))
    if not may(viewer, Can.SIGN_OFF_RETURN, draft):
        raise Http404
    return draft


def seniors_of(review: Review, agency: Organisation, draft: Draft | None) -> list[Seat]:
    """Who may sign that agency's return off: nobody who wrote in it."""
    seats = Seat.objects.current().filter(review=review, agency=agency, role="agency_senior")
    wrote = draft.writers if draft else ()
    return [one for one in seats.select_related("person") if one.person.username not in wrote]


def name_of(username: str) -> str:
    person = Person.objects.filter(username=username).first()
    return person.name if person else username


def was_given_back(draft: Draft) -> bool:
    """Given back, and not handed in again since."""
    if draft.given_back_at is None or draft.state != DraftState.WRITING:
        return False
    return draft.handed_in_at is None or draft.handed_in_at < draft.given_back_at


def counts_in_words(fates: Sequence[Said]) -> str:
    """12 rows: 10 placed, 2 held; a line that is no row is said too."""
    counts = Counter(one.state for one in fates)
    rows = sum(counts[kind] for kind in _KINDS)
    said = f"{rows:,} {'row' if rows == 1 else 'rows'}"
    parts = [f"{counts[kind]:,} {kind}" for kind in _KINDS if counts[kind]]
    said += f": {', '.join(parts)}" if parts else ""
    if notes := counts["note"]:
        said += f", and {notes} {'line that is' if notes == 1 else 'lines that are'} no row"
    return said


def tasks_of_drafts(review: Review, person: Person, where: str) -> list[Task]:
    """Returns to sign off, for the agency's senior; those given back, for who handed them in."""
    return [task for draft in open_drafts(review).values() for task in _tasks_of(draft, person, where)]


def _tasks_of(draft: Draft, person: Person, where: str) -> Iterator[Task]:
    at, handed_in = [draft.review.in_address, draft.agency.slug], draft.handed_in_by == person.username
    reads_it = person.username not in draft.writers and may(person, Can.SIGN_OFF_RETURN, draft)
    if draft.state == DraftState.HANDED_IN and reads_it:
        title, says = (
            f"Sign off the return of {draft.agency}",
            f"{name_of(draft.handed_in_by)} handed it in",
        )
        yield Task(title, reverse("chronology:sign-off", args=at), where, says, _day(draft))
    if was_given_back(draft) and handed_in and may(person, Can.SEND_RETURN, draft):
        says = f"{name_of(draft.given_back_by)} gave it back: {draft.given_back_why}"
        title = f"Mend the return of {draft.agency}"
        yield Task(title, reverse("chronology:write-return", args=at), where, says)


def _day(draft: Draft) -> date | None:
    return localdate(draft.handed_in_at) if draft.handed_in_at else None
