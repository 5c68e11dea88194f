"""A finding's thread as it stands today: its claim, its picture, and frozen words beside present ones."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from candour.domain.methods import load_method
from candour.domain.moments.spoken import spoken
from candour.domain.thread import (
    Carried,
    Claim,
    EpisodeOf,
    EventOf,
    FactorOf,
    Kind,
    Objection,
    Outside,
    Path,
    State,
    Thread,
    objections,
    paths,
    state_of,
    thread_of,
)
from candour.domain.thread import Node as Knot
from candour.domain.timeline import Lane
from candour.files.pictures.thread import thread_svg
from candour.files.pictures.thread_parts import Column, Link, Node, Support
from candour.stages.analysis.models import Evidence, Finding
from candour.stages.analysis.resting import words_of
from candour.stages.chronology.accounts.said import Among, events_about
from candour.stages.chronology.models import Event
from candour.stages.chronology.reads import lanes_of_review

_SUPPORT = {
    State.SAME: Support.AS_IT_WAS,
    State.CHANGED: Support.CHANGED,
    State.WITHDRAWN: Support.WITHDRAWN,
}
_HEADINGS = {
    Kind.FINDING: ("Finding", "findings"),
    Kind.FACTOR: ("Factors", "factors"),
    Kind.EPISODE: ("Episodes", "episodes"),
    Kind.ENTRY: ("Entries", "entries"),
    Kind.ROW: ("Rows in the agency’s file", "rows"),
    Kind.EVENT: ("Events", "events"),
}
_SAID = {
    State.SAME: "words unchanged",
    State.CHANGED: "words changed since",
    State.WITHDRAWN: "withdrawn since",
}
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Weighed:
    """One entry under a finding: its frozen words, its words now, and whether they are the same."""

    evidence: Evidence
    key: str
    agency: str
    when: str
    place: str
    now: str | None
    state: State
    among: Among | None = None
    """The confirmed event of which it is one account."""

    @property
    def title(self) -> str:
        return _short(self.evidence.words.split("\n")[0])


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding with everything beneath it, worked out once for its page."""

    finding: Finding
    claim: Claim
    weighed: tuple[Weighed, ...]
    thread: Thread
    paths: tuple[Path, ...]
    objections: tuple[Objection, ...]

    @property
    def by_key(self) -> dict[str, Weighed]:
        return {one.key: one for one in self.weighed}

    def count(self, state: str) -> int:
        return sum(one.state == state for one in self.weighed)


def standing_of(finding: Finding) -> Standing:
    evidence = _evidence(finding)
    about = events_about(finding.review, [one.entry.key for one in evidence])
    weighed = tuple(_weigh(one, about.get(one.entry.key)) for one in evidence)
    method = load_method(finding.review.method)
    claim = _claim(finding, weighed)
    thread = thread_of(claim)
    said = objections(claim, [rule.code for rule in method.rules])
    return Standing(finding, claim, weighed, thread, paths(thread), said)


def picture_of(standing: Standing, says: str) -> str:
    lanes = {lane.agency: lane for lane in lanes_of_review(standing.finding.review)}
    columns = [
        Column(heading, tuple(_node(node, standing, lanes) for node in standing.thread.of(kind)), counted)
        for kind, (heading, counted) in _HEADINGS.items()
        if kind is not Kind.EVENT or standing.thread.of(kind)
    ]
    links = [Link(one.source, one.target, _SUPPORT[one.state]) for one in standing.thread.links]
    return thread_svg(columns, links, says=says)


def _evidence(finding: Finding) -> list[Evidence]:
    chosen = finding.evidence.filter(withdrawn_at=None)
    return sorted(
        chosen.select_related("entry__in_return__paper", "entry__in_return__agency"),
        key=lambda one: (one.entry.earliest is None, one.entry.earliest, one.pk),
    )


def _weigh(one: Evidence, among: Among | None) -> Weighed:
    entry = one.entry
    now = None if entry.withdrawn_at else words_of(entry)
    part = f"{entry.part}, " if entry.part else ""
    return Weighed(
        evidence=one,
        key=entry.key,
        agency=entry.in_return.agency.name,
        when=spoken(entry.told.when),
        place=f"{entry.in_return.paper.name}, {part}row {entry.row}",
        now=now,
        state=state_of(one.sha256, now),
        among=among,
    )


def _claim(finding: Finding, weighed: tuple[Weighed, ...]) -> Claim:
    reach = [finding.answer("widespread"), finding.answer("prevalent")]
    return Claim(
        id=str(finding.number),
        headline=finding.headline,
        factors=tuple(
            FactorOf(str(one.pk), one.words, frozenset(str(e.number) for e in one.episodes.all()), one.stands)
            for one in finding.factors.prefetch_related("episodes")
        ),
        episodes=tuple(
            EpisodeOf(str(one.number), one.title, frozenset(e.key for e in one.entries.all()), one.stands)
            for one in finding.episodes.prefetch_related("entries")
        ),
        carried=tuple(Carried(one.key, one.agency, one.title, one.place, one.state) for one in weighed),
        events=_events(weighed),
        outside=_outside(finding),
        reach_has_source=all(one.get("source") or one.get("not_known") for one in reach),
        questions=tuple(finding.questions),
    )


def _events(weighed: tuple[Weighed, ...]) -> tuple[EventOf, ...]:
    """The confirmed events of which these are accounts."""
    entries: dict[Event, set[str]] = {}
    for one in weighed:
        if one.among is not None:
            entries.setdefault(one.among.event, set()).add(one.key)
    return tuple(EventOf(str(event.pk), str(event), frozenset(keys)) for event, keys in entries.items())


def _outside(finding: Finding) -> Outside:
    answer = finding.answer("underlying")
    if answer.get("not_known"):
        return Outside.NOT_KNOWN
    return Outside.SHOWN if answer.get("words") and answer.get("source") else Outside.MISSING


def _node(node: Knot, standing: Standing, lanes: dict[str, Lane]) -> Node:
    """A box of the picture: its words, its place on the page, and the mark of its agency."""
    number = standing.finding.review.in_address
    support = _SUPPORT[node.state]
    match node.kind:
        case Kind.FINDING:
            return Node(node.key, f"Finding {node.id}. {_short(node.label)}", support=support)
        case Kind.EPISODE:
            href = reverse("analysis:episode", args=[number, int(node.id)])
            return Node(node.key, f"Episode {node.id}: {node.label}", href=href, support=support)
        case Kind.ENTRY:
            one = standing.by_key[node.id]
            lane = lanes.get(one.agency)
            kind, nth = (lane.kind, lane.nth) if lane else (None, 1)
            return Node(node.key, one.title, one.when, f"#{one.key}", support, kind, nth)
        case Kind.ROW:
            return Node(node.key, node.label, _SAID[node.state], f"#{node.id}", support)
        case Kind.EVENT:
            href = reverse("chronology:event", args=[number, int(node.id)])
            return Node(node.key, _short(node.label), "confirmed", href, support)
        case _:
            return Node(node.key, node.label, support=support)


def _short(words: str) -> str:
    return words if len(words) <= _TITLE else f"{words[: _TITLE - 2].rstrip()} .."
