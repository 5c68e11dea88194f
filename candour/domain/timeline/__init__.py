"""The integrated chronology as a picture: where each thing stands, in pixels and in words."""

from candour.domain.timeline.agency_kinds import Kind, guess_kind
from candour.domain.timeline.arrows import Arrow
from candour.domain.timeline.brackets import Bracket, PlacedBracket
from candour.domain.timeline.density import Column, Step, Strip
from candour.domain.timeline.lane_rows import LaneRow
from candour.domain.timeline.lanes import Lane, LanesOf, lanes_named, lanes_of
from candour.domain.timeline.layout import lay_out
from candour.domain.timeline.marks import Mark, Standing
from candour.domain.timeline.month_strip import MonthStrip, by_month
from candour.domain.timeline.picture import Accounts, Counts, Picture
from candour.domain.timeline.scale import Tick
from candour.domain.timeline.shapes import Shape
from candour.domain.timeline.silences import Silence
from candour.domain.timeline.zoom import Zoom, finest_zoom, window_at

__all__ = [
    "Accounts",
    "Arrow",
    "Bracket",
    "Column",
    "Counts",
    "Kind",
    "Lane",
    "LaneRow",
    "LanesOf",
    "Mark",
    "MonthStrip",
    "Picture",
    "PlacedBracket",
    "Shape",
    "Silence",
    "Standing",
    "Step",
    "Strip",
    "Tick",
    "Zoom",
    "by_month",
    "finest_zoom",
    "guess_kind",
    "lanes_named",
    "lanes_of",
    "lay_out",
    "window_at",
]
