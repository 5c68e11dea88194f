"""The board's answers to the findings of an invented review, and the actions it took."""

from __future__ import annotations

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.world import World
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Finding
from candour.stages.respond.actions import add_action, answer_finding, record_done


def respond(world: World, material: Material, review: Review, *, by: Person) -> None:
    told = material.read("responses")
    for one in told["response"]:
        finding = Finding.objects.get(review=review, number=one["number"])
        dissent = next(iter(one.get("dissent", [])), {})
        answer_finding(
            by=by,
            finding=finding,
            state=one["answer"],
            reason=one["reason"].strip(),
            answered_on=told["agreed_on"],
            look_again_on=one.get("look_again"),
            dissent=dissent.get("words", "").strip(),
            dissent_by=dissent.get("who", ""),
        )
        for action in one["action"]:
            added = add_action(
                by=by,
                finding=finding,
                words=action["words"],
                owner=world.organisations[action["owner"]],
                owner_role=action["owner_role"],
                due_on=action["due"],
                strength=action["strength"],
                will_know=action["will_know"],
            )
            if action["done"]:
                record_done(by=by, action=added, done_on=action["done_on"])
