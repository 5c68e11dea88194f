"""Which days of a chronology are looked at, how near, whose, and as known to whom: as an address says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from candour.domain.chronology.chosen import Chosen
from candour.domain.chronology.entry import Entry
from candour.domain.timeline import Zoom, finest_zoom, window_at
from candour.domain.timeline.zoom import FINEST_FIRST, most_days
from candour.kernel.reviews.models import Review

WIDTH = 1120.0
FIRST_YEAR, LAST_YEAR = 1900, 2199
NEIGHBOURHOOD = timedelta(days=45)
AROUND = {Zoom.YEARS: 180, Zoom.MONTHS: 30, Zoom.WEEKS: 3, Zoom.DAYS: 0}
"""Days shown on each side of a column that somebody chose to look at more nearly."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days, both inclusive. Without an agency all of them are looked at."""

    review: Review
    start: date
    end: date
    zoom: Zoom
    agency: str = ""
    entry: str = ""
    episode: int | None = None
    page: int = 0
    """Of the table; 0 is the first, or the one on which the chosen entry stands."""
    only_table: bool = False
    person: str = ""
    kind: str = ""
    words: str = ""
    under: str = ""
    """A line of enquiry or a theme."""
    lanes: str = ""
    """`people` or `theme`; one an agency where nothing is said."""
    known: str = ""
    """The agency through whose eyes it is looked at."""
    on: date | None = None
    """By the end of which day; the last of the window where none is given."""

    @property
    def chosen(self) -> Chosen:
        return Chosen(self.agency, self.person, self.kind, self.words, self.under)

    @property
    def known_on(self) -> date:
        return self.on or self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def query(self) -> str:
        """All of it, so that a link or a print shows the same again."""
        said: dict[str, object] = {"from": self.start, "to": self.end, "zoom": self.zoom}
        more = {"agency": self.agency, "person": self.person, "kind": self.kind, "words": self.words}
        more |= {"under": self.under, "lanes": self.lanes, "known": self.known}
        more |= {"on": str(self.known_on) if self.known else "", "entry": self.entry}
        more |= {"episode": str(self.episode or "")}
        said |= {name: value for name, value in more.items() if value}
        said |= {"page": self.page} if self.page else {}
        said |= {"only": "table"} if self.only_table else {}
        return urlencode(said)

    @property
    def href(self) -> str:
        return f"{reverse('chronology:chronology', args=[self.review.in_address])}?{self.query}"

    def between(self, start: date, end: date, zoom: Zoom | None = None) -> Window:
        """Other days; as near as they can be shown where no level is asked for."""
        nearest = finest_zoom((end - start).days + 1, WIDTH)
        return replace(self, start=start, end=end, zoom=zoom or nearest, page=0)

    def nearer(self, first: date, last: date) -> Window:
        """The next level, around the days of one column."""
        pad = timedelta(days=AROUND[self.zoom])
        finer = FINEST_FIRST[max(FINEST_FIRST.index(self.zoom) - 1, 0)]
        return self.between(first - pad, last + pad, finer)

    def at(self, zoom: Zoom, whole: tuple[date, date]) -> Window:
        """The same place at another level; further off, as much around it as there is room for."""
        if FINEST_FIRST.index(zoom) <= FINEST_FIRST.index(self.zoom):
            return self.between(*window_at(zoom, self.start, self.end, WIDTH), zoom)
        first, last = min(whole[0], self.start), max(whole[1], self.end)
        most = most_days(zoom, WIDTH)
        if most is not None and (last - first).days + 1 > most:
            middle = self.start + (self.end - self.start) / 2
            first = min(max(middle - timedelta(days=most // 2), first), last - timedelta(days=most - 1))
            last = first + timedelta(days=most - 1)
        return self.between(first, last, zoom)

    def without_filters(self) -> Window:
        return replace(self, agency="", person="", kind="", words="", under="", page=0)

    def moved(self, by: int) -> Window:
        """So many windows earlier (below 0) or later."""
        days = timedelta(days=self.days * by)
        return replace(self, start=self.start + days, end=self.end + days, page=0)


def period_of(review: Review, entries: Sequence[Entry]) -> tuple[date, date] | None:
    """The period of the review; that of the entries where none was set; None where there is neither."""
    commission = getattr(review, "commission", None)
    return (commission.period_from, commission.period_to) if commission else span_of(entries)


def span_of(entries: Sequence[Entry]) -> tuple[date, date] | None:
    """From the first day of any entry to the last."""
    first = [at.date() for one in entries if (at := one.when.earliest or one.when.latest)]
    last = [at.date() for one in entries if (at := one.when.latest or one.when.earliest)]
    return (min(first), max(last)) if first and last else None


def around(review: Review, entry: Entry) -> Window:
    """Some weeks on each side of an entry, which is chosen."""
    at = entry.when.earliest or entry.when.latest
    assert at is not None  # entries are placed
    start, end = at.date() - NEIGHBOURHOOD, at.date() + NEIGHBOURHOOD
    return Window(review, start, end, finest_zoom((end - start).days + 1, WIDTH), entry=entry.id)
