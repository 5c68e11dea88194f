"""What a post opens: the rows that belong to a board, for those who hold a role there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from candour.domain.access import Can, Scope, roles_with
from candour.domain.access.roles import ROLES

if TYPE_CHECKING:
    from candour.kernel.people.models import Organisation, Person


FROM_THE_START: dict[str, Any] = {"pk__isnull": False}
"""For a row that the national body sees from the day it is recorded. Empty lookups would add nothing."""


class PostRows(models.QuerySet[Any]):
    def current(self) -> Self:
        return self.filter(ended_at=None, person__is_active=True)

    def held_by(self, viewer: Person) -> Self:
        return self.current().filter(person=viewer)

    def with_power(self, can: Can, scope: Scope) -> Self:
        return self.filter(role__in=[word for word in roles_with(can) if ROLES[word].scope is scope])

    def visible_to(self, viewer: Person) -> Self:
        """One's own posts; all of them for an administrator."""
        if self.model.objects.held_by(viewer).with_power(Can.ADMINISTER, Scope.INSTALLATION).exists():
            return self.all()
        return self.filter(person=viewer)


def works_here(viewer: Person) -> bool:
    """Whether the viewer holds any post or seat now."""
    return any(held.exists() for held in _held_by(viewer))


def chooses_people(viewer: Person) -> bool:
    """Whether the viewer gives seats or posts somewhere, and so must see who there is."""
    gives = roles_with(Can.ADMINISTER) | roles_with(Can.COMMISSION) | roles_with(Can.MANAGE_SEATS)
    return any(held.filter(role__in=gives).exists() for held in _held_by(viewer))


def _held_by(viewer: Person) -> list[Any]:
    tables = (apps.get_model("people", "Post"), apps.get_model("reviews", "Seat"))
    return [table.objects.held_by(viewer) for table in tables]


class OfBoardRows(models.QuerySet[Any]):
    def visible_to(self, viewer: Person) -> Self:
        """Rows of the boards where a post has the power; for the national body, those it may see."""
        model = self.model
        posts = apps.get_model("people", "Post").objects.held_by(viewer)
        boards = posts.with_power(model.SEEN_WITH, Scope.BOARD).values("organisation")
        rows = Q(**{f"{model.ROOM}__in": boards})
        if model.NATIONAL_WHEN is not None and posts.with_power(model.SEEN_WITH, Scope.NATION).exists():
            rows |= Q(**model.NATIONAL_WHEN)
        return self.filter(rows)


class OfBoard(models.Model):
    """A row that belongs to a board and to no review."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_NOTIFICATIONS
    ROOM: ClassVar[str] = "board"
    """The lookups that lead from this table to its board."""
    AGENCY: ClassVar[str | None] = None
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = None
    """When the national body sees a row too: lookups that must hold. None: never."""

    objects = OfBoardRows.as_manager()

    class Meta:
        abstract = True

    @property
    def room(self) -> Organisation:
        thing: Any = self
        for step in type(self).ROOM.split("__"):
            thing = getattr(thing, step)
        found: Organisation = thing
        return found
