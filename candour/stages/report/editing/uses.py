"""Which parts of the method's outline the report has, and what keeps a method as it is."""

from __future__ import annotations

from collections.abc import Iterator

from candour.domain.methods import Existing, Kind, Stage, load_method, steps_begun
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.stages.commission.methods_over_time import Titles, titles_of
from candour.stages.report.models import Part
from candour.stages.report.releasing.way_to_release import release_of


def used_by(review: Review) -> Iterator[Existing]:
    """A part is the outline's where it has its title; one by another title is the report's own."""
    parts = Part.objects.filter(report__review=review)
    if parts:
        where = f"report: {len(parts)} part{'' if len(parts) == 1 else 's'}"
        yield from steps_begun(load_method(review.method), Stage.REPORT, where)
    titles = titles_of(review, Kind.PART)
    for part in parts:
        code, place = code_of(part, titles), (f"part {part.number} of the report",)
        if code:
            yield Existing(Kind.PART, code, titles.plain(code), place)
        else:
            yield Existing(Kind.PART, f"own-{part.pk}", f"Part {part.number}, its own", place, own=True)


def code_of(part: Part, titles: Titles) -> str:
    """The code of the outline's part with this title, in the method now or before; nothing where none."""
    for known in (titles.now, titles.before):
        for code, title in known.items():
            if title.casefold() == part.title.strip().casefold():
                return code
    return ""


def is_of_earlier_method(part: Part, titles: Titles) -> bool:
    code = code_of(part, titles)
    return bool(code) and code not in titles.now


def finished(review: Review) -> str:
    """A released report names the method it was made by."""
    release = release_of(review)
    return f"The report was released on {spoken_day(release.released_on)}" if release else ""
