"""The family on a day: who is whose parent and partner, who lived together; and the same as lines to read."""

from __future__ import annotations

from collections.abc import Iterable

from candour.domain.identity.genogram import Genogram, Placed, Union
from candour.files.pictures.inks import INK, PINE, SECOND, WHITE
from candour.files.pictures.lettering import broken, width_of, write_lines
from candour.files.pictures.svg import Svg, number, picture

_SIZE, _APART, _DOWN, _TOP, _LEFT = 40.0, 150.0, 170.0, 46.0, 80.0
_LETTERS, _ASIDE = 15.0, 34.0


def genogram_svg(family: Genogram, *, says: str) -> str:
    """Square: male; circle: female; diamond: not said; a stroke through it: had died by the day.

    The child of the review has a double outline, a household a dashed one under the name of its address.
    """
    svg = Svg()
    wide = max((one.column for one in family.people), default=0)
    deep = max((one.generation for one in family.people), default=0)
    width, height = _LEFT * 2 + wide * _APART, _TOP + deep * _DOWN + 130
    with picture(svg, max(width, 320), height, says, class_="picture genogram"):
        _draw_homes(svg, family)
        for at, union in enumerate(family.unions):
            _draw_union(svg, family, union, at)
        for parent, child in family.single:
            x, y = _middle(family.by_key[parent])
            _draw_descent(svg, (x, y + _SIZE / 2 + 44), y + _DOWN / 2 + 14, _middle(family.by_key[child]))
        for a, b in family.siblings:
            _draw_siblings(svg, _middle(family.by_key[a]), _middle(family.by_key[b]))
        for carer, child in family.carers:
            _draw_care(svg, _middle(family.by_key[carer]), _middle(family.by_key[child]))
        for one in family.people:
            _draw_person(svg, one)
    return str(svg)


def genogram_lines(family: Genogram) -> tuple[str, ...]:
    """The same in words, one line for each person, union and household."""
    label = {one.key: one.label for one in family.people}
    lines = [_person_line(one) for one in family.people]
    for one in family.unions:
        pair = f"{label[one.a]} and {label[one.b]}"
        if one.together:
            since = f" since {one.begins}" if one.begins else ""
            lines.append(f"{pair}: parted {one.ends}." if one.ended else f"{pair}: together{since}.")
        if one.children:
            lines.append(f"{pair}: parents of {_and(label[child] for child in one.children)}.")
    lines += [f"{label[parent]}: parent of {label[child]}." for parent, child in family.single]
    lines += [f"{label[a]} and {label[b]}: {_of_one_generation(family, a, b)}." for a, b in family.siblings]
    lines += [f"{label[carer]}: cares for {label[child]}." for carer, child in family.carers]
    lines += [
        f"{home.label}: {_and(label[key] for key in home.members)} lived here." for home in family.homes
    ]
    return tuple(lines)


def _of_one_generation(family: Genogram, a: str, b: str) -> str:
    """What two siblings are to each other, as far as it is said."""
    words = {frozenset("f"): "sisters", frozenset("m"): "brothers", frozenset("fm"): "brother and sister"}
    return words.get(frozenset((family.by_key[a].sex, family.by_key[b].sex)), "siblings")


def _person_line(one: Placed) -> str:
    said = {"f": "female", "m": "male", "": "sex not said"}[one.sex]
    subject = ", the child of this review" if one.subject else ""
    return f"{one.label}: {said}{subject}{', had died' if one.died else ''}."


def _and(several: Iterable[str]) -> str:
    words = [*several]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _middle(one: Placed) -> tuple[float, float]:
    return _LEFT + one.column * _APART, _TOP + _SIZE / 2 + one.generation * _DOWN


def _line(svg: Svg, start: tuple[float, float], end: tuple[float, float], *, class_: str) -> None:
    svg.element(
        "line", class_=class_, x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke=INK, stroke_width=1.6
    )


def _draw_person(svg: Svg, one: Placed) -> None:
    x, y = _middle(one)
    with svg.inside("g", class_="person subject" if one.subject else "person", data_key=one.key):
        svg.element("title", _person_line(one))
        for half in (_SIZE / 2, _SIZE / 2 - 5)[: 2 if one.subject else 1]:
            _outline(svg, one.sex, x, y, half)
        if one.died:
            half = _SIZE / 2 + 4
            svg.element(
                "line",
                class_="died",
                x1=x - half,
                y1=y + half,
                x2=x + half,
                y2=y - half,
                stroke=INK,
                stroke_width=2.4,
            )
        lines = broken(one.label, _APART - 12, _LETTERS, most=2, bold=one.subject)
        write_lines(
            svg,
            lines,
            x,
            y + _SIZE / 2 + 20,
            size=_LETTERS,
            step=18,
            bold=one.subject,
            fill=INK,
            anchor="middle",
        )


