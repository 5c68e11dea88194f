"""The clocks of a review: pauses of publication apart from learning, more time with its reason, and undo."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from candour.desk.actions import extend_clock
from candour.desk.clocks import clocks_of
from candour.domain.moments.spoken import spoken_day
from candour.domain.packs.opening import Kind, pack_words
from candour.domain.rules import Deadline, load_regime, read_regime, regime_names
from candour.kernel.audit.models import Line
from candour.kernel.reviews.models import Extension, Pause, Review
from candour.kernel.web import clock
from candour.stages.commission.law_clocks import clock_to_finish
from tests.cast import Cast
from tests.notified import commissioned
from tests.pace import some_quick

pytestmark = pytest.mark.django_db
TODAY = date(2014, 7, 1)


def _finishes(law: str) -> bool:
    """Laws whose clock to finish starts with something that has happened to these reviews."""
    return any(one.name == "finish" and one.runs_after(review=True) for one in load_regime(law).clocks)


@pytest.fixture(autouse=True)
def a_day(settings: Any) -> None:
    settings.TODAY = TODAY
    assert clock.today() == TODAY


@pytest.fixture
def review(cast: Cast) -> Review:
    """A review of the cast's board, made by the acts themselves, whose manager and chair hold its seats."""
    return commissioned(cast)


def page(client: Client, who: Any, review: Review, rest: str = "clocks/") -> Any:
    client.force_login(who)
    return client.get(f"/reviews/{review.in_address}/{rest}")


def send(client: Client, who: Any, review: Review, rest: str, **typed: str) -> Any:
    client.force_login(who)
    return client.post(f"/reviews/{review.in_address}/{rest}", typed)


def finish(review: Review) -> Any:
    fresh = Review.objects.get(pk=review.pk)
    return next(one for one in clocks_of(fresh, TODAY) if one.clock.name == "finish")


def test_publication_is_paused_and_learning_is_not(client: Client, cast: Cast, review: Review) -> None:
    sent = send(
        client, cast.manager, review, "clocks/pause/publication/", first_day="20 June 2014", why="A trial"
    )

    assert sent.status_code == 302
    glance = page(client, cast.manager, review, "").content.decode()
    assert "Paused since 20 June 2014" in glance
    assert "A trial. Learning is not paused." in glance
    assert "Go on with publication" in glance
    assert "Pause learning" in glance
    assert Line.objects.filter(did="paused", why="A trial", allowed=True).count() == 1


def test_a_law_that_names_no_pause_goes_on_counting(client: Client, cast: Cast, review: Review) -> None:
    before = finish(review).due
    said = page(client, cast.manager, review, "clocks/pause/learning/").content.decode()
    send(client, cast.manager, review, "clocks/pause/learning/", first_day="20 June 2014", why="A trial")

    assert "stops no clock for it" in said
    assert finish(review).due == before


