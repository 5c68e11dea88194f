"""The mark of an agency: shape and hue say the kind, a bar, dot or cross inside says which of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from candour.domain.timeline.agency_kinds import Kind
from candour.files.pictures.inks import RULE, WHITE
from candour.files.pictures.svg import Svg, number

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """Outlines reach from -1 to 1; `middle` is how far down the shape's weight lies; a circle has none."""

    hue: str
    outline: Points
    middle: float = 0.0


def _round(corners: int, *, first: float = -0.5, turn: float = 2.0, radius: float = 1.0) -> Points:
    """Corners on a circle; angles in half turns, from the right, downwards."""
    steps = corners if turn == 2.0 else corners - 1
    angles = (pi * (first + turn * step / steps) for step in range(corners))
    return tuple((radius * cos(angle), radius * sin(angle)) for angle in angles)


_PLUS = ((-1, -0.36), (-0.36, -0.36), (-0.36, -1), (0.36, -1), (0.36, -0.36), (1, -0.36))
_HOURGLASS = ((-0.9, -1), (0.9, -1), (0.16, 0), (0.9, 1), (-0.9, 1), (-0.16, 0))

LOOKS: Mapping[Kind, Look] = {
    Kind.CHILDRENS_SOCIAL_CARE: Look("#2056c4", _round(32)),
    Kind.POLICE: Look("#18204d", ((0, -1), (1.04, 0.86), (-1.04, 0.86)), 0.3),
    Kind.HOSPITAL: Look("#12988a", ((0, -1.12), (1.12, 0), (0, 1.12), (-1.12, 0))),
    Kind.GP_AND_COMMUNITY_HEALTH: Look("#2d6a1d", (*_PLUS, *((-x, -y) for x, y in _PLUS))),
    Kind.SCHOOL: Look("#c9690c", _round(5, radius=1.06), 0.04),
    Kind.HOUSING: Look("#432a0b", ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))),
    Kind.VOLUNTARY: Look("#7d0c4a", _round(6, first=0.0, radius=1.06)),
    Kind.FAMILY_AND_COMMUNITY: Look("#a57c58", ((-1.04, -0.86), (1.04, -0.86), (0, 1)), -0.3),
    Kind.FAITH: Look(
        "#9d6fd0", tuple((x * 1.05, y + 0.55) for x, y in _round(17, first=1.0, turn=1.0)), 0.12
    ),
    Kind.OTHER: Look("#4d5560", _HOURGLASS, 0.0),
}


def hue_of(kind: Kind | str) -> str:
    """The hue of a kind of agency: for marks and bars, never for words or a state."""
    return LOOKS[kind_of(kind)].hue


def kind_of(word: Kind | str) -> Kind:
    """The kind a stored word means; one that we do not know is drawn as any other agency."""
    return Kind(word) if word in set(Kind) else Kind.OTHER


def draw_mark(
    svg: Svg,
    kind: Kind | str,
    x: float,
    y: float,
    *,
    size: float,
    nth: int = 1,
    state: str = "full",
    clear: bool = False,
) -> None:
    """A mark with its middle at the point. States: `full`, `hollow` (possible), `half` (disputed), `dim`.

    `clear` gives it a white edge, so that it stands out from a bar of its own hue.
    """
    shape = mark_shape(kind, x, y, size=size, state=state)
    if clear and state == "full":
        shape |= {"stroke": WHITE, "stroke_width": 2.4, "paint_order": "stroke"}
    svg.element("path", **shape)
    if state == "half":
        look = LOOKS[kind_of(kind)]
        lower = _lower_half(look.outline)
        svg.element("path", class_="mark-half", d=_path(lower, x, y, size), fill=look.hue)
    elif state == "full" and (inside := _inside(nth)):
        middle = y + LOOKS[kind_of(kind)].middle * size / 2
        paths = "".join(_path(one, x, middle, size) for one in inside)
        svg.element("path", class_="mark-inside", d=paths, fill=WHITE)


def mark_shape(
    kind: Kind | str, x: float, y: float, *, size: float, state: str = "full"
) -> dict[str, str | float | None]:
    """The attributes of the path that is a mark's outline, for use inside pictures."""
    look = LOOKS[kind_of(kind)]
    if state == "full":
        return {"class_": "mark", "d": _path(look.outline, x, y, size), "fill": look.hue}
    return {
        "class_": f"mark mark-{state}",
        "d": _path(look.outline, x, y, size - 1.2),
        "fill": WHITE,
        "stroke": RULE if state == "dim" else look.hue,
        "stroke_width": 1.4,
    }


def mark_svg(kind: Kind | str, nth: int = 1, size: float = 13) -> str:
    """A mark to stand beside the agency's name; hidden from readers of the screen, who hear the name."""
    svg, box = Svg(), number(size + 2)
    with svg.inside(
        "svg",
        class_="agency-mark",
        viewBox=f"0 0 {box} {box}",
        width=size + 2,
        height=size + 2,
        aria_hidden="true",
        focusable="false",
    ):
        draw_mark(svg, kind, (size + 2) / 2, (size + 2) / 2, size=size, nth=nth)
    return str(svg)


def _inside(nth: int) -> tuple[Points, ...]:
    """What is cut out of the mark: a bar for the second, a dot, a cross; past four the name alone tells."""
    bar = ((-0.58, -0.16), (0.58, -0.16), (0.58, 0.16), (-0.58, 0.16))
    match nth:
        case 2:
            return (bar,)
        case 3:
            return (_round(12, radius=0.34),)
        case 4:
            return (bar, tuple((y, x) for x, y in reversed(bar)))
        case _:
            return ()


def _lower_half(outline: Sequence[tuple[float, float]]) -> Points:
    """What of an outline lies below its middle."""
    kept: list[tuple[float, float]] = []
    for (x, y), (to_x, to_y) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if y >= 0:
            kept.append((x, y))
        if (y < 0) != (to_y < 0):
            kept.append((x + (to_x - x) * y / (y - to_y), 0.0))
    return tuple(kept)


def _path(points: Iterable[tuple[float, float]], x: float, y: float, size: float) -> str:
    """One closed path, to a hundredth of a pixel so that small round marks stay round."""
    radius = size / 2
    corners = (f"{x + across * radius:.2f} {y + down * radius:.2f}" for across, down in points)
    return f"M{'L'.join(corners)}Z"
