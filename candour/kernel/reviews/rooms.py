"""Each review is a locked room: which rows in it a seat opens, in SQL, the same for every table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from candour.domain.access import Can, roles_with, roles_with_own

if TYPE_CHECKING:
    from candour.kernel.people.models import Person
    from candour.kernel.reviews.models import Review


def done_by_somebody(when: str, who: str) -> Q:
    """A deed has its day and its doer, or neither."""
    return Q(**{f"{when}__isnull": True, who: ""}) | (Q(**{f"{when}__isnull": False}) & ~Q(**{who: ""}))


class InReviewRows(models.QuerySet[Any]):
    def visible_to(self, viewer: Person) -> Self:
        """Rows of reviews where a seat has the power, and those of the seat's own agency where it says so."""
        model = self.model
        seats = apps.get_model("reviews", "Seat").objects.held_by(viewer)
        of_all = seats.filter(role__in=roles_with(model.SEEN_WITH)).values("review")
        rows = Q(**{f"{model.ROOM}__in": of_all})
        if model.AGENCY is not None:
            own = seats.filter(
                role__in=roles_with_own(model.SEEN_WITH),
                review=OuterRef(model.ROOM),
                agency=OuterRef(model.AGENCY),
            )
            rows |= Q(Exists(own))
        return self.filter(rows)


class InReview(models.Model):
    """A row that lies in one review's room."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW
    ROOM: ClassVar[str] = "review"
    """The lookups that lead from this table to its review."""
    AGENCY: ClassVar[str | None] = None
    """The lookups that lead to the agency it belongs to, where it belongs to one."""

    objects = InReviewRows.as_manager()

    class Meta:
        abstract = True

    @property
    def room(self) -> Review:
        thing: Any = self
        for step in type(self).ROOM.split("__"):
            thing = getattr(thing, step)
        found: Review = thing
        return found


class Versioned(models.Model):
    """A row that two people may edit at once: whoever saves second is shown what the first one saved."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
