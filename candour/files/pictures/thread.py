"""What a finding rests on: columns from the claim to the rows of the agencies' files and their events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from candour.files.pictures.inks import HAIR, INK, LATER, PINE, WHITE
from candour.files.pictures.lettering import broken, cut, width_of, write_lines
from candour.files.pictures.marks import draw_mark
from candour.files.pictures.svg import Svg, Value, number, picture
from candour.files.pictures.thread_parts import Column, Link, Node, Support, grouped, own_paths

TITLE, SUB = 15.0, 14.5
_HEADING = 30.0
_GAP = 31.0
_BETWEEN = 12.0
_SHARES = {5: (0.152, 0.17, 0.152, 0.235, 0.291), 6: (0.135, 0.15, 0.135, 0.2, 0.24, 0.14)}
_DASHES = {Support.CHANGED: "8 4", Support.WITHDRAWN: "2 4", Support.ONE_SIDED: "12 3 2 3"}
_WORDS = {
    Support.AS_IT_WAS: "words as they were",
    Support.CHANGED: "words changed since",
    Support.WITHDRAWN: "withdrawn: still shown, no longer counted",
    Support.ONE_SIDED: "one agency only",
}


@dataclass(frozen=True, slots=True)
class _Box:
    """A node in its place."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    title: tuple[str, ...]
    first: bool


def thread_svg(
    columns: Sequence[Column],
    links: Sequence[Link],
    *,
    says: str,
    chosen: str | None = None,
    width: float = 1120,
) -> str:
    """Every node stands under its heading, in the order given; a column of too many is counted by group.

    With a node `chosen` its own paths stay dark and all others are hair-thin.
    """
    svg = Svg()
    columns, links = grouped(columns, links)
    boxes, height = _laid_out(columns, width)
    nodes = [box.node for box in boxes.values()]
    supports = {link.support for link in links} | {node.support for node in nodes} | {Support.AS_IT_WAS}
    dark = own_paths(links, chosen) if chosen else frozenset(links)
    role = "group" if any(node.href for node in nodes) else "img"
    with picture(svg, width, height + 44, says, class_="picture thread", role=role):
        for column, (left, wide) in zip(columns, _across(len(columns), width), strict=True):
            words = cut(column.heading, wide, 15, bold=True)
            write_lines(svg, (words,), left + 1, 16, size=15, bold=True, fill=INK)
        for link in sorted(links, key=lambda one: one in dark):
            _draw_link(svg, link, boxes, dark=link in dark)
        for box in boxes.values():
            _draw_node(svg, box)
        _draw_key(svg, supports, height + 34)
    return str(svg)


def _across(count: int, width: float) -> list[tuple[float, float]]:
    """Left edge and width of each column."""
    shares = _SHARES.get(count, (1 / max(count, 1),) * count)
    room = width - 2 - _GAP * (count - 1)
    lefts = [1 + room * sum(shares[:nth]) + _GAP * nth for nth in range(count)]
    return [(left, room * share) for left, share in zip(lefts, shares, strict=True)]


def _laid_out(columns: Sequence[Column], width: float) -> tuple[dict[str, _Box], float]:
    """Every node's box, and how deep the deepest column goes."""
    titles, depths = {}, []
    for at, (column, (_, wide)) in enumerate(zip(columns, _across(len(columns), width), strict=True)):
        for node in column.nodes:
            room = wide - 18 - (22 if node.kind else 0)
            titles[node.key] = broken(node.title, room, TITLE, most=6 if at == 0 else 3, bold=at == 0)
        depths.append(max((_depth(node, titles[node.key]) for node in column.nodes), default=0.0))
    for at in range(1, len(columns)):
        if len(columns[at].nodes) == len(columns[at - 1].nodes) > 1:  # one to one: side by side
            depths[at] = depths[at - 1] = max(depths[at], depths[at - 1])
    needed = [len(c.nodes) * (deep + _BETWEEN) - _BETWEEN for c, deep in zip(columns, depths, strict=True)]
    height = _HEADING + max([60.0, *needed])
    boxes = {}
    for at, (left, wide) in enumerate(_across(len(columns), width)):
        nodes = columns[at].nodes
        space = (height - _HEADING - needed[at]) / (len(nodes) + 1)
        y = _HEADING + space
        for node in nodes:
            boxes[node.key] = _Box(node, left, y, wide, depths[at], titles[node.key], at == 0)
            y += depths[at] + _BETWEEN + space
    return boxes, height + 4


def _depth(node: Node, title: tuple[str, ...]) -> float:
    return 17 + len(title) * 19 + (18 if node.sub else 0)


def _draw_link(svg: Svg, link: Link, boxes: Mapping[str, _Box], *, dark: bool) -> None:
    start, end = boxes[link.source], boxes[link.target]
    x, to = start.x + start.width, end.x
    y, to_y = start.y + start.height / 2, end.y + end.height / 2
    bend = (x + to) / 2
    gone = link.support is Support.WITHDRAWN
    svg.element(
        "path",
        class_="link" if dark else "link other",
        d=f"M{number(x)} {number(y)}C{number(bend)} {number(y)} {number(bend)} {number(to_y)} "
        f"{number(to)} {number(to_y)}",
        fill="none",
        stroke=(LATER if gone else PINE) if dark else HAIR,
        stroke_width=(2.4 if start.first else 1.5) if dark else 1.2,
        stroke_dasharray=_DASHES.get(link.support),
        data_from=link.source,
        data_to=link.target,
    )


def _draw_node(svg: Svg, box: _Box) -> None:
    node = box.node
    gone = node.support is Support.WITHDRAWN
    with (
        svg.inside("g", class_=f"node {node.support.name.lower().replace('_', '-')}", data_key=node.key),
        svg.inside("a", href=node.href) if node.href else nullcontext(),
    ):
        state = "" if node.support is Support.AS_IT_WAS else f" ({_WORDS[node.support]})"
        svg.element("title", f"{node.title}. {node.sub}".strip(" .") + state)
        svg.element(
            "rect",
            class_="target",
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
            fill=WHITE,
            stroke=LATER if gone else PINE,
            stroke_width=2.6 if box.first else 1.5,
            stroke_dasharray=_DASHES.get(node.support),
        )
        if node.kind:
            draw_mark(svg, node.kind, box.x + 16, box.y + 16, size=13, nth=node.nth)
        _write_node(svg, box, gone=gone)


def _write_node(svg: Svg, box: _Box, *, gone: bool) -> None:
    left = box.x + 9
    y = write_lines(
        svg,
        box.title,
        left + (20 if box.node.kind else 0),
        box.y + 21,
        size=TITLE,
        step=19,
        bold=box.first,
        fill=LATER if gone else INK,
        decoration="line-through" if gone else None,
    )
    if box.node.sub:
        words = cut(box.node.sub, box.width - 16, SUB)
        write_lines(svg, (words,), left, y, size=SUB, fill=INK)


def _draw_key(svg: Svg, supports: set[Support], y: float) -> None:
    x = 1.0
    with svg.inside("g", class_="key", aria_hidden="true"):
        for support in Support:
            if support not in supports:
                continue
            line: dict[str, Value] = {
                "x1": x,
                "y1": y - 5,
                "x2": x + 34,
                "y2": y - 5,
                "stroke": PINE,
                "stroke_width": 2,
            }
            svg.element("line", **line, stroke_dasharray=_DASHES.get(support))
            write_lines(svg, (_WORDS[support],), x + 40, y, size=SUB, fill=INK)
            x += 66 + width_of(_WORDS[support], SUB)
