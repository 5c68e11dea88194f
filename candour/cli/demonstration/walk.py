"""The whole path, walked by the cast: from three notifications to a published report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from candour.cli.demonstration.accounts import say_of_accounts
from candour.cli.demonstration.analyses import analyse
from candour.cli.demonstration.answers import respond
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
from candour.cli.demonstration.world import World, make_world
from candour.kernel.reviews.models import Review
from candour.stages.decide.models import Decision


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
    notification = notify_of(world, told)
    answer_tests(world, answered, told["board"], notification)
    return decide_on(world, answered, told["board"], notification) if decided else None


def _begun(
    world: World, name: str, number: str, *, beside: str = ""
) -> tuple[Material, dict[str, Any], Review]:
    material = Material.found(name, beside=beside)
    decision = _told(world, material)
    assert decision is not None
    return material, material.read("commission"), commission(world, material, decision, name, number)


def _wren(world: World) -> Review:
    material, told, review = _begun(world, "wren", "2014/003")
    manager, lead = world.people["business_manager"], world.people["lead_reviewer_1"]
    set_up(world, material, review, by=manager)
    send_returns(world, material, review, by=manager)
    settle_held_rows(material, review, by=manager)
    write_on_screen(world, material, review)
    say_of_accounts(material, review, by=lead)
    analyse(world, material, review, by=lead)
    report = write_report(material, review, by=lead)
    finished: date = told["finished"]
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
    set_up(world, material, review, by=manager)
    send_returns(world, material, review, by=manager)
    settle_held_rows(Material.found("wren"), review, by=manager)
    analyse(world, material, review, by=judge)
    report = write_report(material, review, by=judge, source=source_before(material))
    hear(world, material, report, manager=manager, judge=judge)
    order_and_hand_out(world, material, report, judge=judge)
    release(
        report,
        by=judge,
        checkers=(world.member_of("hallowdale"), world.chair_of("hallowdale")),
        ordered_by=judge,
        on=told["finished"],
    )
    hour = plan_day(material, review, by=manager)
    publish(report, by=manager, on=told["published"], hour=hour)
    return review


def _heron(world: World) -> Review:
    material, _, review = _begun(world, "heron", "2014/005")
    send_returns(world, material, review, by=world.people["other_manager"])
    write_report(material, review, by=world.people["judge"])
    return review