def test_a_law_that_names_the_pause_stops_its_clock(
    client: Client, cast: Cast, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = pack_words(Kind.REGIMES, review.regime).replace(
        'title = "Finish the review"', 'title = "Finish the review"\npauses = ["learning"]'
    )
    regime = read_regime(words, "test.toml")
    monkeypatch.setattr("candour.stages.commission.law_clocks.load_regime", lambda name: regime)
    send(client, cast.manager, review, "clocks/pause/learning/", first_day="20 June 2014", why="A trial")

    stopped = finish(review)
    assert (stopped.tag, stopped.due, stopped.paused_since) == ("paused", None, date(2014, 6, 20))
    assert "no date while paused" in page(client, cast.manager, review, "setting-up/").content.decode()
    send(
        client, cast.manager, review, f"clocks/pauses/{Pause.objects.get().pk}/end/", last_day="29 June 2014"
    )
    assert finish(review).due == date(2014, 12, 14)
    assert "Paused: A trial" in finish(review).skipped


def test_what_was_paused_by_mistake_is_taken_back_and_stays_on_record(
    client: Client, cast: Cast, review: Review
) -> None:
    send(client, cast.manager, review, "clocks/pause/publication/", first_day="20 June 2014", why="A trial")
    pause = Pause.objects.get()

    assert send(client, cast.manager, review, f"clocks/pauses/{pause.pk}/undo/").status_code == 302
    shown = page(client, cast.manager, review).content.decode()
    assert "Nothing is paused." in shown
    assert "Taken back" in shown


def test_the_end_of_a_pause_is_undone_while_no_other_was_declared(
    client: Client, cast: Cast, review: Review
) -> None:
    send(client, cast.manager, review, "clocks/pause/publication/", first_day="20 June 2014", why="A trial")
    pause = Pause.objects.get()
    send(client, cast.manager, review, f"clocks/pauses/{pause.pk}/end/", last_day="25 June 2014")
    pause.refresh_from_db()
    assert pause.last_day == date(2014, 6, 25)

    send(client, cast.manager, review, f"clocks/pauses/{pause.pk}/end/undo/")
    pause.refresh_from_db()
    assert (pause.last_day, pause.ended_by) == (None, "")


def test_the_same_days_are_not_paused_twice(client: Client, cast: Cast, review: Review) -> None:
    send(client, cast.manager, review, "clocks/pause/publication/", first_day="20 June 2014", why="A trial")
    again = send(
        client, cast.manager, review, "clocks/pause/publication/", first_day="24 June 2014", why="An inquest"
    )

    assert "Publication is paused already from 20 June 2014." in again.content.decode()
    assert "An inquest" in again.content.decode()
    assert Pause.objects.count() == 1


def test_more_time_keeps_both_days_and_the_reason(client: Client, cast: Cast, review: Review) -> None:
    due = finish(review).due
    sent = send(
        client, cast.chair, review, "clocks/more-time/finish/", now_due="30 January 2015", why="Board agreed"
    )

    assert sent.status_code == 302
    assert finish(review).due == date(2015, 1, 30)
    shown = page(client, cast.chair, review).content.decode()
    assert "The law&#x27;s day is 4 December 2014. More time was given: Board agreed" in shown
    assert due == date(2014, 12, 4)

    extension = Extension.objects.get()
    send(client, cast.chair, review, f"clocks/more-time/{extension.pk}/undo/")
    assert finish(review).due == due
    assert "Taken back" in page(client, cast.chair, review).content.decode()


def test_more_time_is_later_than_the_day_there_is(client: Client, cast: Cast, review: Review) -> None:
    refused = send(
        client, cast.manager, review, "clocks/more-time/finish/", now_due="1 October 2014", why="A mistake"
    )

    assert "It is due on 4 December 2014 already. Give a later day." in refused.content.decode()
    assert "A mistake" in refused.content.decode()
    assert not Extension.objects.exists()


def test_every_day_stands_with_the_days_it_skipped_and_its_law(
    client: Client, cast: Cast, review: Review
) -> None:
    shown = page(client, cast.manager, review).content.decode()

    assert "1 calendar month from notification, 19 May 2014." in shown
    assert "Check against the guidance in force" in shown


def test_clocks_are_kept_by_few_and_seen_by_those_who_see_the_review(
    client: Client, cast: Cast, review: Review
) -> None:
    address = "clocks/pause/publication/"
    assert page(client, cast.outsider, review).status_code == 404
    assert send(client, cast.outsider, review, address, first_day="20 June 2014", why="x").status_code == 404
    for who in (cast.lead, cast.family):
        assert page(client, who, cast.review, address).status_code == 403
    assert page(client, cast.family, cast.review).status_code == 403
    assert not Pause.objects.exists()


def test_a_clock_from_the_referral_runs_from_the_day_the_board_was_told(review: Review) -> None:
    """The law of Wales counts so."""
    Review.objects.filter(pk=review.pk).update(regime="wal.cpr")
    told = review.commission.decision.notification.notified_on
    clock = finish(review)

    assert clock.clock.starts == "referred"
    assert (clock.due.year - told.year) * 12 + clock.due.month - told.month == 6


@pytest.mark.parametrize("law", some_quick([name for name in regime_names() if _finishes(name)], 0))
def test_setting_up_shows_the_day_that_the_clocks_show(
    client: Client, cast: Cast, review: Review, law: str
) -> None:
    Review.objects.filter(pk=review.pk).update(regime=law)
    review = Review.objects.get(pk=review.pk)
    found = clock_to_finish(review)
    assert isinstance(found, Deadline)
    extend_clock(
        by=cast.manager,
        review=review,
        clock=found.clock.name,
        was_due=found.day,
        now_due=found.day + timedelta(days=9),
        why="A trial",
    )
    shown = finish(review)

    assert shown.due == found.day + timedelta(days=9)
    assert spoken_day(shown.due) in page(client, cast.manager, review, "setting-up/").content.decode()
