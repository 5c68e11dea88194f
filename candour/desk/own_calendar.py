"""Whose bank holidays somebody's tasks are counted by: those of the one nation whose boards are theirs."""

from __future__ import annotations

from django.db.models import Q

from candour.domain.deadlines import Calendar, calendar_names, load_calendar
from candour.kernel.people.models import Organisation, Person, Post
from candour.kernel.reviews.models import Seat

ELSE = "eng"
"""For whoever works with boards of several nations, or of none that is said."""


def own_calendar(person: Person) -> Calendar:
    """The calendar of the nation of their boards. One question, however many boards."""
    posts, seats = Post.objects.held_by(person), Seat.objects.held_by(person)
    boards = Organisation.objects.filter(
        Q(pk__in=posts.values("organisation")) | Q(pk__in=seats.values("review__board"))
    )
    nations = set(boards.exclude(nation="").values_list("nation", flat=True))
    return load_calendar(nations.pop() if len(nations) == 1 and nations <= set(calendar_names()) else ELSE)
