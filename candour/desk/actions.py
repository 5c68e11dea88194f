"""What administrators and people themselves do about accounts, posts and organisations."""

from __future__ import annotations

from django.utils import timezone
from django.utils.text import slugify

from candour.domain.access import Can
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, OrganisationKind, Person, Post


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
    """Give somebody a role at a board or the national body."""
    with act(
        "gave_post", by=by, on=organisation, needs=Can.ADMINISTER, why=f"{person.username}: {role}"
    ) as doing:
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
