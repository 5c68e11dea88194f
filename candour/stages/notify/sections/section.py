"""What the form of every section has in common: it starts from what was told and gives what is told now."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clashing import VersionedForm
from candour.stages.notify.models import Notification
from candour.stages.notify.told import Told


class Section(VersionedForm):
    """One section. `told_now` is what the whole notification says once the form is valid."""

    TITLE: ClassVar[str] = ""
    SENTENCE: ClassVar[str] = ""
    rows: Any = None
    """The formset of a section that has rows."""

    def __init__(self, data: Any = None, *, notification: Notification, told: Told) -> None:
        self.notification, self.told = notification, told
        super().__init__(data, initial={**self.initial_of(told), "version": notification.version})

    @classmethod
    def said(cls, told: Told) -> bool:
        """Whether anything is said in it yet."""
        raise NotImplementedError

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        """The fields as they stand, with days written out."""
        raise NotImplementedError

    def told_now(self) -> Told:
        raise NotImplementedError

    @property
    def regime(self) -> str | None:
        """The law, where the section asks for it."""
        return None


def written(day: date | None) -> str:
    return spoken_day(day) if day else ""
