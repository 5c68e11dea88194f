"""Lines of the record, and the head of the chain that the next line is sealed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from candour.domain.access import Can, Scope
from candour.kernel.people.models import Post

if TYPE_CHECKING:
    from candour.kernel.people.models import Person


class LineRows(models.QuerySet["Line"]):
    def visible_to(self, viewer: Person) -> Self:
        """The whole record, for those who may verify it."""
        verifies = Post.objects.held_by(viewer).with_power(Can.VERIFY_AUDIT, Scope.INSTALLATION)
        return self.all() if verifies.exists() else self.none()


class Line(models.Model):
    """One thing done, refused or read. No foreign keys: it can outlive anything."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    who = models.CharField(max_length=60)
    did = models.CharField(max_length=60)
    thing = models.CharField(max_length=120)
    room = models.CharField(max_length=200)
    allowed = models.BooleanField()
    why = models.TextField(blank=True)
    seal = models.CharField(max_length=64)

    objects = LineRows.as_manager()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number}: {self.who} {self.did} {self.thing}"


class Head(models.Model):
    """The last number and seal. One row; whoever adds a line locks it first, so that no two lines fork."""

    number = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, default="")

    objects = LineRows.as_manager()

    class Meta:
        constraints = (models.CheckConstraint(name="audit_has_one_head", condition=models.Q(pk=1)),)

    def __str__(self) -> str:
        return f"{self.number} {self.seal}"
