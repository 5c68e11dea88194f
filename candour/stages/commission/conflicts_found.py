"""What the tables know of a person and of a review, laid beside each other for conflicts of interest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

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


class Comparison:
    """A review beside whom you like: what is the same for every one of them is asked of the tables once.

    For one act or one page: what changes afterwards is not seen.
    """

    def __init__(self, review: Review) -> None:
        self.review = review

    def conflicts_of(self, person: Person, role: str) -> list[Checked]:
        """All that the check finds between a person and a role on this review, those that bar first."""
        found = conflicts(role, self._candidate(person), self._case)
        return [Checked(one.ground, _in_words(one), one.bars) for one in found]

    def objections_to(self, person: Person, role: str) -> list[str]:
        """What bars the person from this role, as sentences."""
        return [one.words for one in self.conflicts_of(person, role) if one.bars]

    def _candidate(self, person: Person) -> Candidate:
        """As the records know the person, but for what they hold on this very review."""
        return Candidate(
            person=person.username,
            works_for=frozenset(agency for who, agency, _ in self._lines if who == person.username),
            line=line_of(person.username, [(who, to) for who, _, to in self._lines if to is not None]),
            admitted=self._admitted.get(person.pk, frozenset()),
            declared=self._declared.get(person.pk, ""),
            earlier=_earlier(self.review, person),
        )

    @cached_property
    def _children(self) -> frozenset[str]:
        return _children_of([self.review])[self.review.pk]

    @cached_property
    def _of_same_child(self) -> list[int]:
        """The keys of reviews opened no later, of which a child is one of this review's."""
        if not self._children:
            return []
        earlier = Review.objects.filter(opened_on__lte=self.review.opened_on, commission__isnull=False)
        found = _children_of(list(earlier.exclude(pk=self.review.pk)))
        return [key for key, names in found.items() if names & self._children]

    @cached_property
    def _case(self) -> Case:
        """The agencies asked, who was part of the case as far as is said, and the children notified."""
        asked = AgencyAsked.objects.filter(review=self.review, withdrawn_at=None)
        about = [self.review.pk, *self._of_same_child]
        seated = Seat.objects.filter(review__in=about, role="practitioner")
        named = Participant.objects.filter(review__in=about, withdrawn_at=None).exclude(person=None)
        took = [who for rows in (seated, named) for who in rows.values_list("person__username", flat=True)]
        agencies = frozenset(asked.values_list("agency__slug", flat=True))
        return Case(agencies=agencies, took_part=frozenset(took), children=self._children)

    @cached_property
    def _lines(self) -> list[tuple[str, str, str | None]]:
        """Who works for which agency and answers to whom, by usernames and slug."""
        lines = WorkingLine.objects.filter(withdrawn_at=None).filter(_since(self.review))
        return list(lines.values_list("person__username", "agency__slug", "answers_to__username"))

    @cached_property
    def _admitted(self) -> dict[int, frozenset[Ground]]:
        found: dict[int, frozenset[Ground]] = {}
        declarations = Declaration.objects.filter(seat__review=self.review, withdrawn_at=None)
        for said in declarations.select_related("seat"):
            noes = {Ground.LINE: said.no_line, Ground.PART: said.no_part, Ground.EMPLOYED: said.not_employed}
            said_no = {ground for ground, is_free in noes.items() if not is_free}
            found[said.seat.person_id] = found.get(said.seat.person_id, frozenset()) | said_no
        return found

    @cached_property
    def _declared(self) -> dict[int, str]:
        """By person, the last earlier review of the same child on which their conflict still stands."""
        if not self._of_same_child:
            return {}
        said = Seat.objects.filter(conflict_declared_at__isnull=False, review__in=self._of_same_child)
        said = said.exclude(conflict_with__startswith=BY_CHECK).select_related("review").order_by("pk")
        return {one.person_id: _called(one.review) for one in said}


def objections_to(review: Review, person: Person, role: str) -> list[str]:
    """What bars one person from this role, as sentences. For several people ask one Comparison."""
    return Comparison(review).objections_to(person, role)


def _since(review: Review) -> Q:
    """Whoever left before the period under review began is no longer near to it."""
    commission = Commission.objects.filter(review=review).first()
    if commission is None:
        return Q()
    return Q(to_on=None) | Q(to_on__gte=commission.period_from)


def _earlier(review: Review, person: Person) -> tuple[EarlierSeat, ...]:
    """Seats on reviews that were opened no later than this one, ended ones too."""
    seats = Seat.objects.filter(person=person, review__opened_on__lte=review.opened_on)
    seats = seats.exclude(review=review).exclude(role__in=NO_WORK_ON_THE_CASE)
    held = list(seats.select_related("review", "agency"))
    if not held:
        return ()
    reviews = list({one.review_id: one.review for one in held}.values())
    children, agencies = _children_of(reviews), _agencies_of(reviews)
    return tuple(
        EarlierSeat(
            review=_called(one.review),
            role=one.role,
            sat_for=one.agency.slug if one.agency else "",
            agencies=agencies[one.review_id],
            children=children[one.review_id],
        )
        for one in held
    )


def _called(review: Review) -> str:
    """By its number alone: whoever weighs it may have no seat there, and its title is not theirs to read."""
    return f"review {review.written_number}"


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
