"""Bundles in the world of the matrix: a closed copy for a reader; an open one, decided on and signed."""

from __future__ import annotations

from datetime import date

from django.db.models import Model

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.hearing.actions import (
    ask_for_bundle,
    begin_bundle,
    bring_into_bundle,
    keep_paper_words,
    make_bundle,
    put_into_bundle,
    sign_bundle_joins,
    take_out_of_bundle,
)
from candour.stages.hearing.choosing import choices_for
from candour.stages.hearing.models import Bundle, BundlePaper, BundleSignature, KeptWord, Kind, Making
from candour.stages.report.models import Report

OF_BUNDLES: dict[str, type[Model]] = {
    **{f"hearing:{page}": Bundle for page in ("bundle", "choose", "bring", "make", "withdraw", "put-back")},
    **{f"hearing:{page}": BundlePaper for page in ("up", "down", "take-out", "put-in-again")},
    **{f"hearing:{page}": Bundle for page in ("words", "keep-words")},
    "hearing:ask-again": KeptWord,
    **{f"hearing:{page}": Making for page in ("made", "joins", "check", "read", "order", "give")},
    "hearing:take-back": BundleSignature,
}
"""The table each of these pages is about."""
OF_OPEN_ONES = {
    **{f"hearing:{page}": {Bundle: {"audience": "open"}} for page in ("words", "keep-words")},
    **{
        f"hearing:{page}": {Making: {"bundle__audience": "open", "state": "made"}}
        for page in ("joins", "check", "read", "order", "give")
    },
}
"""Pages that a closed bundle has not."""
BY_CHECKERS = {
    f"hearing:{page}": "the review that has hearings has no checker in this world"
    for page in ("check", "read")
}


def bundle(heron: Review, day: date) -> None:
    """By the judge, whose method has hearings."""
    judge, report = Person.objects.get(username="judge"), Report.objects.get(review=heron)
    _open(judge, report, day)
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


def _open(judge: Person, report: Report, day: date) -> None:
    """Of one paper from outside: its words are asked about and kept, and a copy is signed for its joins."""
    said = {"audience": "open", "heard": "First directions", "heard_on": day, "called": "the public"}
    begun = begin_bundle(by=judge, report=report, **said)
    plan = {"name": "plan.csv", "content": b"room,what is in it\none,a table by Oldbridge\n"}
    bring_into_bundle(by=judge, bundle=begun, called="a plan of the flat", tab="plans", **plan)
    for _ in range(2):
        making = ask_for_bundle(by=judge, bundle=begun, asked_on=day)
        make_bundle(by=judge, making=making, made_on=day)
        for one in making.asked:
            kept = {"sha256": one["sha256"], "words": [one["words"]], "reason": "It is known."}
            keep_paper_words(by=judge, making=making, **kept)
    sign_bundle_joins(by=judge, making=making, stays={}, words="Read every page.", signed_on=day)
