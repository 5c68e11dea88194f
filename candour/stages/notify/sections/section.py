"""What the form of every section has in common: it starts from what was told and gives what is told now."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clashing import VersionedForm
from candour.stages.notify.law_chosen import law_of
from candour.stages.notify.models import Notification
from candour.stages.notify.subject_words import said_of_subject
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
        self.said_of_its_subject(self)

    def of_its_subject(self, words: str) -> str:
        """Words written of a child, said of whom the law of the notification is about."""
        return said_of_subject(words, law_of(self.notification))

    def said_of_its_subject(self, form: Any) -> None:
        """A form's own labels and help, so said."""
        for field in form.fields.values():
            field.label = self.of_its_subject(field.label or "") or field.label
            field.help_text = self.of_its_subject(field.help_text)

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
