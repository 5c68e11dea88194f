"""The integrated chronology drawn for a page: the picture of a window, and the strip of all rows above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.safestring import SafeString, mark_safe

from candour.domain.access import Can
from candour.domain.timeline import Bracket, Picture, by_month, lay_out
from candour.domain.timeline.zoom import NAME_COLUMN
from candour.files.pictures.svg import Svg
from candour.files.pictures.svg import picture as svg_picture
from candour.files.pictures.timeline import strip_svg, timeline_svg
from candour.files.pictures.timeline_lanes import draw_name
from candour.files.pictures.timeline_legend import legend_svg
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts_linked import Whole, whole_of
from candour.stages.chronology.windows import WIDTH, Window, period_of

GAP_DAYS = 60


@dataclass(frozen=True, slots=True)
class Drawing:
    """`picture` has the numbers and the sentence; the rest is SVG, ready for a page."""

    whole: Whole
    picture: Picture
    svg: SafeString
    names: SafeString
    """The names of the lanes once more: on a phone they stand still while the picture is moved."""
    strip: SafeString
    legend: SafeString


def draw_chronology(
    review: Review,
    viewer: Person,
    window: Window,
    brackets: Sequence[Bracket] = (),
    *,
    whole: Whole | None = None,
    entry_href: Callable[[str], str] | None = None,
    episode_href: Callable[[int], str] | None = None,
) -> Drawing:
    """The picture of a window, with episodes as brackets over it where a later stage gives any.

    `entry_href` gives a mark's address by the id of its entry, its row in a table on the same page where
    nothing is said; `whole` is what was read already. Refuses whoever may not see the chronology.
    """
    if not (verdict := may(viewer, Can.SEE_CHRONOLOGY, review)):
        raise PermissionDenied(*verdict.reasons)
    whole = whole or whole_of(review)
    picture = _picture(review, window, whole, brackets)
    svg = timeline_svg(
        picture,
        href=entry_href or "#{}".format,
        window_href=lambda first, last: window.nearer(first, last).href,
        episode_href=episode_href,
    )
    legend = mark_safe(legend_svg(gap_days=GAP_DAYS))
    return Drawing(whole, picture, mark_safe(svg), _names(picture), _strip(whole, window), legend)


def _picture(review: Review, window: Window, whole: Whole, brackets: Sequence[Bracket]) -> Picture:
    entries = whole.chronology.entries
    matches = {one.id for one in entries if one.agency == window.agency} if window.agency else None
    return lay_out(
        entries,
        whole.lanes,
        start=window.start,
        end=window.end,
        zoom=window.zoom,
        width=WIDTH,
        gap_days=GAP_DAYS,
        episodes=brackets,
        chosen_episode=window.episode,
        chosen_entry=window.entry or None,
        matches=matches,
        events=whole.chronology.events,
        differing=frozenset(whole.differ),
        review=period_of(review, ()),
        child_seen=True,
    )


def _names(drawn: Picture) -> SafeString:
    svg = Svg()
    with svg_picture(svg, NAME_COLUMN, drawn.height, "Lanes", class_="picture lane-names"):
        for row in drawn.lanes:
            draw_name(svg, replace(row, nothing_matches=False), drawn)
    return mark_safe(str(svg))


def _strip(whole: Whole, window: Window) -> SafeString:
    def href(first: date, last: date) -> str:
        return window.nearer(first, last).href

    strip = by_month(whole.chronology.entries, start=window.start, end=window.end, width=WIDTH)
    return mark_safe(strip_svg(strip, href=href, id_prefix="strip-"))
