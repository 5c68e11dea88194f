"""Which row here a sender's own number means, from earlier files and from this one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import models

from candour.kernel.people.models import Organisation
from candour.stages.oversee.models import Received

M = TypeVar("M", bound=models.Model)


@dataclass(slots=True)
class References:
    """`new`: the sender's number, the table and the row, of what this file brought."""

    known: dict[str, tuple[str, int]]
    new: list[tuple[str, str, int]] = field(default_factory=list)

    @classmethod
    def of(cls, sender: Organisation) -> References:
        rows = Received.objects.filter(sender=sender)
        return cls({one.theirs: (one.table, one.row) for one in rows})

    def row(self, theirs: str, table: type[M]) -> M | None:
        """The row here, unless none came, or it was taken back since."""
        name, key = self.known.get(theirs, ("", 0))
        if name != table._meta.model_name:
            return None
        return table._default_manager.filter(pk=key).first()

    def keep(self, theirs: str, row: models.Model) -> None:
        name = str(row._meta.model_name)
        self.known[theirs] = (name, row.pk)
        self.new.append((theirs, name, row.pk))

    @contextmanager
    def all_or_none(self) -> Iterator[None]:
        """Whatever goes wrong inside, nothing of it is kept."""
        known, new = dict(self.known), list(self.new)
        try:
            yield
        except BaseException:
            self.known, self.new = known, new
            raise
