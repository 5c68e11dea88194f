"""An invented review set up in full: independence, who takes part, proceedings beside it, money and risks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.world import World
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.actions import (
    add_participant,
    declare_independence,
    end_proceeding,
    enter_proceeding,
    note_reply,
    note_telling,
    note_use,
    plan_line,
    raise_risk,
    write_marker_evidence,
)


def set_up(world: World, material: Material, review: Review, *, by: Person) -> None:
    """As set_up.toml tells it."""
    told = material.read("set_up")
    for one in told["independent"]:
        seat = Seat.objects.get(review=review, person=world.people[one["who"]])
        declare_independence(
            by=seat.person, seat=seat, no_line=True, no_part=True, not_employed=True, words=one["words"]
        )
    for one in told["participant"]:
        _takes_part(world, one, review, by)
    for one in told["proceeding"]:
        _goes_on_beside(one, review, by)
    for one in told["budget"]:
        _plan(one, review, by)
    for one in told["risk"]:
        raise_risk(
            by=by,
            review=review,
            what=one["what"],
            how_likely=one["how_likely"],
            how_bad=one["how_bad"],
            watcher=one["watcher"],
            done_about_it=one["done_about_it"],
            look_again_on=one["look_again"],
        )
    for one in told["marker"]:
        write_marker_evidence(by=by, review=review, marker=one["name"], words=one["words"])


def _takes_part(world: World, one: dict[str, Any], review: Review, by: Person) -> None:
    participant = add_participant(
        by=by,
        review=review,
        side=one["side"],
        called=one["called"],
        wishes=one["wishes"],
        takes_part=one["takes_part"],
        contact=one["contact"],
        person=world.people.get(one.get("person", "")),
        agency=world.organisations.get(one.get("agency", "")),
    )
    note_reply(
        by=by, participant=participant, reply=one["reply"], asked_on=one["asked"], replied_on=one["replied"]
    )
    for each in one["told"]:
        note_telling(
            by=by,
            participant=participant,
            told_on=each["on"],
            how=each["how"],
            words=each["words"],
            told_who=each["who"],
        )


def _goes_on_beside(one: dict[str, Any], review: Review, by: Person) -> None:
    """What it held back is paused from its first day to its last."""
    proceeding = enter_proceeding(
        by=by,
        review=review,
        kind=one["kind"],
        body=one["body"],
        about=one["about"],
        began_on=one["began"],
        holds=one["holds"],
    )
    end_proceeding(by=by, proceeding=proceeding, ended_on=one["ended"], outcome=one["outcome"])


def _plan(one: dict[str, Any], review: Review, by: Person) -> None:
    line = plan_line(
        by=by,
        review=review,
        title=one["title"],
        hours=Decimal(one["hours"]),
        pounds=Decimal(one["pounds"]),
        note=one["note"],
    )
    for each in one["used"]:
        note_use(
            by=by,
            line=line,
            used_on=each["on"],
            hours=Decimal(each["hours"]),
            pounds=Decimal(each["pounds"]),
            words=each["words"],
        )
