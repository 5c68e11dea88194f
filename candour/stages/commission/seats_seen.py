"""Who sits on a review: each seat with its declaration, what the check finds, and what it waits for."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate

from candour.domain.access import ROLES, Can
from candour.domain.access.conflicts import BARS, Ground
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.people.models import Person, Post
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.conflicts_found import BY_CHECK, Checked, Comparison
from candour.stages.commission.models import Declaration

SEATS_OF_POSTS = {"board_manager": "manager", "board_chair": "chair"}
"""The seats that a board's post-holders have on each of its reviews from the start."""
BY_POST = frozenset(SEATS_OF_POSTS.values())
"""They sit by their post; a declaration is theirs to give, and nobody waits for it."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One seat. `found` bars it; `weighed` is what people are to weigh."""

    seat: Seat
    declaration: Declaration | None
    found: tuple[Checked, ...]
    to_weigh: tuple[Checked, ...]

    @property
    def asked(self) -> bool:
        """Whether a declaration is asked of this role."""
        return self.seat.role in BARS and self.seat.role not in BY_POST

    @property
    def waits(self) -> bool:
        return self.asked and self.declaration is None and self.seat.conflict_declared_at is None

    @property
    def closed_words(self) -> str:
        by_check = self.seat.conflict_with.startswith(BY_CHECK)
        return "Conflict found" if by_check else "Conflict declared"

    @property
    def said(self) -> str:
        """The declaration in one sentence."""
        if self.declaration is None:
            return ""
        said = {
            "in the line of nobody who was part of the case": self.declaration.no_line,
            "no part in the case": self.declaration.no_part,
            "works for no agency asked": self.declaration.not_employed,
        }
        return "; ".join(words if yes else f"not: {words}" for words, yes in said.items()) + "."


def sitting(review: Review) -> list[Sitting]:
    """In the order in which roles are listed, then by name."""
    order = list(ROLES)
    seats = Seat.objects.current().filter(review=review).select_related("person", "agency", "review")
    declared = Declaration.objects.filter(seat__in=seats, withdrawn_at=None)
    by_seat = {one.seat_id: one for one in declared}
    beside = Comparison(review)
    found = [_one(seat, by_seat.get(seat.pk), beside) for seat in seats]
    return sorted(found, key=lambda one: (order.index(one.seat.role), one.seat.person.name))


def _one(seat: Seat, declaration: Declaration | None, beside: Comparison) -> Sitting:
    checked = beside.conflicts_of(seat.person, seat.role)
    weighed = declaration is not None and declaration.weighed_at is not None
    return Sitting(
        seat,
        declaration,
        tuple(one for one in checked if one.bars and one.ground is not Ground.DECLARED),
        () if weighed else tuple(one for one in checked if not one.bars),
    )


@dataclass(frozen=True, slots=True)
class KeptOut:
    """One who would sit by their post at the board, and stands too near. `filled`: somebody else sits."""

    person: Person
    role_title: str
    words: str
    filled: bool


def sit_by_post(review: Review) -> list[Post]:
    """The posts whose holders sit on the board's reviews: people, and no other installation."""
    posts = Post.objects.current().filter(organisation=review.board, role__in=SEATS_OF_POSTS)
    return list(posts.filter(person__installation_of=None).select_related("person"))


def kept_out(review: Review) -> list[KeptOut]:
    """The board's chair and managers who have no such seat on the review, because a conflict wins."""
    seats = Seat.objects.current().filter(review=review, role__in=BY_POST)
    held = {(one.person_id, one.role) for one in seats}
    open_roles = {one.role for one in seats if one.conflict_declared_at is None}
    beside, found = Comparison(review), []
    for post in sit_by_post(review):
        role = SEATS_OF_POSTS[post.role]
        if (post.person_id, role) in held:
            continue
        if words := beside.objections_to(post.person, role):
            found.append(KeptOut(post.person, ROLES[role].title, " ".join(words), role in open_roles))
    return found


def ended_seats(review: Review) -> list[tuple[Seat, str]]:
    """Each with its line; the undo of a seat that the person was given anew would say no."""
    seats = review.seats.exclude(ended_at=None).select_related("person", "agency")
    return [
        (one, f"{one.person}, {one.role_title}: ended {spoken_day(localdate(one.ended_at))}.")
        for one in seats
    ]


def lines_at(review: Review, viewer: Person) -> str:
    """The page of where people work, for those who keep it at this board."""
    if not may(viewer, Can.COMMISSION, review.board):
        return ""
    return reverse("commission:working-lines", args=[review.board.slug])
