"""A phrase looked for in all that the viewer may see and in nothing else: each table by its `visible_to`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from candour.domain.access import Can, roles_with
from candour.domain.moments.spoken import spoken
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.analysis.models import Finding
from candour.stages.chronology.models import Entry
from candour.stages.commission.models import AgencyAsked
from candour.stages.decide.models import Decision
from candour.stages.notify.models import Notification

LEAST, MOST = 2, 100
"""Characters of a phrase: one letter is in everything."""
SHOWN = 10
"""Of each kind. More than that is no answer; a longer phrase is."""
ROUND = 70
"""Characters quoted on each side of the phrase."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words round the phrase, and the phrase as it is written there."""

    before: str
    phrase: str
    after: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its title with its address, where it lies, and the words that hold the phrase."""

    title: str
    href: str
    where: str
    quoted: Quoted | None
    review: Review | None = None
    """The review whose papers were read to find it."""


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, and whether there are more than are shown."""

    title: str
    hits: list[Hit]
    more: bool


def found_for(viewer: Person, phrase: str) -> list[Group]:
    """What holds the phrase, by kind. One query a kind, however much there is."""
    seats = Seat.objects.held_by(viewer).filter(role__in=roles_with(Can.SEE_REVIEW))
    open_to = frozenset(seats.values_list("review_id", flat=True))
    kinds: tuple[tuple[str, QuerySet[Any], Callable[[Any], Hit]], ...] = (
        ("Reviews", _reviews(viewer, phrase), lambda row: _review_hit(row, open_to)),
        ("Notifications", _notifications(viewer, phrase), lambda row: _notification_hit(row, phrase)),
        ("Decisions", _decisions(viewer, phrase), lambda row: _decision_hit(row, phrase)),
        ("Agencies asked", _agencies(viewer, phrase), _agency_hit),
        ("Entries of chronologies", _entries(viewer, phrase), lambda row: _entry_hit(row, phrase)),
        ("Findings", _findings(viewer, phrase), lambda row: _finding_hit(row, phrase)),
        ("Papers", _papers(viewer, phrase), _paper_hit),
    )
    groups = (_group(title, rows, hit) for title, rows, hit in kinds)
    return [one for one in groups if one.hits]


def quoted(phrase: str, texts: Iterable[str]) -> Quoted | None:
    """The first place of the phrase in the texts, with some words on either side, or None."""
    for text in texts:
        words = " ".join(text.split())
        at = words.casefold().find(phrase.casefold())
        if at >= 0 and len(words.casefold()) == len(words):
            end = at + len(phrase)
            return Quoted(_tail(words[:at]), words[at:end], _head(words[end:]))
    return None


def _tail(words: str) -> str:
    return words if len(words) <= ROUND else f"… {words[-ROUND:].partition(' ')[2]}"


def _head(words: str) -> str:
    return words if len(words) <= ROUND else f"{words[:ROUND].rpartition(' ')[0]} …"


def _group(title: str, rows: QuerySet[Any], hit: Callable[[Any], Hit]) -> Group:
    found = list(rows[: SHOWN + 1])
    return Group(title, [hit(row) for row in found[:SHOWN]], len(found) > SHOWN)


def _holding(phrase: str, *fields: str) -> Q:
    holds = Q()
    for field in fields:
        holds |= Q(**{f"{field}__icontains": phrase})
    return holds


def _numbered(phrase: str, letter: str = "") -> Q:
    """A number as people write it: 2014/003, 2014-3, and with its letter N/2014/031."""
    parts = phrase.upper().removeprefix(letter).strip("/- ").replace("-", "/").split("/")
    if len(parts) == 2 and all(part.isdecimal() and part.isascii() and len(part) <= 4 for part in parts):
        return Q(year=int(parts[0]), number=int(parts[1]))
    return Q(pk__in=())


