"""What an address asks to see, where it may ask for nothing: a page of files, a file, a view to be saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from candour.domain.chronology.entry import Entry
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts.linked import PATIENCE, Whole, whole_of
from candour.stages.chronology.seeing.address import form_of, window_in
from candour.stages.chronology.seeing.seen import see
from candour.stages.chronology.seeing.under import under_of
from candour.stages.chronology.seeing.windows import Window, period_of


@dataclass(frozen=True, slots=True)
class Asked:
    """`window` is None where all rows are asked for."""

    whole: Whole
    window: Window | None
    rows: Sequence[Entry]

    @property
    def says(self) -> str:
        """ "23 of 395 rows, 1 March 2014 to 30 June 2014."."""
        total = len(self.whole.chronology.entries)
        if self.window is None:
            return f"All {total:,} rows."
        days = f"{spoken_day(self.window.start)} to {spoken_day(self.window.end)}"
        return f"{len(self.rows):,} of {total:,} rows, {days}."


def seen_in(address: QueryDict, review: Review, *, patience: float | None = PATIENCE) -> Asked:
    """With `patience` None it waits for what is proposed however long it takes, as a file does."""
    whole = whole_of(review, patience=patience)
    entries = whole.chronology.entries
    usual = period_of(review, entries)
    if not address or usual is None:
        return Asked(whole, None, entries)
    under = under_of(review, entries)
    window = window_in(address, form_of(address, whole, under), review, usual)
    return Asked(whole, window, see(whole, window, under).rows)
