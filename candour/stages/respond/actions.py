"""The board answers a finding, says what it will do, and later what it saw change."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act, take_version
from candour.kernel.people.models import Organisation, Person
from candour.stages.analysis.models import Finding
from candour.stages.respond.earlier import (
    answer_as_it_stood,
    done_as_it_stood,
    effect_as_it_stood,
    last_effect,
    put_effect,
)
from candour.stages.respond.models import Action, AnswerState, Response, Strength

DONE = ("done_on", "done_note", "done_at", "done_by", "earlier")
EFFECT = ("effect", "effect_source", "looked_on", "looked_at", "looked_by", "look_again_on", "earlier")


def answer_finding(
    *,
    by: Person,
    finding: Finding,
    state: str,
    reason: str,
    answered_on: date,
    dissent: str = "",
    dissent_by: str = "",
    look_again_on: date | None = None,
    version: int | None = None,
) -> Response:
    """Answer a finding: accepted, partly or rejected, with the reason; a dissent word for word.

    Answered again, the earlier answer is kept as it stood. `version` is that of the answer that was read, 0
    for none; raises Changed as `act`.
    """
    _check_answer(finding, state, reason, dissent, dissent_by)
    with act("answered_finding", by=by, on=finding, needs=Can.RESPOND) as doing:
        # Locked before the answer is looked for: of two who answer first, the second finds the first's.
        Finding.objects.select_for_update().get(pk=finding.pk)
        before = Response.objects.filter(finding=finding).first()
        if before is not None and version is not None:
            take_version(before, version)
        response = before or Response(finding=finding)
        if before:
            response.earlier = [*before.earlier, answer_as_it_stood(before)]
        response.state, response.reason, response.answered_on = state, reason, answered_on
        response.dissent, response.dissent_by = dissent, dissent_by if dissent else ""
        response.look_again_on = look_again_on
        response.answered_at, response.answered_by = timezone.now(), by.username
        response.save()
        return doing.made(response)


def add_action(
    *,
    by: Person,
    finding: Finding,
    words: str,
    owner: Organisation,
    owner_role: str,
    due_on: date,
    strength: str,
    strength_why: str = "",
    will_know: str = "",
    look_again_on: date | None = None,
) -> Action:
    """Say what the board will do, who owns it, by when, and how far it works by itself."""
    if not Response.objects.filter(finding=finding).exists():
        raise Trouble("The finding has no answer yet.", do="Answer it first; then say what will be done.")
    if strength not in Strength.values:
        raise Trouble(f"“{strength}” is no strength.", do="Choose stronger, intermediate or weaker.")
    if look_again_on and look_again_on < due_on:
        raise Trouble("The day to look again lies before the day it is due.", do="Give a later day.")
    with act("added_action", by=by, on=finding, needs=Can.RESPOND) as doing:
        return doing.made(
            Action.objects.create(
                finding=finding,
                words=words,
                owner=owner,
                owner_role=owner_role,
                due_on=due_on,
                strength=strength,
                strength_why=strength_why,
                will_know=will_know,
                look_again_on=look_again_on,
                added_at=timezone.now(),
                added_by=by.username,
            )
        )


def record_done(
    *, by: Person, action: Action, done_on: date, note: str = "", version: int | None = None
) -> None:
    """The action was carried out. Whether it changed anything is another question, and stays open.

    Recorded anew, the earlier words are kept. Raises Changed as `act`.
    """
    with act("recorded_done", by=by, on=action, needs=Can.RESPOND, version=version):
        if action.done_on:
            action.earlier = [*action.earlier, done_as_it_stood(action)]
        action.done_on, action.done_note = done_on, note
        action.done_at, action.done_by = timezone.now(), by.username
        action.save(update_fields=DONE)


def take_back_done(*, by: Person, action: Action) -> None:
    """Undo "done"; what it said is kept. Raises Trouble once somebody has looked for an effect."""
    if action.looked_at:
        raise Trouble("Somebody has looked for its effect already.", do="Take that back first.")
    with act("took_back_done", by=by, on=action, needs=Can.RESPOND):
        if action.done_on:
            action.earlier = [*action.earlier, done_as_it_stood(action)]
        action.done_on, action.done_at, action.done_note, action.done_by = None, None, "", ""
        action.save(update_fields=DONE)


def record_effect(
    *,
    by: Person,
    action: Action,
    effect: str,
    looked_on: date,
    source: str = "",
    look_again_on: date | None = None,
    version: int | None = None,
) -> None:
    """Say what was seen to change, or that nothing was, and from what that is known.

    Recorded anew, the earlier words are kept. Raises Changed as `act`.
    """
    if not effect.strip():
        raise Trouble("The effect has no words yet.", do="Say what was seen, or that nothing was.")
    if look_again_on and look_again_on < looked_on:
        raise Trouble("The day to look again has passed.", do="Give a later day, or leave it empty.")
    with act("recorded_effect", by=by, on=action, needs=Can.RESPOND, version=version):
        action.earlier = [*action.earlier, effect_as_it_stood(action)]
        action.effect, action.effect_source, action.looked_on = effect, source, looked_on
        action.looked_at, action.looked_by = timezone.now(), by.username
        action.look_again_on = look_again_on
        action.save(update_fields=EFFECT)


def take_back_effect(*, by: Person, action: Action) -> None:
    """Undo a recorded effect: what stood before stands again, and the words taken back are kept."""
    with act("took_back_effect", by=by, on=action, needs=Can.RESPOND, why=action.effect):
        if action.looked_at is None:
            raise Trouble("Nobody has looked for its effect.", do="Nothing is left to take back.")
        before = last_effect(action)
        taken_back = {**effect_as_it_stood(action), "taken_back": True}
        action.earlier = [*(one for one in action.earlier if one is not before), taken_back]
        put_effect(action, before or {})
        action.save(update_fields=EFFECT)


def withdraw_action(*, by: Person, action: Action, why: str) -> None:
    """The action stays, marked, and is no longer waited for."""
    if not why.strip():
        raise Trouble("An action is withdrawn with a reason.", do="Say why in a sentence.")
    with act("withdrew_action", by=by, on=action, needs=Can.RESPOND, why=why):
        action.save(update_fields=action.mark_withdrawn(by, why))


def take_back_action(*, by: Person, action: Action) -> None:
    """Undo the adding. Raises Trouble once it is done or looked at."""
    if action.done_at or action.looked_at:
        raise Trouble("The action is under way.", do="Withdraw it with a reason instead.")
    with act("took_back_action", by=by, on=action, needs=Can.RESPOND):
        action.save(update_fields=action.mark_withdrawn(by, "Added by mistake, and taken back."))


def _check_answer(finding: Finding, state: str, reason: str, dissent: str, dissent_by: str) -> None:
    if not finding.stands:
        raise Trouble("The finding was withdrawn.", do="Answer one that stands.")
    if state not in AnswerState.values:
        raise Trouble(f"“{state}” is no answer.", do="Choose accepted, accepted in part or not accepted.")
    if not reason.strip():
        raise Trouble("The answer has no reason yet.", do="Say why, in words that will be public.")
    if dissent and not dissent_by.strip():
        raise Trouble("The dissent is not signed.", do="Say how the member signs, such as “One member”.")
