"""Three cases that a board and the national body wrote to each other about, as exchanges.toml tells them."""

from __future__ import annotations

from typing import Any

from candour.cli.demonstration.decisions import answer_tests, decide_on, notify_of
from candour.cli.demonstration.material import Material
from candour.cli.demonstration.world import World
from candour.stages.commission.actions import ask_agency, commission_review, give_seat
from candour.stages.decide.actions import (
    ask_for_summary,
    challenge,
    conclude_rapid_review,
    direct_review,
    mark_made_safe,
    record_safety_action,
    reopen_decision,
    reply_to_challenge,
    reply_to_direction,
    sign_off_rapid_review,
    write_summary,
)
from candour.stages.decide.models import Decision
from candour.stages.notify.models import Notification


def exchange(world: World) -> None:
    """Each case from its notification to where it stands on the demonstration's day."""
    for told in Material.found().read("exchanges")["case"]:
        board = told["board"]
        notification = notify_of(world, told, told.get("law", ""))
        _look_quickly(world, told, notification)
        answer_tests(world, told, board, notification)
        if told.get("rapid"):
            _conclude(world, told, notification)
        decision = decide_on(world, told, board, notification)
        for step in told["step"]:
            _say(world, step, board, decision)
        if told.get("commission"):
            _commission(world, told, decision)
        if again := told.get("reopened"):
            reopen_decision(
                by=world.chair_of(board), decision=decision, why=again["why"], reopened_on=again["on"]
            )


def _look_quickly(world: World, told: dict[str, Any], notification: Notification) -> None:
    """What agencies sent at once, and what made children safe at once."""
    manager = world.manager_of(told["board"])
    for one in told.get("summary", []):
        asked = ask_for_summary(
            by=manager,
            notification=notification,
            agency=world.organisations[one["agency"]],
            asked_on=one["asked"],
            due_on=one["due"],
        )
        write_summary(
            by=manager,
            asked=asked,
            received_on=one["received"],
            knew=one["knew"],
            analysis=one["analysis"],
            safety=one.get("safety", ""),
            version=asked.version,
        )
    for one in told.get("safety", []):
        action = record_safety_action(
            by=manager, notification=notification, what=one["what"], who=one["who"], due_on=one["due"]
        )
        if one.get("done"):
            mark_made_safe(by=manager, action=action, done_on=one["done"])


def _conclude(world: World, told: dict[str, Any], notification: Notification) -> None:
    said = told["rapid"]
    concluded = conclude_rapid_review(
        by=world.manager_of(told["board"]),
        notification=notification,
        next_step=said["next_step"],
        reason=said["reason"],
        improve=said["improve"],
        concluded_on=said["on"],
    )
    sign_off_rapid_review(
        by=world.chair_of(told["board"]), concluded=concluded, signed_off_on=said["signed_off"]
    )


def _say(world: World, step: dict[str, Any], board: str, decision: Decision) -> None:
    """One thing that the national body says or directs, and the board's reply."""
    said = {"by": world.people[step["by"]], "decision": decision, "words": step["words"]}
    chair, reply = world.chair_of(board), step.get("reply")
    if step["kind"] == "direct":
        direction = direct_review(**said, made_on=step["on"], due_on=step["due"])
        if reply:
            reply_to_direction(by=chair, direction=direction, words=reply, replied_on=step["replied"])
        return
    one = challenge(**said, kind=step["kind"], made_on=step["on"])
    if reply:
        reply_to_challenge(by=chair, said=one, words=reply, replied_on=step["replied"])


def _commission(world: World, told: dict[str, Any], decision: Decision) -> None:
    """The review that was directed, begun: its reviewer is seated and agencies are asked."""
    said, manager = told["commission"], world.manager_of(told["board"])
    review = commission_review(
        by=manager,
        decision=decision,
        title=told["title"],
        method=said["method"],
        opened_on=said["on"],
        number=said["number"],
        period_from=said["period_from"],
        period_to=said["period_to"],
        period_why=said["period_why"],
        terms="\n".join(said["terms"]),
        proportionate_why=said["proportionate_why"],
        lines_of_enquiry=said["lines_of_enquiry"],
    )
    give_seat(by=manager, review=review, person=world.people[said["lead"]], role="lead_reviewer", agency=None)
    for one in said["asked"]:
        ask_agency(
            by=manager,
            review=review,
            agency=world.organisations[one["agency"]],
            asked_on=said["on"],
            due_on=one["due"],
        )
