"""A review is commissioned, people are let in, agencies are asked."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from candour.domain.rules import Deadline
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission import actions
from candour.stages.commission.law_clocks import clock_to_finish
from candour.stages.commission.models import AgencyAsked, Commission
from candour.stages.commission.reads import missing, standing, tasks_for
from candour.stages.decide.models import Decision
from tests.cast import Cast
from tests.notified import commissioned, not_reviewed, to_be_reviewed

pytestmark = pytest.mark.django_db

DAY = date(2014, 6, 10)


def test_the_board_s_post_holders_sit_on_its_review_from_the_start(cast: Cast) -> None:
    review = commissioned(cast)

    assert str(review.written_number) == "2014/005"
    assert {(seat.person.username, seat.role) for seat in review.seats.all()} == {
        ("manager", "manager"),
        ("chair", "chair"),
    }
    assert review.commission.decision.notification.title == "Child Alder"
    assert (review.regime, review.invented) == ("eng.scr.wt2013", True)
    assert Line.objects.get(did="commissioned_review").thing == f"reviews.review:{review.pk}"


def test_a_review_is_commissioned_once_and_only_where_it_was_decided(cast: Cast) -> None:
    commissioned(cast)
    with pytest.raises(Trouble, match="is commissioned"):
        commission(cast, Decision.objects.get())
    with pytest.raises(Trouble, match="no review"):
        commission(cast, not_reviewed(cast))


def test_a_stranger_to_the_board_commissions_nothing(cast: Cast) -> None:
    decision = to_be_reviewed(cast)
    with pytest.raises(PermissionDenied):
        commission(cast, decision, by="outsider")
    assert not Commission.objects.exists()


def test_a_seat_opens_the_review_and_its_end_closes_it(cast: Cast) -> None:
    review = commissioned(cast)
    seat = actions.give_seat(by=cast.chair, review=review, person=cast.lead, role="lead_reviewer")
    assert review in Review.objects.visible_to(cast.lead)

    actions.end_seat(by=cast.manager, seat=seat)
    assert review not in Review.objects.visible_to(cast.lead)

    actions.take_back_end_of_seat(by=cast.manager, seat=seat)
    assert review in Review.objects.visible_to(cast.lead)


def test_nobody_checks_what_they_write(cast: Cast) -> None:
    review = commissioned(cast)
    actions.give_seat(by=cast.manager, review=review, person=cast.lead, role="lead_reviewer")
    with pytest.raises(Trouble, match="write the report and check it"):
        actions.give_seat(by=cast.manager, review=review, person=cast.lead, role="checker")


def test_an_agency_s_author_sits_for_an_agency(cast: Cast) -> None:
    review = commissioned(cast)
    with pytest.raises(Trouble, match="of which agency"):
        actions.give_seat(by=cast.manager, review=review, person=cast.author, role="agency_author")

    seat = actions.give_seat(
        by=cast.manager, review=review, person=cast.author, role="agency_author", agency=cast.police
    )
    assert seat.agency == cast.police


def test_the_last_who_can_give_seats_stays(cast: Cast) -> None:
    review = commissioned(cast)
    chair, manager = (Seat.objects.get(review=review, role=role) for role in ("chair", "manager"))
    actions.end_seat(by=cast.manager, seat=chair)
    with pytest.raises(Trouble, match="last seat that can give seats"):
        actions.end_seat(by=cast.manager, seat=manager)


def test_a_declared_conflict_closes_the_review_in_every_seat(cast: Cast) -> None:
    review = commissioned(cast)
    for role in ("lead_reviewer", "review_team"):
        actions.give_seat(by=cast.manager, review=review, person=cast.lead, role=role)

    actions.declare_conflict(by=cast.lead, review=review, conflict_with="Fenshire Police")

    assert review not in Review.objects.visible_to(cast.lead)
    assert Line.objects.get(did="declared_conflict").why == "Fenshire Police"


def test_conflicts_never_leave_a_review_that_nobody_can_let_people_into(cast: Cast) -> None:
    review = commissioned(cast)
    chair = Seat.objects.get(review=review, role="chair")
    manager = Seat.objects.get(review=review, role="manager")
    actions.declare_conflict(by=cast.manager, review=review, conflict_with="Fenshire Police")

    with pytest.raises(Trouble, match="last seat that can give seats"):
        actions.declare_conflict(by=cast.chair, review=review, conflict_with="The school")
    with pytest.raises(Trouble, match="last seat that can give seats"):
        actions.end_seat(by=cast.chair, seat=chair)

    actions.give_seat(by=cast.chair, review=review, person=cast.member, role="manager")
    actions.declare_conflict(by=cast.chair, review=review, conflict_with="The school")
    assert review not in Review.objects.visible_to(cast.chair)

    actions.lift_conflict(by=cast.member, seat=manager, why="The officer has left the force.")
    assert review in Review.objects.visible_to(cast.manager)
    assert Line.objects.get(did="lifted_conflict").why == "The officer has left the force."


def test_nobody_lifts_their_own_conflict(cast: Cast) -> None:
    review = commissioned(cast)
    seat = Seat.objects.get(review=review, role="manager")
    actions.declare_conflict(by=cast.manager, review=review, conflict_with="Fenshire Police")
    with pytest.raises(PermissionDenied):
        actions.lift_conflict(by=cast.manager, seat=seat, why="I changed my mind.")


def test_an_author_sees_only_that_their_own_agency_was_asked(cast: Cast) -> None:
    review = commissioned(cast)
    seat = {"review": review, "person": cast.author, "role": "agency_author", "agency": cast.police}
    actions.give_seat(by=cast.manager, **seat)
    for agency in (cast.police, cast.social_care):
        actions.ask_agency(
            by=cast.manager, review=review, agency=agency, asked_on=DAY, due_on=date(2014, 6, 24)
        )

    seen = AgencyAsked.objects.visible_to(cast.author).filter(review=review)

    assert [one.agency for one in seen] == [cast.police]
    with pytest.raises(Trouble, match="asked already"):
        actions.ask_agency(
            by=cast.manager, review=review, agency=cast.police, asked_on=DAY, due_on=date(2014, 6, 24)
        )


def test_what_is_still_to_do_goes_as_it_is_done(cast: Cast) -> None:
    decision = to_be_reviewed(cast)
    assert [task.title for task in tasks_for(cast.chair, DAY)] == ["Commission the review: Child Alder"]
    review = commission(cast, decision)
    assert [one.words for one in missing(review, cast.manager, DAY)] == [
        "No lead reviewer",
        "No agency asked",
        "No checker",
    ]
    assert standing(review, cast.manager, DAY).state == "present"

    actions.give_seat(by=cast.manager, review=review, person=cast.lead, role="lead_reviewer")
    for checker in (cast.checker, cast.second_checker):
        actions.give_seat(by=cast.manager, review=review, person=checker, role="checker")
    asked = actions.ask_agency(
        by=cast.manager, review=review, agency=cast.police, asked_on=DAY, due_on=date(2014, 6, 24)
    )

    assert missing(review, cast.manager, DAY) == []
    assert standing(review, cast.manager, DAY).state == "done"
    actions.withdraw_asking(by=cast.manager, asked=asked, why="They had no contact.")
    assert [one.words for one in missing(review, cast.manager, DAY)] == ["No agency asked"]


def test_the_law_s_clock_to_finish_runs_from_the_decision(cast: Cast) -> None:
    found = clock_to_finish(commissioned(cast))
    assert isinstance(found, Deadline)
    assert (found.clock.verified, found.day) == (False, date(2014, 12, 4))


def commission(cast: Cast, decision: Decision, by: str = "manager") -> Review:
    return actions.commission_review(
        by=cast.people[by],
        decision=decision,
        title="Child Alder",
        method="learning-together",
        opened_on=DAY,
        period_from=date(2011, 6, 1),
        period_to=date(2014, 4, 10),
        terms="Find out why it made sense at the time.",
    )
