"""A decision as a letter: the law, each test with its reason, advice, dissent, what follows."""

from __future__ import annotations

from collections.abc import Iterator

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Regime
from candour.files.letters.decision_words import DecisionLetter, Line, Section
from candour.stages.decide.clocks import clocks_of
from candour.stages.decide.law import Asked, law_on, regime_of
from candour.stages.decide.models import Decision, DecisionOutcome
from candour.stages.notify.models import Notification

INVENTED = "Invented: every person, place, board and agency in this letter is made up."
CHECK = "Check against the guidance in force."
LEADS = {
    DecisionOutcome.REVIEW: "There is a review.",
    DecisionOutcome.OTHER_REVIEW: "There is no review under the law. A review is held by another name.",
    DecisionOutcome.NO_REVIEW: "There is no review.",
}


def letter_of(decision: Decision, *, to: str = "", dissent_in_words: bool = True) -> DecisionLetter:
    """The letter of a decision. Without `dissent_in_words` dissents are counted, and kept on the record."""
    notification = decision.notification
    regime = regime_of(notification)
    decided = f"Decided on {spoken_day(decision.decided_on)}."
    return DecisionLetter(
        sender=str(notification.board),
        to=to,
        day=spoken_day(decision.decided_on),
        title=f"{notification.title}: decision whether to review",
        lead=f"{LEADS[DecisionOutcome(decision.outcome)]} {decided}",
        sections=tuple(
            one for one in _sections(decision, regime, dissent_in_words) if one.words or one.lines
        ),
        number=notification.written,
        invented=" ".join(_marks(notification, regime)),
    )


def _marks(notification: Notification, regime: Regime | None) -> Iterator[str]:
    if notification.invented:
        yield INVENTED
    if regime is not None and regime.never:
        yield f"Exercise under a law that was never in force: {regime.title}."


def _sections(decision: Decision, regime: Regime | None, in_words: bool) -> Iterator[Section]:
    yield Section("The decision", decision.reasons, tuple(_decision(decision, regime)))
    if regime is not None:
        yield Section(
            "The law", regime.title, (Line("", f"Who decides: {regime.who_decides}.", regime.citation),)
        )
    yield Section("The tests", "", tuple(_tests(decision)))
    if regime is not None:
        yield Section("Why there is no review, test by test", "", tuple(_why_not(decision, regime)))
        yield Section("What was taken into account", "", tuple(_considered(decision, regime)))
    yield Section("The rapid review", "", tuple(_rapid(decision.notification)))
    yield Section("What was recommended", "", tuple(_advice(decision.notification)))
    yield Section("Dissent", *_dissent(decision.notification, in_words))
    if regime is not None:
        yield Section("What follows", "", tuple(_follows(decision, regime)))
        yield Section("What the national body may do", "", tuple(_powers(decision, regime)))


def _decision(decision: Decision, regime: Regime | None) -> Iterator[Line]:
    if decision.against_why:
        yield Line("Against what the tests say", decision.against_why)
    if decision.outcome == DecisionOutcome.OTHER_REVIEW:
        yield Line(
            "Review by another name",
            f"{decision.get_other_kind_display()}, held by {decision.other_holder}. {decision.other_why}",
        )
    if decision.instead:
        yield Line("Done instead", decision.instead)
    for one in decision.partners:
        yield Line(one["who"], "Agrees." if one["agrees"] else "Does not agree.", one["words"])
    weighed = {"yes": f"Yes. {decision.publication_weighed}", "no": "No."}.get(decision.publication_asked, "")
    if weighed or decision.publication_weighed:
        yield Line("Did publication weigh in this?", weighed or f"Yes. {decision.publication_weighed}")


def _tests(decision: Decision) -> Iterator[Line]:
    tests = law_on(decision.notification)
    for one in tests.asked if tests else ():
        yield Line(f"{one.fact.question} {_answer(one)}", _reason(one, decision), one.fact.citation)


def _why_not(decision: Decision, regime: Regime) -> Iterator[Line]:
    for one in regime.tests:
        if why := decision.why_not.get(one.name, ""):
            yield Line(one.title, why, one.citation if one.verified else f"{one.citation}. {CHECK}")


def _considered(decision: Decision, regime: Regime) -> Iterator[Line]:
    for one in regime.considerations:
        if said := decision.considered.get(one.name, ""):
            yield Line(one.sentence, said, one.citation if one.verified else f"{one.citation}. {CHECK}")


def _answer(one: Asked) -> str:
    return f"{(one.given or one.answer.value).capitalize()}."


def _reason(one: Asked, decision: Decision) -> str:
    fact = one.fact.name
    reason = decision.test_reasons.get(fact) or (one.row.reason if one.row else "Not answered.")
    if why := decision.unknown_reasons.get(fact, ""):
        reason = f"{one.row.reason if one.row else 'Not answered.'} Decided all the same: {why}"
    rests = one.row.rests_on if one.row else ""
    return f"{reason} Rests on: {rests}." if rests else reason


def _rapid(notification: Notification) -> Iterator[Line]:
    """What it came to. The summaries of agencies stay where they are."""
    for one in notification.rapid_reviews.filter(withdrawn_at=None):
        signed = f", signed off {spoken_day(one.signed_off_on)}" if one.signed_off_on else ", not signed off"
        days = f"Written {spoken_day(one.concluded_on)}{signed}"
        yield Line(f"Next step: {one.get_next_step_display().lower()}", one.reason, days)
        if one.improve:
            yield Line("To improve already", one.improve)


def _advice(notification: Notification) -> Iterator[Line]:
    for one in notification.recommendations.filter(withdrawn_at=None):
        votes = ""
        if one.votes_for is not None:
            votes = f" {one.votes_for} for, {one.votes_against or 0} against."
            votes += f" {one.abstained} abstained." if one.abstained else ""
        words = f"{one.get_outcome_display()}, on {spoken_day(one.made_on)}.{votes} {one.reason}".strip()
        yield Line(one.group, words)


def _dissent(notification: Notification, in_words: bool) -> tuple[str, tuple[Line, ...]]:
    standing = list(notification.dissents.filter(withdrawn_at=None))
    if not standing:
        return "Nobody dissented.", ()
    count = f"{len(standing)} member{'s' if len(standing) > 1 else ''} dissented."
    if not in_words:
        return f"{count} The words are kept with the decision.", ()
    return count, tuple(
        Line(one.member, one.words, spoken_day(one.dissented_on), quoted=True) for one in standing
    )


def _follows(decision: Decision, regime: Regime) -> Iterator[Line]:
    under_law = decision.outcome == DecisionOutcome.REVIEW
    running = clocks_of(decision.notification, decision.decided_on) if decision.stands_for_id else ()
    due = {one.clock.name: f" By {spoken_day(one.due)}." for one in running}
    for clock in regime.clocks:
        if clock.starts in {"decision", "initiated"} and clock.runs_after(review=under_law):
            source = clock.citation if clock.verified else f"{clock.citation}. {CHECK}"
            yield Line(clock.title, f"Within {clock.length_in_words}.{due.get(clock.name, '')}", source)


def _powers(decision: Decision, regime: Regime) -> Iterator[Line]:
    for power in regime.powers_on(decision.decided_on):
        yield Line("", power.sentence, power.citation if power.verified else f"{power.citation}. {CHECK}")
    if not regime.may_direct_on(decision.decided_on):
        yield Line("", "The law gives no power to direct a review.")
        for one in regime.remedies:
            yield Line("", one.sentence, one.citation if one.verified else f"{one.citation}. {CHECK}")
