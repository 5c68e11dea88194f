"""Every way down a thread, from the finding to a row and its event: the record under the picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from candour.domain.thread.thread import Kind, Node, Thread


@dataclass(frozen=True, slots=True)
class Path:
    """One way down. What it passes over, or ends before, is None."""

    finding: Node
    factor: Node | None = None
    episode: Node | None = None
    entry: Node | None = None
    row: Node | None = None
    event: Node | None = None


def paths(thread: Thread) -> tuple[Path, ...]:
    """Every path, in the order of the nodes; at a factor or episode that carries nothing a path ends."""
    by_key = {node.key: node for node in thread.nodes}
    order = {node.key: place for place, node in enumerate(thread.nodes)}
    under: dict[str, list[str]] = defaultdict(list)
    for link in thread.links:
        under[link.source].append(link.target)
    (top,) = thread.of(Kind.FINDING)
    found = []
    for way in _ways(top.key, under):
        nodes = {by_key[key].kind: by_key[key] for key in way}
        if len(way) > 1:
            found.append((tuple(order[key] for key in way), _path(nodes)))
    return tuple(path for _, path in sorted(found, key=lambda pair: pair[0]))


def _ways(key: str, under: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    if not under.get(key):
        yield (key,)
    for below in under.get(key, ()):
        for way in _ways(below, under):
            yield (key, *way)


def _path(nodes: dict[Kind, Node]) -> Path:
    return Path(
        nodes[Kind.FINDING],
        nodes.get(Kind.FACTOR),
        nodes.get(Kind.EPISODE),
        nodes.get(Kind.ENTRY),
        nodes.get(Kind.ROW),
        nodes.get(Kind.EVENT),
    )
