"""More time is given as far as the law says; where it says nothing, the page says that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from django.test import Client

from candour.desk.actions import extend_clock
from candour.domain.deadlines import load_calendar
from candour.domain.moments.spoken import spoken_day
from candour.domain.packs.opening import look_also_in
from candour.domain.rules import load_regime, timetable
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.stages.decide.actions import give_more_time
from candour.stages.decide.latest_days import NO_LATEST
from candour.stages.notify.models import Notification
from tests.cast import Cast
from tests.invented_law import LAW, NAME, folder_with
from tests.notified import commissioned, notified

CLOCKS = """
[[clocks]]
name = "zz_decide"
title = "Decide under the invention"
starts = "notified"
ends = "decision"
length = 10
unit = "working_days"
citation = "s 9"
verified = false

[clocks.latest]
length = 2
unit = "months"
citation = "s 10"
verified = false

[[clocks]]
name = "zz_finish"
title = "Finish under the invention"
starts = "notified"
ends = "report"
length = 6
unit = "months"
citation = "s 11"
verified = true
latest = { length = 12, unit = "months", citation = "s 12", verified = true }
"""
MORE = "/decisions/N-2014-001/more-time/"
WHY = {"why": "Two summaries are late. The chair agreed."}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[None]:
    """The invented law with a clock that has a latest day."""
    look_also_in(folder_with(tmp_path, LAW + CLOCKS))
    yield
    look_also_in(None)


def test_a_latest_day_is_counted_as_its_clock_is(own: None) -> None:
    law = load_regime(NAME)
    (clock,) = [one for one in law.clocks if one.name == "zz_decide"]
    found = timetable(law, {"notified": date(2014, 6, 2)}, load_calendar("eng")).deadlines
    (deadline,) = [one for one in found if one.clock == clock]
    assert (deadline.day, deadline.latest) == (date(2014, 6, 16), date(2014, 8, 2))


@pytest.mark.django_db
def test_a_clock_is_given_time_to_its_latest_day_and_no_further(
    own: None, client: Client, cast: Cast
) -> None:
    notification = notified(cast)
    Notification.objects.update(regime=NAME)
    latest = notification.notified_on + relativedelta(months=2)
    client.force_login(cast.manager)
    at = f"{MORE}zz_decide/"
    said = f"The law gives {spoken_day(latest)} as the latest day (s 10). This was not checked"
    assert said in client.get(at).content.decode()

    refused = client.post(at, {**WHY, "now_due": spoken_day(latest + timedelta(1))}).content.decode()
    assert "Give that day or an earlier one." in refused
    more = {"by": cast.manager, "notification": notification, "clock": "zz_decide", **WHY}
    with pytest.raises(Trouble, match="as the latest day"):
        give_more_time(**more, now_due=latest + timedelta(1))
    assert give_more_time(**more, now_due=latest).now_due == latest


@pytest.mark.django_db
def test_so_is_a_clock_of_a_review(own: None, client: Client, cast: Cast) -> None:
    review = commissioned(cast)
    Review.objects.filter(pk=review.pk).update(regime=NAME)
    review.refresh_from_db()
    told = review.commission.decision.notification.notified_on
    client.force_login(cast.chair)
    at = f"/reviews/{review.in_address}/clocks/more-time/zz_finish/"
    last = told + relativedelta(months=12)
    assert f"The law gives {spoken_day(last)} as the latest day (s 12)." in client.get(at).content.decode()
    more = {"by": cast.chair, "review": review, "clock": "zz_finish", "was_due": told, **WHY}
    with pytest.raises(Trouble, match="as the latest day"):
        extend_clock(**more, now_due=last + timedelta(1))
    assert extend_clock(**more, now_due=last).now_due == last


@pytest.mark.django_db
def test_where_the_law_gives_no_latest_day_both_pages_say_so(client: Client, cast: Cast) -> None:
    review = commissioned(cast)
    notified(cast, "Child Elm")
    client.force_login(cast.manager)
    (undecided,) = Notification.objects.filter(title="Child Elm")
    of_review = f"/reviews/{review.in_address}/clocks/more-time/finish/"
    for at in (f"/decisions/{undecided.in_address}/more-time/decide/", of_review):
        assert NO_LATEST in client.get(at).content.decode(), at
