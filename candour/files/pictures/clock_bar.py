"""How much of a clock has run, as a small bar. Decoration: the words beside it say the same."""

from __future__ import annotations

from datetime import date

from candour.files.pictures.inks import INK, LATE, LATE_GROUND, PINE, RULE
from candour.files.pictures.signs import draw_hatch, draw_pause
from candour.files.pictures.svg import Svg

WIDTH, HEIGHT = 224.0, 22.0
_DUE = 185.0
_MIDDLE = 11.0
_LEAST_LATE = 4.0
_PAUSE = 17.0


def clock_bar_svg(
    start: date,
    today: date,
    due: date | None,
    done: date | None = None,
    paused_since: date | None = None,
) -> str:
    """Days run to scale; past the due day a hatch; a paused clock breaks off and goes on in dots.

    A clock that is due stands at the same length whatever its days, unless it is so late that
    the late days would not fit: then the whole is drawn smaller. One without a due day ends today.
    """
    svg = Svg()
    until = done or paused_since or today
    run = max(0, (until - start).days)
    with svg.inside(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        width=WIDTH,
        height=HEIGHT,
        aria_hidden="true",
        focusable="false",
        class_="picture clock-bar",
    ):
        if paused_since and not done:
            _draw_paused(svg, run, max(run, ((due or today) - start).days))
        else:
            _draw_running(svg, run, max(0, ((due or until) - start).days))
    return str(svg)


def _draw_running(svg: Svg, run: int, whole: int) -> None:
    late = run - whole
    pixels_a_day = min(_DUE / max(whole, 1), (WIDTH - 2) / max(run, 1))
    due = whole * pixels_a_day
    svg.element("line", x1=0, y1=_MIDDLE, x2=due, y2=_MIDDLE, stroke=RULE, stroke_width=1.8)
    _draw_run(svg, min(run, whole) * pixels_a_day)
    if late > 0:
        width = min(max(late * pixels_a_day, _LEAST_LATE), WIDTH - 1 - due)
        box = {"x": due, "y": _MIDDLE - 4.5, "width": width, "height": 9}
        svg.element("rect", class_="late", **box, fill=LATE_GROUND, stroke=LATE, stroke_width=1.2)
        draw_hatch(svg, due, _MIDDLE - 4.5, width, 9, stroke=LATE, step=5)
    svg.element("rect", class_="due", x=due - 1, y=_MIDDLE - 9, width=2, height=18, fill=INK)


def _draw_paused(svg: Svg, run: int, whole: int) -> None:
    x = max(8.0, run / max(whole, 1) * (WIDTH - _PAUSE - 20))
    _draw_run(svg, x)
    draw_pause(svg, x + 4, _MIDDLE, fill=PINE)
    svg.element(
        "line",
        class_="paused",
        x1=x + 4 + _PAUSE,
        y1=_MIDDLE,
        x2=WIDTH,
        y2=_MIDDLE,
        stroke=RULE,
        stroke_width=2,
        stroke_dasharray="2 5",
    )


def _draw_run(svg: Svg, width: float) -> None:
    svg.element("rect", class_="run", x=0, y=_MIDDLE - 3, width=width, height=6, fill=PINE)
