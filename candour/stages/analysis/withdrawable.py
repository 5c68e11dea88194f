"""What every row of the analysis can be: withdrawn, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from candour.kernel.people.models import Person


class Withdrawable(models.Model):
    """Nothing is deleted: what is withdrawn stays, with its day, its doer and the reason."""

    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        abstract = True

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None

    def mark_withdrawn(self, by: Person, why: str) -> tuple[str, ...]:
        """Say so on the row, which an action then saves: the names of the fields it changed."""
        self.withdrawn_at, self.withdrawn_by, self.withdrawn_why = timezone.now(), by.username, why
        return ("withdrawn_at", "withdrawn_by", "withdrawn_why")
