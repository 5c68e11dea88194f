"""The parts of setting a review up, each in one line: its page, where it stands, a few words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.chasing import chased_in
from candour.stages.commission.held_back import proceedings_of, waiting_in
from candour.stages.commission.models import Commission, Participant, Readiness, Risk
from candour.stages.commission.place import address
from candour.stages.commission.planned import in_hours, in_pounds, plan_of
from candour.stages.commission.questions_seen import markers_of, written_under
from candour.stages.commission.seats_seen import sitting


@dataclass(frozen=True, slots=True)
class PartOfSetUp:
    """One line of the overview. `state` is a tag's word."""

    title: str
    href: str
    state: str
    tag: str
    words: str


def parts_of(review: Review, viewer: Person, today: date) -> list[PartOfSetUp]:
    """Those that the viewer may see, in the order in which a review is set up."""
    return [
        *_terms(review),
        _seats(review),
        _agencies(review, viewer, today),
        *_taking_part(review, viewer),
        _proceedings(review, viewer, today),
        _plan(review, viewer),
        _risks(review, viewer, today),
        *_readiness(review, viewer),
        _markers(review, viewer),
    ]


def _terms(review: Review) -> Iterator[PartOfSetUp]:
    commission = Commission.objects.filter(review=review).first()
    if commission is None:
        return
    changes = commission.earlier_terms.count()
    words = f"{_counted(len(commission.lines_of_enquiry), 'line')} of enquiry"
    words += f"; changed {'once' if changes == 1 else f'{changes} times'}" if changes else ""
    state, tag = ("done", "Written") if commission.terms else ("waits", "Not written yet")
    yield PartOfSetUp("What it was asked to do", address("terms", review), state, tag, words)


def _seats(review: Review) -> PartOfSetUp:
    seats = sitting(review)
    near = sum(bool(one.seat.conflict_declared_at) for one in seats)
    waits = sum(one.waits for one in seats)
    words = _counted(len(seats), "seat")
    words += f"; closed to {near}, who stand too near" if near > 1 else "; closed to one" if near else ""
    tag = f"{waits} yet to declare" if waits else "All have declared"
    state = "waits" if waits else "done"
    return PartOfSetUp("Who sits on it", address("seats", review), state, tag, words)


def _agencies(review: Review, viewer: Person, today: date) -> PartOfSetUp:
    asked = chased_in(review, viewer, today)
    late = sum(one.state == "late" for one in asked)
    heard = sum(one.heard for one in asked)
    if late:
        state, tag = "late", f"{late} late"
    elif not asked:
        state, tag = "waits", "None asked yet"
    else:
        state, tag = ("done", "All have come") if heard == len(asked) else ("due", "Waited for")
    words = f"{heard} of {len(asked)} heard" if asked else ""
    return PartOfSetUp("Agencies asked", address("agencies", review), state, tag, words)


def _taking_part(review: Review, viewer: Person) -> Iterator[PartOfSetUp]:
    """For those only who may know that there is anybody."""
    if not may(viewer, Can.KEEP_PARTICIPANTS, review):
        return
    people = Participant.objects.visible_to(viewer).filter(review=review, withdrawn_at=None)
    asked = people.exclude(reply="not_asked").count()
    state, tag = ("closed", "Closed") if people else ("waits", "Nobody yet")
    words = f"{asked} of {len(people)} asked" if people else ""
    yield PartOfSetUp("Family and practitioners", address("taking-part", review), state, tag, words)


def _proceedings(review: Review, viewer: Person, today: date) -> PartOfSetUp:
    going_on = [one for one in proceedings_of(review, viewer) if not (one.withdrawn_at or one.ended_on)]
    waiting = waiting_in(review, viewer, today)
    state = "paused" if waiting else "open" if going_on else "done"
    tag = "; ".join(one.words for one in waiting) or "Nothing waits"
    words = f"{len(going_on)} going on" if going_on else "none entered that goes on"
    return PartOfSetUp("Parallel proceedings", address("proceedings", review), state, tag, words)


def _plan(review: Review, viewer: Person) -> PartOfSetUp:
    lines, total = plan_of(review, viewer)
    state, tag = ("late", "More than planned") if total.over else ("done", "Planned")
    if not lines:
        state, tag = "waits", "Not planned yet"
    words = f"{in_pounds(total.pounds_used)} of {in_pounds(total.pounds)}, " if lines else ""
    words += f"{in_hours(total.hours_used)} of {in_hours(total.hours)} used" if lines else ""
    return PartOfSetUp("Money and hours", address("plan", review), state, tag, words)


def _risks(review: Review, viewer: Person, today: date) -> PartOfSetUp:
    risks = Risk.objects.visible_to(viewer).filter(review=review, withdrawn_at=None, closed_at=None)
    overdue = risks.filter(look_again_on__lt=today).count()
    state, tag = ("late", f"{overdue} to look at again") if overdue else ("done", "Watched")
    if not risks:
        state, tag = "waits", "None raised"
    words = _counted(len(risks), "risk") if risks else ""
    return PartOfSetUp("Risks", address("risks", review), state, tag, words)


def _readiness(review: Review, viewer: Person) -> Iterator[PartOfSetUp]:
    """For the board's own people, where the method was new to the board with this review."""
    opened = Readiness.objects.visible_to(viewer).filter(review=review, method=review.method).first()
    if opened is None:
        return
    answers = opened.answers.filter(withdrawn_at=None).values("question").distinct().count()
    state, tag = ("done", "Answers are there") if answers else ("waits", "No answer yet")
    words = f"something under {_counted(answers, 'question')}" if answers else "the method is new here"
    href = reverse("commission:readiness", args=[review.board.slug])
    yield PartOfSetUp("Readiness for the method", href, state, tag, words)


def _markers(review: Review, viewer: Person) -> PartOfSetUp:
    written, of = written_under(markers_of(review, viewer)[1])
    state, tag = ("open", "Prompts") if written else ("waits", "Nothing written yet")
    words = f"something under {written} of {of}" if written else ""
    return PartOfSetUp("Quality markers", address("markers", review), state, tag, words)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"
