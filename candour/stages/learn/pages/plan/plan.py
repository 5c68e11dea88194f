"""The publication plan: the day and hour, the law's notice, who hears before, and what is said."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.rules import load_regime
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.returns.place import place_in
from candour.stages.learn.before import before_the_family, moment_of, notice_of, plan_of, waiting_family
from candour.stages.learn.models import NoticeSent
from candour.stages.learn.reads import publication_of
from candour.stages.report.releasing.way_to_release import release_of


@needs(Can.PUBLISH)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    plan = plan_of(review)
    tellings = list(plan.tellings.all()) if plan else []
    return render(
        request,
        "stages/learn/pages/plan/plan.html",
        {
            "review": review,
            "plan": plan,
            "hour_has_come": bool(plan and moment_of() >= plan.not_before),
            "rule": load_regime(review.regime).publication,
            "asked": notice_of(review),
            "notices": NoticeSent.objects.filter(review=review),
            "tellings": [one for one in tellings if one.withdrawn_at is None],
            "taken_out": [one for one in tellings if one.withdrawn_at is not None],
            "waiting_family": waiting_family(plan) if plan else None,
            "out_of_order": before_the_family(plan) if plan else [],
            "release": release_of(review),
            "published": publication_of(review),
            "place": place_in(review, request.user, ("Publication plan", "")),
            "print_words": f"Publication plan, review {review.written_number}",
        },
    )
