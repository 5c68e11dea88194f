"""The decision, its reasons and dissents, its clocks, and what the national body and the board said since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.rules import Outcome
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.decide.clocks import clocks_of
from candour.stages.decide.finding import decision_at
from candour.stages.decide.history import history_of, names_of
from candour.stages.decide.law import Tests, law_on, regime_of
from candour.stages.decide.models import Decision, DecisionOutcome
from candour.stages.decide.national_part import national_part, said_in_words
from candour.stages.decide.reads import more_time_shown
from candour.stages.decide.resting import rests_on
from candour.stages.decide.tree_picture import TITLES
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


@needs(Can.SEE_NOTIFICATIONS, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    viewer: Any = request.user
    notification = decision.notification
    tests = law_on(notification)
    return render(
        request,
        "stages/decide/pages/decision.html",
        {
            "decision": decision,
            "notification": notification,
            "place": place_of(notification, "Decision"),
            "decided_by": names_of({decision.decided_by}).get(decision.decided_by, decision.decided_by),
            "tests": tests,
            "tests_said": TITLES[Outcome(decision.tests_said)] if decision.tests_said else "",
            "unknown": by_short_name(notification, decision.unknown_reasons),
            **of_the_law(decision, tests),
            "recommendation": notification.recommendations.filter(withdrawn_at=None).first(),
            "dissents": notification.dissents.all(),
            "clocks": clocks_of(notification, today()),
            "more_time": more_time_shown(notification, viewer),
            "may_give_time": bool(may(viewer, Can.ANSWER_TESTS, notification)),
            "history": history_of(notification),
            "regime": regime_of(notification),
            "national": national_part(viewer, decision, today()),
            "last_words": said_in_words(decision.last_said) if decision.last_said else "",
            "print_words": f"{notification.written}, decision",
            **_acts(viewer, decision),
        },
    )


def _acts(viewer: Person, decision: Decision) -> dict[str, Any]:
    """What this viewer may do next about the decision."""
    resting = rests_on(decision)
    commissioned = getattr(decision, "commission", None) is not None
    commissions = (
        decision.leads_to_review and not commissioned and bool(may(viewer, Can.COMMISSION, decision))
    )
    undo = reverse("decide:take-back-decision", args=[decision.notification.in_address])
    decides = bool(may(viewer, Can.DECIDE, decision))
    return {
        "decides": decides,
        "undo": undo if decides and not resting else "",
        "because": f"It cannot be taken back: {resting}." if resting else "",
        "may_commission": commissions,
        "may_reopen": decides and decision.outcome != DecisionOutcome.REVIEW and not commissioned,
        "directed": decision.direction is not None,
        "may_tell": decides and decision.told_national_on is None,
    }


def of_the_law(decision: Decision, tests: Tests | None) -> dict[str, Any]:
    """What it says to each test of the law and each thing to weigh; by fact where nobody said it by test."""
    named = {one.name: (one.title, one.citation) for one in tests.regime.tests} if tests else {}
    weighed = {one.name: one.sentence for one in tests.regime.considerations} if tests else {}
    return {
        "why_not": [(*named.get(one, (one, "")), why) for one, why in decision.why_not.items()],
        "considered": [(weighed.get(one, one), said) for one, said in decision.considered.items()],
        "because_of": [] if decision.why_not else _because_of(decision),
    }


def _because_of(decision: Decision) -> list[tuple[str, str]]:
    """The reason of each test that was answered no, without those that were decided unknown."""
    rest = {fact: why for fact, why in decision.test_reasons.items() if fact not in decision.unknown_reasons}
    return by_short_name(decision.notification, rest)


def by_short_name(notification: Notification, reasons: Mapping[str, str]) -> list[tuple[str, str]]:
    """Reasons by fact, with each fact as pictures label it."""
    regime = regime_of(notification)
    short = {fact.name: fact.short for fact in regime.facts} if regime else {}
    return [(short.get(fact, fact), why) for fact, why in reasons.items()]