def _reviews(viewer: Person, phrase: str) -> QuerySet[Any]:
    rows = Review.objects.visible_to(viewer).select_related("board")
    return rows.filter(_holding(phrase, "title", "board__name") | _numbered(phrase))


def _review_hit(row: Review, open_to: frozenset[int]) -> Hit:
    """With its main page for those whom it is open to, else with where it is."""
    page = "desk:review" if row.pk in open_to else "desk:progress"
    return Hit(str(row), reverse(page, args=[row.in_address]), str(row.board), None)


def _notifications(viewer: Person, phrase: str) -> QuerySet[Any]:
    rows = Notification.objects.visible_to(viewer).filter(withdrawn_at=None).select_related("board")
    return rows.filter(
        _holding(phrase, "title", "harm", "what_happened", "board__name") | _numbered(phrase, "N")
    )


def _notification_hit(row: Notification, phrase: str) -> Hit:
    href = reverse("notify:notification", args=[row.in_address])
    return Hit(
        f"{row.title}, {row.written}", href, str(row.board), quoted(phrase, [row.what_happened, row.harm])
    )


def _decisions(viewer: Person, phrase: str) -> QuerySet[Any]:
    rows = Decision.objects.visible_to(viewer).select_related("notification__board")
    return rows.filter(_holding(phrase, "reasons", "notification__title"))


def _decision_hit(row: Decision, phrase: str) -> Hit:
    told = row.notification
    href = reverse("decide:decision", args=[told.in_address])
    return Hit(
        f"Decision on {told.title}, {told.written}", href, str(told.board), quoted(phrase, [row.reasons])
    )


def _agencies(viewer: Person, phrase: str) -> QuerySet[Any]:
    rows = AgencyAsked.objects.visible_to(viewer).filter(withdrawn_at=None)
    return rows.filter(_holding(phrase, "agency__name")).select_related("agency", "review")


def _agency_hit(row: AgencyAsked) -> Hit:
    href = reverse("chronology:returns", args=[row.review.in_address])
    return Hit(str(row.agency), href, str(row.review), None)


def _entries(viewer: Person, phrase: str) -> QuerySet[Any]:
    rows = Entry.objects.visible_to(viewer).filter(withdrawn_at=None)
    held = _holding(phrase, "body__event", "body__action")
    return rows.filter(held).select_related("review", "in_return__agency").order_by("earliest", "pk")


def _entry_hit(row: Entry, phrase: str) -> Hit:
    href = reverse("chronology:entry", args=[row.review.in_address, row.key])
    told = row.told
    title = f"{spoken(told.when)}, {row.in_return.agency}"
    return Hit(title, href, str(row.review), quoted(phrase, [told.event, told.action]), row.review)


def _findings(viewer: Person, phrase: str) -> QuerySet[Any]:
    rows = Finding.objects.visible_to(viewer).filter(withdrawn_at=None).select_related("review")
    return rows.filter(_holding(phrase, "headline", "against"))


def _finding_hit(row: Finding, phrase: str) -> Hit:
    href = reverse("analysis:finding", args=[row.review.in_address, row.number])
    title = f"Finding {row.number}: {row.headline}"
    return Hit(title, href, str(row.review), quoted(phrase, [row.against]), row.review)


def _papers(viewer: Person, phrase: str) -> QuerySet[Any]:
    rows = Paper.objects.visible_to(viewer).filter(_holding(phrase, "name"))
    return rows.select_related("review", "agency").order_by("name", "pk")


def _paper_hit(row: Paper) -> Hit:
    href = reverse("chronology:returns", args=[row.review.in_address])
    where = f"{row.review}, {row.agency}" if row.agency else str(row.review)
    return Hit(row.name, href, where, None, row.review)


def reviews_read(groups: list[Group]) -> Iterator[Review]:
    """The reviews whose papers stand among the hits, each once: the record says that they were searched."""
    found = {hit.review.pk: hit.review for group in groups for hit in group.hits if hit.review}
    yield from found.values()
