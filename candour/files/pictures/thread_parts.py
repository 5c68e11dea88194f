"""The parts of a finding's thread, and how a column of too many is counted by what it hangs from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from candour.domain.timeline.agency_kinds import Kind

MOST_IN_A_COLUMN = 12


class Support(StrEnum):
    """How far the words beneath still carry what stands above."""

    AS_IT_WAS = "as it was"
    CHANGED = "changed since"
    WITHDRAWN = "withdrawn"
    ONE_SIDED = "one agency only"


@dataclass(frozen=True, slots=True)
class Node:
    """One box. `kind` and `nth` give the agency's mark; `key` is its own among all columns."""

    key: str
    title: str
    sub: str = ""
    href: str | None = None
    support: Support = Support.AS_IT_WAS
    kind: Kind | None = None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """Nodes under one heading; `counted` is what several of them are called: entries, rows."""

    heading: str
    nodes: tuple[Node, ...]
    counted: str = "entries"


@dataclass(frozen=True, slots=True)
class Link:
    """That the source rests on the target (both keys of nodes)."""

    source: str
    target: str
    support: Support = Support.AS_IT_WAS


def grouped(columns: Sequence[Column], links: Sequence[Link]) -> tuple[tuple[Column, ...], tuple[Link, ...]]:
    """The same thread, with every column of more than twelve nodes counted by the nodes that lead to it.

    Each node is counted once: those that hang from two episodes stand in a group of both.
    """
    within: dict[str, str] = {}
    drawn: list[Column] = []
    for column in columns:
        if len(column.nodes) <= MOST_IN_A_COLUMN or not drawn:
            drawn.append(column)
            continue
        titles = {node.key: node for node in drawn[-1].nodes}
        hanging: dict[tuple[str, ...], list[Node]] = {}
        for node in column.nodes:
            sources = {within.get(link.source, link.source) for link in links if link.target == node.key}
            hanging.setdefault(tuple(key for key in titles if key in sources), []).append(node)
        groups = [
            _group(column, [titles[key] for key in keys], nodes) if len(nodes) > 1 else nodes[0]
            for keys, nodes in hanging.items()
        ]
        for group, nodes in zip(groups, hanging.values(), strict=True):
            within.update({node.key: group.key for node in nodes})
        drawn.append(replace(column, nodes=tuple(groups)))
    return tuple(drawn), _between(links, within)


def own_paths(links: Iterable[Link], chosen: str) -> frozenset[Link]:
    """The links on any path through the chosen node, to its left and to its right."""
    links = list(links)
    own: set[Link] = set()
    for forward in (True, False):
        reached = [chosen]
        for key in reached:
            for link in links:
                near, far = (link.source, link.target) if forward else (link.target, link.source)
                if near == key:
                    own.add(link)
                    if far not in reached:
                        reached.append(far)
    return frozenset(own)


def weakest(supports: Iterable[Support]) -> Support:
    """The line of several: withdrawn if all are, changed if any is no longer as it was."""
    found = set(supports)
    if len(found) == 1:
        return found.pop()
    return Support.CHANGED if found & {Support.CHANGED, Support.WITHDRAWN} else Support.AS_IT_WAS


def _group(column: Column, sources: list[Node], nodes: list[Node]) -> Node:
    counts = Counter(node.support for node in nodes)
    states = ", ".join(
        f"{counts[support]} {support}"
        for support in Support
        if counts[support] and support is not Support.AS_IT_WAS
    )
    of = " and ".join(source.title for source in sources) or "nothing above"
    same = len(sources) == 1 and sources[0].key.startswith("group of ")
    return Node(
        key=f"group of {nodes[0].key}",
        title=f"{len(nodes)} {column.counted}" if same else f"{len(nodes)} {column.counted} of {of}",
        sub=states,
        href=sources[0].href if sources else None,
        support=weakest(node.support for node in nodes),
    )


def _between(links: Sequence[Link], within: dict[str, str]) -> tuple[Link, ...]:
    """Links between what is drawn: those that now run between the same two become one."""
    several: dict[tuple[str, str], list[Support]] = {}
    for link in links:
        ends = within.get(link.source, link.source), within.get(link.target, link.target)
        several.setdefault(ends, []).append(link.support)
    return tuple(Link(source, target, weakest(states)) for (source, target), states in several.items())
