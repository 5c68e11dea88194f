"""The integrated chronology drawn: lanes, marks, who told whom, silences, episodes, and a fence."""

from __future__ import annotations

from candour.domain.timeline import Kind, LaneRow, Picture, Step
from candour.files.pictures.fence import draw_fence, draw_stripes
from candour.files.pictures.inks import SECOND
from candour.files.pictures.lettering import SMALLEST
from candour.files.pictures.marks import hue_of
from candour.files.pictures.svg import Svg, picture
from candour.files.pictures.timeline_lanes import (
    EpisodeHref,
    draw_accounts,
    draw_arrows,
    draw_brackets,
    draw_ground,
    draw_name,
    draw_silence,
)
from candour.files.pictures.timeline_marks import Href, Inks, draw_entries
from candour.files.pictures.timeline_strips import WindowHref, draw_strip, strip_svg

__all__ = ["strip_svg", "timeline_svg"]

FENCED = "Later knowledge is fenced"
PER = {Step.HOUR: "an hour", Step.DAY: "a day", Step.WEEK: "a week", Step.MONTH: "a month"}


def timeline_svg(
    drawn: Picture,
    *,
    href: Href | None,
    id_prefix: str = "",
    window_href: WindowHref | None = None,
    episode_href: EpisodeHref | None = None,
) -> str:
    """The picture as SVG. `href` gives an entry's address by its id, `window_href` that of some days.

    Links in it are passed over by the keyboard: the picture is one stop, the table below has them all.
    Without any the picture is an image and nothing else. `id_prefix` keeps the names of its hatches
    apart from those of another picture on the same page.
    """
    svg, inks = Svg(), Inks(id_prefix)
    links = href or window_href or episode_href
    role, stop = ("group", 0) if links else ("img", None)
    size = drawn.width, drawn.height
    with picture(svg, *size, drawn.sentence, class_="picture timeline", role=role, tabindex=stop):
        inks.define(svg, _kinds(drawn))
        if drawn.fence:
            draw_stripes(svg, drawn.fence[0], drawn.right, drawn.top, drawn.bottom)
        draw_ground(svg, drawn)
        draw_brackets(svg, drawn, episode_href)
        _write_most(svg, drawn)
        _draw_fence(svg, drawn)
        for row in drawn.lanes:
            draw_name(svg, row, drawn)
            _draw_row(svg, row, inks, href, window_href)
        draw_arrows(svg, drawn.arrows)
        for nth, row in enumerate(drawn.lanes):
            draw_entries(svg, row, inks, href, nth)
        draw_accounts(svg, drawn)
    return str(svg)


def _draw_fence(svg: Svg, drawn: Picture) -> None:
    if drawn.fence and drawn.fence_day:
        edges = drawn.fence[0], drawn.right, drawn.top, drawn.bottom
        draw_fence(svg, drawn.fence_day, *edges, FENCED)


def _draw_row(svg: Svg, row: LaneRow, inks: Inks, href: Href | None, window_href: WindowHref | None) -> None:
    for silence in row.silences:
        draw_silence(svg, silence, href)
    if row.strip and row.lane:
        kind = row.lane.kind
        draw_strip(svg, row.strip, row.foot, hue_of(kind), inks.fill("hatch", kind), window_href)


def _write_most(svg: Svg, drawn: Picture) -> None:
    """What the tallest column of all the lanes stands for."""
    if not drawn.most or drawn.step is None:
        return
    words = f"most: {drawn.most:,} {PER.get(drawn.step, f'a {drawn.step}')}"
    at = {"x": 0.0} if drawn.fence else {"x": drawn.right, "text_anchor": "end"}
    svg.element("text", words, y=drawn.top - 7, font_size=SMALLEST, fill=SECOND, **at)


def _kinds(drawn: Picture) -> list[Kind]:
    lanes = [row.lane.kind for row in drawn.lanes if row.lane]
    marks = [mark.kind for row in drawn.lanes for mark in row.marks if mark.kind]
    return list(dict.fromkeys([*lanes, *marks]))
