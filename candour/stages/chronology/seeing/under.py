"""Under which lines of enquiry and themes entries stand: by the agency's column, and by people's marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from candour.domain.chronology.chosen import lines_said
from candour.domain.chronology.entry import Entry
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Mark


@dataclass(frozen=True, slots=True)
class Under:
    """`lines` are the review's own, in its order; `themes` whatever else any entry stands under, by name."""

    by_entry: Mapping[str, tuple[str, ...]]
    lines: tuple[str, ...]
    themes: tuple[str, ...]

    def of(self, entry: Entry) -> tuple[str, ...]:
        return self.by_entry.get(entry.id, ())

    @property
    def any(self) -> bool:
        return bool(self.by_entry)


def lines_of_review(review: Review) -> tuple[str, ...]:
    """The lines of enquiry it was given when it was commissioned."""
    commission = getattr(review, "commission", None)
    return tuple(commission.lines_of_enquiry) if commission else ()


def themes_used(review: Review) -> list[str]:
    """Themes that entries of the review were marked with, by name."""
    marks = Mark.objects.filter(review=review, withdrawn_at=None, kind=Mark.Kind.THEME)
    return sorted(set(marks.values_list("words", flat=True)), key=str.casefold)


def under_of(review: Review, entries: Iterable[Entry]) -> Under:
    """For all entries of a review, in one question to the database."""
    lines = lines_of_review(review)
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if said := lines_said(entry, lines):
            found[entry.id] += said
    marks = Mark.objects.filter(review=review, withdrawn_at=None).order_by("pk")
    for key, words in marks.values_list("entry__key", "words"):
        if words not in found[key]:
            found[key].append(words)
    named = {words for several in found.values() for words in several}
    themes = tuple(sorted(named.difference(lines), key=str.casefold))
    return Under({key: tuple(words) for key, words in found.items()}, lines, themes)
