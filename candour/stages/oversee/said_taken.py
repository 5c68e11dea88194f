"""What the national body said, as a file has it: said here by its hand, once, and taken back as there."""

from __future__ import annotations

from candour.domain.trouble import Trouble
from candour.files.handovers import Direction, Said
from candour.kernel.people.models import Organisation, Person
from candour.stages.decide import actions, models
from candour.stages.oversee.references import References


def take_said(hand: Person, board: Organisation, said: Said | Direction, known: References) -> list[str]:
    """What was done, in words; nothing where it is here as it is there."""
    table = models.Challenge if isinstance(said, Said) else models.Direction
    row = known.row(said.number, table)
    done = []
    if row is None:
        row = _say(hand, _decision(board, said.decision), said)
        known.keep(said.number, row)
        done.append("said")
    if said.taken_back and row.taken_back_at is None:
        _take_back(hand, row)
        done.append("taken back")
    return done


def _decision(board: Organisation, number: str) -> models.Decision:
    """The board's own decision of that number: nobody else's, whatever the file says."""
    key = number.removeprefix("decision:")
    rows = models.Decision.objects.filter(notification__board=board)
    found = rows.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None
    if found is None:
        raise Trouble("The decision that this was said of is not here.", do="It may have been taken back.")
    return found


def _say(
    hand: Person, decision: models.Decision, said: Said | Direction
) -> models.Challenge | models.Direction:
    words, made_on = said.words, said.made_on
    if isinstance(said, Direction):
        return actions.direct_review(
            by=hand, decision=decision, words=words, made_on=made_on, due_on=said.due_on
        )
    if said.kind == models.ChallengeKind.OWN_REVIEW:
        return actions.hold_own_review(by=hand, decision=decision, words=words, made_on=made_on)
    if said.kind not in models.ChallengeKind.values or said.remedy_step not in (
        "",
        *models.RemedyStep.values,
    ):
        raise Trouble("This says a thing of a kind not known here.", do="Ask who sent it.")
    return actions.challenge(
        by=hand,
        decision=decision,
        kind=said.kind,
        words=words,
        made_on=made_on,
        remedy=said.remedy,
        remedy_step=said.remedy_step,
    )


def _take_back(hand: Person, row: models.Challenge | models.Direction) -> None:
    if isinstance(row, models.Direction):
        actions.take_back_direction(by=hand, direction=row)
    elif row.kind == models.ChallengeKind.OWN_REVIEW:
        actions.take_back_own_review(by=hand, said=row)
    else:
        actions.take_back_challenge(by=hand, said=row)
