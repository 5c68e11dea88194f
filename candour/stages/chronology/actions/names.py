"""A person says which agency a name stands for."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import AgencyName


def say_agency_name(*, by: Person, review: Review, name: str, agency: Organisation) -> AgencyName:
    """From now on the name means this agency throughout the review; an earlier saying is withdrawn."""
    # Asked of a row of no agency: what a name means in all returns is not one agency's to say.
    on = AgencyName(review=review, name=name, agency=agency)
    with act("said_agency_name", by=by, on=on, needs=Can.FIX_HELD_ROWS, why=f"{name} is {agency}") as doing:
        now = timezone.now()
        earlier = AgencyName.objects.filter(review=review, name=name, withdrawn_at=None)
        earlier.update(withdrawn_at=now, withdrawn_by=by.username)
        said = AgencyName.objects.create(
            review=review, name=name, agency=agency, said_at=now, said_by=by.username
        )
        doing.made(said)
    return said
