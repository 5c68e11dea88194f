"""One law of review: who decides, tests as pictures, clocks, powers, papers, and what was not checked."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from candour.domain.deadlines import Event, load_calendar
from candour.domain.rules import (
    OUTCOME_IN_WORDS,
    After,
    Clock,
    Kind,
    Node,
    PaperStage,
    Regime,
    Subject,
    Tested,
    evaluate,
    load_regime,
    regime_names,
)
from candour.files.pictures.rule_parts import Conclusion, Joint, Leaf
from candour.files.pictures.rule_tree import rule_tree_svg
from candour.kernel.web.guard import public

STARTS = {
    Event.INCIDENT: "the incident",
    Event.AWARE: "becoming aware of it",
    Event.REFERRED: "the referral",
    Event.NOTIFIED: "the notification",
    Event.DECISION: "the decision",
    Event.INITIATED: "the start of the review",
    Event.REPORT_FINAL: "the finished report",
    Event.PUBLISHED: "publication",
}
AFTER = {
    After.ANY: "",
    After.REVIEW: "where there is a review",
    After.NO_REVIEW: "where there is no review",
}
ASKED_FOR = {
    PaperStage.NOTIFY: "With the notification",
    PaperStage.DECIDE: "For the decision",
    PaperStage.REVIEW: "During the review",
    PaperStage.PUBLISH: "At the end",
}
ABOUT = {Subject.CHILD: "Children", Subject.ADULT: "Adults", Subject.ANY: "Children and adults"}


@public
def page(request: HttpRequest, law: str) -> HttpResponse:
    if law not in regime_names():
        raise Http404
    regime = load_regime(law)
    context = {
        "law": regime,
        "decider": regime.who_decides[:1].lower() + regime.who_decides[1:],
        "about": ABOUT[regime.subject],
        "days_of": load_calendar(regime.nation).title,
        "tests": [_shown(regime, one) for one in evaluate(regime, {}).tests],
        "outcomes": [(OUTCOME_IN_WORDS[outcome], words) for outcome, words in regime.sentences],
        "clocks": [(one, _counted(one), AFTER[one.after]) for one in regime.clocks],
        "documents": [(one, ASKED_FOR[one.stage]) for one in regime.documents],
    }
    return render(request, "desk/pages/about_law.html", context)


def _shown(regime: Regime, test: Tested) -> dict[str, Any]:
    """A test with its picture, nothing answered yet, and the facts that it asks."""
    law = next(one for one in regime.tests if one.name == test.name)
    leads_to = OUTCOME_IN_WORDS[test.outcome]
    return {
        "test": law,
        "leads_to": leads_to,
        "picture": _picture(test, leads_to),
        "facts": [regime.fact(name) for name in law.tree.facts()],
    }


def _picture(test: Tested, leads_to: str) -> SafeString:
    conclusion = Conclusion(leads_to, "where this comes to yes", True)
    says = f"{test.title}: {leads_to.lower()}."
    return mark_safe(rule_tree_svg(_part(test.tree), conclusion, says=says))


def _part(node: Node) -> Leaf | Joint:
    if node.kind is Kind.FACT:
        return Leaf(node.label, node.answer)
    return Joint(node.label, node.answer, tuple(map(_part, node.of)))


def _counted(clock: Clock) -> str:
    """5 working days from becoming aware of it, whose day is day 0."""
    words = f"{clock.length_in_words} from {STARTS[clock.starts]}, whose day is day {clock.first_day}"
    held = " and ".join(f"while {one} is paused" for one in clock.pauses)
    return f"{words}; it stands still {held}" if held else words
