"""The thread of one finding: nodes in columns, and links with the state of what is beneath."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.thread.claim import Claim, EpisodeOf
from candour.domain.thread.words import State


class Kind(StrEnum):
    """What a node is; in the order of the columns."""

    FINDING = "finding"
    FACTOR = "factor"
    EPISODE = "episode"
    ENTRY = "entry"
    ROW = "row"
    EVENT = "event"
    """What several rows are accounts of, by a person's word."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of a thread. Kind and id together are its own."""

    kind: Kind
    id: str
    label: str
    state: State = State.SAME

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Link:
    """That one thing rests on another, both by key. `state` is that of the words beneath."""

    source: str
    target: str
    state: State = State.SAME


@dataclass(frozen=True, slots=True)
class Thread:
    """Everything a finding rests on. Laws: links run from a column to a later one; all hangs together."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    def of(self, kind: Kind) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.kind is kind)


def thread_of(claim: Claim) -> Thread:
    """The thread of a claim: finding, factors, episodes, entries, rows, and events of which rows tell.

    Nothing that is named is left out.
    A factor that was seen in none of the finding's episodes ends there. An episode that no factor leads
    to, and an entry in none of the episodes, hang from the finding itself.
    """
    top = Node(Kind.FINDING, claim.id, claim.headline)
    factors = [Node(Kind.FACTOR, one.id, one.title, _standing(one.stands)) for one in claim.factors]
    episodes = [Node(Kind.EPISODE, one.id, one.title, _standing(one.stands)) for one in claim.episodes]
    entries = [Node(Kind.ENTRY, one.id, one.title, one.state) for one in claim.carried]
    rows = [Node(Kind.ROW, one.id, one.place, one.state) for one in claim.carried]
    links = [Link(top.key, node.key, node.state) for node in factors]
    links += _to_episodes(claim, top)
    links += _to_entries(claim, top)
    links += [Link(entry.key, row.key, entry.state) for entry, row in zip(entries, rows, strict=True)]
    to_events = _to_events(claim)
    told = {link.target for link in to_events}
    events = [Node(Kind.EVENT, one.id, one.title) for one in claim.events]
    met = [node for node in events if node.key in told]
    return Thread((top, *factors, *episodes, *entries, *rows, *met), (*links, *to_events))


def weakest(states: Iterable[State]) -> State:
    """The state of several: withdrawn if all are, changed if any is no longer the same."""
    found = set(states)
    if found <= {State.SAME}:
        return State.SAME
    return State.WITHDRAWN if found == {State.WITHDRAWN} else State.CHANGED


def _to_episodes(claim: Claim, top: Node) -> list[Link]:
    links = []
    for episode in claim.episodes:
        leading = [one for one in claim.factors if episode.id in one.episodes]
        key = f"{Kind.EPISODE}:{episode.id}"
        state = _beneath(claim, episode)
        links += [
            Link(f"{Kind.FACTOR}:{one.id}", key, state if one.stands else State.WITHDRAWN) for one in leading
        ]
        if not leading:
            links.append(Link(top.key, key, state))
    return links


def _to_entries(claim: Claim, top: Node) -> list[Link]:
    links = []
    for one in claim.carried:
        key = f"{Kind.ENTRY}:{one.id}"
        holding = [episode for episode in claim.episodes if one.id in episode.entries]
        links += [
            Link(f"{Kind.EPISODE}:{episode.id}", key, one.state if episode.stands else State.WITHDRAWN)
            for episode in holding
        ]
        if not holding:
            links.append(Link(top.key, key, one.state))
    return links


def _to_events(claim: Claim) -> list[Link]:
    """Two rows that tell of one event are one happening: the thread says so where it ends."""
    return [
        Link(f"{Kind.ROW}:{one.id}", f"{Kind.EVENT}:{event.id}", one.state)
        for event in claim.events
        for one in claim.carried
        if one.id in event.entries
    ]


def _beneath(claim: Claim, episode: EpisodeOf) -> State:
    if not episode.stands:
        return State.WITHDRAWN
    return weakest(one.state for one in claim.carried if one.id in episode.entries)


def _standing(stands: bool) -> State:
    return State.SAME if stands else State.WITHDRAWN
