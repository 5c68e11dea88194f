"""One question, asked of one thing: the same answer that `visible_to` gives in SQL for many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from candour.domain.access import ROLES, Can, Scope, Verdict, decide
from candour.domain.access import may as may_with
from candour.kernel.people.models import Organisation, Person, Post
from candour.kernel.reviews.models import Review, Seat


def may(person: Person, can: Can, thing: Model) -> Verdict:
    """Whether the person has the power over the thing: a review, a board, or a row of either."""
    if not person.is_active:
        return decide("This account is no longer in use.")
    if isinstance(thing, Person):
        return _on_account(person, can, thing)
    room = thing if isinstance(thing, Organisation) else thing.room  # type: ignore[attr-defined]  # Review, InReview and OfBoard all have one
    if isinstance(room, Review):
        return _on_review(person, can, thing, room)
    return _at_board(person, can, thing, room)


def may_anywhere(person: Person, can: Can) -> Verdict:
    """Whether some post over the installation gives the power: for commands about the whole of it."""
    return may_with(can, roles=_over_installation(person))


def _on_account(person: Person, can: Can, account: Person) -> Verdict:
    if can is Can.KEEP_OWN_ACCOUNT:
        return decide(None if person == account else "This is somebody else's account.")
    return may_with(can, roles=_over_installation(person))


def _over_installation(person: Person) -> list[str]:
    return _of_scope(Post.objects.held_by(person), Scope.INSTALLATION)


def _on_review(person: Person, can: Can, thing: Model, review: Review) -> Verdict:
    seats = list(Seat.objects.current().filter(person=person, review=review))
    agency = _agency_of(thing)
    own = [
        seat.role
        for seat in seats
        # On the review itself, or on what belongs to no agency, nobody's own power is enough for
        # a thing; the review as a place is open to whoever may see some part of it.
        if isinstance(thing, Review) or (agency is not None and seat.agency_id == agency)
    ]
    return may_with(
        can,
        roles=[seat.role for seat in seats],
        own=own,
        conflicted=any(seat.conflict_declared_at for seat in seats),
    )


def _at_board(person: Person, can: Can, thing: Model, board: Organisation) -> Verdict:
    posts = list(Post.objects.held_by(person))
    here = [post for post in posts if post.organisation_id == board.pk]
    roles = _of_scope(posts, Scope.INSTALLATION)
    roles += _of_scope(here, Scope.BOARD)
    if thing == board:  # the national body as a place, for its own
        roles += _of_scope(here, Scope.NATION)
    elif (national := _of_scope(posts, Scope.NATION)) and _told_to_nation(thing):
        roles += national
    return may_with(can, roles=roles)


def _of_scope(posts: Iterable[Post], scope: Scope) -> list[str]:
    return [post.role for post in posts if ROLES[post.role].scope is scope]


def _told_to_nation(thing: Model) -> bool:
    when: dict[str, Any] | None = getattr(type(thing), "NATIONAL_WHEN", None)
    if when is None:
        return False
    return type(thing)._default_manager.filter(pk=thing.pk, **when).exists()


def _agency_of(thing: Model) -> int | None:
    path: str | None = getattr(type(thing), "AGENCY", None)
    if path is None:
        return None
    found: Any = thing
    for step in path.split("__"):
        found = getattr(found, step) if found is not None else None
    return found.pk if isinstance(found, Model) else found
