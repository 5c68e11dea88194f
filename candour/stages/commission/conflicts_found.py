"""What the tables know of a person and of a review, laid beside each other for conflicts of interest."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from candour.domain.access import Can, roles_with
from candour.domain.access.conflicts import (
    SAID,
    Candidate,
    Case,
    Conflict,
    EarlierSeat,
    Ground,
    conflicts,
    line_of,
)
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.models import AgencyAsked, Commission, Declaration, Participant, WorkingLine
from candour.stages.notify.models import NotifiedChild

BY_CHECK = "Found by the check"
"""How the words of a conflict begin that nobody declared."""
NO_WORK_ON_THE_CASE = roles_with(Can.MANAGE_SEATS) | {"family"}
"""Seats of those who keep a board's reviews, or are told of them: holding one again is no earlier review."""
NAMES_REVIEWS = frozenset({Ground.EARLIER_REVIEW, Ground.SAME_AGENCIES, Ground.DECLARED})


@dataclass(frozen=True, slots=True)
class Checked:
    """One conflict in words, for the page."""

    ground: Ground
    words: str
    bars: bool


def conflicts_of(review: Review, person: Person, role: str, case: Case | None = None) -> list[Checked]:
    """All that the check finds between a person and a role on this review, those that bar first."""
    found = conflicts(role, candidate_of(person, review), case or case_of(review))
    return [Checked(one.ground, _in_words(one), one.bars) for one in found]


def objections_to(review: Review, person: Person, role: str) -> list[str]:
    """What bars the person from this role, as sentences."""
    return [one.words for one in conflicts_of(review, person, role) if one.bars]


def case_of(review: Review) -> Case:
    """The agencies asked, who was part of the case as far as is said, and the children notified."""
    asked = AgencyAsked.objects.filter(review=review, withdrawn_at=None)
    about = [review.pk, *_of_same_child(review)]
    seated = Seat.objects.filter(review__in=about, role="practitioner")
    named = Participant.objects.filter(review__in=about, withdrawn_at=None).exclude(person=None)
    took_part = [who for rows in (seated, named) for who in rows.values_list("person__username", flat=True)]
    return Case(
        agencies=frozenset(asked.values_list("agency__slug", flat=True)),
        took_part=frozenset(took_part),
        children=_children_of([review])[review.pk],
    )


def candidate_of(person: Person, review: Review) -> Candidate:
    """As the records know the person, but for what they hold on this very review."""
    lines = WorkingLine.objects.filter(withdrawn_at=None).filter(_since(review))
    answers_to = lines.exclude(answers_to=None).values_list("person__username", "answers_to__username")
    return Candidate(
        person=person.username,
        works_for=frozenset(lines.filter(person=person).values_list("agency__slug", flat=True)),
        line=line_of(person.username, answers_to),
        admitted=_admitted(review, person),
        declared=_declared(review, person),
        earlier=_earlier(review, person),
    )


def _since(review: Review) -> Q:
    """Whoever left before the period under review began is no longer near to it."""
    commission = Commission.objects.filter(review=review).first()
    if commission is None:
        return Q()
    return Q(to_on=None) | Q(to_on__gte=commission.period_from)


def _admitted(review: Review, person: Person) -> frozenset[Ground]:
    found = set()
    for said in Declaration.objects.filter(seat__review=review, seat__person=person, withdrawn_at=None):
        found |= {Ground.LINE} if not said.no_line else set()
        found |= {Ground.PART} if not said.no_part else set()
        found |= {Ground.EMPLOYED} if not said.not_employed else set()
    return frozenset(found)


def _declared(review: Review, person: Person) -> str:
    """The last earlier review of the same child on which they declared a conflict that was not lifted."""
    said = Seat.objects.filter(person=person, conflict_declared_at__isnull=False)
    said = said.exclude(conflict_with__startswith=BY_CHECK).filter(review__in=_of_same_child(review))
    last = said.select_related("review").last()
    return str(last.review) if last else ""


def _of_same_child(review: Review) -> list[int]:
    """The keys of reviews opened no later, of which a child is one of this review's."""
    children = _children_of([review])[review.pk]
    earlier = Review.objects.filter(opened_on__lte=review.opened_on, commission__isnull=False)
    found = _children_of(list(earlier.exclude(pk=review.pk))) if children else {}
    return [key for key, names in found.items() if names & children]


def _earlier(review: Review, person: Person) -> tuple[EarlierSeat, ...]:
    """Seats on reviews that were opened no later than this one, ended ones too."""
    seats = Seat.objects.filter(person=person, review__opened_on__lte=review.opened_on)
    seats = seats.exclude(review=review).exclude(role__in=NO_WORK_ON_THE_CASE)
    held = list(seats.select_related("review", "agency"))
    reviews = list({one.review_id: one.review for one in held}.values())
    children, agencies = _children_of(reviews), _agencies_of(reviews)
    return tuple(
        EarlierSeat(
            review=str(one.review),
            role=one.role,
            sat_for=one.agency.slug if one.agency else "",
            agencies=agencies[one.review_id],
            children=children[one.review_id],
        )
        for one in held
    )


def _agencies_of(reviews: list[Review]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {one.pk: set() for one in reviews}
    asked = AgencyAsked.objects.filter(review__in=reviews, withdrawn_at=None)
    for review, slug in asked.values_list("review", "agency__slug"):
        found[review].add(slug)
    return {key: frozenset(slugs) for key, slugs in found.items()}


def _children_of(reviews: list[Review]) -> dict[int, frozenset[str]]:
    """By their own names as notified, whatever the case and the spaces. Never shown."""
    found: dict[int, set[str]] = {one.pk: set() for one in reviews}
    children = NotifiedChild.objects.filter(
        withdrawn_at=None, notification__decision__commission__review__in=reviews
    )
    review_of = "notification__decision__commission__review"
    for review, name in children.values_list(review_of, "name"):
        found[review].add(" ".join(name.casefold().split()))
    return {key: frozenset(names) for key, names in found.items()}


def _in_words(conflict: Conflict) -> str:
    """With the agency or the review it rests on; of people, no name."""
    said = SAID[conflict.ground]
    if conflict.ground is Ground.EMPLOYED and conflict.rests_on:
        names = AgencyAsked.objects.filter(agency__slug__in=conflict.rests_on)
        agencies = sorted(set(names.values_list("agency__name", flat=True)))
        return f"{said.removesuffix('.')}: {', '.join(agencies)}."
    if conflict.ground in NAMES_REVIEWS and conflict.rests_on:
        return f"{said.removesuffix('.')}: {'; '.join(conflict.rests_on)}."
    return said
