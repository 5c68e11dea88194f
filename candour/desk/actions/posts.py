"""Posts: a role is given at a board, at the national body or over the installation, and ended."""

from __future__ import annotations

from django.utils import timezone

from candour.desk.administrators import others_remain
from candour.desk.roles_held import fits
from candour.domain.access import ROLES, Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person, Post


def give_post(*, by: Person, person: Person, organisation: Organisation, role: str) -> Post:
    """Give somebody a role where it is held. Raises Trouble for a board's role elsewhere, and the like."""
    with act(
        "gave_post", by=by, on=organisation, needs=Can.ADMINISTER, why=f"{person.username}: {role}"
    ) as doing:
        fits(role, organisation)
        if Post.objects.filter(person=person, organisation=organisation, role=role, ended_at=None).exists():
            raise Trouble(
                f"{person} is {ROLES[role].title} at {organisation} already.",
                do="Choose another role, or another organisation.",
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
    """End a post. It stays in the record, with its dates.

    Raises Trouble where it has ended, and where nobody who administers would remain.
    """
    with act("ended_post", by=by, on=post.organisation, needs=Can.ADMINISTER, why=why) as doing:
        doing.made(post)
        if post.ended_at is not None:
            raise Trouble("This post has ended.", do="Nothing is left to end.")
        if post.role == "administrator":
            others_remain(post.person, besides=post)
        post.end(by=by.username, at=timezone.now())
    return post
