"""An invented review set up: commissioned, its agencies asked, its seats given."""

from __future__ import annotations

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.world import World
from candour.kernel.reviews.models import Review
from candour.stages.commission.actions import ask_agency, commission_review, give_seat
from candour.stages.decide.models import Decision

BY_POST = {"manager", "chair"}
"""Seats that come with the review itself."""
FOR_AN_AGENCY = {"agency_author", "agency_senior", "practitioner"}


def commission(world: World, material: Material, decision: Decision, name: str, number: str) -> Review:
    """As commission.toml tells it. `name` is how world.toml calls the review."""
    told = material.read("commission")
    manager = world.manager_of(told["board"])
    review = commission_review(
        by=manager,
        decision=decision,
        title=told["title"],
        method=told["method"],
        opened_on=told["commissioned"],
        number=number,
        period_from=told["period_from"],
        period_to=told["period_to"],
        period_why=told["period_why"],
        terms="\n".join(told["terms"]),
        proportionate_why=told.get("proportionate_why", ""),
        lines_of_enquiry=[line["question"] for line in told["line_of_enquiry"]],
    )
    for asked in told["asked"]:
        ask_agency(
            by=manager,
            review=review,
            agency=world.organisations[asked["agency"]],
            asked_on=asked["asked"],
            due_on=asked["due"],
        )
    for one in world.cast:
        if name in one["reviews"] and one["seat"] not in BY_POST:
            agency = world.organisations[one["of"]] if one["seat"] in FOR_AN_AGENCY else None
            give_seat(
                by=manager, review=review, person=world.people[one["key"]], role=one["seat"], agency=agency
            )
    for one in told.get("seat", []):  # people who are not of the cast of sign-ins
        give_seat(by=manager, review=review, person=world.people[one["who"]], role=one["role"])
    return review
