"""The tests, advice and decisions on a notification, as they stand in a file, and the board's replies."""

from __future__ import annotations

from datetime import date
from typing import Any

from candour.domain.logs import Earlier, Meaning
from candour.domain.logs.words import Means, OtherKind
from candour.domain.rules import Answer
from candour.domain.trouble import Trouble
from candour.files.handovers import Decided, Notified, Replied
from candour.kernel.people.models import Person
from candour.stages.decide import actions, models
from candour.stages.decide.decided_words import DecidedWords, test_reasons
from candour.stages.decide.law import law_on
from candour.stages.notify.models import Notification
from candour.stages.oversee.more_time_taken import take_more_time, waits
from candour.stages.oversee.rapid_taken import take_rapid
from candour.stages.oversee.references import References

TAKEN_BACK = "The board took this decision back in its own installation."
BY_NAME = ("unknown_reasons", "test_reasons", "why_not", "considered")
NOT_HANDED_OVER = "Not handed over: this decision was reopened before the file was made."
WORDS = (
    *("against_why", *BY_NAME, "publication_asked", "publication_weighed"),
    *("instead", "kept_elsewhere", "other_kind", "other_holder", "other_why"),
)


def take_decisions(hand: Person, row: Notification, of: Notified, known: References) -> list[str]:
    """What was done, in words: decisions in their order, the answers to the tests before the last of them."""
    done = []
    gone = _taken_back(hand, row, of, known) + _dissents_gone(hand, of, known)
    for one in of.decisions:
        standing = one.reopened_on is None
        done += _advice(hand, row, of, known) if standing else []
        done += _before_it_is_decided(hand, row, of, known) if standing else []
        done += _decision(hand, row, one, known, of)
    if not of.decisions or of.decisions[-1].reopened_on is not None:
        done += _advice(hand, row, of, known) + _before_it_is_decided(hand, row, of, known)
    return gone + done + _dissents(hand, row, of, known)


def _before_it_is_decided(hand: Person, row: Notification, of: Notified, known: References) -> list[str]:
    """A sign-off before the decision ends a clock, so more time for that comes first."""
    if row.withdrawn_at is not None:
        return []
    return take_more_time(hand, row, of, known) + take_rapid(hand, row, of, known)


def _taken_back(hand: Person, row: Notification, of: Notified, known: References) -> list[str]:
    """A decision that came before and that the board has no more: it is taken back here, or reopened."""
    there = {known.known[one.number][1] for one in of.decisions if one.number in known.known}
    standing = models.Decision.objects.filter(stands_for=row).exclude(pk__in=there).first()
    if standing is None:
        return []
    if models.Challenge.objects.filter(decision=standing).exists():
        on = max(standing.decided_on, *(one.made_on for one in standing.challenges.all()))
        actions.reopen_decision(by=hand, decision=standing, why=TAKEN_BACK, reopened_on=on)
    else:
        actions.take_back_decision(by=hand, decision=standing)
    return ["decision taken back"]


def _decision(hand: Person, row: Notification, of: Decided, known: References, told: Notified) -> list[str]:
    done = []
    decision = known.row(of.number, models.Decision)
    if decision is None:
        if of.reopened_on is not None:  # the answers of now are the best there are of then
            _advice(hand, row, told, known)
        of_telling = any(waits(one, known) for one in told.more_time)
        decision = _decide(hand, row, of, told_on=None if of_telling else of.told_on)
        known.keep(of.number, decision)
        done += ["decided", *take_more_time(hand, row, told, known)]
    if of.told_on is not None and decision.told_national_on is None and decision.stands_for_id:
        actions.tell_national_body(by=hand, decision=decision, told_on=of.told_on)
        done.append("told")
    for reply in of.replies:
        done += _reply(hand, row, reply)
    if of.reopened_on is not None and decision.reopened_on is None:
        actions.reopen_decision(by=hand, decision=decision, why=of.reopened_why, reopened_on=of.reopened_on)
        done.append("reopened")
    return done


def _decide(hand: Person, row: Notification, of: Decided, *, told_on: date | None) -> models.Decision:
    """More time for the telling is given between the two, so the telling may come after."""
    said: dict[str, Any] = {name: getattr(of, name) for name in WORDS}
    said |= {name: dict(said[name]) for name in BY_NAME}
    said["partners"] = [{"who": one.who, "agrees": one.agrees, "words": one.words} for one in of.partners]
    if of.reopened_on is not None:
        said |= _where_not_handed_over(row, DecidedWords(**said))  # type: ignore[typeddict-item]
    if of.outcome not in models.DecisionOutcome.values:
        raise Trouble("It holds an outcome that is none.", do="Ask who sent the file.")
    if of.words_then:
        return actions.record_earlier_decision(
            by=hand, notification=row, earlier=_earlier(of), kept_elsewhere=of.kept_elsewhere
        )
    return actions.decide(
        by=hand,
        notification=row,
        outcome=of.outcome,
        reasons=of.reasons,
        decided_on=of.decided_on,
        told_national_on=told_on,
        **said,
    )


