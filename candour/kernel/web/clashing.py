"""Two people save one thing: the second is shown what the first saved, and loses nothing typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model

from candour.kernel.audit.acting import Changed


class VersionedForm(forms.Form):
    """A form that carries the version it was read at.

    `clash` fills itself when somebody else saved first: (label, theirs) for each field that differs.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    clash: tuple[tuple[str, Any], ...] = ()

    def show_clash(self, changed: Changed, theirs: dict[str, Any]) -> None:
        """Keep what was typed, take the present version, and set beside it what the other saved."""
        self.clash = tuple(
            (str(self.fields[name].label or name), value)
            for name, value in theirs.items()
            if name in self.fields and str(self.data.get(self.add_prefix(name), "")) != str(value)
        )
        data = self.data.copy()
        data[self.add_prefix("version")] = str(version_of(changed.now))
        self.data = data
        self.add_error(
            None, "Somebody else saved this while you were writing. Both are shown: yours is still here."
        )


def version_of(thing: Model) -> int:
    version: int = thing.version  # type: ignore[attr-defined]  # rows of Versioned tables
    return version
