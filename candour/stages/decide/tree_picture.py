"""How the outcome follows from the answers, as a picture and as the sentence that goes with it."""

from __future__ import annotations

from django.urls import reverse

from candour.domain.rules import Answer, Kind, Node, Outcome
from candour.files.pictures.rule_parts import Conclusion, Joint, Leaf
from candour.files.pictures.rule_tree import rule_tree_svg
from candour.stages.decide.law import Tests, drawn_tests
from candour.stages.notify.models import Notification

TITLES = {
    Outcome.MUST: "Must review",
    Outcome.SHOULD_CONSIDER: "Should consider a review",
    Outcome.MAY: "May review",
    Outcome.NEED_NOT: "Need not review",
    Outcome.UNKNOWN: "Not yet known",
}
FEW = 4
"""Missing answers that are named; with more, only their number is said."""


def draw_tree(notification: Notification, tests: Tests, *, answers_here: bool) -> str:
    """The tree of the tests still in play, as SVG text. With `answers_here` each leaf leads to its test."""
    trees = [one.tree for one in drawn_tests(tests.evaluation)]
    answers = {one.answer for one in trees}
    whole = trees[0]
    if len(trees) > 1:
        yes, unknown = Answer.YES in answers, Answer.UNKNOWN in answers
        answer = Answer.YES if yes else Answer.UNKNOWN if unknown else Answer.NO
        word = "either" if len(trees) == 2 else "any"
        whole = Node(Kind.EITHER, word, answer, "", tuple(trees))
    conclusion = Conclusion(TITLES[tests.evaluation.outcome], turning_words(tests), tests.known)
    return rule_tree_svg(_part(whole, notification if answers_here else None), conclusion, says=_says(tests))


def turning_words(tests: Tests) -> str:
    """It turns on one answer: concern about joint working. Nothing where the outcome is known."""
    missing = tests.missing
    if not missing:
        return ""
    if len(missing) == 1:
        return f"It turns on one answer: {lowered(missing[0].short)}."
    if len(missing) > FEW:
        return f"It turns on {len(missing)} answers."
    return f"It may turn on: {', '.join(lowered(one.short) for one in missing)}."


def lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _part(node: Node, linked: Notification | None) -> Leaf | Joint:
    if node.kind is Kind.FACT:
        href = reverse("decide:answer-test", args=[linked.in_address, node.name]) if linked else None
        return Leaf(node.label, node.answer, href)
    return Joint(node.label, node.answer, tuple(_part(one, linked) for one in node.of))


def _says(tests: Tests) -> str:
    return f"{TITLES[tests.evaluation.outcome]}. {turning_words(tests)}".strip()
