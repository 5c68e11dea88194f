"""The golden thread: from a finding to the rows it rests on, and what can be said against it."""

from candour.domain.thread.claim import Carried, Claim, EpisodeOf, EventOf, FactorOf, Outside
from candour.domain.thread.objections import Ground, Objection, objections
from candour.domain.thread.paths import Path, paths
from candour.domain.thread.thread import Kind, Link, Node, Thread, thread_of
from candour.domain.thread.words import State, seal, state_of

__all__ = [
    "Carried",
    "Claim",
    "EpisodeOf",
    "EventOf",
    "FactorOf",
    "Ground",
    "Kind",
    "Link",
    "Node",
    "Objection",
    "Outside",
    "Path",
    "State",
    "Thread",
    "objections",
    "paths",
    "seal",
    "state_of",
    "thread_of",
]
