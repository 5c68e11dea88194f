"""Which number of a year comes next, for things that are numbered through all boards."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, QuerySet

from candour.kernel.people.models import Organisation, OrganisationKind


def next_of_year(numbered: QuerySet[Any], year: int) -> int:
    """The number after the last of the year; the first is 1. `numbered` has a `year` and a `number`.

    To be called inside an act: whoever takes the next number makes the others wait until it is done.
    """
    boards = Organisation.objects.filter(kind=OrganisationKind.BOARD).order_by("pk")
    list(boards.select_for_update())
    last = numbered.filter(year=year).aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1
