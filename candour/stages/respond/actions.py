"""What a board does about findings: it answers them, acts, and looks for what its actions changed."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.stages.analysis.models import Finding
from candour.stages.respond.models import Action, AnswerState, Response, Strength

KEPT = ("state", "reason", "dissent", "dissent_by")


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
    """The board's answer. One given before stays readable under it. Raises Changed as `act`."""
    before = Response.objects.filter(finding=finding).first()
    with act(
        "answered_finding",
        by=by,
        on=before or finding,
        needs=Can.RESPOND,
        why=f"{state}: {reason}",
        version=version if before else None,
    ) as doing:
        response = before or Response(finding=finding)
        if before:
            response.earlier = [
                *before.earlier,
                {
                    **{name: getattr(before, name) for name in KEPT},
                    "answered_on": before.answered_on.isoformat(),
                    "by": before.answered_by,
                },
            ]
        response.state, response.reason = AnswerState(state), reason
        response.dissent, response.dissent_by = dissent, dissent_by
        response.look_again_on, response.answered_on = look_again_on, answered_on
        response.answered_at, response.answered_by = timezone.now(), by.username
        response.save()
        doing.made(response)
    return response


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
    """Something the board will do. How strong it is, and how the board will know, are said at once."""
    with act("added_action", by=by, on=finding, needs=Can.RESPOND, why=words) as doing:
        action = Action.objects.create(
            finding=finding,
            words=words,
            owner=owner,
            owner_role=owner_role,
            due_on=due_on,
            strength=Strength(strength),
            strength_why=strength_why,
            will_know=will_know,
            look_again_on=look_again_on,
            added_at=timezone.now(),
            added_by=by.username,
        )
        doing.made(action)
    return action


def record_done(*, by: Person, action: Action, done_on: date, note: str = "") -> Action:
    """The action was carried out. Whether it changed anything is asked apart from that."""
    with act("recorded_action_done", by=by, on=action, needs=Can.RESPOND, why=note):
        _stands(action)
        action.done_on, action.done_note = done_on, note
        action.done_at, action.done_by = timezone.now(), by.username
        action.save(update_fields=["done_on", "done_note", "done_at", "done_by"])
    return action


def take_back_done(*, by: Person, action: Action) -> Action:
    """The action is open again, until an effect was looked for."""
    with act("took_back_action_done", by=by, on=action, needs=Can.RESPOND):
        if action.looked_on is not None:
            raise Trouble("Its effect was looked for already.", do="Write what was found there.")
        action.done_on, action.done_note, action.done_at, action.done_by = None, "", None, ""
        action.save(update_fields=["done_on", "done_note", "done_at", "done_by"])
    return action


def record_effect(*, by: Person, action: Action, effect: str, source: str, looked_on: date) -> Action:
    """What was seen to change, or that nothing did, and by what it was seen."""
    with act("recorded_effect", by=by, on=action, needs=Can.RESPOND, why=effect):
        _stands(action)
        action.effect, action.effect_source, action.looked_on = effect, source, looked_on
        action.looked_at, action.looked_by = timezone.now(), by.username
        action.save(update_fields=["effect", "effect_source", "looked_on", "looked_at", "looked_by"])
    return action


def withdraw_action(*, by: Person, action: Action, why: str) -> Action:
    """Give an action up. It stays in the list, struck through, with the reason."""
    with act("withdrew_action", by=by, on=action, needs=Can.RESPOND, why=why):
        action.withdrawn_at, action.withdrawn_by, action.withdrawn_why = timezone.now(), by.username, why
        action.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return action


def _stands(action: Action) -> None:
    if action.withdrawn_at is not None:
        raise Trouble("The action was withdrawn.", do="Add it again if it is still to be done.")
