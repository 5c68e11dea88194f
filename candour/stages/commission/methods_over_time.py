"""What a review holds by codes of its method, and what the methods it has had called them."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.access import ROLES
from candour.domain.methods import (
    Comparison,
    Existing,
    Kind,
    Method,
    Stage,
    compare_methods,
    load_method,
    method_names,
    steps_begun,
    titles_in,
)
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.later_stages import used_in
from candour.stages.commission.models import Commission, MethodChange

NOT_OF_THIS = "not part of this method"


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one kind of code: those of the method now, and of those it had before."""

    now: dict[str, str]
    before: dict[str, str]

    def plain(self, code: str) -> str:
        """Its title, the old one where the method now has none; a code that no method knows is itself."""
        return self.now.get(code) or self.before.get(code, code)

    def of(self, code: str) -> str:
        """The same for a page, which says so where it is no part of the method now. Nothing for no code."""
        return self.plain(code) if not code or code in self.now else f"{self.plain(code)} ({NOT_OF_THIS})"


def titles_of(review: Review, kind: Kind) -> Titles:
    before: dict[str, str] = {}
    for method in earlier_methods(review):
        before.update(titles_in(method, kind))
    return Titles(titles_in(load_method(review.method), kind), before)


def earlier_methods(review: Review) -> list[Method]:
    """Those the review was run by before, the latest last. A pack that is gone is left out."""
    found = []
    for change in MethodChange.objects.filter(review=review):
        for name in (change.was, change.became):
            try:
                found.append(load_method(name))
            except Trouble:
                continue
    return found


def changes_of_method(review: Review) -> list[tuple[MethodChange, str, str]]:
    """Each change with the titles from and to, the last first."""
    rows = MethodChange.objects.filter(review=review).order_by("-pk")
    return [(one, title_of(one.was), title_of(one.became)) for one in rows]


def title_of(name: str) -> str:
    return load_method(name).title if name in method_names() else name


def changed_now(review: Review, method: Method) -> Comparison:
    """What a change to this method would carry over, not fit, and newly ask today."""
    return compare_methods(load_method(review.method), method, existing_in(review))


def existing_in(review: Review) -> list[Existing]:
    """Seats and what was commissioned, then what the later stages hold."""
    return [*_commissioned(review), *_seats(review), *used_in(review)]


def made_since(change: MethodChange) -> list[str]:
    """What was made since and has no place in the method before. Steps are begun, and not made."""
    there = {(one["kind"], one["code"]) for one in (*change.carried_over, *change.did_not_fit)}
    before = load_method(change.was)
    return [
        f"{one.title}, {', '.join(one.where)}"
        for one in existing_in(change.review)
        if not one.own and one.kind is not Kind.STEP
        if (one.kind, one.code) not in there and one.code not in titles_in(before, one.kind)
    ]


def _commissioned(review: Review) -> tuple[Existing, ...]:
    if not Commission.objects.filter(review=review).exists():
        return ()
    return steps_begun(load_method(review.method), Stage.COMMISSION, "commission: the review is set up")


def _seats(review: Review) -> list[Existing]:
    """A seat that no method names, such as the manager's, is the review's own."""
    of_methods = {role.name for name in method_names() for role in load_method(name).roles}
    held = Seat.objects.current().filter(review=review).values_list("role", "person__name")
    now = titles_in(load_method(review.method), Kind.ROLE)
    return [
        Existing(Kind.ROLE, role, now.get(role, ROLES[role].title), (name,), own=role not in of_methods)
        for role, name in held
    ]
