"""A review's steps as one line: done, present and to come differ by fill, ring and dots."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum

from candour.files.pictures.inks import INK, PINE, RULE, SECOND, WHITE
from candour.files.pictures.lettering import broken, write_lines
from candour.files.pictures.signs import draw_tick
from candour.files.pictures.svg import Svg, Value, picture

TITLE, SUB = 17.0, 14.5
_MIDDLE = 15.0
_FIRST = 14.0


class StepState(StrEnum):
    DONE = "done"
    PRESENT = "present"
    TO_COME = "to come"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the method; `sub` says when or what of it, `href` leads to its pages if it has any."""

    title: str
    sub: str
    state: StepState
    href: str | None = None


def steps_svg(steps: Sequence[Step], *, says: str, width: float = 1120) -> str:
    """The steps in their order, evenly spaced: the line tells order and state, not time."""
    svg = Svg()
    pitch = width / max(len(steps), 1)
    broken_up = [_Words.of(step, pitch - 14) for step in steps]
    height = 50 + max((words.height for words in broken_up), default=0)
    role = "group" if any(step.href for step in steps) else "img"
    with picture(svg, width, height, says, class_="picture steps", role=role):
        for nth in range(len(steps) - 1):
            _draw_way(svg, _FIRST + nth * pitch, pitch, steps[nth + 1].state)
        for nth, step in enumerate(steps):
            _draw_step(svg, step, broken_up[nth], _FIRST + nth * pitch, pitch, height)
    return str(svg)


@dataclass(frozen=True, slots=True)
class _Words:
    title: tuple[str, ...]
    sub: tuple[str, ...]

    @classmethod
    def of(cls, step: Step, room: float) -> _Words:
        title = broken(step.title, room, TITLE, most=2, bold=step.state is not StepState.TO_COME)
        return cls(title, broken(step.sub, room, SUB, most=3) if step.sub else ())

    @property
    def height(self) -> float:
        return len(self.title) * TITLE * 1.2 + len(self.sub) * SUB * 1.2


def _draw_way(svg: Svg, x: float, pitch: float, to: StepState) -> None:
    """The line from one step to the next: full once the next is reached, else dots."""
    come = to is StepState.TO_COME
    svg.element(
        "line",
        x1=x + (16 if come else 0),
        y1=_MIDDLE,
        x2=x + pitch - (13 if come else 0),
        y2=_MIDDLE,
        stroke=RULE if come else PINE,
        stroke_width=2 if come else 4,
        stroke_dasharray="2 5" if come else None,
    )


def _draw_step(svg: Svg, step: Step, words: _Words, x: float, pitch: float, height: float) -> None:
    reached = step.state is not StepState.TO_COME
    link = svg.inside("a", href=step.href) if step.href else nullcontext()
    with svg.inside("g", class_=f"step step-{step.state.name.lower().replace('_', '-')}"), link:
        svg.element("title", f"{step.title}: {step.state}. {step.sub}".rstrip(" ."))
        if step.href:
            target: dict[str, Value] = {
                "width": pitch - 8,
                "height": height,
                "fill": "none",
                "pointer_events": "all",
            }
            svg.element("rect", class_="target", x=x - 13, y=0, **target)
        _draw_disc(svg, step.state, x)
        y = write_lines(
            svg,
            words.title,
            x - 11,
            _MIDDLE + 34,
            size=TITLE,
            step=TITLE * 1.2,
            bold=reached,
            fill=INK,
            decoration="underline" if step.href else None,
        )
        write_lines(svg, words.sub, x - 11, y - 1, size=SUB, step=SUB * 1.2, fill=SECOND)


def _draw_disc(svg: Svg, state: StepState, x: float) -> None:
    at = {"cx": x, "cy": _MIDDLE}
    match state:
        case StepState.DONE:
            svg.element("circle", **at, r=11, fill=PINE)
            draw_tick(svg, x, _MIDDLE, stroke=WHITE)
        case StepState.PRESENT:
            svg.element("circle", **at, r=12.5, fill=WHITE, stroke=PINE, stroke_width=3)
            svg.element("circle", **at, r=5.5, fill=PINE)
        case StepState.TO_COME:
            svg.element("circle", **at, r=9.5, fill=WHITE, stroke=RULE, stroke_width=2)
