"""The first rows of an installation: its board, and the administrator who lets everybody else in."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify

from candour.desk.usernames import free_username
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.audit.sealing import append
from candour.kernel.people.models import Organisation, OrganisationKind, Person, Post

INSTALLER = "candour init"


def _check(row: Model) -> None:
    """Raises Trouble, in the database's own words, for a name that it could not keep."""
    try:
        row.full_clean()
    except ValidationError as error:
        field, words = next(iter(error.message_dict.items()))
        raise Trouble(f"The {field} cannot be used: {words[0]}", do="Choose another.") from None


def found_installation(*, board: str, username: str, name: str) -> Person:
    """Make the first board and the first administrator, who has no password yet.

    Nobody is there to act, so this is no action: it runs once, on an empty database, and its line
    in the record says that the installer did it. Raises Trouble where people are there already.
    """
    with transaction.atomic(durable=True):
        if Person.objects.exists():
            raise Trouble("This installation has people already.", do="Ask its administrator for a link.")
        first = Organisation(name=board, slug=slugify(board)[:80] or "board", kind=OrganisationKind.BOARD)
        person = Person(username=free_username(username), name=name)
        person.set_unusable_password()
        for row in (first, person):
            _check(row)
            row.save()
        Post.objects.create(
            person=person,
            organisation=first,
            role="administrator",
            given_at=timezone.now(),
            given_by=INSTALLER,
        )
        append(
            Line(
                at=timezone.now(),
                who=INSTALLER,
                did="founded_installation",
                thing=f"people.person:{person.pk}",
                room=board,
                allowed=True,
            )
        )
    return person
