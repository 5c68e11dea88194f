"""The pages on which a board records what it was told."""

from __future__ import annotations

import pytest
from django.test import Client

from candour.kernel.audit.models import Line
from candour.stages.notify.models import Notification
from candour.stages.notify.reads import standing
from candour.stages.notify.told import told_in
from tests.cast import Cast
from tests.notified import commissioned, notified, to_be_reviewed

pytestmark = pytest.mark.django_db

NEW = "/decisions/new/northmoor/"


def form(**changed: str) -> dict[str, str]:
    return {
        "version": "1",
        "title": "Child Alder",
        "notified_on": "19 May 2014",
        "notifier": "Northmoor children's services",
        "incident": "early May 2014",
        "what_happened": "Invented.",
        "aware_by": "A health visitor",
        "aware_on": "14 May 2014",
        "died": "no",
        "seriously_harmed": "yes",
        "abuse_or_neglect": "unknown",
        "children-TOTAL_FORMS": "2",
        "children-INITIAL_FORMS": "0",
        "children-0-name": "Robin Invented",
        "children-0-born": "about three",
        **changed,
    }


def page_of(client: Client, address: str, data: dict[str, str]) -> str:
    return client.post(address, data).content.decode()


def test_a_notification_is_recorded(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)

    answer = client.post(NEW, form(agencies=str(cast.police.pk)))

    notification = Notification.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, "/decisions/N-2014-001/")
    told = told_in(notification)
    assert (told.abuse_or_neglect, told.agencies) == ("unknown", (cast.police,))
    assert told.incident is not None
    assert (told.incident.text, [child.name for child in told.children]) == (
        "early May 2014",
        ["Robin Invented"],
    )
    assert Line.objects.get().did == "notified"
    assert "1 to 10 May 2014" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"aware_on": "20 May 2014"}, "after the day the board was told"),
        ({"notified_on": "31 February 2014"}, "31 February"),
        ({"title": "Child Robin"}, "a child’s own name"),
        ({"children-0-name": "", "children-0-born": ""}, "Name one child at least"),
        ({"died": ""}, "has no answer yet"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    client: Client, cast: Cast, changed: dict[str, str], says: str
) -> None:
    client.force_login(cast.manager)

    page = page_of(client, NEW, form(**changed))

    assert says in page
    assert "A health visitor" in page
    assert not Notification.objects.exists()


def test_nothing_is_chosen_beforehand(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    assert " checked" not in client.get(NEW).content.decode()


def test_two_who_change_one_notification_both_keep_their_words(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    client.force_login(cast.manager)
    address = f"/decisions/{notification.in_address}/change/"
    rows = {"children-INITIAL_FORMS": "1"}
    assert client.post(address, form(harm="Said first.", **rows)).status_code == 302

    page = page_of(client, address, form(harm="Said second.", **rows))

    assert "Said first." in page
    assert "Said second." in page
    assert client.post(address, form(version="2", harm="Said by both.", **rows)).status_code == 302
    assert Notification.objects.get().harm == "Said by both."


def test_it_is_withdrawn_with_a_reason_and_stands_again(client: Client, cast: Cast) -> None:
    address = f"/decisions/{notified(cast).in_address}/"
    client.force_login(cast.manager)
    assert "has no answer yet" in page_of(client, f"{address}withdraw/", {"why": ""})

    client.post(f"{address}withdraw/", {"why": "Recorded twice."})
    assert "Recorded twice." in client.get(address).content.decode()

    client.post(f"{address}withdraw/undo/")
    assert Notification.objects.get().withdrawn_at is None


@pytest.mark.parametrize(
    ("who", "page", "changing"),
    [
        ("manager", 200, 200),
        ("chair", 200, 403),
        ("member", 200, 403),
        ("outsider", 404, 404),
        ("lead", 404, 404),
    ],
)
def test_who_may_read_and_who_may_change(
    client: Client, cast: Cast, who: str, page: int, changing: int
) -> None:
    address = f"/decisions/{notified(cast).in_address}/"
    client.force_login(cast.people[who])

    assert client.get(address).status_code == page
    assert [client.get(f"{address}{one}/").status_code for one in ("change", "withdraw")] == [changing] * 2


def test_the_desk_shows_the_way_back_to_those_who_may_go_it(client: Client, cast: Cast) -> None:
    review = commissioned(cast)
    day = review.opened_on

    assert standing(review, cast.manager, day).href == "/decisions/N-2014-001/"
    assert standing(review, cast.lead, day).href == ""
    assert standing(cast.review, cast.manager, day).state == "done"


def test_a_decided_notification_says_so(client: Client, cast: Cast) -> None:
    address = f"/decisions/{to_be_reviewed(cast).notification.in_address}/"
    client.force_login(cast.manager)
    page = client.get(address).content.decode()

    assert "Decided on 4 June 2014: review." in page
    assert "Withdraw this notification" not in page
