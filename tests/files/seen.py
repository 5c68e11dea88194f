"""What of a drawn picture can be seen: its words, its parts by class, and whether any lies outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from candour.files.pictures.lettering import width_of

SPACE = "{http://www.w3.org/2000/svg}"
_COMMAND = re.compile(r"([MLHVCmlhvz])([^A-Za-z]*)")


class Seen:
    def __init__(self, drawn: str) -> None:
        self.text = drawn
        self.root = etree.fromstring(drawn.encode())
        self.box = [float(side) for side in str(self.root.get("viewBox")).split()]

    def all(self, tag: str, class_: str = "") -> list[etree._Element]:
        found = self.root.iter(f"{SPACE}{tag}")
        return [one for one in found if not class_ or class_ in (one.get("class") or "").split()]

    def words(self) -> list[str]:
        return ["".join(one.itertext()) for one in self.all("text")]

    def titles(self) -> list[str]:
        return [one.text or "" for one in self.all("title")]

    def sizes(self) -> set[float]:
        return {float(one.get("font-size", "0")) for one in self.all("text")}

    def outside(self) -> list[tuple[float, float]]:
        """Points of lines, boxes, discs and words that lie outside the picture, by more than half a pixel."""
        left, top, wide, tall = self.box
        points = [point for one in self.root.iter() for point in _points(one)]
        return [
            (x, y)
            for x, y in points
            if not (left - 0.5 <= x <= left + wide + 0.5 and top - 0.5 <= y <= top + tall + 0.5)
        ]


def place(element: etree._Element, *names: str) -> list[float]:
    return [float(element.get(name, "0")) for name in names]


def _points(one: etree._Element) -> Iterator[tuple[float, float]]:
    right, down = _moved(one)
    for x, y in _own_points(one):
        yield x + right, y + down


def _moved(one: etree._Element) -> tuple[float, float]:
    for outer in one.iterancestors(f"{SPACE}g"):
        move = re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", outer.get("transform") or "")
        if move:
            return float(move[1]), float(move[2])
    return 0.0, 0.0


def _own_points(one: etree._Element) -> Iterator[tuple[float, float]]:
    match str(one.tag).removeprefix(SPACE):
        case "rect":
            x, y, wide, tall = place(one, "x", "y", "width", "height")
            yield from ((x, y), (x + wide, y + tall))
        case "line":
            x, y, to, foot = place(one, "x1", "y1", "x2", "y2")
            yield from ((x, y), (to, foot))
        case "circle":
            x, y, r = place(one, "cx", "cy", "r")
            yield from ((x - r, y - r), (x + r, y + r))
        case "path":
            yield from path_points(str(one.get("d")))
        case "polyline":
            for pair in str(one.get("points")).split():
                x, _, y = pair.partition(",")
                yield float(x), float(y)
        case "text" if not one.get("transform"):
            x, y = place(one, "x", "y")
            words, size = "".join(one.itertext()), float(one.get("font-size", "0"))
            wide = width_of(words, size, bold=False)
            start = {"middle": x - wide / 2, "end": x - wide}.get(one.get("text-anchor") or "", x)
            yield from ((start, y - size * 0.75), (start + wide, y + size * 0.2))


def path_points(path: str) -> Iterator[tuple[float, float]]:
    x = y = 0.0
    for command, rest in _COMMAND.findall(path):
        given = [float(one) for one in re.findall(r"-?\d*\.?\d+", rest)]
        match command:
            case "H" | "h":
                x = given[0] + (x if command == "h" else 0)
                yield x, y
            case "V" | "v":
                y = given[0] + (y if command == "v" else 0)
                yield x, y
            case "C":
                x, y = given[-2:]
                yield x, y
            case "z":
                continue
            case _:
                for right, down in zip(given[::2], given[1::2], strict=True):
                    x, y = (right, down) if command.isupper() else (x + right, y + down)
                    yield x, y
