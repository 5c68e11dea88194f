"""The integrated chronology drawn for a page: the picture of a window, and the strip of all rows above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.safestring import SafeString, mark_safe

from candour.domain.access import Can
from candour.domain.chronology.gaps import LIMIT_DAYS
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
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.seeing.lanes import lanes_by
from candour.stages.chronology.seeing.seen import Seen, see
from candour.stages.chronology.seeing.windows import WIDTH, Window, period_of


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
    seen: Seen | None = None,
    entry_href: Callable[[str], str] | None = None,
    episode_href: Callable[[int], str] | None = None,
) -> Drawing:
    """The picture of a window, with episodes as brackets over it where a later stage gives any.

    `entry_href` gives a mark's address by the id of its entry, its row in a table on the same page where
    nothing is said; `whole` and `seen` are what was worked out already. Refuses whoever may not see it.
    """
    if not (verdict := may(viewer, Can.SEE_CHRONOLOGY, review)):
        raise PermissionDenied(*verdict.reasons)
    seen = seen or see(whole or whole_of(review), window)
    picture = _picture(seen, brackets)
    svg = timeline_svg(
        picture,
        href=entry_href or "#{}".format,
        window_href=lambda first, last: window.nearer(first, last).href,
        episode_href=episode_href,
    )
    legend = mark_safe(legend_svg(gap_days=LIMIT_DAYS))
    return Drawing(seen.whole, picture, mark_safe(svg), _names(picture), _strip(seen), legend)


def _picture(seen: Seen, brackets: Sequence[Bracket]) -> Picture:
    whole, window = seen.whole, seen.window
    lanes, lanes_in = lanes_by(window.lanes, whole, seen.under, seen.known)
    return lay_out(
        whole.chronology.entries,
        lanes,
        start=window.start,
        end=window.end,
        zoom=window.zoom,
        width=WIDTH,
        gap_days=LIMIT_DAYS,
        episodes=brackets,
        chosen_episode=window.episode,
        chosen_entry=window.entry or None,
        matches=seen.matches,
        known=seen.known.standing if seen.known else None,
        fence=seen.known.on if seen.known else None,
        events=whole.chronology.events,
        differing=frozenset(whole.differ),
        review=period_of(window.review, ()),
        child_seen=True,
        lanes_in=lanes_in,
        agencies=whole.lanes,
    )


def _names(drawn: Picture) -> SafeString:
    svg = Svg()
    with svg_picture(svg, NAME_COLUMN, drawn.height, "Lanes", class_="picture lane-names"):
        for row in drawn.lanes:
            draw_name(svg, replace(row, nothing_matches=False), drawn)
    return mark_safe(str(svg))


def _strip(seen: Seen) -> SafeString:
    window = seen.window

    def href(first: date, last: date) -> str:
        return window.nearer(first, last).href

    entries, fence = seen.whole.chronology.entries, seen.known.on if seen.known else None
    strip = by_month(entries, start=window.start, end=window.end, width=WIDTH, fence=fence)
    return mark_safe(strip_svg(strip, href=href, id_prefix="strip-"))
