"""The cast as its page shows it: grouped by kind, each with the name that readers get or would get."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.identity import suggest_pseudonyms
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.stages.report.casting.pseudonyms import secret_of
from candour.stages.report.models import CastMember, Kind
from candour.stages.report.one_source import cast_of

GROUPS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("Family and others", (Kind.CHILD, Kind.ADULT)),
    ("Professionals", (Kind.PROFESSIONAL,)),
    ("Agencies and schools", (Kind.AGENCY, Kind.SCHOOL)),
    ("Places and addresses", (Kind.ADDRESS, Kind.PLACE)),
    ("Numbers and things", (Kind.CASE_NUMBER, Kind.VEHICLE, Kind.SOCIAL_MEDIA, Kind.PET)),
    ("Known by their role alone, and others", (Kind.OTHER,)),
)


@dataclass(frozen=True, slots=True)
class ShownMember:
    row: CastMember
    proposed: str

    @property
    def other_names(self) -> str:
        former = [f"formerly {one}" for one in self.row.former]
        return ", ".join([*self.row.aliases, *former])

    @property
    def stands(self) -> str:
        """Role or relation, with titles."""
        return ", ".join(one for one in (self.row.role or self.row.relation, *self.row.titles) if one)

    @property
    def days(self) -> str:
        born = f"born {spoken_day(self.row.born)}" if self.row.born else ""
        died = f"died {spoken_day(self.row.died)}" if self.row.died else ""
        return ", ".join(one for one in (born, died) if one)


def shown_cast(review: Review, members: list[CastMember]) -> list[tuple[str, list[ShownMember]]]:
    """Groups that hold somebody, under their title."""
    proposed = suggest_pseudonyms(cast_of(review).people, secret=secret_of(review))
    groups = [
        (title, [ShownMember(one, proposed[one.key]) for one in members if one.kind in kinds])
        for title, kinds in GROUPS
    ]
    return [(title, several) for title, several in groups if several]
