"""A bundle in the world of the matrix: papers chosen, one taken out, a copy made for a reader."""

from __future__ import annotations

from datetime import date

from django.db.models import Model

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.hearing.actions import (
    ask_for_bundle,
    begin_bundle,
    make_bundle,
    put_into_bundle,
    take_out_of_bundle,
)
from candour.stages.hearing.choosing import choices_for
from candour.stages.hearing.models import Bundle, BundlePaper, Kind, Making
from candour.stages.report.models import Report

OF_BUNDLES: dict[str, type[Model]] = {
    **{f"hearing:{page}": Bundle for page in ("bundle", "choose", "bring", "make", "withdraw", "put-back")},
    **{f"hearing:{page}": BundlePaper for page in ("up", "down", "take-out", "put-in-again")},
    "hearing:made": Making,
}
"""The table each of these pages is about."""


def bundle(heron: Review, day: date) -> None:
    """By the judge, whose method has hearings."""
    judge, report = Person.objects.get(username="judge"), Report.objects.get(review=heron)
    begun = begin_bundle(
        by=judge,
        report=report,
        audience="closed",
        heard="First directions",
        heard_on=day,
        called="The coroner, invented",
    )
    chosen = [one for one in choices_for(begun) if one.kind in (Kind.REPORT, Kind.CHRONOLOGY)]
    _, chronology = put_into_bundle(by=judge, bundle=begun, chosen=chosen, tab="The review itself")
    take_out_of_bundle(by=judge, paper=chronology)
    making = ask_for_bundle(by=judge, bundle=begun, asked_on=day)
    make_bundle(by=judge, making=making, made_on=day)
