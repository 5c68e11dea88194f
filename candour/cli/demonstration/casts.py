"""The cast of an invented review: who is in it, how they stood to one another, who lived together."""

from __future__ import annotations

from candour.cli.demonstration.material import Material
from candour.domain.identity import Person as OfCast
from candour.domain.identity import read_cast
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.actions.cast import keep_cast_member
from candour.stages.report.actions.relations import keep_household, keep_relation
from candour.stages.report.models import CastMember


def keep_cast(material: Material, review: Review, *, by: Person) -> None:
    """As cast.toml tells it."""
    cast = read_cast(material.read("cast"))
    kept = {person.key: _keep(review, person, by=by) for person in cast.people}
    for one in cast.relations:
        keep_relation(
            by=by,
            review=review,
            kind=str(one.kind),
            a=kept[one.a],
            b=kept[one.b],
            begins=one.begins,
            ends=one.ends,
        )
    for home in cast.households:
        keep_household(
            by=by,
            review=review,
            address=kept[home.address],
            members=[kept[key] for key in home.members],
            begins=home.begins,
            ends=home.ends,
        )


def _keep(review: Review, person: OfCast, *, by: Person) -> CastMember:
    return keep_cast_member(
        by=by,
        review=review,
        key=person.key,
        kind=str(person.kind),
        name=person.name,
        aliases=person.aliases,
        pseudonym=person.pseudonym,
        born=person.born,
        note=person.note,
        titles=person.titles,
        former=person.former,
        role=person.role,
        relation=person.relation,
        sex=person.sex,
        died=person.died,
    )
