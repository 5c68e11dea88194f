"""A review is commissioned from what stands at that moment, and by people who stand near to nothing in it."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candour.desk import one_time_links
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.reviews.next_numbers import next_of_year
from candour.stages.commission import actions
from candour.stages.commission.models import Commission
from candour.stages.commission.reads import missing
from candour.stages.decide.actions import take_back_decision, take_back_direction
from candour.stages.decide.models import Decision, Direction
from candour.stages.notify.models import Notification
from candour.stages.oversee.actions import trust_key
from tests.cast import AT, Cast, person, post
from tests.notified import commissioned, not_reviewed, to_be_reviewed

pytestmark = pytest.mark.django_db

DAY = date(2014, 6, 10)


def commission(by: Person, decision: Decision) -> Review:
    return actions.commission_review(
        by=by,
        decision=decision,
        title="Child Alder",
        method="learning-together",
        opened_on=DAY,
        period_from=date(2011, 6, 1),
        period_to=date(2014, 4, 10),
        terms="Find out why it made sense at the time.",
    )


def test_nothing_is_commissioned_from_a_direction_that_was_taken_back_meanwhile(cast: Cast) -> None:
    head = person("head")
    post(head, cast.nation, "national_lead")
    direction = Direction.objects.create(
        decision=not_reviewed(cast),
        words="Two agencies held half of it each.",
        made_on=DAY,
        made_at=AT,
        made_by=head.username,
        due_on=DAY,
        law="The body may direct that a review is held.",
        citation="An invented law, s 1",
    )
    as_read_before = Decision.objects.prefetch_related("directions").get(pk=direction.decision_id)
    take_back_direction(by=head, direction=direction)

    with pytest.raises(Trouble, match="there is no review"):
        commission(cast.manager, as_read_before)
    assert not Commission.objects.exists()


def test_nothing_is_commissioned_from_a_decision_that_was_taken_back_meanwhile(cast: Cast) -> None:
    decision = to_be_reviewed(cast)
    as_read_before = Decision.objects.get(pk=decision.pk)
    take_back_decision(by=cast.chair, decision=decision)

    with pytest.raises(Trouble, match="no longer stands"):
        commission(cast.manager, as_read_before)


def test_a_commission_holds_what_it_rests_on(cast: Cast) -> None:
    decision = to_be_reviewed(cast)
    with CaptureQueriesContext(connection) as asked:
        commission(cast.manager, decision)

    locked = "".join(one["sql"] for one in asked if "FOR UPDATE" in one["sql"])
    held = [f'FROM "{table}"' in locked for table in ("decide_decision", "decide_direction")]
    assert held == [connection.features.has_select_for_update] * 2


def test_the_next_number_of_a_year_is_taken_by_one_at_a_time(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert next_of_year(Review.objects.all(), 2014) == 5
        assert next_of_year(Notification.objects.all(), 1999) == 1

    locked = [one["sql"] for one in asked if 'FROM "people_organisation"' in one["sql"]]
    assert all(("FOR UPDATE" in one) == connection.features.has_select_for_update for one in locked)
    assert len(locked) == 2


def test_a_chair_who_was_part_of_the_case_is_not_seated_and_the_page_says_what_to_do(
    cast: Cast, client: Client
) -> None:
    earlier = commissioned(cast)
    part = {"side": "practitioner", "called": "Health visitor", "person": cast.chair}
    actions.add_participant(by=cast.manager, review=earlier, **part)
    review = commission(cast.manager, to_be_reviewed(cast))

    assert {seat.role for seat in review.seats.all()} == {"manager"}
    assert "chair has no seat" in Line.objects.get(thing=f"reviews.review:{review.pk}").why
    assert missing(review, cast.manager, DAY)[0].title == "Somebody else sits as board chair"
    client.force_login(cast.manager)
    page = client.get(f"/reviews/{review.in_address}/seats/").content.decode()
    assert "Chair has no seat as board chair: they stand too near." in page
    assert "They were part of the case themselves." in page

    actions.give_seat(by=cast.manager, review=review, person=cast.member, role="chair")
    assert missing(review, cast.manager, DAY)[0].title == "Nobody leads the review"
    assert (
        "Somebody else has that seat." in client.get(f"/reviews/{review.in_address}/seats/").content.decode()
    )


def test_a_conflict_declared_on_an_earlier_review_of_the_child_still_wins(cast: Cast) -> None:
    earlier = commissioned(cast)
    actions.declare_conflict(by=cast.chair, review=earlier, conflict_with="My sister works there.")
    decision = to_be_reviewed(cast)

    with pytest.raises(Trouble, match="You stand too near"):
        commission(cast.chair, decision)
    review = commission(cast.manager, decision)
    assert [seat.person for seat in review.seats.all()] == [cast.manager]
    assert "sister" not in Line.objects.get(thing=f"reviews.review:{review.pk}").why


def test_another_installation_is_chosen_for_nothing_and_sits_on_nothing(cast: Cast, client: Client) -> None:
    public = (settings.HOME.reading_room / "bundle-public.pem").read_bytes()
    human = person("installation-of-northmoor")
    hand = trust_key(by=cast.administrator, organisation=cast.board, pem=public).hand
    review = commissioned(cast)

    assert hand not in (human, *(seat.person for seat in review.seats.all()))
    with pytest.raises(Trouble, match="is no person"):
        actions.give_seat(by=cast.manager, review=review, person=hand, role="lead_reviewer")
    for who, page in (
        (cast.manager, f"/reviews/{review.in_address}/seats/give/"),
        (cast.manager, f"/boards/{cast.board.slug}/working-lines/add/"),
        (cast.administrator, "/people/"),
    ):
        client.force_login(who)
        shown = client.get(page)
        assert (shown.status_code, str(hand) in shown.content.decode()) == (200, False), page
    assert client.get(f"/people/{hand.username}/").status_code == 404
    assert one_time_links.person_of(one_time_links.token_for(hand)) is None
