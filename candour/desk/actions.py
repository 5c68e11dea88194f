"""What administrators and people themselves do about accounts, posts and organisations."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone
from django.utils.text import slugify

from candour.domain.access import ROLES, Can, Scope
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, OrganisationKind, Person, Post

HELD_AT: Mapping[Scope, frozenset[str]] = {
    Scope.BOARD: frozenset({OrganisationKind.BOARD}),
    Scope.NATION: frozenset({OrganisationKind.NATIONAL}),
    Scope.INSTALLATION: frozenset({OrganisationKind.BOARD, OrganisationKind.NATIONAL}),
    Scope.REVIEW: frozenset(),
}
"""The kinds of organisation at which a role of each scope is held."""


def choose_password(*, by: Person, password: str) -> Person:
    """Set one's own password. The one-time link that led here ends with it."""
    with act("chose_password", by=by, on=by, needs=Can.KEEP_OWN_ACCOUNT):
        by.set_password(password)
        by.save(update_fields=["password"])
    return by


def invite_person(*, by: Person, organisation: Organisation, username: str, name: str) -> Person:
    """Make an account without a password. A one-time link, told by other means, lets its owner choose one."""
    with act("invited_person", by=by, on=organisation, needs=Can.ADMINISTER, why=username) as doing:
        person: Person = doing.made(Person.objects.create_user(username, name=name))
    return person


def give_post(*, by: Person, person: Person, organisation: Organisation, role: str) -> Post:
    """Give somebody a role where it is held. Raises Trouble for a board's role elsewhere, and the like."""
    with act(
        "gave_post", by=by, on=organisation, needs=Can.ADMINISTER, why=f"{person.username}: {role}"
    ) as doing:
        if organisation.kind not in HELD_AT[ROLES[role].scope]:
            raise Trouble(
                f"{ROLES[role].title} is no role at {organisation}.",
                do="Choose a role of a board for a board, and one of the national body for that.",
            )
        post: Post = doing.made(
            Post.objects.create(
                person=person,
                organisation=organisation,
                role=role,
                given_at=timezone.now(),
                given_by=by.username,
            )
        )
    return post


def end_post(*, by: Person, post: Post, why: str) -> Post:
    """End a post. It stays in the record, with its dates."""
    with act("ended_post", by=by, on=post.organisation, needs=Can.ADMINISTER, why=why) as doing:
        doing.made(post)
        post.end(by=by.username, at=timezone.now())
    return post


def add_organisation(
    *,
    by: Person,
    on: Organisation,
    name: str,
    kind: OrganisationKind,
    board: Organisation | None = None,
    agency_kind: str = "",
) -> Organisation:
    """Add a board, an agency of a board's area, or the national body. `on` is the board of who adds it."""
    with act("added_organisation", by=by, on=on, needs=Can.ADMINISTER, why=name) as doing:
        added: Organisation = doing.made(
            Organisation.objects.create(
                name=name, slug=slugify(name)[:80], kind=kind, board=board, agency_kind=agency_kind
            )
        )
    return added
