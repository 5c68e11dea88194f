"""What an agency could see by a day, and apart from it what stood elsewhere or came later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from candour.domain.chronology.entry import Entry as Told
from candour.domain.knowledge import CannotSay, Knowing, Knowledge
from candour.domain.timeline import Lane, lanes_of
from candour.files.pictures.knew import tunnel_svg
from candour.files.pictures.knowledge_rows import Known, Standing
from candour.stages.analysis.models import Episode
from candour.stages.chronology.reads import chronology_of, kinds_of

MOST_DRAWN = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry that had reached the agency by the day, or may have."""

    told: Told
    lane: Lane
    since: date
    surely: date | None
    standing: Standing
    why: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Held:
    """An entry that had not: whose it is, and for how many days it had been held on that day."""

    told: Told
    lane: Lane
    why: str
    days: int | None = None
    since: date | None = None
    chosen: bool = True


class Tunnel:
    """One episode's view. What lies behind the fence is worked out apart, and only counted until it opens."""

    def __init__(self, episode: Episode) -> None:
        self.episode, self.on, self.agency = episode, episode.seen_on, episode.agency.name
        chronology = chronology_of(episode.review)
        self._chosen = set(episode.entries.filter(withdrawn_at=None).values_list("key", flat=True))
        self._entries = {one.id: one for one in chronology.entries}
        self._knowledge = Knowledge(chronology)
        lanes = lanes_of(chronology, kinds_of([*chronology.agencies, self.agency]))
        self.lanes: Mapping[str, Lane] = {lane.agency: lane for lane in lanes}

    @cached_property
    def _known(self) -> tuple[Knowing | CannotSay, ...]:
        return self._knowledge.known_to(self.agency, self.on).held

    @cached_property
    def seen(self) -> tuple[Seen, ...]:
        """What reached them in the episode's days, chosen or not, and what was chosen from before."""
        rows = [self._seen(one) for one in self._known]
        own = [one for one in rows if one.chosen or one.since >= self.episode.starts_on]
        return tuple(sorted(own, key=lambda one: one.since))

    @property
    def drawn(self) -> tuple[Seen, ...]:
        """The rows of the picture: all of them, or where they are too many those that were chosen."""
        return self.seen if len(self.seen) <= MOST_DRAWN else tuple(o for o in self.seen if o.chosen)

    @property
    def before(self) -> int:
        """How many more entries they held from before the episode."""
        return len(self._known) - len(self.seen)

    @cached_property
    def elsewhere(self) -> tuple[Held, ...]:
        """Held by others by that day, and by no return known to them: chosen, or of the episode's days."""
        return tuple(sorted(self._elsewhere(), key=lambda one: (one.since or date.min, one.told.id)))

    @cached_property
    def later(self) -> tuple[Held, ...]:
        """Chosen entries that they could not see by that day and that nobody surely held either."""
        met = {one.entry.id for one in self._known} | {one.told.id for one in self.elsewhere}
        return tuple(
            Held(one, self.lanes[one.agency], "After the day of the view, or not surely held by then.")
            for one in self._entries.values()
            if one.id in self._chosen and one.id not in met
        )

    @property
    def fenced(self) -> int:
        return len(self.elsewhere) + len(self.later)

    @property
    def holders(self) -> list[Lane]:
        """Whose entries are behind the fence: their names may stand before it, their words may not."""
        held = {one.lane.agency for one in (*self.elsewhere, *self.later)}
        return [lane for name, lane in self.lanes.items() if name in held]

    @property
    def picture(self) -> str:
        rows = [
            Known(
                one.told.event,
                one.lane.kind,
                one.since,
                one.surely,
                one.standing,
                nth=one.lane.nth,
                href=f"#{one.told.id}",
            )
            for one in self.drawn
        ]
        first = min([self.episode.starts_on, *(one.since for one in self.drawn)])
        says = f"By the end of the day {self.agency} could see {len(self.seen)} entries of these days."
        return tunnel_svg(
            rows, self.on, first=first, last=self.episode.ends_on, fenced=self.fenced, says=says
        )

    def _seen(self, one: Knowing | CannotSay) -> Seen:
        since = one.since if isinstance(one, Knowing) else one.heard[0].since
        told = self._entries[one.entry.id]
        certainty = Standing(one.certainty) if isinstance(one, Knowing) else Standing.CANNOT_SAY
        latest = since.latest.date() if since.latest else None
        return Seen(
            told=told,
            lane=self.lanes[told.agency],
            since=since.earliest.date() if since.earliest else min(latest or self.on, self.on),
            surely=latest if latest and latest <= self.on else None,
            standing=certainty,
            why=one.why,
            chosen=told.id in self._chosen,
        )

    def _elsewhere(self) -> Iterator[Held]:
        for lane in self.lanes.values():
            if lane.agency == self.agency:
                continue
            lacked = self._knowledge.lacked_by(lane.agency, self.agency, self.on)
            held = [(one, lacked.why_lacked(one)) for one in lacked.entries]
            # That the event happened they knew; the words of others stood elsewhere all the same.
            held += [(one.held, one.why) for one in lacked.of_known_events]
            for one, why in held:
                own = one.entry.agency == lane.agency
                if own and (one.entry.id in self._chosen or self._of_these_days(one.entry)):
                    since = one.since.latest.date() if one.since.latest else None
                    days = (self.on - since).days if since else None
                    chosen = one.entry.id in self._chosen
                    yield Held(one.entry, lane, why, days, since, chosen)

    def _of_these_days(self, entry: Told) -> bool:
        last = entry.when.latest or entry.when.earliest
        return last is not None and last.date() >= self.episode.starts_on
