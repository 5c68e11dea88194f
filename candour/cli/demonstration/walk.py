"""The whole path, walked by the cast: from three notifications to a published report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from candour.cli.demonstration.accounts import say_of_accounts
from candour.cli.demonstration.analyses import analyse
from candour.cli.demonstration.answers import respond
from candour.cli.demonstration.bundles import make_bundles
from candour.cli.demonstration.chronologies import send_returns, settle_held_rows, write_on_screen
from candour.cli.demonstration.decisions import answer_tests, decide_on, notify_of
from candour.cli.demonstration.exchanges import exchange
from candour.cli.demonstration.hearings import hear, order_and_hand_out, source_before
from candour.cli.demonstration.light import record_history
from candour.cli.demonstration.material import Material
from candour.cli.demonstration.publishing import plan_day, publish
from candour.cli.demonstration.reports import release, write_report
from candour.cli.demonstration.reviews import commission
from candour.cli.demonstration.setting_up import set_up
from candour.cli.demonstration.standing import standing_on
from candour.cli.demonstration.world import World, make_world
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.decide.models import Decision

WRITING = timedelta(days=60)
"""How long before it is finished a report begins to be written; its analysis is done by then."""


def walk() -> Iterator[str]:
    """Walk it, saying after each step what was done."""
    world = make_world()
    yield f"{len(world.people)} people, three boards and a national body"
    record_history(world)
    yield "light records of five years, for the counts"
    _waiting(world, "hazel", decided=False)
    _waiting(world, "alder", decided=True)
    yield "one notification that waits for its decision, one decision not to review"
    review = _wren(world)
    yield f"{review}: notified, decided, commissioned, analysed, reported, answered and published"
    review = _wren_by_judge(world)
    yield f"{review}: the same papers by another method, heard, ordered, released and published"
    review = _heron(world)
    yield f"{review}: led by a judge, its report being written"
    exchange(world)
    yield "three decisions that the national body answered: one disagreed with, one directed, one reopened"


def _waiting(world: World, name: str, *, decided: bool) -> None:
    _told(world, Material.found(name), decided=decided)


def _told(world: World, material: Material, *, decided: bool = True) -> Decision | None:
    told, answered = material.read("notification"), material.read("decision")
    with standing_on(told["notified"]):
        notification = notify_of(world, told)
    with standing_on(answered["recommendation"]["on"]):
        answer_tests(world, answered, told["board"], notification)
    if not decided:
        return None
    with standing_on(answered["decision"]["on"]):
        return decide_on(world, answered, told["board"], notification)


def _begun(
    world: World, name: str, number: str, *, beside: str = ""
) -> tuple[Material, dict[str, Any], Review]:
    material = Material.found(name, beside=beside)
    decision = _told(world, material)
    assert decision is not None
    told = material.read("commission")
    with standing_on(told["commissioned"]):
        review = commission(world, material, decision, name, number)
    return material, told, review


def _gathered(world: World, material: Material, review: Review, *, by: Person, settled: Material) -> None:
    """Set up, its returns read, and what they held back settled as `settled` tells it."""
    told = material.read("commission")
    with standing_on(told["commissioned"]):
        set_up(world, material, review, by=by)
    send_returns(world, material, review, by=by)
    with standing_on(max(one["received"] for one in told["asked"])):
        settle_held_rows(settled, review, by=by)


def _wren(world: World) -> Review:
    material, told, review = _begun(world, "wren", "2014/003")
    manager, lead = world.people["business_manager"], world.people["lead_reviewer_1"]
    finished: date = told["finished"]
    _gathered(world, material, review, by=manager, settled=material)
    write_on_screen(world, material, review)
    with standing_on(finished - WRITING):
        say_of_accounts(material, review, by=lead)
        analyse(world, material, review, by=lead)
        report = write_report(material, review, by=lead)
    with standing_on(finished):
        release(
            report,
            by=lead,
            checkers=(world.people["checker_1"], world.people["checker_2"]),
            ordered_by=world.people["chair"],
            on=finished,
        )
        respond(world, material, review, by=world.people["chair"])
    publish(report, by=manager, on=told["published"])
    return review


def _wren_by_judge(world: World) -> Review:
    """The returns, what was settled of them, and the cast are those of wren/."""
    material, told, review = _begun(world, "wren_by_judge", "2014/007", beside="wren")
    manager, judge = world.people["business_manager"], world.people["judge"]
    checkers, finished = (world.member_of("hallowdale"), world.chair_of("hallowdale")), told["finished"]
    _gathered(world, material, review, by=manager, settled=Material.found("wren"))
    with standing_on(finished - WRITING):
        analyse(world, material, review, by=judge)
        report = write_report(material, review, by=judge, source=source_before(material))
    hear(world, material, report, manager=manager, judge=judge)
    order_and_hand_out(world, material, report, judge=judge)
    with standing_on(finished):
        release(
            report,
            by=judge,
            checkers=checkers,
            ordered_by=judge,
            on=finished,
        )
    make_bundles(material, report, judge=judge, checkers=checkers)
    hour = plan_day(material, review, by=manager)
    publish(report, by=manager, on=told["published"], hour=hour)
    return review


def _heron(world: World) -> Review:
    material, _, review = _begun(world, "heron", "2014/005")
    send_returns(world, material, review, by=world.people["other_manager"])
    write_report(material, review, by=world.people["judge"])
    return review
