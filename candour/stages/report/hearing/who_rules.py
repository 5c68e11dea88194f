"""Who rules on what is closed: the role that the review's method names for it, or else the board's chair."""

from __future__ import annotations

from candour.domain.access import ROLES, Can, roles_with
from candour.domain.methods import load_method
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat

CHAIR = "chair"
"""Rules wherever the method has nobody of its own for it."""


def ruling_role(review: Review) -> str:
    """The word of the role. A method names it among its roles, and the house's table gives it the power."""
    named = [role.name for role in load_method(review.method).roles if role.name in roles_with(Can.RULE)]
    return named[0] if named else CHAIR


def ruling_title(review: Review) -> str:
    return ROLES[ruling_role(review)].title


def rules(person: Person, review: Review) -> bool:
    return Seat.objects.held_by(person).filter(review=review, role=ruling_role(review)).exists()


def refuse_unless_ruling(person: Person, review: Review) -> None:
    """Raises Trouble for whoever has the power elsewhere, and not by this review's method."""
    if not rules(person, review):
        title = ruling_title(review)
        raise Trouble(
            f"By the method of this review the {title[:1].lower()}{title[1:]} rules on this.",
            do="Ask them.",
        )
