"""The pages on which a review is set up."""

from __future__ import annotations

import pytest
from django.test import Client

from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.models import AgencyAsked
from tests.cast import Cast
from tests.notified import commissioned, to_be_reviewed
from tests.pace import some_quick

pytestmark = pytest.mark.django_db

ORDER = {
    "title": "Child Alder",
    "method": "learning-together",
    "opened_on": "10 June 2014",
    "period_from": "1 June 2011",
    "period_to": "10 April 2014",
    "terms": "Find out why it made sense at the time.",
    "proportionate_why": "A pattern that members know.",
    "lines_of_enquiry": "What moves with a family?\n\nWho knew the adults?",
}
FROM = "/decisions/N-2014-001/commission/"
ONE = "/reviews/2014-005/"


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_review_is_commissioned_from_its_decision(client: Client, cast: Cast) -> None:
    to_be_reviewed(cast)
    client.force_login(cast.manager)
    page = page_of(client, FROM)
    assert "SCIE has neither made nor endorsed it." in page
    assert " checked" not in page

    assert client.post(FROM, ORDER)["Location"] == f"{ONE}setting-up/"

    review = Review.objects.get(title="Child Alder")
    assert review.commission.lines_of_enquiry == ["What moves with a family?", "Who knew the adults?"]
    assert "Nobody leads the review" in page_of(client, f"{ONE}setting-up/")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"period_to": "1 May 2011"}, "ends before it starts"),
        ({"title": "Child Robin"}, "a child’s own name"),
        ({"method": ""}, "has no answer yet"),
        ({"opened_on": "June 2014"}, "is not one day"),
        ({"opened_on": "3 June 2014"}, "3 June 2014 is before it was decided, on 4 June 2014."),
        ({"opened_on": "3 June 2099"}, "is still to come"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    client: Client, cast: Cast, changed: dict[str, str], says: str
) -> None:
    to_be_reviewed(cast)
    client.force_login(cast.manager)

    page = client.post(FROM, {**ORDER, **changed}).content.decode()

    assert says in page
    assert "A pattern that members know." in page
    assert not Review.objects.filter(title="Child Alder").exists()


def test_a_seat_is_given_ended_and_given_back(client: Client, cast: Cast) -> None:
    commissioned(cast)
    client.force_login(cast.manager)
    seat = {"person": cast.author.pk, "role": "agency_author"}
    bad = client.post(f"{ONE}seats/give/", seat).content.decode()
    assert "Choose the agency that this person sits for." in bad
    client.post(f"{ONE}seats/give/", {**seat, "agency": cast.police.pk})
    given = Seat.objects.get(review__title="Child Alder", role="agency_author")
    twice = client.post(f"{ONE}seats/give/", {**seat, "agency": cast.police.pk}).content.decode()
    assert "has this seat already" in twice

    client.post(f"{ONE}seats/{given.pk}/end/")
    assert "Author, Agency author: ended" in page_of(client, f"{ONE}seats/")
    client.post(f"{ONE}seats/{given.pk}/end/undo/")
    assert "Seats that ended" not in page_of(client, f"{ONE}seats/")


def test_an_agency_is_asked_and_need_not_answer_after_all(client: Client, cast: Cast) -> None:
    commissioned(cast)
    client.force_login(cast.manager)
    asking = {"agency": cast.police.pk, "asked_on": "10 June 2014", "due_on": "9 June 2014"}
    bad = client.post(f"{ONE}agencies/ask/", asking).content.decode()
    assert "before the day it is asked" in bad
    client.post(f"{ONE}agencies/ask/", {**asking, "due_on": "24 June 2014"})
    assert "Tuesday 24 June 2014" in page_of(client, f"{ONE}agencies/")

    asked = AgencyAsked.objects.get()
    client.post(f"{ONE}agencies/{asked.pk}/withdraw/", {"why": "They had no contact."})

    page = page_of(client, f"{ONE}agencies/")
    assert "They had no contact." in page
    assert "No agency is asked yet." in page
    client.post(f"{ONE}agencies/{asked.pk}/withdraw/undo/")
    assert "Tuesday 24 June 2014" in page_of(client, f"{ONE}agencies/")


def test_a_reminder_is_noted_and_both_pages_say_who_is_written_to(client: Client, cast: Cast) -> None:
    commissioned(cast)
    client.force_login(cast.manager)
    asking = {"agency": cast.police.pk, "asked_on": "10 June 2014", "due_on": "24 June 2014"}
    client.post(f"{ONE}agencies/ask/", asking)
    remind = f"{ONE}agencies/{AgencyAsked.objects.get().pk}/remind/"
    for page in ("agencies", "returns"):
        shown = page_of(client, f"{ONE}{page}/")
        assert (remind if page == "returns" else remind.replace("remind", "reminder")) in shown, page
        assert "an e-mail that something waits, and never what." in shown, page

    assert client.post(remind, {"from": "returns"})["Location"] == f"{ONE}returns/"

    assert "another way, Manager" in page_of(client, f"{ONE}agencies/")
    assert AgencyAsked.objects.get().reminded_by == "manager"


def test_a_conflict_is_declared_and_the_review_is_gone(client: Client, cast: Cast) -> None:
    client.force_login(cast.lead)
    assert client.get("/reviews/2014-003/conflict/").status_code == 200

    answer = client.post("/reviews/2014-003/conflict/", {"conflict_with": "A friend in the team"})

    assert answer["Location"] == "/tasks/"
    assert client.get("/reviews/2014-003/setting-up/").status_code == 404


def test_the_last_who_gives_seats_reads_what_to_do_before_declaring(client: Client, cast: Cast) -> None:
    client.force_login(cast.chair)
    client.post("/reviews/2014-003/conflict/", {"conflict_with": "The school"})
    client.force_login(cast.manager)

    said = client.post("/reviews/2014-003/conflict/", {"conflict_with": "A friend in the team"})

    assert "Give somebody else the seat of business manager or chair first" in said.content.decode()
    assert "A friend in the team" in said.content.decode()


def test_a_conflict_is_lifted_where_the_seats_are(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    seat = Seat.objects.get(person=cast.conflicted)
    lift = f"/reviews/2014-003/seats/{seat.pk}/lift-conflict/"
    assert lift in page_of(client, "/reviews/2014-003/seats/")
    assert "Fenshire Police" in page_of(client, lift)

    client.post(lift, {"why": "They moved to another force."})

    assert "Conflict declared" not in page_of(client, "/reviews/2014-003/seats/")


@pytest.mark.parametrize(
    ("who", "answers"),
    some_quick(
        [
            ("manager", (200, 200, 200, 200)),
            ("chair", (200, 200, 403, 200)),
            ("lead", (200, 403, 403, 200)),
            ("author", (403, 403, 403, 200)),
            ("family", (403, 403, 403, 200)),
            ("conflicted", (404,) * 4),
            ("outsider", (404,) * 4),
            ("national", (404,) * 4),
        ],
        1,
        6,
    ),
)
def test_who_may_open_what(client: Client, cast: Cast, who: str, answers: tuple[int, ...]) -> None:
    client.force_login(cast.people[who])
    pages = ("setting-up", "seats/give", "agencies/ask", "conflict")
    assert tuple(client.get(f"/reviews/2014-003/{page}/").status_code for page in pages) == answers


def test_who_may_commission(client: Client, cast: Cast) -> None:
    to_be_reviewed(cast)
    for who, status in (("chair", 200), ("member", 403), ("outsider", 404), ("lead", 404)):
        client.force_login(cast.people[who])
        assert client.get(FROM).status_code == status, who