def _earlier(of: Decided) -> Earlier:
    """One that the board took in from its earlier log."""
    try:
        meaning = Meaning(Means(of.outcome), OtherKind(of.other_kind), of.instead)
    except ValueError:
        raise Trouble("It holds a kind of review that is none.", do="Ask who sent the file.") from None
    return Earlier(of.words_then, meaning, of.decided_on, of.reasons, of.other_holder)


def _where_not_handed_over(row: Notification, said: DecidedWords) -> dict[str, Any]:
    """A reopened decision rested on answers that may have changed since: what is lacking says that."""
    tests = law_on(row)
    if tests is None:
        return {}
    lacking = [one for one, why in test_reasons(tests, said).items() if not why]
    lacking += [one.name for one in tests.missing]
    given = {one: NOT_HANDED_OVER for one in lacking}
    return {
        "unknown_reasons": {**given, **said["unknown_reasons"]},
        "why_not": {one.name: NOT_HANDED_OVER for one in tests.evaluation.tests} | dict(said["why_not"]),
        "against_why": said["against_why"] or NOT_HANDED_OVER,
    }


def _advice(hand: Person, row: Notification, of: Notified, known: References) -> list[str]:
    """The answers to the tests and the recommendation, while it is not decided here."""
    if row.withdrawn_at is not None or models.Decision.objects.filter(stands_for=row).exists():
        return []
    return _tests(hand, row, of) + _recommendation(hand, row, of)


def _tests(hand: Person, row: Notification, of: Notified) -> list[str]:
    here = {one.fact: one for one in models.TestAnswer.objects.filter(notification=row)}
    done = []
    for one in of.tests:
        now = here.get(one.fact)
        said = (one.answer, one.value, one.reason, one.rests_on)
        if now is not None and (now.answer, now.value, now.reason, now.rests_on) == said:
            continue
        given = one.answer == models.GIVEN
        if not given and one.answer not in list(Answer):
            raise Trouble("It holds an answer that is none.", do="Ask who sent the file.")
        actions.answer_test(
            by=hand,
            notification=row,
            fact=one.fact,
            answer=Answer.UNKNOWN if given else Answer(one.answer),
            value=one.value,
            reason=one.reason,
            rests_on=one.rests_on,
        )
        done.append(one.fact)
    return done


def _recommendation(hand: Person, row: Notification, of: Notified) -> list[str]:
    now = models.Recommendation.objects.filter(notification=row, withdrawn_at=None).first()
    fields = ("group", "outcome", "made_on", "reason", "votes_for", "votes_against", "abstained")
    said = {name: getattr(of.recommended, name) for name in fields} if of.recommended else {}
    if now is not None and not said:
        actions.take_back_recommendation(by=hand, recommendation=now)
        return ["recommendation taken back"]
    if not said or (now is not None and said == {name: getattr(now, name) for name in fields}):
        return []
    if said["outcome"] not in models.DecisionOutcome.values:
        raise Trouble("It holds an outcome that is none.", do="Ask who sent the file.")
    actions.record_recommendation(by=hand, notification=row, **said)
    return ["recommended"]


def _dissents(hand: Person, row: Notification, of: Notified, known: References) -> list[str]:
    done = []
    for one in of.dissents:
        written = known.row(one.number, models.Dissent)
        if written is None and not one.withdrawn:
            written = actions.dissent(
                by=hand,
                notification=row,
                member=one.member,
                words=one.words,
                dissented_on=one.dissented_on,
            )
            known.keep(one.number, written)
            done.append("dissent")
    return done


def _dissents_gone(hand: Person, of: Notified, known: References) -> list[str]:
    """Before anything is decided: from then on a dissent stands with the decision."""
    done = []
    for one in of.dissents:
        written = known.row(one.number, models.Dissent) if one.withdrawn else None
        if written is not None and written.withdrawn_at is None:
            actions.withdraw_dissent(by=hand, written=written)
            done.append("dissent taken back")
    return done


def _reply(hand: Person, row: Notification, reply: Replied) -> list[str]:
    """To what was said of this notification and no other, whatever the file says."""
    name, _, key = reply.about.partition(":")
    table = {"challenge": models.Challenge, "direction": models.Direction}.get(name)
    if table is None or not key.isdecimal() or len(key) > 18:
        raise Trouble("It replies to something that is not known here.", do="Ask who sent the file.")
    said = table._default_manager.filter(pk=int(key), decision__notification=row).first()
    if said is None:
        raise Trouble("It replies to something that is not known here.", do="Ask who sent the file.")
    if (said.reply, said.replied_on) == (reply.words, reply.on):
        return []
    if isinstance(said, models.Direction):
        if said.replied_on is not None:
            actions.take_back_reply_to_direction(by=hand, direction=said)
        actions.reply_to_direction(by=hand, direction=said, words=reply.words, replied_on=reply.on)
    else:
        if said.replied_on is not None:
            actions.take_back_reply(by=hand, said=said)
        actions.reply_to_challenge(by=hand, said=said, words=reply.words, replied_on=reply.on)
    return ["replied"]