def _outline(svg: Svg, sex: str, x: float, y: float, half: float) -> None:
    if sex == "m":
        svg.element(
            "rect",
            x=x - half,
            y=y - half,
            width=2 * half,
            height=2 * half,
            fill=WHITE,
            stroke=PINE,
            stroke_width=2,
        )
    elif sex == "f":
        svg.element("circle", cx=x, cy=y, r=half, fill=WHITE, stroke=PINE, stroke_width=2)
    else:
        points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        path = "M" + "L".join(f"{number(a)} {number(b)}" for a, b in points) + "Z"
        svg.element("path", d=path, fill=WHITE, stroke=PINE, stroke_width=2)


def _draw_union(svg: Svg, family: Genogram, union: Union, at: int) -> None:
    """The line between two, two strokes through it where they parted, and their children under its middle."""
    (ax, ay), (bx, by) = sorted((_middle(family.by_key[union.a]), _middle(family.by_key[union.b])))
    middle = ((ax + bx) / 2, (ay + by) / 2)
    with svg.inside("g", class_="union ended" if union.ended else "union"):
        if union.together:
            _line(svg, (ax, ay), (bx, by), class_="pair")
        for shift in (-4, 4) if union.ended else ():
            _line(
                svg,
                (middle[0] + shift - 4, middle[1] + 8),
                (middle[0] + shift + 4, middle[1] - 8),
                class_="parted",
            )
        days = (union.ends and f"to {union.ends}") or (union.begins and f"from {union.begins}")
        if days:
            lines = broken(days, _APART - _SIZE - 8, 14, most=2)
            over = middle[1] - 14 - 16 * (len(lines) - 1)
            write_lines(svg, lines, middle[0], over, size=14, step=16, fill=SECOND, anchor="middle")
        bus = middle[1] + _DOWN / 2 + 14 + at % 3 * 8
        for child in union.children:
            _draw_descent(svg, middle, bus, _middle(family.by_key[child]))


def _draw_descent(svg: Svg, start: tuple[float, float], bus: float, end: tuple[float, float]) -> None:
    """Down to a level of its own, along, and down to the child."""
    path = f"M{number(start[0])} {number(start[1])}V{number(bus)}H{number(end[0])}V{number(end[1])}"
    svg.element("path", class_="descent", d=path, fill="none", stroke=INK, stroke_width=1.6)


def _draw_siblings(svg: Svg, a: tuple[float, float], b: tuple[float, float]) -> None:
    """A bracket over two who share parents that are not in the picture."""
    over = min(a[1], b[1]) - _SIZE / 2 - 16
    path = f"M{number(a[0])} {number(a[1])}V{number(over)}H{number(b[0])}V{number(b[1])}"
    svg.element("path", class_="siblings", d=path, fill="none", stroke=INK, stroke_width=1.6)


def _draw_care(svg: Svg, carer: tuple[float, float], child: tuple[float, float]) -> None:
    """Dotted, beside the lines of birth: from under the carer's name to the side of the child."""
    start, along = (carer[0] - _ASIDE, carer[1] + _SIZE / 2 + 30), child[1] - 34
    path = (
        f"M{number(start[0])} {number(start[1])}V{number(along)}H{number(child[0] - _ASIDE)}"
        f"V{number(child[1])}H{number(child[0] - _SIZE / 2)}"
    )
    svg.element(
        "path", class_="care", d=path, fill="none", stroke=SECOND, stroke_width=1.6, stroke_dasharray="2 5"
    )


def _draw_homes(svg: Svg, family: Genogram) -> None:
    """A dashed outline about those who lived together, one a generation where they are of several."""
    for home in family.homes:
        rows: dict[int, list[Placed]] = {}
        for key in home.members:
            rows.setdefault(family.by_key[key].generation, []).append(family.by_key[key])
        for number_of_row, several in enumerate(rows[row] for row in sorted(rows)):
            left = min(_middle(one)[0] for one in several) - _APART / 2 + 6
            right = max(_middle(one)[0] for one in several) + _APART / 2 - 6
            top = _middle(several[0])[1] - _SIZE / 2 - 12
            with svg.inside("g", class_="home"):
                svg.element("title", home.label)
                svg.element(
                    "rect",
                    x=left,
                    y=top,
                    width=right - left,
                    height=_SIZE + 72,
                    rx=10,
                    fill="none",
                    stroke=SECOND,
                    stroke_width=1.6,
                    stroke_dasharray="7 5",
                )
                if number_of_row == 0:
                    room = min(width_of(home.label, 14), right - left)
                    words = broken(home.label, max(room, right - left - 8), 14, most=1)
                    write_lines(svg, words, left + 8, top + _SIZE + 62, size=14, fill=SECOND)
