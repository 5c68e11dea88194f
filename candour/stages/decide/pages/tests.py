"""Is a review required? The tests, how the outcome follows, advice and dissent, and who decides."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from candour.domain.access import Can
from candour.domain.rules import Answer, Outcome, Regime
from candour.kernel.access import may
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.templatetags.candour_web import number_word
from candour.stages.decide.clocks import clock_to_decide
from candour.stages.decide.law import Tests, drawn_tests, law_on
from candour.stages.decide.rapid_reads import rapid_of
from candour.stages.decide.reads import more_time_shown, reopened_of
from candour.stages.decide.resting import changed_since_reopened
from candour.stages.decide.tree_picture import FEW, TITLES, draw_tree, lowered
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


@needs(Can.SEE_NOTIFICATIONS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    viewer: Any = request.user
    tests = law_on(notification)
    decision = getattr(notification, "decision", None)
    is_open = decision is None and notification.withdrawn_at is None
    answers = is_open and bool(may(viewer, Can.ANSWER_TESTS, notification))
    return render(
        request,
        "stages/decide/pages/tests.html",
        {
            "notification": notification,
            "decision": decision,
            "place": place_of(notification, "Tests"),
            "clock": clock_to_decide(notification, today()),
            "more_time": more_time_shown(notification, viewer),
            "tests": tests,
            "may_answer": answers,
            "may_decide": is_open and bool(may(viewer, Can.DECIDE, notification)),
            "may_dissent": is_open and bool(may(viewer, Can.DISSENT, notification)),
            "recommendation": notification.recommendations.filter(withdrawn_at=None).first(),
            "dissents": notification.dissents.all(),
            "viewer": viewer,
            "rapid": rapid_of(notification),
            **_of_reopening(notification),
            **(_of_tests(notification, tests, answers) if tests else {}),
        },
    )


def _of_reopening(notification: Notification) -> dict[str, Any]:
    reopened = reopened_of(notification)
    changed = changed_since_reopened(reopened) if reopened else ""
    return {
        "reopened": reopened,
        "still_reopened": f"It cannot stand again as it was: {changed}. Decide anew." if changed else "",
    }


def _of_tests(notification: Notification, tests: Tests, answers_here: bool) -> dict[str, Any]:
    drawn = drawn_tests(tests.evaluation)
    return {
        "question": lowered(tests.regime.question),
        "answered": _answered_in_words(tests),
        "picture": mark_safe(draw_tree(notification, tests, answers_here=answers_here)),
        "not_drawn": [one for one in tests.evaluation.tests if one not in drawn],
        "turns_on": [lowered(one.short) for one in tests.missing],
        "few": len(tests.missing) <= FEW,
        "rows": _what_if_rows(tests),
    }


def _answered_in_words(tests: Tests) -> str:
    """Three of four tests are; None of seven tests is; All four tests are."""
    count, whole = tests.answered, number_word(len(tests.asked))
    if count == 0:
        return f"None of {whole} tests is"
    if count == len(tests.asked):
        return f"All {whole} tests are" if count > 1 else "The one test is"
    return f"{number_word(count).capitalize()} of {whole} tests {'is' if count == 1 else 'are'}"


def _what_if_rows(tests: Tests) -> list[dict[str, Any]]:
    """What each missing answer would lead to; where four or fewer are missing."""
    if len(tests.missing) > FEW:
        return []
    return [
        {
            "short": one.short,
            "state": way.words if way.words in list(Answer) else "given",
            "words": way.words if way.words not in list(Answer) else "",
            "outcome": TITLES[way.outcome],
            **_after(tests.regime, way.outcome),
        }
        for one in tests.what_ifs
        for way in one.ways
    ]


def _after(regime: Regime, outcome: Outcome) -> dict[str, Any]:
    """The law's sentence for the outcome, and the clocks that a decision in its sense starts."""
    if outcome is Outcome.UNKNOWN:
        return {"says": "It would turn on another answer.", "next": []}
    review = outcome is not Outcome.NEED_NOT
    following = [one for one in regime.clocks if one.starts in {"decision", "initiated"}]
    return {
        "says": regime.says(outcome),
        "next": [one for one in following if one.runs_after(review=review)],
    }
