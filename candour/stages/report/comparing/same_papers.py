"""Other reviews that rest on the same papers, by the bytes of their returns, and rows that both rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Evidence
from candour.stages.chronology.models import Return

_PLACE = ("entry__in_return__sha256", "entry__part", "entry__row")


@dataclass(frozen=True, slots=True)
class Other:
    """A review of which `shared` returns are files of this one too."""

    review: Review
    shared: int


def others_on_same_papers(review: Review, viewer: Person) -> list[Other]:
    """Those whose analysis the viewer may see too; the one with most files in common comes first."""
    own = _files(review, viewer)
    alike = Return.objects.filter(sha256__in=own, withdrawn_at=None).exclude(review=review)
    there = Review.objects.visible_to(viewer).filter(pk__in=alike.values("review"))
    seen = [one for one in there if may(viewer, Can.SEE_ANALYSIS, one)]
    found = [Other(one, len(own & _files(one, viewer))) for one in seen]
    return sorted((one for one in found if one.shared), key=lambda one: -one.shared)


def rows_both_rest_on(first: Review, second: Review) -> int:
    """How many rows of the same files stand under findings of both."""
    return len({*_rows(first)} & {*_rows(second)})


def _files(review: Review, viewer: Person) -> set[str]:
    standing = Return.objects.visible_to(viewer).filter(review=review, withdrawn_at=None)
    return set(standing.values_list("sha256", flat=True))


def _rows(review: Review) -> Iterator[tuple[str, str, int]]:
    standing = Evidence.objects.filter(finding__review=review, withdrawn_at=None)
    yield from standing.filter(finding__withdrawn_at=None).values_list(*_PLACE)
