"""Where an open copy stands on its way to be given out, and every reason why it cannot be yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from candour.domain.access import Verdict, decide
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.hearing.assembling import sha256_of_list
from candour.stages.hearing.gathering import gathered
from candour.stages.hearing.joining_up import joins_kept
from candour.stages.hearing.models import Audience, BundleSignature, Kind, Making, Signs, State
from candour.stages.report.deciding.joining_up import rulings_of
from candour.stages.report.hearing.reads import why_not_heard
from candour.stages.report.one_source import writers_of
from candour.stages.report.releasing.way_to_release import CHECKERS


@dataclass(frozen=True, slots=True)
class CopyWay:
    """One open copy with what stands under it."""

    making: Making
    signatures: tuple[BundleSignature, ...]

    def of(self, *signs: Signs) -> tuple[BundleSignature, ...]:
        return tuple(
            one for one in self.signatures if one.signs in signs and one.sha256 == self.making.sha256
        )

    @property
    def joins(self) -> BundleSignature | None:
        return next(iter(self.of(Signs.JOINS)), None)

    @property
    def checkings(self) -> tuple[BundleSignature, ...]:
        return self.of(Signs.YES, Signs.NO)

    @property
    def order(self) -> BundleSignature | None:
        return next(iter(self.of(Signs.ORDER)), None)

    @property
    def given(self) -> BundleSignature | None:
        return next(iter(self.of(Signs.GIVEN)), None)

    @property
    def wanting(self) -> range:
        """The checkers that have not spoken, by number."""
        return range(len(self.checkings) + 1, CHECKERS + 1)

    def _join_waits(self) -> bool:
        """Whether a ruling of the report on which somebody signed was taken back since."""
        if self.joins is None:
            return False
        stay = {*rulings_of(self.making.bundle.report)} | {one["key"] for one in self.joins.rulings}
        return any(one.key not in stay for one in joins_kept(self.making.joins))

    def may_sign(self) -> Verdict:
        """Whether anybody can sign for it still; every reason why not."""
        newer = self.making.bundle.makings.filter(number__gt=self.making.number, state=State.MADE).first()
        return decide(
            None if _is_open_and_made(self.making) else "It is no open copy that was made.",
            "The bundle was withdrawn." if self.making.bundle.withdrawn_at else None,
            f"Copy {newer.number} is newer." if newer else None,
        )

    def may_order(self, asker: Person) -> Verdict:
        """Allowed, or every reason why not. There is no way past this."""
        near = authors_of(self.making)
        yes = {one.signed_by for one in self.of(Signs.YES)} - near
        missing = CHECKERS - len(yes)
        no = self.of(Signs.NO)
        return decide(
            *self.may_sign().reasons,
            None if self.joins else "Nobody has signed for what joins up in it.",
            "A join that was to stay waits for a decision again." if self._join_waits() else None,
            None
            if missing <= 0
            else f"{'Two checkers have' if missing == CHECKERS else 'One checker has'} not said yes yet.",
            "A checker said no." if no else None,
            "It is ordered already." if self.order else None,
            "You said yes to it as one of its checkers." if asker.username in yes else None,
            *changed_since(self.making, asker),
        )


def _is_open_and_made(making: Making) -> bool:
    return making.state == State.MADE and not making.bundle.is_closed


def changed_since(making: Making, asker: Person) -> list[str]:
    """Another text, paper, decision on words, or public fact than it was made with."""
    report = making.bundle.report
    if not _is_open_and_made(making):
        return []
    # From when it was asked for: the facts were read before it was made, which takes a while.
    facts = report.review.public_facts.filter(withdrawn_at=None, listed_at__gt=making.asked_at)
    said = ["What it is made of has changed since."] if _is_another_list(making, asker) else []
    said += ["Something more became public since."] if facts.exists() else []
    if making.bundle.papers.filter(withdrawn_at=None, kind=Kind.REPORT).exists():
        said += why_not_heard(report, drafted_at=making.asked_at)
    return said


def _is_another_list(making: Making, asker: Person) -> bool:
    try:
        return sha256_of_list(gathered(making, asker)) != making.made_of
    except Trouble:
        return True


def way_of_copy(making: Making) -> CopyWay:
    return CopyWay(making, tuple(_standing(making)))


def _standing(making: Making) -> QuerySet[BundleSignature]:
    """Until the order, the yes of whoever has declared a conflict does not count; their no does."""
    rows = making.signatures.filter(withdrawn_at=None)
    if rows.filter(signs=Signs.ORDER).exists():
        return rows
    near = Seat.objects.filter(review=making.bundle.report.review, conflict_declared_at__isnull=False)
    return rows.exclude(signs=Signs.YES, signed_by__in=near.values("person__username"))


def authors_of(making: Making) -> set[str]:
    """Usernames of whoever had a hand in it: none of them may check it.

    Who began the bundle, chose a paper or took one out, let a word or a join stand, in the report too, as it
    stands in papers by that; asked for the copy or signed for its joins; and where the report is in it, who
    had a hand in the report.
    """
    bundle, report = making.bundle, making.bundle.report
    hands = {bundle.begun_by, making.asked_by}
    for several, did in (
        (bundle.papers, "chosen_by"),
        (bundle.papers, "withdrawn_by"),
        (report.words_kept_in_papers, "kept_by"),
        (report.allowed, "allowed_by"),
        (report.join_rulings, "ruled_by"),
        (making.signatures.filter(signs=Signs.JOINS), "signed_by"),
    ):
        hands |= {*several.values_list(did, flat=True)}
    if bundle.papers.filter(kind=Kind.REPORT).exists():
        hands |= {*writers_of(report)}
    return hands - {""}


def may_check(checker: Person, way: CopyWay) -> Verdict:
    """Whether this person can be a checker of this copy; every reason why not."""
    return decide(
        *way.may_sign().reasons,
        "You had a hand in it, so you cannot check it."
        if checker.username in authors_of(way.making)
        else None,
        "You have said already what you found."
        if any(one.signed_by == checker.username for one in way.checkings)
        else None,
        "It is ordered already." if way.order else None,
    )


def open_makings(review: Review) -> QuerySet[Making]:
    """The open copies made of bundles that stand: what checkers may read, who see no bundle."""
    rows = Making.objects.filter(bundle__report__review=review, bundle__audience=Audience.OPEN)
    standing = rows.filter(bundle__withdrawn_at=None, state=State.MADE)
    return standing.select_related("bundle__report__review").order_by("-number")


def newest_copies(review: Review) -> list[Making]:
    """Of each bundle the newest that was made."""
    newest = {one.bundle_id: one for one in reversed(open_makings(review))}
    return list(newest.values())
