"""What the family, practitioners and closed passages say is listed for nobody without the power."""

from __future__ import annotations

from datetime import date

import pytest

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.actions import add_participant, note_telling, write_letter
from candour.stages.commission.models import Letter, Participant, ToldParticipant
from candour.stages.report.actions import add_paragraph, add_part, begin_report
from candour.stages.report.models import Paragraph
from tests.cast import Cast, person, post, seat
from tests.notified import commissioned

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LOOKED_FOR = "quayside"
OF_PARTICIPANT = "zephyrine"
CLOSED = "quillwort"
DAY = date(2014, 6, 12)
SEATS = {
    "checker": "checker",
    "team": "review_team",
    "practitioner": "practitioner",
    "family": "family",
    "author": "agency_author",
    "senior": "agency_senior",
    "lead": "lead_reviewer",
}


@pytest.fixture
def told(cast: Cast) -> Review:
    """A review with each role on it, somebody of each side, a letter, a note and a closed passage."""
    review = commissioned(cast)
    for name, role in SEATS.items():
        agency = cast.police if role.startswith("agency") or role == "practitioner" else None
        seat(cast.people[name], review, role, agency)
    post(person("national_lead"), cast.nation, "national_lead")
    person("stranger")
    secret = f"By the {LOOKED_FOR}, says {OF_PARTICIPANT}."
    for side, called in (("family", "Mother"), ("practitioner", "Health visitor")):
        one = add_participant(by=cast.lead, review=review, side=side, called=called, wishes=secret)
        note_telling(by=cast.lead, participant=one, told_on=DAY, how="letter", words=secret)
        letter = {"title": OF_PARTICIPANT, "body": secret, "written_on": DAY}
        write_letter(by=cast.lead, participant=one, from_template="family-first", **letter)
    report = begin_report(by=cast.lead, review=review, title="Review of a child")
    words = {"audience": "closed", "reason": "It is private.", "gist": "A gist."}
    add_paragraph(
        by=cast.lead, part=add_part(by=cast.lead, report=report, title="One"), text=f"The {CLOSED}.", **words
    )
    return review


@pytest.mark.parametrize("table", [Participant, ToldParticipant, Letter, Paragraph])
def test_rows_are_listed_for_those_alone(told: Review, table: type) -> None:
    able = {
        who.username
        for who in Person.objects.all()
        if table.objects.visible_to(who).filter(**{table.ROOM: told}).exists()  # type: ignore[attr-defined]
    }

    assert able == ({"lead", "checker"} if table is Paragraph else {"manager", "lead"})
