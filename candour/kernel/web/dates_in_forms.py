"""One box for a date, read as people write it; a reading that is not certain is a question, not a guess."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from candour.domain.moments import Context, Fate, Moment, Precision, from_edtf, read
from candour.domain.moments.spoken import spoken


class MomentField(forms.CharField):
    """A date of any precision. Its value is a Moment; what cannot be placed is asked about."""

    def __init__(self, *, year: int | None = None, **rest: Any) -> None:
        self.context = Context(year=year) if year else Context()
        super().__init__(**{"max_length": 120, **rest})

    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        if not words:
            return None
        moment = read(words, self.context)
        if moment.fate is not Fate.PLACED:
            raise forms.ValidationError(_asks(moment))
        return moment


class DayField(MomentField):
    """A date that must be one day. Its value is a `date`."""

    def clean(self, value: Any) -> date | None:
        moment = super().clean(value)
        if moment is None:
            return None
        if moment.precision not in {Precision.DAY, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY}:
            raise forms.ValidationError(
                f"“{moment.text}” is not one day. Give the day, such as 14 July 2014."
            )
        day: date = moment.earliest.date()
        return day


def _asks(moment: Moment) -> str:
    said = moment.refused or "This cannot be read as a date."
    if readings := [said_so for one in moment.readings if (said_so := _as_words(one))]:
        return f"{said} It could be {' or '.join(readings)}. Say which."
    return f"{said} Write it as 14 July 2014, or July 2014."


def _as_words(reading: str) -> str:
    """Nothing for what nobody could choose: "5 March" of no year, a year in which no review lived.

    Nor for "one of these", which stands among the readings too: in words it only says the others again.
    """
    if reading.startswith("["):
        return ""
    try:
        return spoken(from_edtf(reading))
    except ValueError:
        return ""
