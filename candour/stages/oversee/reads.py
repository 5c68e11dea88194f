"""How many notifications, decisions and reviews, by board and year, for whoever may see counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from candour.domain.access import Can, Scope
from candour.domain.rules import Answer, proposed_regimes
from candour.domain.tallies import ReportingYear
from candour.kernel.people.models import Organisation, OrganisationKind, Person, Post
from candour.stages.decide.models import Decision, DecisionOutcome
from candour.stages.notify.models import Notification

DECIDED = {
    DecisionOutcome.REVIEW: "reviews",
    DecisionOutcome.OTHER_REVIEW: "other_reviews",
    DecisionOutcome.NO_REVIEW: "none",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """One board's counts in one year, by the day of notification; decisions as they stand."""

    notified: int = 0
    reviews: int = 0
    """Decided to be held under the law."""
    other_reviews: int = 0
    """Held by another name."""
    none: int = 0
    deaths: int = 0
    harm: int = 0
    not_known: int = 0
    """Where neither a death nor serious harm is known yet, and one of them may be."""
    death_reviews: int = 0
    death_other_reviews: int = 0
    death_none: int = 0
    harm_reviews: int = 0
    harm_other_reviews: int = 0
    harm_none: int = 0

    @property
    def undecided(self) -> int:
        return self.notified - self.reviews - self.other_reviews - self.none

    @property
    def any_review(self) -> int:
        """Under the law and by another name together."""
        return self.reviews + self.other_reviews


@dataclass(frozen=True, slots=True)
class BoardCounts:
    board: Organisation
    years: dict[ReportingYear, Counts]

    @property
    def all_years(self) -> Counts:
        return total(self.years.values())


def boards_counted_for(viewer: Person) -> list[Organisation]:
    """The boards whose counts the viewer may see: one's own, or all of them for the national body."""
    posts = Post.objects.held_by(viewer)
    boards = Organisation.objects.filter(kind=OrganisationKind.BOARD)
    if not posts.with_power(Can.SEE_COUNTS, Scope.NATION).exists():
        own = posts.with_power(Can.SEE_COUNTS, Scope.BOARD).values("organisation")
        boards = boards.filter(pk__in=own)
    return list(boards.order_by("name"))


def counts_by_board(boards: Iterable[Organisation]) -> list[BoardCounts]:
    """Counts of each board by year, in alphabetical order. Neither withdrawn ones nor exercises count."""
    boards = list(boards)
    never = [one.name for one in proposed_regimes()]
    standing = Notification.objects.filter(board__in=boards, withdrawn_at=None).exclude(regime__in=never)
    decided = dict(Decision.objects.filter(stands_for__in=standing).values_list("notification_id", "outcome"))
    tally: dict[tuple[int, ReportingYear], Counter[str]] = {}
    told = standing.values_list("pk", "board_id", "notified_on", "died", "seriously_harmed")
    for pk, board, on, died, harmed in told:
        one = tally.setdefault((board, ReportingYear.of(on)), Counter())
        one.update(_counted_as(_what_happened(died, harmed), decided.get(pk)))
    return [
        BoardCounts(
            board,
            {
                year: Counts(**one)
                for (pk, year), one in sorted(tally.items(), key=_by_year)
                if pk == board.pk
            },
        )
        for board in boards
    ]


def total(counts: Iterable[Counts]) -> Counts:
    every = list(counts)
    return Counts(**{one.name: sum(getattr(count, one.name) for count in every) for one in fields(Counts)})


def years_of(boards: Iterable[BoardCounts], today: date) -> list[ReportingYear]:
    """Every year from the first counted to this one, so that a year of none is seen as one."""
    counted = [year for one in boards for year in one.years]
    if not counted:
        return []
    return [
        ReportingYear(begins) for begins in range(min(counted).begins, ReportingYear.of(today).begins + 1)
    ]


def _counted_as(happened: str, outcome: str | None) -> list[str]:
    found = ["notified"] + ([happened] if happened else [])
    if outcome is None:
        return found
    decision = DECIDED[DecisionOutcome(outcome)]
    apart = {"deaths": f"death_{decision}", "harm": f"harm_{decision}"}
    return [*found, decision, *([apart[happened]] if happened in apart else [])]


def _what_happened(died: str, harmed: str) -> str:
    """Under which count it falls; under none where the notification says that neither happened."""
    if Answer.YES in (died, harmed):
        return "deaths" if died == Answer.YES else "harm"
    return "not_known" if Answer.UNKNOWN in (died, harmed) else ""


def _by_year(item: tuple[tuple[int, ReportingYear], Counter[str]]) -> ReportingYear:
    return item[0][1]
